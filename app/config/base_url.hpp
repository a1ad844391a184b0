// Where responses may be sent: https to anywhere, plain http to this machine only.
#pragma once

#include "base/result.hpp"

#include <expected>
#include <string>
#include <string_view>

namespace talkpoint::config {

/// The address without a trailing slash, fit for `/formList` to be appended; else what is wrong and what to do. It may
/// contain `{token}`.
[[nodiscard]] std::expected<std::string, std::string> checked_base_url(std::string_view written);

}  // namespace talkpoint::config
