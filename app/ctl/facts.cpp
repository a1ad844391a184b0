#include "ctl/facts.hpp"

#include "base/files.hpp"
#include "ctl/content.hpp"
#include "ctl/reading.hpp"
#include "outbox/period.hpp"
#include "staff/document.hpp"
#include "staff/event.hpp"
#include "staff/running.hpp"
#include "store/state_folder.hpp"
#include "visit/catalogue.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>

#ifndef TALKPOINT_VERSION
#define TALKPOINT_VERSION "(unknown version)"
#endif

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

/// When it opens or shuts next; nothing: not within a year or so.
std::optional<base::LocalTime> open_or_shut(const playback::Schedule& schedule, base::LocalTime now) {
    constexpr std::chrono::days far{400};
    const bool open = playback::plan_at(schedule, now).open;
    for (auto when = playback::next_change(schedule, now); when < now + far;
         when = playback::next_change(schedule, when))
        if (playback::plan_at(schedule, when).open != open) return when;
    return {};
}

/// The help lines of a file that may be absent.
std::vector<pack::HelpLine> help_in(const fs::path& file, base::Date today, const pack::HelpChecks& checks,
                                    base::Problems& problems) {
    std::error_code error;
    if (file.empty() || !fs::exists(file, error)) return {};
    return pack::load_help_lines(file, today, problems, nullptr, {}, checks);
}

void add_content(const config::Config& config, const staff::Confirmed& confirmed, base::Date today, staff::Facts& facts,
                 base::Problems& problems) {
    const auto checks = confirmed.checks();
    std::vector<pack::Pack> packs;
    bool has_survey = false;
    for (auto& installed : load_all(config, today, problems, checks)) {
        has_survey |= !installed.surveys.empty();
        const auto due = std::ranges::count_if(installed.pack.messages, [&](const pack::Message& message) {
            return message.review_due && *message.review_due < today;
        });
        facts.packs.push_back({installed.pack.title, installed.pack.version, static_cast<int>(due)});
        packs.push_back(std::move(installed.pack));
    }
    facts.offers_surveys = has_survey && (config.every_survey || !config.surveys.empty());
    const visit::HelpSources sources{help_in(config.local_help(), today, checks, problems),
                                     help_in(config.shared_help(), today, checks, problems), config.region()};
    facts.open_items = staff::open_items(confirmed, visit::help_here(sources, packs), today);
}

void add_kiosk(const fs::path& state, staff::Facts& facts, base::Problems& problems) {
    facts.running = base::FileLock::is_held(state / "kiosk.lock");
    const auto read = staff::read_running(staff::folder_in(state));
    if (!read) problems.push_back(base::problem_of(read.error()));
    if (!read || !*read) return;
    const auto& kiosk = **read;
    const auto then = facts.running ? "" : " (when it last ran)";
    if (!kiosk.screen.empty()) facts.screen = kiosk.screen + then;
    if (!kiosk.sound.empty()) facts.sound = kiosk.sound + then;
    if (!facts.running) return;
    facts.running_since = kiosk.since;
    facts.version = kiosk.version;
    facts.rehearsal = kiosk.rehearsal;
    facts.fixed_rehearsal = kiosk.fixed_rehearsal;
    facts.closed_for_today = kiosk.closed_for_today;
    facts.cannot_keep = kiosk.cannot_keep;
}

void add_sending(const outbox::Counts& counts, const Plan& plan, staff::Facts& facts) {
    facts.queued = counts.queued;
    facts.parked = counts.parked;
    facts.sent = counts.sent;
    facts.damage = counts.damage.value_or("");
    facts.next_try = counts.upload.next_try;
    facts.remarks = counts.upload.remarks;
    facts.send_error = counts.upload.error;
    facts.hindrance = hindrance_of(counts.upload.hindrance);
    for (const auto& parked : counts.reasons)
        facts.parked_reasons.push_back({parked.survey, parked.reason, parked.count});
    const auto end = outbox::end_of(counts.last_sent.value_or(""));
    if (end) facts.last_sent = base::date_of(*end - base::Millis{1});
    if (!counts.upload.stopped_under.empty()) {
        facts.sending = staff::Sending::stopped;
    } else if (plan.upload == "on") {
        facts.sending = staff::Sending::on;
    } else if (plan.upload != "off") {
        facts.sending = staff::Sending::broken;
        facts.send_error = plan.upload;
    }
    if (plan.broken_key && facts.cannot_keep.empty()) facts.cannot_keep = plan.upload;
}

}  // namespace

staff::Hindrance hindrance_of(outbox::Hindrance hindrance) {
    switch (hindrance) {
        case outbox::Hindrance::none:
            return staff::Hindrance::none;
        case outbox::Hindrance::network:
            return staff::Hindrance::network;
        case outbox::Hindrance::not_found:
            return staff::Hindrance::not_found;
        case outbox::Hindrance::server:
            return staff::Hindrance::server;
        case outbox::Hindrance::certificate:
            return staff::Hindrance::certificate;
        case outbox::Hindrance::other:
            break;
    }
    return staff::Hindrance::other;
}

staff::Facts facts_of(const Options& options, const outbox::Counts& counts, const Plan& plan,
                      const base::Clock& clock) {
    staff::Facts facts;
    facts.now = clock.local();
    facts.version = TALKPOINT_VERSION;
    facts.running = false;
    facts.disk_free_mb = base::free_space_mb(existing_state_folder(options));
    base::Problems problems;
    staff::Confirmed confirmed;
    base::Result<std::optional<base::LocalTime>> opened;
    if (const auto state = store::state_folder(options.state)) {
        add_kiosk(*state, facts, problems);
        auto read = staff::read_confirmed(staff::folder_in(*state));
        if (!read) problems.push_back(base::problem_of(read.error()));
        if (read) confirmed = std::move(*read);
        const auto events = staff::read_events(staff::folder_in(*state));
        if (!events) problems.push_back(base::problem_of(events.error()));
        if (events && events->now && facts.running) facts.event = staff::sentence_of(*events->now);
        opened = staff::opened_since(staff::folder_in(*state));
        if (!opened) problems.push_back(base::problem_of(opened.error()));
    }
    if (const auto config = load_kiosk(options, base::date_of(facts.now), problems)) {
        for (const auto& [pack, messages] : config->withdrawn)
            for (const auto& message : messages) facts.taken_off.push_back(pack + "/" + message);
        const auto schedule = config::schedule_of(*config);
        facts.open = playback::plan_at(schedule, facts.now).open;
        facts.open_or_shut = open_or_shut(schedule, facts.now);
        facts.to_be_opened = staff::must_rehearse(config->staff.require_checklist, opened);
        add_content(*config, confirmed, base::date_of(facts.now), facts, problems);
    }
    add_sending(counts, plan, facts);
    for (const auto& problem : problems)
        if (problem.severity == base::Severity::error) facts.content_errors.push_back(problem.text());
    return facts;
}

}  // namespace talkpoint::ctl
