// How events are kept: event.json.
#include "base/redacted.hpp"
#include "staff/document.hpp"
#include "staff/event.hpp"
#include "survey/response.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace talkpoint::staff {
namespace {

using Json = nlohmann::json;

constexpr const char* document = "event";
constexpr std::array reasons{std::pair{Over::target, "target"}, std::pair{Over::time, "time"},
                             std::pair{Over::clock, "clock"}, std::pair{Over::staff, "staff"}};

/// Reads one object; once anything is not as we write it, `good` is false and stays so.
struct Reader {
    const Json& object;
    bool good = true;

    explicit Reader(const Json& json) : object(json), good(json.is_object()) {}

    const Json* member(const char* key) {
        const auto found = good ? object.find(key) : object.end();
        if (!good || found == object.end()) {
            good = false;
            return nullptr;
        }
        return &*found;
    }
    std::string text(const char* key) {
        const auto* value = member(key);
        if (value && value->is_string()) return value->get<std::string>();
        good = false;
        return {};
    }
    std::int64_t number(const char* key, std::int64_t most) {
        const auto* value = member(key);
        if (value && value->is_number_integer())
            if (const auto number = value->get<std::int64_t>(); number >= 0 && number <= most) return number;
        good = false;
        return 0;
    }
    base::LocalTime time(const char* key) {
        const auto time = base::parse_local_time(text(key));
        good = good && time;
        return time.value_or(base::LocalTime{});
    }
    Phase phase() {
        const auto name = text("phase");
        for (const auto phase : {Phase::neither, Phase::before, Phase::after})
            if (name == name_of(phase)) return phase;
        good = false;
        return Phase::neither;
    }
    std::string code() {
        auto code = text("code");
        good = good && survey::is_event_code(code);
        return code;
    }
    Over why() {
        const auto name = text("why");
        for (const auto& [why, word] : reasons)
            if (name == word) return why;
        good = false;
        return Over::staff;
    }
};

bool read_now(const Json& json, Collection& now) {
    Reader read{json};
    now = {.plan = {.code = read.code(),
                    .name = read.text("name"),
                    .phase = read.phase(),
                    .survey = read.text("survey"),
                    .language = read.text("language"),
                    .target = static_cast<int>(read.number("target", highest_target)),
                    .ends = read.time("ends")},
           .begun = read.time("begun"),
           .seen = read.time("seen"),
           .finished = static_cast<int>(read.number("finished", 1'000'000))};
    // Whatever the file says, none is longer than one that staff can begin.
    return read.good && plan_problem(now.plan, now.begun).empty();
}

bool read_past(const Json& json, PastEvent& past) {
    Reader read{json};
    past = {.code = read.code(),
            .phase = read.phase(),
            .survey = read.text("survey"),
            .finished = read.text("finished"),
            .why = read.why(),
            .language = read.text("language"),
            .target = static_cast<int>(read.number("target", highest_target)),
            .lasts = std::chrono::minutes{read.number("minutes", longest_event / std::chrono::minutes{1})}};
    return read.good;
}

Json json_of(const Collection& now) {
    return {{"code", now.plan.code},
            {"name", now.plan.name},
            {"phase", name_of(now.plan.phase)},
            {"survey", now.plan.survey},
            {"language", now.plan.language},
            {"target", now.plan.target},
            {"ends", base::format_local_time(now.plan.ends)},
            {"begun", base::format_local_time(now.begun)},
            {"seen", base::format_local_time(now.seen)},
            {"finished", now.finished}};
}

Json json_of(const PastEvent& past) {
    const auto* reason = std::ranges::find(reasons, past.why, [](const auto& pair) { return pair.first; });
    return {{"code", past.code},         {"phase", name_of(past.phase)}, {"survey", past.survey},
            {"finished", past.finished}, {"why", reason->second},        {"language", past.language},
            {"target", past.target},     {"minutes", past.lasts.count()}};
}

}  // namespace

base::Result<Events> read_events(const std::filesystem::path& folder) {
    const auto json = read_document(folder, document);
    if (!json && json.error().kind == base::ErrorKind::not_found) return Events{};
    if (!json) return std::unexpected(json.error());
    Events events;
    Reader read{*json};
    events.begun = read.number("begun", 1'000'000'000);
    const auto* been = read.member("been");
    bool good = read.good && been->is_array() && been->size() <= most_past_events;
    if (good)
        for (const auto& one : *been) good = read_past(one, events.been.emplace_back()) && good;
    if (const auto now = json->find("now"); now != json->end()) good = read_now(*now, events.now.emplace()) && good;
    if (!good)
        return base::fail(base::ErrorKind::malformed,
                          "cannot be understood, so no event is going on; set it aside: a name of which there are "
                          "answers is not taken again",
                          (folder / document).string() + ".json");
    return events;
}

base::Result<void> write_events(const std::filesystem::path& folder, const Events& events) {
    Json been = Json::array();
    for (const auto& past : events.been) been.push_back(json_of(past));
    Json json = {{"begun", events.begun}, {"been", std::move(been)}};
    if (events.now) json["now"] = json_of(*events.now);
    return write_document(folder, document, json);
}

}  // namespace talkpoint::staff
