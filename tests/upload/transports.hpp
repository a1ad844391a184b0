// What the tests of the transport need.
#pragma once

#include "upload/curl_transport.hpp"

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::tests {

using namespace std::chrono_literals;

inline const std::atomic<bool> go_on = false;

/// With limits that a test can wait for, and that a busy machine keeps.
[[nodiscard]] inline upload::TransportOptions quick() {
    upload::TransportOptions options;
    options.connect_limit = 10s;
    options.whole_limit = 10s;
    return options;
}

[[nodiscard]] inline std::unique_ptr<upload::Transport> transport_with(upload::TransportOptions options = quick(),
                                                                       const std::atomic<bool>& stop = go_on) {
    return upload::make_curl_transport(std::move(options), stop);
}

[[nodiscard]] inline std::string submission(const std::string& id) {
    return "<data xmlns=\"http://opendatakit.org/submissions\" id=\"kinds\" version=\"1\"><meta "
           "xmlns=\"http://openrosa.org/xforms\"><instanceID>" +
           id + "</instanceID></meta></data>";
}

[[nodiscard]] inline std::vector<upload::Part> parts_of(std::string xml) {
    return {{"xml_submission_file", "submission.xml", "text/xml", std::move(xml)}};
}

/// The fault's message; empty if there is none.
[[nodiscard]] inline std::string fault_of(const upload::Transport::Outcome& outcome) {
    return outcome ? std::string{} : outcome.error().message;
}

}  // namespace talkpoint::tests
