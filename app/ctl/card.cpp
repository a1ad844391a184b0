#include "base/files.hpp"
#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/json.hpp"
#include "ctl/places.hpp"
#include "print/prompt_card.hpp"
#include "staff/document.hpp"
#include "staff/event.hpp"
#include "store/state_folder.hpp"
#include "survey/response.hpp"

#include <fmt/format.h>

#include <iostream>

namespace talkpoint::ctl {
namespace {

/// What staff call the event that is going on. Of others no name is kept.
base::Result<std::string> name_of_event(const Options& options, const std::string& code) {
    const auto state = store::state_folder(options.state);
    if (!state) return std::unexpected(state.error());
    const auto events = staff::read_events(staff::folder_in(*state));
    if (!events) return std::unexpected(events.error());
    if (!events->now || events->now->plan.code != code)
        return base::fail(
            base::ErrorKind::not_found,
            fmt::format("no event \"{}\" is going on; begin it in the staff area first, or leave out --event", code));
    return events->now->plan.name;
}

}  // namespace

int card(const Options& options, const std::string& file, const std::string& event, const base::Clock& clock) {
    if (!event.empty() && !survey::is_event_code(event)) {
        std::cerr << "--event: the name of an event has small letters, digits and hyphens, at most 40 of them\n";
        return wrong_options;
    }
    base::Problems problems;
    const auto config = load_config(options, problems);
    if (!config) {
        say(problems);
        return refused;
    }
    print::PromptCard content{config->site.name, "", config->staff.project_page};
    if (!event.empty()) {
        auto name = name_of_event(options, event);
        if (!name) {
            say(name.error());
            return name.error().kind == base::ErrorKind::not_found ? wrong_options : state_unusable;
        }
        content.event = std::move(*name);
    }
    const auto pdf = print::prompt_card(content, clock.local());
    if (!pdf) {
        say(pdf.error());
        return refused;
    }
    if (const auto written = base::write_file(file, *pdf); !written) {
        say(written.error());
        return state_unusable;
    }
    if (options.json)
        ctl::print({{"file", shown(file)}, {"event", content.event}, {"page", content.page}});
    else
        std::cout << shown(file) << '\n';
    return done;
}

}  // namespace talkpoint::ctl
