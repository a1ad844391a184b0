// What stands on the command line of `talkpoint`.
#pragma once

#include "base/clock.hpp"
#include "platform/window.hpp"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>

namespace talkpoint::shell {

struct Options {
    std::string config;  ///< empty: looked up
    std::string state;   ///< empty: looked up
    platform::WindowOptions window;
    bool rehearsal = false;
    std::filesystem::path preview;  ///< a pack's folder, for its author; empty: no preview
    std::string language;           ///< in which a preview begins; empty: the pack's own
    std::filesystem::path tour;     ///< empty: no tour
    std::filesystem::path shots;    ///< where a tour saves pictures and dumps; empty: nowhere
    std::optional<base::LocalTime> start;
    std::optional<std::uint64_t> seed;
};

/// Either the options, or the exit code with which to end at once: 0 after --help and --version, 2 where they are wrong
/// (said on standard error).
[[nodiscard]] std::expected<Options, int> parse_options(int argc, char** argv);

}  // namespace talkpoint::shell
