#include "base/strings.hpp"
#include "ctl/commands.hpp"
#include "ctl/json.hpp"
#include "ctl/places.hpp"
#include "ctl/taking.hpp"
#include "store/state_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

std::unexpected<NotTaken> not_taken(Advice advice, ExitCode code = state_unusable, std::string detail = {}) {
    return std::unexpected(NotTaken{std::move(advice), code, std::move(detail)});
}

std::expected<Stick, NotTaken> chosen(const std::vector<Stick>& sticks, const std::string& wanted) {
    if (wanted.empty() && sticks.size() != 1) return not_taken(advice_on(sticks));
    const auto found = std::ranges::find_if(sticks, [&](const Stick& stick) {
        // "stick" and "stick/" are one; and a name that is no text is known by how it was shown.
        return wanted.empty() || stick.path / "" == fs::path{wanted} / "" || shown(stick.path) == wanted;
    });
    if (found == sticks.end())
        return not_taken({"That USB stick is not in the kiosk.", "Put it in again, or choose another one."},
                         wrong_options,
                         fmt::format("{}: is no stick; \"talkpointctl sticks\" lists them", shown(wanted)));
    if (!found->writable()) return not_taken(found->why_not);
    return *found;
}

std::expected<Taken, NotTaken> take(const Options& options, const std::string& wanted, base::LocalTime now) {
    base::Problems problems;
    const auto config = load_config(options, problems);
    if (!config) {
        say(problems);
        return not_taken(broken_settings(), refused);
    }
    problems.clear();
    auto definitions = load_all(*config, base::date_of(now), problems);
    std::erase_if(problems, [](const base::Problem& problem) { return problem.severity == base::Severity::warning; });
    say(problems);
    const auto state = store::state_folder(options.state);
    const auto sticks = state ? find_sticks(config->staff, *state) : std::unexpected(state.error());
    if (!sticks)
        return not_taken({"The kiosk cannot tell which sticks are there.", "Ask whoever looks after the machine."},
                         state_unusable, sticks.error().text());
    auto stick = chosen(*sticks, wanted);
    if (!stick) return std::unexpected(std::move(stick.error()));
    return Taking{*config, *state, std::move(*stick), {{}, "", std::move(definitions), now}}.run(options);
}

std::string sentence_on(const Exported& exported) {
    const auto all = exported.rows + exported.sealed + exported.unreadable;
    if (all == 0)
        return "There are no responses in the kiosk. The counts of use are on the stick; they were read back and are "
               "whole.";
    const auto damaged = exported.unreadable == 0
                             ? std::string{}
                             : fmt::format(" {} of them {} damaged in the kiosk before: tell whoever looks after it.",
                                           exported.unreadable, exported.unreadable == 1 ? "was" : "were");
    if (all == 1) return "1 response is on the stick. It was read back and is whole." + damaged;
    return fmt::format("{} responses are on the stick. They were read back and are whole.{}", all, damaged);
}

int report(const Taken& taken, bool json) {
    const Advice advice{sentence_on(taken.exported), "You can take the stick out now."};
    if (json)
        print({{"taken", true},
               {"folder", shown(taken.folder)},
               {"files", taken.files},
               {"rows", taken.exported.rows},
               {"sealed", taken.exported.sealed},
               {"unreadable", taken.exported.unreadable},
               {"sentence", advice.sentence},
               {"to_do", advice.to_do}});
    else
        std::cout << fmt::format("{} {}\n{}\n", advice.sentence, advice.to_do, shown(taken.folder));
    return done;
}

int report(const NotTaken& failed, bool json) {
    if (!failed.detail.empty()) std::cerr << failed.detail << '\n';
    std::cerr << fmt::format("{} {}\n", failed.advice.sentence, failed.advice.to_do);
    if (json) print({{"taken", false}, {"sentence", failed.advice.sentence}, {"to_do", failed.advice.to_do}});
    return failed.code;
}

}  // namespace

// Changes nothing in the kiosk: the log of staff acts is written by the kiosk, which knows that it was staff.
int take_away(const Options& options, const std::string& stick, const base::Clock& clock) {
    const auto taken = take(options, stick, clock.local());
    return taken ? report(*taken, options.json) : report(taken.error(), options.json);
}

}  // namespace talkpoint::ctl
