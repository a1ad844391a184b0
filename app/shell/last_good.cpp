#include "shell/last_good.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::shell {
namespace fs = std::filesystem;
namespace {

bool is_there(const fs::path& file) {
    std::error_code error;
    return fs::exists(file, error);
}

/// Messages or surveys, in folder/<id><ending>, their translations in folder/<id>.<language><ending>.
template <class Thing>
void keep(std::vector<Thing>& now, const std::vector<Thing>& before, const std::string& language,
          const fs::path& folder, std::string_view ending) {
    auto place = now.begin();  // behind what stood before it, so that the order stays
    for (const auto& old : before) {
        const auto same = std::ranges::find(now, old.id, &Thing::id);
        if (same == now.end()) {
            if (!is_there(folder / fmt::format("{}{}", old.id, ending))) continue;
            place = std::next(now.insert(place, old));
            continue;
        }
        const bool lost = same->language != language && old.language == language;
        if (lost && is_there(folder / fmt::format("{}.{}{}", old.id, language, ending))) *same = old;
        place = std::next(same);
    }
}

void keep(visit::Catalogue& now, const visit::Catalogue& before) {
    for (auto& pack : now.packs) {
        const auto* old = before.pack(pack.id);
        if (!old) continue;
        keep(pack.messages, old->messages, now.language, pack.folder / "messages", ".md");
        keep(now.surveys, before.surveys, now.language, pack.folder / "surveys", ".toml");
        const auto says_nothing = [](const pack::Pack& one) { return one.help.empty() && one.shared_help.empty(); };
        if (says_nothing(pack) && !says_nothing(*old) && is_there(pack.folder / "help.toml")) {
            pack.help = old->help;
            pack.shared_help = old->shared_help;
            now.help = before.help;
        }
    }
}

}  // namespace

void keep_last_good(Languages& now, const Languages& before) {
    if (before.catalogues.empty()) return;
    for (auto& catalogue : now.catalogues) {
        const auto same = std::ranges::find(before.catalogues, catalogue.language, &visit::Catalogue::language);
        // What a language had not before, it has in the words of the first: all have the same by the same ids.
        keep(catalogue, same == before.catalogues.end() ? before.catalogues.front() : *same);
    }
}

}  // namespace talkpoint::shell
