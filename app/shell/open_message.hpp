// The pages of the message that somebody reads: of the others the kiosk keeps the covers.
#pragma once

#include "pack/message.hpp"
#include "visit/visit.hpp"

#include <span>
#include <string>
#include <vector>

namespace talkpoint::shell {

/// Main thread. Reads one small file when another message, or another language of it, comes to the screen.
class OpenMessage {
  public:
    /// Those of the message on the screen, as many as its cover says; none where there is no message, or the catalogue
    /// has it whole. Where they cannot be read, staff are told and its summary stands there instead. Good until the
    /// next call.
    [[nodiscard]] std::span<const pack::Page> pages(const visit::Visit& visit);

  private:
    std::string opened_;  ///< pack, message and language
    std::vector<pack::Page> pages_;
};

}  // namespace talkpoint::shell
