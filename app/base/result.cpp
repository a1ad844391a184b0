#include "base/result.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>

namespace talkpoint::base {

std::string Problem::text() const {
    std::string out = path;
    if (line > 0) out += ":" + std::to_string(line);
    if (!out.empty()) out += ": ";
    if (severity == Severity::warning) out += "warning: ";
    return out + message;
}

Problem problem_of(const Error& error) {
    const auto colon = error.place.rfind(':');
    const std::string_view digits =
        colon == std::string::npos ? std::string_view{} : std::string_view{error.place}.substr(colon + 1);
    int line = 0;
    const auto [rest, code] = std::from_chars(digits.data(), digits.data() + digits.size(), line);
    if (digits.empty() || code != std::errc{} || rest != digits.data() + digits.size() || line <= 0)
        return {Severity::error, error.place, 0, error.message};
    return {Severity::error, error.place.substr(0, colon), line, error.message};
}

bool any_error(const Problems& problems) {
    return std::ranges::any_of(problems, [](const Problem& p) { return p.severity == Severity::error; });
}

}  // namespace talkpoint::base
