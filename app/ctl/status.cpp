#include "base/files.hpp"
#include "ctl/commands.hpp"
#include "ctl/json.hpp"
#include "ctl/reading.hpp"

namespace talkpoint::ctl {
namespace {

Json json_of(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

}  // namespace

int status(const Options& options, const base::Clock& clock) {
    outbox::Counts counts;
    const auto read = read_responses(options, [&](store::Database* database) -> base::Result<void> {
        if (!database) return {};
        auto found = database->counts();
        if (!found) return std::unexpected(std::move(found.error()));
        counts = std::move(*found);
        return {};
    });
    if (!read) {
        say(read.error());
        return state_unusable;
    }
    Json surveys = Json::object();
    for (const auto& [id, survey] : counts.surveys)
        surveys[id] = {{"queued", survey.queued}, {"parked", survey.parked}, {"sent", survey.sent}};
    print({{"queued", counts.queued},
           {"parked", counts.parked},
           {"sent", counts.sent},
           {"last_sent", json_of(counts.last_sent)},
           {"last_error", json_of(counts.damage)},
           {"surveys", std::move(surveys)},
           {"disk_free_mb", base::free_space_mb(existing_state_folder(options))},
           {"trusted_clock", base::clock_is_plausible(clock.local())}});
    return done;
}

}  // namespace talkpoint::ctl
