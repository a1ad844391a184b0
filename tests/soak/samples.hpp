// What the kiosk holds, night after night, and whether that grows.
#pragma once

#include "place.hpp"

#include <string>
#include <vector>

namespace talkpoint::soak {

/// Taken at rest, when nothing is drawn: caches are empty, so what is left is what is needed, or what was forgotten.
struct Sample {
    int visits = 0;
    double own = 0;       ///< bytes of C++ objects
    double objects = 0;   ///< and their number
    double heap = 0;      ///< bytes that malloc has given out, to anybody
    double resident = 0;  ///< bytes of our own memory that are in the machine's
    double files = 0;     ///< open descriptors
    double threads = 0;
    double textures = 0;   ///< that nobody holds
    double state = 0;      ///< bytes of the state directory
    double responses = 0;  ///< kept in it
};

[[nodiscard]] Sample sample(Place& place, int visits);
[[nodiscard]] std::string heading();
[[nodiscard]] std::string line_of(const Sample& sample);
/// A line for each thing that grows: from the middle third of the samples to the last one, by their medians. The first
/// third is for what is made once.
[[nodiscard]] std::vector<std::string> growth_in(const std::vector<Sample>& samples);

}  // namespace talkpoint::soak
