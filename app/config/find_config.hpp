// Where the configuration is, for both programs.
#pragma once

#include <filesystem>
#include <string>

namespace talkpoint::config {

/// `--config` if given, else /etc/talkpoint/kiosk.toml if it is there, else kiosk_config/kiosk.toml.
[[nodiscard]] std::filesystem::path find_config(const std::string& option);

}  // namespace talkpoint::config
