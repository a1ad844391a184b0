// A visit as touches: where each lands, and what stands there. From the kiosk's own dumps, so that it follows the
// design.
#pragma once

#include "../measuring.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace talkpoint::bench {

struct Point {
    int x = 0, y = 0;
};

/// A screen of the visit, and the touch that leads to the next one.
struct Stop {
    nlohmann::json dump;
    std::string tapped;  ///< the node's id; empty on the last screen
    Point point;
};

/// Every screen of tests/tours/visit.tour from the attract loop to "thank you", in order. Takes some seconds. Gives up
/// where the kiosk does not walk it.
[[nodiscard]] std::vector<Stop> walk_visit(const std::filesystem::path& scratch, int width, int height);

/// The middle of a node of that screen. Gives up where it is not there.
[[nodiscard]] Point middle_of(const nlohmann::json& dump, const std::string& id);
/// The index of the first stop on this screen.
[[nodiscard]] std::size_t stop_at(const std::vector<Stop>& stops, const std::string& screen);

/// What the kiosk is started with for every walk, so that the same questions are drawn.
inline const std::vector<std::string> kiosk_arguments = {
    "--config", source / "kiosk_config/kiosk.toml", "--start", "2026-11-23T10:00", "--seed", "1"};

}  // namespace talkpoint::bench
