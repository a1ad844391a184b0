#include "base/redacted.hpp"
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

std::string sentence_on(const Exported& exported, const AtKiosk& kiosk) {
    const auto all = exported.rows + exported.sealed;
    const auto& held = exported.held;
    auto sentence = all > 0 ? fmt::format("{} responses are on the stick. They were read back and are whole.", all)
                            : fmt::format("{}. The counts of use are on the stick; they were read back and are whole.",
                                          held == outbox::Held{} ? "There are no responses in the kiosk"
                                                                 : "No responses leave yet");
    if (held.following > 0)
        sentence += fmt::format(" {} will follow, together with others{}.", base::redacted(held.following),
                                kiosk.sends ? ", if they are not sent first" : "");
    if (held.staying > 0)
        sentence += fmt::format(
            " {} stay in the kiosk: too few belong together{}. {}hoever looks after this computer "
            "gets them.",
            base::redacted(held.staying), kiosk.has_sent ? ", or some of them were sent before" : "",
            kiosk.sends ? "They are sent, or w" : "W");
    if (held.damaged) sentence += " Some are damaged in the kiosk: tell whoever looks after it.";
    return sentence;
}

int report(const Taken& taken, bool json) {
    const Advice advice{sentence_on(taken.exported, taken.kiosk), "You can take the stick out now."};
    if (json)
        print({{"taken", true},
               {"folder", shown(taken.folder)},
               {"files", taken.files},
               {"rows", taken.exported.rows},
               {"sealed", taken.exported.sealed},
               {"following", base::redacted(taken.exported.held.following)},
               {"staying", base::redacted(taken.exported.held.staying)},
               {"damaged", taken.exported.held.damaged},
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
