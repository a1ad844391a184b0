// What a visit counts as: that something was used, never by whom.
#pragma once

#include "visit/visit.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace talkpoint::visit {

/// Something that was used, once more.
struct Use {
    enum class What {
        visit,            ///< somebody came
        message,          ///< was opened; subject: its pack, detail: its id
        screen,           ///< was reached; subject: `topic` (detail: the pack), `help`, `languages` or `settings`
        language,         ///< was chosen; subject: another than the one with which every visit begins
        setting,          ///< was turned on; subject: what it is called, as in `large-text`
        survey_started,   ///< subject: the survey, here and below
        survey_left,      ///< detail: the question that was on the screen; empty: the last was answered, nothing kept
        survey_finished,  ///< and is on the disk
    };
    What what = What::visit;
    std::string subject = {};
    std::string detail = {};
    friend auto operator<=>(const Use&, const Use&) = default;
};

/// Looks at a visit after each update and each tick. Messages, screens, languages and settings are told once a visit,
/// surveys each time. How a visit ended is not told, nor is anything of Hide. Keeps nothing of a visit that is over.
class UseWatch {
  public:
    /// What is to be counted since it looked last.
    [[nodiscard]] std::vector<Use> look(const Visit& visit);

  private:
    struct Answering {
        std::string survey;
        std::string question;
    };
    [[nodiscard]] static std::optional<Answering> answering(const Visit& visit);

    std::set<Use> told_;  ///< of the visit that is going on
    std::optional<Answering> answering_;
};

}  // namespace talkpoint::visit
