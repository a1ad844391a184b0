// From the configuration to what an uploader needs: secrets are read here and nowhere else.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "config/config.hpp"
#include "upload/curl_transport.hpp"
#include "upload/pass.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::upload {

/// In the state directory; held while a pass runs.
inline constexpr std::string_view lock_name = "upload.lock";

struct Setup {
    Settings settings;
    TransportOptions transport;
    base::Millis every{600'000};  ///< a pass in each stretch of this length
};

/// The key of the configuration; nothing where it names none, or where it cannot be used: then `problems` says why.
[[nodiscard]] std::optional<openrosa::PublicKey> load_key(const config::Config& config, base::Date today,
                                                          base::Problems& problems);

/// The period that has not ended yet.
[[nodiscard]] std::string period_now(const config::Config& config, base::LocalTime now);

/// Nothing where no server is named, or where a file with a secret cannot be used: then `problems` says why.
[[nodiscard]] std::optional<Setup> load_setup(const config::Config& config,
                                              const std::optional<openrosa::PublicKey>& key,
                                              std::vector<survey::Survey> surveys, base::Problems& problems);

}  // namespace talkpoint::upload
