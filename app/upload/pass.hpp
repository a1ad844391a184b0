// One pass of the uploader: from the first look at the server to the last receipt.
#pragma once

#include "base/random.hpp"
#include "openrosa/key.hpp"
#include "outbox/outbox.hpp"
#include "outbox/retry.hpp"
#include "survey/survey.hpp"
#include "upload/transport.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::upload {

/// What a pass needs to know of this kiosk.
struct Settings {
    std::string base_url;                    ///< with the token in its place: a secret
    std::string digest;                      ///< changes with whatever a server may have refused us for
    std::optional<openrosa::PublicKey> key;  ///< of the configuration
    int batch_min = 5;
    std::vector<survey::Survey> surveys;  ///< those known here, to be compared with the server's forms
};

/// What staff should know of one survey.
struct Remark {
    std::string survey;
    std::string text;
    friend bool operator==(const Remark&, const Remark&) = default;
};

struct Report {
    outbox::PassEnd end = outbox::PassEnd::done;
    std::optional<std::chrono::seconds> wait;               ///< as the server asked
    std::string error;                                      ///< why it ended early; empty if it did not
    outbox::Hindrance hindrance = outbox::Hindrance::none;  ///< of what kind that is
    std::map<std::string, std::int64_t> sent;               ///< by survey
    std::vector<Remark> kept;                               ///< why some wait
    std::vector<Remark> parked;                             ///< in this pass, and why
    std::vector<Remark> warnings;
    std::vector<outbox::KnownForm> forms;  ///< as the server has them now
};

/// `period` is the one that has not ended yet. `even_if_refused`: a person asks, so try although the server refused us
/// before. `stop` ends it between two requests. Never throws, never fails: what went wrong is in the report and in the
/// queue's upload state.
[[nodiscard]] Report run_pass(outbox::Queue& queue, Transport& transport, const Settings& settings,
                              const std::string& period, base::Random& random, const std::atomic<bool>& stop,
                              bool even_if_refused = false);

}  // namespace talkpoint::upload
