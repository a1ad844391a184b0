// Hours of real time: the real kiosk under an X server, with people at it.
#pragma once

#include "screen.hpp"

#include <chrono>
#include <filesystem>

namespace talkpoint::bench {

/// Visit after visit of touches anywhere, and the loop between them, with its films and the voice at their own pace.
/// Prints what the kiosk holds while nobody is there, and whether that has grown: from the middle third of the time to
/// the last. False: it has, or the log has a complaint. Gives up where the kiosk ends.
[[nodiscard]] bool stays_steady(Screen& screen, const std::filesystem::path& scratch, std::chrono::seconds time);

}  // namespace talkpoint::bench
