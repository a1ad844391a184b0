#include "base/strings.hpp"
#include "bundle/editions.hpp"
#include "bundle/version.hpp"
#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/pack_results.hpp"
#include "store/state_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;
using base::fail;

Json json_of(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json json_of(const std::optional<base::Date>& date) { return date ? Json(base::format_date(*date)) : Json(nullptr); }

/// Is there such a message in what is shown now?
base::Result<void> check_message(const config::Config& config, const std::string& pack_id, const std::string& id,
                                 base::Date today) {
    base::Problems unsaid;
    const auto pack = pack::load_pack(config.pack_folder(pack_id), today, unsaid, config.over_pack(pack_id));
    if (!pack)
        return fail(ErrorKind::not_found,
                    fmt::format("there is no pack \"{}\" here; see talkpointctl pack list", base::printable(pack_id)));
    std::vector<std::string> known;
    for (const auto& message : pack->messages) known.push_back(message.id);
    if (std::ranges::find(known, id) != known.end()) return {};
    const auto near = base::nearest(id, known);
    return fail(ErrorKind::not_found,
                fmt::format("the pack \"{}\" has no message \"{}\"; {}", pack_id, base::printable(id),
                            near ? "did you mean \"" + *near + "\"?" : "it has: " + base::join(known, ", ")));
}

/// What the pack calls it, its id where it has no such message any more.
std::string title_of(const config::Config& config, const bundle::Withdrawn& message, base::Date today) {
    base::Problems unsaid;
    const auto pack = pack::load_pack(config.pack_folder(message.pack), today, unsaid, config.over_pack(message.pack));
    if (!pack) return message.message;
    const auto found = std::ranges::find(pack->messages, message.message, &pack::Message::id);
    return found == pack->messages.end() ? message.message : found->title;
}

/// The configuration with what is installed, and the state directory; the exit code where there is none.
struct Here {
    config::Config config;
    fs::path state;
    base::Problems problems;  ///< of what is installed
};
std::expected<Here, int> look(const Options& options, base::Date today) {
    base::Problems problems;
    auto config = load_kiosk(options, today, problems);
    if (!config)
        return std::unexpected(refuse_pack(
            options, {ErrorKind::malformed, "the configuration cannot be used; correct what is named here", ""},
            problems));
    const auto state = store::state_folder(options.state);
    if (!state) return std::unexpected(refuse_pack(options, state.error()));
    return Here{std::move(*config), *state, std::move(problems)};
}

Json json_of(const bundle::Edition& edition, bool offered, base::Date today) {
    const auto& one = edition.installed;
    return {{"pack", edition.id},
            {"version", json_of(edition.in_use)},
            {"offered", offered},
            {"installed", one ? Json(base::format_local_time(one->installed)) : Json(nullptr)},
            {"expires", one ? json_of(one->expires) : Json(nullptr)},
            {"expired", edition.has_expired(today)},
            {"key", one ? Json(one->key) : Json(nullptr)},
            {"before", json_of(edition.before)},
            {"came_with_kiosk", json_of(edition.came_with_kiosk)}};
}

std::string line_of(const bundle::Edition& edition, bool offered) {
    const auto& one = edition.installed;
    auto line = fmt::format("{} {}, ", edition.id, edition.in_use.empty() ? "-" : edition.in_use);
    line += one ? fmt::format("installed on {}{}", base::format_date(base::date_of(one->installed)),
                              edition.before.empty() ? "" : fmt::format(", before it {}", edition.before))
                : "as it came with the kiosk";
    if (!offered) line += ", not offered here";
    return line;
}

}  // namespace

int pack_rollback(const Options& options, const std::string& pack, const base::Clock& clock) {
    const auto here = look(options, base::date_of(clock.local()));
    if (!here) return here.error();
    const auto done_so = bundle::rollback(here->state, pack);
    if (!done_so) return refuse_pack(options, done_so.error());
    const auto to = done_so->to.empty() ? bundle::version_in(here->config.shipped_folder(pack)) : done_so->to;
    return tell_pack(options, {{"pack", pack}, {"from", done_so->from}, {"version", json_of(to)}},
                     fmt::format("{}: {} is in use in place of {}; it is shown when the kiosk starts again", pack,
                                 !done_so->to.empty() ? to
                                 : to.empty()         ? "nothing (the kiosk came without this pack)"
                                                      : fmt::format("what came with the kiosk ({})", to),
                                 done_so->from));
}

int pack_withdraw(const Options& options, const std::string& which, bool undo, const base::Clock& clock) {
    const auto slash = which.find('/');
    const auto pack = which.substr(0, slash), message = slash == std::string::npos ? "" : which.substr(slash + 1);
    if (!base::is_name_id(pack) || !base::is_name_id(message))
        return refuse_pack(
            options,
            {ErrorKind::malformed, "is no message; name the pack and the message, such as online/before-you-share",
             base::printable(which)},
            wrong_options);
    const auto today = base::date_of(clock.local());
    const auto here = look(options, today);
    if (!here) return here.error();
    if (!undo)
        if (auto known = check_message(here->config, pack, message, today); !known)
            return refuse_pack(options, known.error());
    const auto changed = undo ? bundle::take_back_withdrawal(here->state, pack, message)
                              : bundle::withdraw(here->state, pack, message, clock.local());
    if (!changed) return refuse_pack(options, changed.error());
    const std::string how = !*changed ? (undo ? "was not withdrawn" : "was withdrawn before")
                            : undo    ? "is shown again when the kiosk starts again"
                                      : "is withdrawn: it is not shown when the kiosk starts again, nor in later "
                                        "editions of its pack, until this is undone";
    return tell_pack(options, {{"pack", pack}, {"message", message}, {"withdrawn", !undo}, {"changed", *changed}},
                     fmt::format("{} {}", which, how));
}

int pack_list(const Options& options, const base::Clock& clock) {
    const auto today = base::date_of(clock.local());
    const auto here = look(options, today);
    if (!here) return here.error();
    const auto& config = here->config;
    const auto editions = bundle::read_editions(
        here->state, config.packs, [&](std::string_view pack) { return config.shipped_folder(pack); }, today);
    if (!editions) return refuse_pack(options, editions.error());
    Json list = Json::array(), messages = Json::array(), problems = Json::array();
    std::vector<std::string> lines;
    for (const auto& edition : editions->packs) {
        const bool offered = std::ranges::find(config.packs, edition.id) != config.packs.end();
        list.push_back(json_of(edition, offered, today));
        lines.push_back(line_of(edition, offered));
        for (const auto& gone : edition.withdrawn) {
            messages.push_back({{"pack", gone.pack},
                                {"message", gone.message},
                                {"title", title_of(config, gone, today)},
                                {"since", base::format_local_time(gone.since)}});
            lines.push_back(fmt::format("  withdrawn since {}: {}/{}", base::format_date(base::date_of(gone.since)),
                                        gone.pack, gone.message));
        }
    }
    for (const auto& problem : here->problems) problems.push_back(problem.text());
    say(here->problems);
    return tell_pack(
        options, {{"packs", std::move(list)}, {"withdrawn", std::move(messages)}, {"problems", std::move(problems)}},
        base::join(lines, "\n"));
}

}  // namespace talkpoint::ctl
