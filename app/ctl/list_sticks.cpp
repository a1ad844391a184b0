#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/json.hpp"
#include "ctl/places.hpp"
#include "ctl/sticks.hpp"
#include "store/state_folder.hpp"

#include <fmt/format.h>

#include <iostream>

namespace talkpoint::ctl {
namespace {

Json as_json(const Stick& stick) {
    return {{"path", shown(stick.path)},          {"name", stick.name},
            {"free_mb", stick.free_mb},           {"writable", stick.writable()},
            {"sentence", stick.why_not.sentence}, {"to_do", stick.why_not.to_do}};
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
