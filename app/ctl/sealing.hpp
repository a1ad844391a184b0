// Whose responses are sealed, by survey.
#pragma once

#include "config/config.hpp"
#include "outbox/outbox.hpp"

#include <string>
#include <vector>

namespace talkpoint::ctl {

/// Are those of this survey sealed as they are finished, to the configuration's key or to that of the server's form?
/// Where a key is named and cannot be used, no survey is offered.
[[nodiscard]] bool seals(const config::Config& config, const std::vector<outbox::KnownForm>& forms,
                         const std::string& survey);

}  // namespace talkpoint::ctl
