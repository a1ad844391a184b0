// What the kiosk is used for, counted: no people, no times, and nothing that links two counts of one visit.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::outbox {

/// The closed list of what is counted; the store refuses anything else. What `subject` and `detail` are: README.
enum class What {
    play,
    visit,
    open,
    screen,
    language,
    setting,
    survey_started,
    survey_left,
    survey_finished,
};

/// As it stands in the store and in tables: `survey-started`.
[[nodiscard]] std::string_view name_of(What what);
[[nodiscard]] std::optional<What> what_of(std::string_view name);

struct Use {
    What what = What::visit;
    std::string subject = {};
    std::string detail = {};
    friend auto operator<=>(const Use&, const Use&) = default;
};

/// How often each.
using Uses = std::map<Use, std::int64_t>;

/// One count as it is kept.
struct UseCount {
    std::string period;
    Use use;
    std::int64_t count = 0;
    friend bool operator==(const UseCount&, const UseCount&) = default;
};

}  // namespace talkpoint::outbox
