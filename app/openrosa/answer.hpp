// What a server's answer to a submission means: the one table that says what becomes of a response.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::openrosa {

enum class Verdict {
    received,   ///< 201 or 202 with an OpenRosaResponse, and nothing else: it may be deleted here
    later,      ///< keep it, end the pass, back off
    refused,    ///< 401, 403: keep all, stop until something is changed
    no_form,    ///< 404: park this survey and version
    conflict,   ///< 409: once more, alone; then park it
    not_taken,  ///< 400, 413: park this one
};

struct Answer {
    Verdict verdict = Verdict::later;
    std::string said;  ///< one line for staff: the status, what it means, and what the server said, if that can be read
    std::optional<std::chrono::seconds> wait;  ///< `Retry-After`, at most a day; only with `later`
};

/// `headers` by their names in small letters. `body` may be anything; it is cut, and never quoted where it is HTML.
[[nodiscard]] Answer read_answer(int status, const std::map<std::string, std::string>& headers, std::string_view body);

/// The largest submission the server takes, from the answer to HEAD; nothing if it does not say.
[[nodiscard]] std::optional<std::size_t> accepted_length(const std::map<std::string, std::string>& headers);

}  // namespace talkpoint::openrosa
