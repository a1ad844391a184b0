#include "upload/settings.hpp"

#include "base/files.hpp"
#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/facts.hpp"
#include "ctl/json.hpp"
#include "store/database.hpp"
#include "store/state_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace talkpoint::ctl {
namespace {

/// What a pass needs of the configuration, or the exit code with what is wrong said.
std::expected<std::pair<config::Config, upload::Setup>, int> set_up(const Options& options, const base::Clock& clock) {
    const auto today = base::date_of(clock.local());
    base::Problems problems;
    auto config = load_kiosk(options, today, problems);
    std::optional<upload::Setup> setup;
    if (config) {
        const auto key = upload::load_key(*config, today, problems);
        base::Problems of_content;  // check names them; here they only leave a survey uncompared
        std::vector<survey::Survey> surveys;
        for (auto& installed : load_all(*config, today, of_content))
            std::ranges::move(installed.surveys, std::back_inserter(surveys));
        if (!base::any_error(problems)) setup = upload::load_setup(*config, key, std::move(surveys), problems);
    }
    say(problems);
    if (base::any_error(problems) || !config) return std::unexpected(refused);
    if (setup) return std::pair{std::move(*config), std::move(*setup)};
    say({base::ErrorKind::not_found,
         "no server is named: \"base_url\" in [upload] is empty, so nothing is sent and everything is kept; name one, "
         "or take the responses away with talkpointctl export",
         config->file});
    return std::unexpected(refused);
}

Json json_of(const std::vector<upload::Remark>& remarks) {
    Json list = Json::array();
    for (const auto& [survey, text] : remarks) list.push_back({{"survey", survey}, {"why", text}});
    return list;
}

void tell(const Options& options, const upload::Report& report, const outbox::Counts& counts) {
    std::int64_t sent = 0;
    for (const auto& [survey, count] : report.sent) sent += count;
    if (options.json)
        return print({{"sent", sent},
                      {"kept", counts.queued},
                      {"parked", counts.parked},
                      {"sent_by_survey", report.sent},
                      {"error", report.error.empty() ? Json(nullptr) : Json(report.error)},
                      {"to_do", staff::what_to_do(hindrance_of(report.hindrance))},
                      {"kept_why", json_of(report.kept)},
                      {"parked_why", json_of(report.parked)},
                      {"warnings", json_of(report.warnings)}});
    std::cout << fmt::format("sent {}, kept {}, parked {}\n", sent, counts.queued, counts.parked);
    for (const auto& [survey, count] : report.sent) std::cout << fmt::format("sent: {}: {}\n", survey, count);
    if (!report.error.empty()) std::cout << fmt::format("kept: {}\n", report.error);
    for (const auto& [survey, why] : report.kept) std::cout << fmt::format("kept: {}: {}\n", survey, why);
    for (const auto& parked : counts.reasons)
        std::cout << fmt::format("parked: {} of {} version {}: {}\n", parked.count, parked.survey, parked.version,
                                 parked.reason);
    for (const auto& [survey, why] : report.warnings)
        if (std::ranges::find(report.kept, upload::Remark{survey, why}) == report.kept.end())
            std::cout << fmt::format("note: {}: {}\n", survey, why);
}

int refuse(const base::Error& error) {
    say(error);
    return state_unusable;
}

}  // namespace

int upload_now(const Options& options, bool parked_too, const base::Clock& clock) {
    auto ready = set_up(options, clock);
    if (!ready) return ready.error();
    auto& [config, setup] = *ready;
    const auto folder = store::state_folder(options.state);
    if (!folder) return refuse(folder.error());
    auto database = store::Database::open_beside(*folder);
    if (!database && database.error().kind == base::ErrorKind::not_found) {
        tell(options, {}, {});
        return done;
    }
    if (!database) return refuse(database.error());
    const auto lock = base::FileLock::take(*folder / upload::lock_name);
    if (!lock && lock.error().kind == base::ErrorKind::in_use)
        return refuse({base::ErrorKind::in_use, "the kiosk is sending at this moment; look at the status in a minute",
                       *folder / upload::lock_name});
    if (!lock) return refuse(lock.error());
    if (parked_too) {
        const auto surveys = database->parked_surveys();
        if (!surveys) return refuse(surveys.error());
        for (const auto& survey : *surveys)
            if (const auto freed = database->unpark(survey, ""); !freed) return refuse(freed.error());
    }
    const std::atomic<bool> never = false;
    base::Random random;
    const auto transport = upload::make_curl_transport(setup.transport, never);
    const auto report = upload::run_pass(*database, *transport, setup.settings,
                                         upload::period_now(config, clock.local()), random, never, true);
    const auto counts = database->counts();
    if (!counts) return refuse(counts.error());
    tell(options, report, *counts);
    return done;
}

}  // namespace talkpoint::ctl
