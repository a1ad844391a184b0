#include "base/strings.hpp"
#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/json.hpp"
#include "ctl/places.hpp"
#include "ctl/sticks.hpp"
#include "store/state_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <vector>

namespace talkpoint::ctl {
namespace {

/// Signed packs that lie at the top of a stick, by name; no more than are looked through at once.
std::vector<std::string> packs_on(const std::filesystem::path& stick) {
    constexpr std::size_t most_looked_at = 2000, most = 30;
    std::vector<std::string> names;
    std::error_code error;
    std::size_t seen = 0;
    for (std::filesystem::directory_iterator entry{stick, error}, end; !error && entry != end; entry.increment(error)) {
        if (++seen > most_looked_at || names.size() == most) break;
        const auto name = entry->path().filename().string();
        if (name.ends_with(".talkpack") && base::printable(name) == name && entry->is_regular_file(error))
            names.push_back(name);
    }
    std::ranges::sort(names);
    return names;
}

Json as_json(const Stick& stick) {
    return {{"path", shown(stick.path)},          {"name", stick.name},
            {"free_mb", stick.free_mb},           {"writable", stick.writable()},
            {"sentence", stick.why_not.sentence}, {"to_do", stick.why_not.to_do},
            {"packs", packs_on(stick.path)}};
}

void show(const std::vector<Stick>& sticks, const Advice& advice, bool json) {
    if (json) {
        Json list = Json::array();
        for (const auto& stick : sticks) list.push_back(as_json(stick));
        print({{"sticks", std::move(list)}, {"sentence", advice.sentence}, {"to_do", advice.to_do}});
        return;
    }
    for (const auto& stick : sticks)
        std::cout << fmt::format("{}  {}\n", shown(stick.path),
                                 stick.writable() ? fmt::format("{} MB free", stick.free_mb) : stick.why_not.sentence);
    std::cout << advice.sentence << (advice.to_do.empty() ? "" : " ") << advice.to_do << '\n';
}

}  // namespace

int list_sticks(const Options& options) {
    base::Problems problems;
    const auto config = load_config(options, problems);
    if (!config) {
        say(problems);
        show({}, broken_settings(), options.json);
        return refused;
    }
    const auto state = store::state_folder(options.state);
    const auto sticks = state ? find_sticks(config->staff, *state) : std::unexpected(state.error());
    if (!sticks) {
        say(sticks.error());
        show({}, {"The kiosk cannot tell which sticks are there.", "Ask whoever looks after the machine."},
             options.json);
        return state_unusable;
    }
    show(*sticks, advice_on(*sticks), options.json);
    return done;
}

}  // namespace talkpoint::ctl
