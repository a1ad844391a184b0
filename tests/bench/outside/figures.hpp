// What is measured of each program, by turns. Each adds its figures to the comparison.
#pragma once

#include "comparison.hpp"
#include "screen.hpp"
#include "walk.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::bench {

struct Subject {
    Side side = Side::ours;
    std::string command;          ///< a shell's
    std::string keeps_responses;  ///< one that keeps them one after the other (page.hpp); empty: there is none
    std::vector<std::filesystem::path> folders;  ///< what it reads beside its own files
};

struct Bench {
    Screen& screen;
    const std::vector<Stop>& stops;
    std::vector<Subject> subjects;
    std::filesystem::path scratch;
    Comparison& comparison;
    bool brief = false;
};

/// From the start of the program until its page stands; with its files in memory, and without.
void measure_starts(Bench& bench);
/// From a finger to the first changed pixel, to the home screen, to "thank you".
void measure_touches(Bench& bench);
/// Processor time of a still page and of the loop; how smooth the loop's transition is.
void measure_rest_and_loop(Bench& bench);
/// Memory in the loop, and after three minutes of use.
void measure_memory(Bench& bench);
/// Responses kept in a second, beside a bare append and sync.
void measure_responses(Bench& bench);
/// A thousand messages and five gigabytes of films, beside one pack of them.
void measure_scale(Bench& bench);

}  // namespace talkpoint::bench
