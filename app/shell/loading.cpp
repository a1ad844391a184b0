#include "shell/loading.hpp"

#include "base/log.hpp"
#include "bundle/installed.hpp"
#include "config/find_assets.hpp"
#include "config/find_config.hpp"
#include "shell/content.hpp"
#include "staff/checklist.hpp"
#include "staff/document.hpp"
#include "store/database.hpp"
#include "store/state_folder.hpp"
#include "ui/text.hpp"
#include "visit/attract.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>
#include <ranges>
#include <set>
#include <string>

namespace talkpoint::shell {
namespace {

/// Of keys and secrets each warning counts: whoever set up the kiosk reads what it says when it is started.
void say_all(const base::Problems& problems) {
    for (const auto& problem : problems) std::cerr << problem.text() << '\n';
}

/// Where responses go; nowhere in a rehearsal.
base::Result<Keeping> keep_responses(bool rehearsal, const Hold& hold, base::Date today) {
    const auto folder = hold();
    if (!folder) return std::unexpected(folder.error());
    Keeping keeping;
    keeping.folder = *folder;
    if (rehearsal) return keeping;
    auto database = store::Database::open(*folder, today);
    if (!database) return std::unexpected(std::move(database.error()));
    if (const auto& aside = database->set_aside())
        base::log_error(aside->string() +
                        ": the database was damaged; it was set aside here whole, and a new one begun. Keep the "
                        "file and tell those who look after this kiosk");
    auto forms = database->forms();
    if (forms)
        keeping.forms = std::move(*forms);
    else if (forms.error().kind == base::ErrorKind::too_large)
        base::log_error("no response can be kept: " + forms.error().text());
    keeping.outbox = std::make_unique<store::Database>(std::move(*database));
    return keeping;
}

/// What staff found of the help lines; where that is damaged, what their files say.
pack::HelpChecks found_of_help(const Options& options, base::Problems& problems) {
    const auto state = store::state_folder(options.state);
    if (!state) return {};
    const auto confirmed = staff::read_confirmed(staff::folder_in(*state));
    if (confirmed) return confirmed->checks();
    problems.push_back(base::problem_of(confirmed.error()));
    return {};
}

/// What has been installed, and withdrawn, is in the state directory; where there is none that is said later.
void take_installed(const Options& options, config::Config& config, base::Date today, base::Problems& problems) {
    const auto state = store::state_folder(options.state);
    if (!state) return;
    auto in_use =
        bundle::packs_in_use(*state, [&](std::string_view pack) { return config.shipped_folder(pack); }, today);
    config.installed = std::move(in_use.folders);
    config.withdrawn = std::move(in_use.withdrawn);
    std::ranges::move(in_use.problems, std::back_inserter(problems));
}

/// What plays at a time where it can be played, named: of packs that are offered, all.
playback::Plan named_plan(playback::Plan plan, const std::vector<std::string>& offered) {
    if (plan.plays.empty() && !plan.added_alone)
        for (const auto& id : offered) plan.plays.push_back({id, "", 1});
    plan.fallback.clear();
    return plan;
}

}  // namespace

void say(const base::Problems& problems) {
    std::size_t warnings = 0;
    for (const auto& problem : problems) {
        if (problem.severity == base::Severity::error)
            std::cerr << problem.text() << '\n';
        else
            ++warnings;
    }
    if (warnings > 0)
        base::log_note(fmt::format(
            "{} warnings about the content; talkpointctl check says which, and what else it finds", warnings));
}

std::optional<Ground> read_ground(const Options& options, base::LocalTime now) {
    auto assets = config::find_assets();
    if (!assets) {
        std::cerr << assets.error().text() << '\n';
        return {};
    }
    base::Problems problems;
    auto config = config::load_config(config::find_config(options.config), problems);
    if (config) take_installed(options, *config, base::date_of(now), problems);
    say(problems);
    if (!config) return {};
    return Ground{std::move(*config), std::move(*assets)};
}

std::optional<Languages> read_first(const Ground& ground, base::LocalTime now, bool rehearsal) {
    auto config = ground.config;
    config.languages.resize(1);
    const auto plan =
        named_plan(playback::plan_at(config::schedule_of(config), now), config::offered_at(config, now).packs);
    auto entries = plan.plays;
    entries.insert(plan.added_alone ? entries.begin() : entries.end(), plan.added.begin(), plan.added.end());
    const auto today = base::date_of(now);
    base::Problems unsaid;
    std::set<std::string> tried;
    for (const auto& id : entries | std::views::transform(&playback::Entry::pack)) {
        if (!tried.insert(id).second) continue;
        bool plays = false;
        const auto newest_plays = [&](const pack::Pack& pack) {
            visit::Catalogue alone;
            auto& only = alone.packs.emplace_back();
            only.id = pack.id;
            only.behind_hide = pack.behind_hide;
            only.messages.push_back(pack.messages.back());
            config.leave_out_withdrawn(only);
            return plays = !visit::attract_round(alone, {}, plan).empty();
        };
        auto pack = pack::load_pack(config.pack_folder(id), today, unsaid, config.over_pack(id), newest_plays);
        if (!pack || !plays) continue;
        config.leave_out_withdrawn(*pack);
        visit::Catalogue first;
        first.site_name = config.site.name;
        first.packs.push_back(std::move(*pack));
        auto languages = load_languages(config, ground.assets, std::move(first), today, rehearsal, unsaid);
        if (languages.interface.empty()) return {};
        return languages;
    }
    return {};
}

Whole read_whole(const Options& options, const Ground& ground, const Hold& hold, const base::Clock& clock) {
    const auto& config = ground.config;
    const auto today = base::date_of(clock.local());
    base::Problems problems, of_sending;
    auto key = upload::load_key(config, today, of_sending);
    const bool key_is_broken = base::any_error(of_sending);
    auto catalogue = load_catalogue(config, today, options.rehearsal, problems, found_of_help(options, problems));
    const bool nothing = catalogue.packs.empty() && catalogue.surveys.empty();
    std::optional<upload::Setup> upload;
    if (key_is_broken) {
        // Nothing may be kept or sent in the clear that was to be sealed; the messages play on.
        catalogue.surveys.clear();
        of_sending.push_back({base::Severity::error, config.file, 0,
                              "no survey is offered, and nothing is sent, until \"public_key_file\" is a key that can "
                              "be used; correct what is named above"});
    } else {
        upload = upload::load_setup(config, key, catalogue.surveys, of_sending);
    }
    base::Result<Keeping> keeping;
    if (!nothing) keeping = keep_responses(options.rehearsal, hold, today);
    // Of this state directory this kiosk is now the only one: nobody shows the rest.
    if (keeping && !keeping->folder.empty()) bundle::remove_unused(keeping->folder, config.installed);
    if (keeping && keeping->outbox) {
        keeping->key = std::move(key);
        keeping->upload = std::move(upload);
    }
    auto languages =
        read_languages(config, ground.assets, std::move(catalogue), today, options.rehearsal, Keep::covers);
    return {std::move(languages), std::move(problems), std::move(of_sending), nothing, std::move(keeping)};
}

ReadAnew read_again(const Options& options, Ground& ground, Languages& languages, base::Date today, bool rehearsal) {
    return [&options, &ground, &languages, config = ground.config, today, rehearsal]() -> std::function<Languages()> {
        struct Found {
            config::Config config;
            base::Problems problems;
            ReadLanguages languages;
            bool nothing = false;
        };
        const auto found = std::make_shared<Found>(Found{config, {}, {}, false});
        take_installed(options, found->config, today, found->problems);
        auto catalogue =
            load_catalogue(found->config, today, rehearsal, found->problems, found_of_help(options, found->problems));
        found->nothing = catalogue.packs.empty() && catalogue.surveys.empty();
        found->languages =
            read_languages(found->config, ground.assets, std::move(catalogue), today, rehearsal, Keep::covers);
        return [&ground, &languages, found] {
            auto next = offer_languages(found->config, std::move(found->languages), found->problems);
            say(found->problems);
            if (found->nothing || next.interface.empty()) {
                base::log_error("nothing of the content can be shown any more; what was there before stays");
                return languages;
            }
            ground.config.installed = std::move(found->config.installed);
            ground.config.withdrawn = std::move(found->config.withdrawn);
            return std::exchange(languages, std::move(next));
        };
    };
}

Coming::Coming(const Ground& ground, Languages& languages, std::function<Whole()> read)
    : ground_(ground), languages_(languages), thread_([this, read = std::move(read)] {
          auto whole = read();
          const std::scoped_lock lock{mutex_};
          whole_ = std::move(whole);
          if (there_) there_();
      }) {}

void Coming::tell(std::function<void()> there) {
    const std::scoped_lock lock{mutex_};
    there_ = std::move(there);
    if (there_ && whole_) there_();
}

bool Coming::is_there() {
    const std::scoped_lock lock{mutex_};
    return whole_.has_value();
}

std::expected<std::pair<Languages, Keeping>, int> Coming::judge() {
    thread_.join();
    auto& whole = *whole_;
    auto languages = offer_languages(ground_.config, std::move(whole.languages), whole.problems);
    say(whole.problems);
    say_all(whole.of_sending);
    if (languages.interface.empty()) {
        std::cerr << (ground_.assets / "strings").string()
                  << ": no language's interface can be read; correct what is named above\n";
        return std::unexpected(refused);
    }
    for (const auto& family : ui::TextEngine::missing_fonts())
        base::log_warning(
            fmt::format("the font \"{}\" is not installed; install it, or text will look unlike the design", family));
    // What is broken is left out; but a kiosk that has nothing left to show must not pretend.
    if (whole.nothing_to_show) {
        std::cerr << ground_.config.file.string()
                  << ": none of the offered packs can be used; correct what is named above\n";
        return std::unexpected(refused);
    }
    if (!whole.keeping) {
        std::cerr << whole.keeping.error().text() << '\n';
        return std::unexpected(state_unusable);
    }
    return std::pair{std::move(languages), std::move(*whole.keeping)};
}

std::expected<Keeping, int> Coming::wait() {
    auto judged = judge();
    if (!judged) return std::unexpected(judged.error());
    languages_ = std::move(judged->first);
    return std::move(judged->second);
}

std::optional<int> Coming::complete(Kiosk& kiosk) {
    auto judged = judge();
    if (!judged) return judged.error();
    const auto before = std::exchange(languages_, std::move(judged->first));
    kiosk.content_has_changed();
    kiosk.keep(std::move(judged->second));
    return {};
}

}  // namespace talkpoint::shell
