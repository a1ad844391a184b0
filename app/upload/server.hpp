// What a pass asks of the server before it sends anything: whether it is one, and which forms it has.
#pragma once

#include "outbox/outbox.hpp"
#include "outbox/retry.hpp"
#include "upload/transport.hpp"

#include <chrono>
#include <cstddef>
#include <expected>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace talkpoint::upload {

/// Why a pass ends before it is done.
struct Halt {
    outbox::PassEnd end = outbox::PassEnd::later;
    std::string why;  ///< one line for staff
    std::optional<std::chrono::seconds> wait = {};
    outbox::Hindrance hindrance = outbox::Hindrance::other;
};
/// No whole answer came: later.
[[nodiscard]] Halt halt_of(Fault fault);

/// How large a submission may be; nothing where the server does not say. Halts where no OpenRosa server answers.
[[nodiscard]] std::expected<std::optional<std::size_t>, Halt> look_at_server(Transport& transport,
                                                                             const std::string& base_url);

/// A form that is there and cannot be used, and why.
struct BadForm {
    std::string survey;
    std::string why;
};

struct ServerForms {
    std::vector<outbox::KnownForm> forms;  ///< of `surveys`, those known before and not listed any more among them
    std::vector<outbox::KnownForm> news;   ///< of these, the ones that differ from what was known
    std::vector<BadForm> bad;
    std::set<std::string> listed;  ///< ids of those that the list names
};

/// Asks for the list, and for each form in it that is of `surveys` and has changed. A server without a list has told
/// nothing: what was known stands.
[[nodiscard]] std::expected<ServerForms, Halt> look_at_forms(Transport& transport, const std::string& base_url,
                                                             const std::set<std::string>& surveys,
                                                             const std::vector<outbox::KnownForm>& known);

}  // namespace talkpoint::upload
