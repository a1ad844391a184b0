#include "base/redacted.hpp"

#include <fmt/format.h>

namespace talkpoint::base {

std::string redacted(std::int64_t count) {
    if (count <= 0) return "0";
    if (count <= most_hidden) return fmt::format("1-{}", most_hidden);
    return fmt::format("{}", rounded(count));
}

}  // namespace talkpoint::base
