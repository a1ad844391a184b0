// A log that the same trouble cannot fill.
#pragma once

#include "base/clock.hpp"

#include <map>
#include <string>
#include <vector>

namespace talkpoint::base {

/// What of a stream of lines is worth saying: each line so often an hour, and so many in all; then how many were left
/// out. Pure; bounded whatever comes. One thread at a time.
class Repeats {
  public:
    /// What to say now: first of an hour that is over what was left out in it, then the line itself, or not. `now` is
    /// of a clock that never goes back.
    [[nodiscard]] std::vector<std::string> admit(const std::string& line, Millis now);

    static constexpr int of_one = 5, of_all = 200;  ///< lines an hour
    static constexpr Millis hour{3'600'000};

  private:
    [[nodiscard]] std::vector<std::string> close_hour();

    struct Times {
        int said = 0, left_out = 0;
    };
    std::map<std::string, Times> lines_;  ///< of this hour; no more than may be said in it
    int said_ = 0;
    int others_ = 0;   ///< left out, because they came when there was no room any more
    Millis since_{0};  ///< the first line of this hour
};

}  // namespace talkpoint::base
