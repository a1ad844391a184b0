// Where responses may be sent: https to anywhere, plain http to this machine only; and by way of which proxy.
#pragma once

#include "base/result.hpp"

#include <expected>
#include <string>
#include <string_view>

namespace talkpoint::config {

/// The address without a trailing slash, fit for `/formList` to be appended; else what is wrong and what to do. It may
/// contain `{token}`.
[[nodiscard]] std::expected<std::string, std::string> checked_base_url(std::string_view written);

/// What is wrong with the address of a proxy, and what to do; empty if nothing is.
[[nodiscard]] std::string complaint_about_proxy(std::string_view written);

}  // namespace talkpoint::config
