// What kept a pass of the uploader from its end, as far as somebody at the kiosk can see to it.
#pragma once

#include <string_view>

namespace talkpoint::outbox {

enum class Hindrance {
    none,
    network,      ///< no cable, no Wi-Fi
    not_found,    ///< no server by that name: the network, or a mistake in the configuration
    server,       ///< it refuses the connection, does not answer in time, or answers that it is in trouble
    certificate,  ///< it cannot show that it is the right one
    other,        ///< for whoever looks after the computer
};

/// As it is kept; empty for none.
[[nodiscard]] std::string_view name_of(Hindrance hindrance);
/// A name that is none of ours is `other`.
[[nodiscard]] Hindrance hindrance_named(std::string_view name);

}  // namespace talkpoint::outbox
