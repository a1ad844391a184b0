#include "base/files.hpp"
#include "base/strings.hpp"
#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/facts.hpp"
#include "ctl/json.hpp"
#include "ctl/reading.hpp"
#include "upload/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace talkpoint::ctl {
namespace {

Json json_of(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

/// What the database tells.
struct Kept {
    outbox::Counts counts;
    std::vector<outbox::KnownForm> forms;
};

base::Result<Kept> read_kept(const Options& options) {
    Kept kept;
    const auto read = read_responses(options, [&](store::Database* database) -> base::Result<void> {
        if (!database) return {};
        return database->in_one_moment([&]() -> base::Result<void> {
            auto counts = database->counts();
            if (!counts) return std::unexpected(std::move(counts.error()));
            auto forms = database->forms();
            if (!forms) return std::unexpected(std::move(forms.error()));
            kept = {std::move(*counts), std::move(*forms)};
            return {};
        });
    });
    if (!read) return std::unexpected(read.error());
    return kept;
}

Plan plan_of(const Options& options, base::Date today) {
    base::Problems problems;
    const auto config = load_config(options, problems);
    if (!config) return {problems.empty() ? "" : problems.front().text()};
    const auto key = upload::load_key(*config, today, problems);
    const bool broken_key = base::any_error(problems);
    const auto setup = upload::load_setup(*config, key, {}, problems);
    const auto wrong = std::ranges::find(problems, base::Severity::error, &base::Problem::severity);
    if (wrong != problems.end()) return {wrong->text(), key.has_value(), broken_key};
    return {setup ? "on" : "off", key.has_value()};
}

/// Of responses that are made from now on.
std::string sealing(const Plan& plan, const std::vector<outbox::KnownForm>& forms) {
    if (plan.broken_key) return "no usable key";
    const auto encrypted = std::ranges::count_if(forms, [](const auto& form) { return !form.public_key.empty(); });
    if (plan.own_key || (encrypted > 0 && encrypted == std::ssize(forms))) return "sealed";
    return encrypted > 0 ? "partly sealed" : "not sealed";
}

/// Responses are never given up to make room, so somebody must.
std::string low_on_space(const std::filesystem::path& folder) {
    constexpr std::int64_t little_mb = 100;
    const auto free = base::free_space_mb(folder);
    if (free < 0 || free >= little_mb) return {};
    return fmt::format("{}: {} MB are free on its disk; make room, or soon no response can be kept", folder.string(),
                       free);
}

/// What was set aside matters most, and longest.
std::string last_error(const outbox::Counts& counts, const std::filesystem::path& folder) {
    std::vector<std::string> troubles = {counts.damage.value_or(""), low_on_space(folder), counts.upload.error};
    std::erase(troubles, "");
    return base::join(troubles, "; ");
}

Json json_of(const std::array<staff::Answer, 4>& answers) {
    Json list = Json::array();
    for (const auto& answer : answers)
        list.push_back({{"question", answer.question},
                        {"state", staff::name_of(answer.state)},
                        {"answer", answer.sentence},
                        {"to_do", json_of(answer.to_do)}});
    return list;
}

Json json_of(const std::vector<staff::Detail>& details) {
    Json list = Json::array();
    for (const auto& detail : details)
        list.push_back({{"group", detail.group},
                        {"label", detail.label},
                        {"value", detail.value},
                        {"state", staff::name_of(detail.state)}});
    return list;
}

}  // namespace

int status(const Options& options, const base::Clock& clock) {
    const auto kept = read_kept(options);
    if (!kept) {
        say(kept.error());
        return state_unusable;
    }
    const auto& counts = kept->counts;
    const auto plan = plan_of(options, base::date_of(clock.local()));
    Json surveys = Json::object();
    for (const auto& [id, survey] : counts.surveys)
        surveys[id] = {{"queued", survey.queued}, {"parked", survey.parked}, {"sent", survey.sent}};
    Json reasons = Json::array();
    for (const auto& [survey, version, reason, count] : counts.reasons)
        reasons.push_back({{"survey", survey}, {"version", version}, {"count", count}, {"reason", reason}});
    auto facts = facts_of(options, counts, plan, clock);
    facts.sealing = sealing(plan, kept->forms);
    const auto today = staff::today(facts);
    print({{"queued", counts.queued},
           {"parked", counts.parked},
           {"sent", counts.sent},
           {"last_sent", json_of(counts.last_sent.value_or(""))},
           {"last_error", json_of(last_error(counts, existing_state_folder(options)))},
           {"remarks", json_of(counts.upload.remarks)},
           {"next_try", json_of(counts.upload.next_try)},
           {"upload", counts.upload.stopped_under.empty() ? json_of(plan.upload) : Json("stopped")},
           {"sealing", facts.sealing},
           {"sealed", counts.sealed},
           {"parked_reasons", std::move(reasons)},
           {"surveys", std::move(surveys)},
           {"disk_free_mb", facts.disk_free_mb},
           {"trusted_clock", base::clock_is_plausible(facts.now)},
           {"today", json_of(today.answers)},
           {"details", json_of(today.details)}});
    return done;
}

}  // namespace talkpoint::ctl
