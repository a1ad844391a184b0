#include "outbox/use.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace talkpoint::outbox {
namespace {

constexpr std::array<std::pair<What, std::string_view>, 9> names{{
    {What::play, "play"},
    {What::visit, "visit"},
    {What::open, "open"},
    {What::screen, "screen"},
    {What::language, "language"},
    {What::setting, "setting"},
    {What::survey_started, "survey-started"},
    {What::survey_left, "survey-left"},
    {What::survey_finished, "survey-finished"},
}};

}  // namespace

std::string_view name_of(What what) {
    return std::ranges::find(names, what, &std::pair<What, std::string_view>::first)->second;
}

std::optional<What> what_of(std::string_view name) {
    const auto* found = std::ranges::find(names, name, &std::pair<What, std::string_view>::second);
    if (found == names.end()) return {};
    return found->first;
}

}  // namespace talkpoint::outbox
