#include "pack/pack.hpp"

#include "base/strings.hpp"
#include "base/toml.hpp"
#include "pack/fields.hpp"
#include "pack/file_problems.hpp"
#include "pack/folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <system_error>
#include <utility>

namespace talkpoint::pack {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t max_surveys = 200;
constexpr std::size_t most_suggestions = 20;  // each compares with every message

/// The ids of the pack's messages, and the order in which it names them.
struct Order {
    std::vector<std::string> present;  ///< sorted
    std::vector<std::string> named;
    std::vector<std::string> over;  ///< that the place puts over them, sorted
};

/// Reads the keys of pack.toml.
class Manifest {
  public:
    Manifest(base::TomlTable table, const fs::path& folder) : table_(std::move(table)), folder_(folder) {}

    void read(Pack& pack, Order& order) {
        pack.id = read_id();
        pack.title = required_short_text(table_, "title", "it is what the pack's card says");
        pack.summary = required_short_text(table_, "summary", "one sentence under the title");
        pack.version = required_short_text(table_, "version", R"(which edition this is, such as "2026.11")");
        pack.source_language = read_language();
        pack.picture = picture_of(table_, folder_, Alt::optional);
        pack.licence = read_licence();
        pack.authors = read_authors();
        pack.behind_hide = table_.flag("hide").value_or(false);
        order.named = read_order(order.present);
        table_.finish();
    }

  private:
    std::string read_id() {
        auto id = table_.required_text("id", "the name of this folder");
        if (base::trim(id).empty()) return {};
        const auto name = folder_name(folder_);
        if (!base::is_name_id(id)) {
            table_.problem("id", fmt::format(R"("{}" cannot be an id; use small letters, digits and hyphens)",
                                             base::printable(id)));
        } else if (id != name) {
            table_.problem("id", fmt::format(R"("{}" is not the name of the pack's folder, "{}"; make them the same)",
                                             id, base::printable(name)));
        } else {
            return id;
        }
        return {};
    }

    std::string read_language() {
        auto tag =
            table_.required_text("source_language", R"(the language in which the pack was written, such as "en")");
        if (!base::trim(tag).empty() && !base::is_language_tag(tag))
            table_.problem(
                "source_language",
                fmt::format(R"("{}" is not a language code; use one such as "en" or "pt-BR")", base::printable(tag)));
        return base::is_language_tag(tag) ? tag : "en";
    }

    // A pack without a licence or an author can be shown; it should not be shared.
    std::string read_licence() {
        if (table_.has("licence")) return required_short_text(table_, "licence", "who may use the pack");
        (void)table_.text("licence");
        table_.problem("licence", R"("licence" is missing; say who may use the pack, such as "CC-BY-SA-4.0")",
                       base::Severity::warning);
        return {};
    }

    std::vector<std::string> read_authors() {
        auto authors = table_.texts("authors");
        if (authors ? authors->empty() : !table_.has("authors"))
            table_.problem("authors", R"(names nobody; write who made the pack: authors = ["…"])",
                           base::Severity::warning);
        return std::move(authors).value_or(std::vector<std::string>{});
    }

    std::vector<std::string> read_order(const std::vector<std::string>& present) {
        std::vector<std::string> order;
        std::size_t unknown = 0;
        const auto named = table_.texts("messages").value_or(std::vector<std::string>{});
        for (std::size_t i = 0; i < named.size(); ++i) {
            const auto shown = base::printable(named[i]);
            if (!std::ranges::binary_search(present, named[i])) {
                const auto near = ++unknown <= most_suggestions ? base::nearest(named[i], present) : std::nullopt;
                table_.problem("messages", i,
                               near ? fmt::format(R"(there is no message "{}"; did you mean "{}"?)", shown, *near)
                                    : fmt::format(R"(there is no message "{}"; write it in messages/, or remove )"
                                                  "it from this list",
                                                  shown));
            } else if (std::ranges::find(order, named[i]) != order.end()) {
                table_.problem("messages", i, fmt::format(R"("{}" is in the list already; name it once)", shown));
            } else {
                order.push_back(named[i]);
            }
        }
        return order;
    }

    base::TomlTable table_;
    const fs::path& folder_;
};

bool read_manifest(Pack& pack, Order& order, base::Problems& problems) {
    const auto file = pack.folder / "pack.toml";
    FileProblems found{file.string()};
    (void)is_inside(pack.folder, "pack.toml", found.list());
    if (!found.any_error()) {
        if (auto table = base::TomlTable::load(file, found.list(), max_manifest_bytes))
            Manifest{std::move(*table), pack.folder}.read(pack, order);
    }
    found.hand_over(problems);
    return !pack.id.empty();
}

void read_messages(Pack& pack, const Order& order, const fs::path& over, base::Date today, const Enough& enough,
                   base::Problems& problems) {
    auto ids = order.named;
    for (const auto* more : {&order.present, &order.over})
        std::ranges::copy_if(*more, std::back_inserter(ids),
                             [&](const std::string& id) { return std::ranges::find(ids, id) == ids.end(); });
    std::uintmax_t bytes = 0;
    for (const auto& id : ids) {
        const Roots roots = std::ranges::binary_search(order.over, id) ? Roots{over, pack.folder} : Roots{pack.folder};
        const auto file = roots.own / "messages" / (id + ".md");
        std::error_code error;
        const auto size = fs::file_size(file, error);
        if (!error && size <= max_message_bytes) bytes += size;
        if (bytes > max_pack_bytes) {
            problems.push_back({base::Severity::error, (pack.folder / "messages").string(), 0,
                                fmt::format("its messages are larger than {} MiB together; make several packs of them",
                                            max_pack_bytes / (1024UL * 1024UL))});
            return;
        }
        auto message = load_message(roots, file, today, problems);
        if (!message) continue;
        if (message->film_words) bytes += bytes_of(*message->film_words);
        pack.messages.push_back(std::move(*message));
        if (enough && enough(pack)) return;
    }
}

void read_surveys(Pack& pack, base::Problems& problems) {
    const auto ids = ids_in(pack.folder, "surveys", ".toml", max_surveys, problems);
    for (const auto& id : ids.value_or(std::vector<std::string>{})) {
        const auto relative = fs::path{"surveys"} / (id + ".toml");
        if (is_inside(pack.folder, relative, problems)) pack.survey_files.push_back(pack.folder / relative);
    }
}

}  // namespace

std::optional<Pack> load_pack(const fs::path& folder, base::Date today, base::Problems& problems, const fs::path& over,
                              const Enough& enough, const HelpChecks& checks) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        problems.push_back({base::Severity::error, folder.string(), 0,
                            "there is no such pack; add the folder, or correct its name where it is asked for"});
        return {};
    }
    Pack pack;
    pack.folder = folder;
    auto present = ids_in(folder, "messages", ".md", max_messages, problems);
    if (!present) return {};
    Order order{std::move(*present), {}, {}};
    if (!over.empty())
        order.over = ids_in(over, "messages", ".md", max_messages, problems).value_or(std::vector<std::string>{});
    const bool usable = read_manifest(pack, order, problems);
    read_messages(pack, order, over, today, enough, problems);
    if (is_inside(folder, "help.toml", problems))
        pack.help = load_help_lines(folder / "help.toml", today, problems, &pack.shared_help, {}, checks);
    read_surveys(pack, problems);
    check_translations_beside(folder, problems);
    if (!usable) return {};
    pack.language = pack.source_language;
    for (auto& message : pack.messages) {
        message.language = pack.source_language;
        if (!message.film_words) continue;
        auto words = std::make_shared<FilmWords>(*message.film_words);
        for (auto* track : {&words->captions, &words->described}) track->language = pack.source_language;
        message.film_words = std::move(words);
    }
    for (auto& line : pack.help) line.language = pack.source_language;
    return pack;
}

}  // namespace talkpoint::pack
