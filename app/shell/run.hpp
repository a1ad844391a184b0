// The whole life of the kiosk program.
#pragma once

namespace talkpoint::shell {

/// Exit codes: 0 done; 2 wrong options; 3 configuration or content refused; 4 no display or GL; 5 state directory
/// unusable or in use; 6 a tour expectation failed.
[[nodiscard]] int run(int argc, char** argv);

}  // namespace talkpoint::shell
