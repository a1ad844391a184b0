#include "config/find_config.hpp"

namespace talkpoint::config {

std::filesystem::path find_config(const std::string& option) {
    if (!option.empty()) return option;
    const std::filesystem::path installed = "/etc/talkpoint/kiosk.toml";
    std::error_code error;
    return std::filesystem::exists(installed, error) ? installed : std::filesystem::path{"kiosk_config/kiosk.toml"};
}

}  // namespace talkpoint::config
