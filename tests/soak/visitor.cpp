#include "visitor.hpp"

#include "base/overload.hpp"

#include <numeric>
#include <variant>

namespace talkpoint::soak {
namespace {

using base::Millis;

/// How much somebody with that wish is drawn to a control; 0: not at all.
std::uint64_t drawn_to(Wish wish, const visit::Action& action) {
    using namespace visit;
    const bool wanders = wish == Wish::wander;
    const std::uint64_t reads = wanders || wish == Wish::read || wish == Wish::be_read_to;
    const std::uint64_t answers = wanders || wish == Wish::answer || wish == Wish::give_up;
    const std::uint64_t sets_up = wanders || wish == Wish::set_up;
    return std::visit(base::Overload{
                          [&](const OpenTopic&) { return 3 * reads; },
                          [&](const OpenMessage&) { return 3 * reads; },
                          [&](const OpenSurvey&) { return 3 * answers; },
                          [&](const StartSurvey&) { return 9 * answers; },
                          [&](const Choose&) { return 2 * answers; },
                          [&](const Continue&) { return 12 * (reads | answers); },
                          [&](const Skip&) { return answers; },
                          [&](const PreferNotToSay&) { return answers; },
                          [&](const Back&) { return reads | sets_up; },
                          [&](const Home&) { return reads | sets_up; },
                          [&](const GetHelp&) { return sets_up; },
                          [&](const OpenLanguages&) { return 2 * sets_up; },
                          [&](const OpenSettings&) { return 2 * sets_up; },
                          [&](const ChooseLanguage&) { return 2 * sets_up; },
                          [&](const Change&) { return 2 * sets_up; },
                          [&](const StillHere&) { return std::uint64_t{6}; },
                          [&](const UsualSettings&) { return sets_up; },
                          [&](const auto&) { return std::uint64_t{wanders}; },
                      },
                      action);
}

std::uint64_t drawn_to(Wish wish, const ui::Node& node) {
    if (!node.action || node.disabled) return 0;
    const auto* action = std::get_if<visit::Action>(&*node.action);
    return action ? drawn_to(wish, *action) : 1;  // the next part of the same screen
}

const ui::Node* choose(const ui::Scene& scene, Wish wish, base::Random& chance) {
    std::uint64_t all = 0;
    for (const auto& node : scene.nodes) all += drawn_to(wish, node);
    if (all == 0) return nullptr;
    auto left = chance.below(all);
    for (const auto& node : scene.nodes) {
        const auto weight = drawn_to(wish, node);
        if (left < weight) return &node;
        left -= weight;
    }
    return nullptr;
}

std::uint64_t most_touches(Wish wish, base::Random& chance) {
    switch (wish) {
        case Wish::glance:
            return 0;
        case Wish::read:
        case Wish::wander:
        case Wish::set_up:
            return 4 + chance.below(16);
        case Wish::be_read_to:
            return 2 + chance.below(4);
        case Wish::give_up:
            return 3 + chance.below(9);
        case Wish::answer:
            return 120;  // as many as it takes
    }
    return 0;
}

/// The visit's end: Hide, or walking away, which the kiosk finds out by itself.
bool leave(Place& place, base::Random& chance) {
    const auto* hide = place.scene().node("hide");
    if (hide && chance.below(3) == 0) {
        place.touch(hide->rect.x + hide->rect.w / 2, hide->rect.y + hide->rect.h / 2, Millis{800});
        if (place.scene().screen != "hidden") return false;
    }
    for (int i = 0; i < 300; ++i) {  // half an hour: who is being read to is there until it falls silent
        if (place.scene().screen == "attract") return true;
        place.pass(std::chrono::seconds{6});
    }
    return place.scene().screen == "attract";
}

}  // namespace

bool comes_and_goes(Place& place, Wish wish, base::Random& chance) {
    place.touch(5, 5, Millis{800});
    if (place.scene().screen != "home") return false;
    if (wish == Wish::be_read_to) place.press(platform::KeyName::f2, Millis{3000});
    const auto most = most_touches(wish, chance);
    for (std::uint64_t touches = 0; touches < most; ++touches) {
        const auto& scene = place.scene();
        if (scene.screen == "survey.thanks" || scene.screen == "attract" || scene.screen == "hidden") break;
        const auto* node = choose(scene, wish, chance);
        if (!node) break;
        place.touch(node->rect.x + node->rect.w / 2, node->rect.y + node->rect.h / 2, Millis{800});
        if (chance.below(40) == 0) place.pass(Millis{55'000});  // "Are you still there?"
    }
    return leave(place, chance);
}

}  // namespace talkpoint::soak
