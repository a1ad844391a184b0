#include "base/repeats.hpp"

#include <fmt/format.h>

#include <utility>

namespace talkpoint::base {

std::vector<std::string> Repeats::close_hour() {
    std::vector<std::string> out;
    for (const auto& [line, times] : std::exchange(lines_, {}))
        if (times.left_out > 0) out.push_back(fmt::format("{} more times in an hour: {}", times.left_out, line));
    if (const int others = std::exchange(others_, 0); others > 0)
        out.push_back(fmt::format("{} other lines in an hour were left out", others));
    said_ = 0;
    return out;
}

std::vector<std::string> Repeats::admit(const std::string& line, Millis now) {
    std::vector<std::string> out;
    if (now - since_ >= hour) out = close_hour();
    if (lines_.empty()) since_ = now;
    const bool room = said_ < of_all;
    auto found = lines_.find(line);
    if (found == lines_.end() && !room) {
        ++others_;
        return out;
    }
    if (found == lines_.end()) found = lines_.emplace(line, Times{}).first;
    if (room && found->second.said < of_one) {
        ++found->second.said;
        ++said_;
        out.push_back(line);
    } else {
        ++found->second.left_out;
    }
    return out;
}

}  // namespace talkpoint::base
