#include "base/strings.hpp"
#include "bundle/installed.hpp"
#include "bundle/version.hpp"
#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/pack_results.hpp"
#include "store/state_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

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

struct Row {
    std::string id, in_use, before, shipped;
    bool offered = false;
    const bundle::InstalledVersion* installed = nullptr;  ///< of the edition in use; null: it came with the kiosk
};

std::vector<Row> rows_of(const Here& here, const bundle::InstalledPacks& packs) {
    std::set<std::string> ids{here.config.packs.begin(), here.config.packs.end()};
    for (const auto& [id, versions] : packs) ids.insert(id);
    std::vector<Row> rows;
    for (const auto& id : ids) {
        Row row{id, bundle::version_in(here.config.pack_folder(id)), "",
                bundle::version_in(here.config.shipped_folder(id)),
                std::ranges::find(here.config.packs, id) != here.config.packs.end()};
        if (const auto found = packs.find(id); found != packs.end()) {
            const auto& versions = found->second;
            const auto in_use = std::ranges::find(versions, row.in_use, &bundle::InstalledVersion::version);
            if (here.config.installed.contains(id) && in_use != versions.end()) {
                row.installed = &*in_use;
                row.before = std::next(in_use) == versions.end() ? row.shipped : std::next(in_use)->version;
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Json json_of(const Row& row, base::Date today) {
    const auto* one = row.installed;
    return {{"pack", row.id},
            {"version", json_of(row.in_use)},
            {"offered", row.offered},
            {"installed", one ? Json(base::format_local_time(one->installed)) : Json(nullptr)},
            {"expires", one ? json_of(one->expires) : Json(nullptr)},
            {"expired", one && one->expires && today > *one->expires},
            {"key", one ? Json(one->key) : Json(nullptr)},
            {"before", json_of(row.before)},
            {"came_with_kiosk", json_of(row.shipped)}};
}

std::string line_of(const Row& row) {
    auto line = fmt::format("{} {}, ", row.id, row.in_use.empty() ? "-" : row.in_use);
    line += row.installed ? fmt::format("installed on {}{}", base::format_date(base::date_of(row.installed->installed)),
                                        row.before.empty() ? "" : fmt::format(", before it {}", row.before))
                          : "as it came with the kiosk";
    if (!row.offered) line += ", not offered here";
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
    const auto packs = bundle::read_installed(here->state);
    if (!packs) return refuse_pack(options, packs.error());
    const auto withdrawn = bundle::read_withdrawn(here->state);
    if (!withdrawn) return refuse_pack(options, withdrawn.error());
    Json list = Json::array(), messages = Json::array(), problems = Json::array();
    std::vector<std::string> lines;
    for (const auto& row : rows_of(*here, *packs)) {
        list.push_back(json_of(row, today));
        lines.push_back(line_of(row));
    }
    for (const auto& one : *withdrawn) {
        messages.push_back(
            {{"pack", one.pack}, {"message", one.message}, {"since", base::format_local_time(one.since)}});
        lines.push_back(fmt::format("withdrawn since {}: {}/{}", base::format_date(base::date_of(one.since)), one.pack,
                                    one.message));
    }
    for (const auto& problem : here->problems) problems.push_back(problem.text());
    say(here->problems);
    return tell_pack(
        options, {{"packs", std::move(list)}, {"withdrawn", std::move(messages)}, {"problems", std::move(problems)}},
        base::join(lines, "\n"));
}

}  // namespace talkpoint::ctl
