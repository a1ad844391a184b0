// One result type for the whole program, and the one shape of a complaint about content.
// No exception crosses a folder: functions that can fail return Result, functions that read
// what people wrote append to a list of Problems and return what was good.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::base {

/// What went wrong, for a program that must decide what to do next.
enum class ErrorKind {
    not_found,    ///< the file or row is not there
    unreadable,   ///< it is there and cannot be read (rights, device)
    unwritable,   ///< it cannot be written: read-only, full, no rights
    in_use,       ///< another process holds it
    malformed,    ///< it was read and makes no sense
    too_large,    ///< it is beyond the bounds we set for data from outside
    unsupported,  ///< this machine or this build cannot do it (no display, no GL)
};

/// `message` says what is wrong and what to do; `place` says where (a path, or `path:line`).
struct Error {
    ErrorKind kind;
    std::string message;
    std::string place;

    /// "place: message", as a person reads it on one line.
    [[nodiscard]] std::string text() const { return place.empty() ? message : place + ": " + message; }
};

template <class T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorKind kind, std::string message, std::string place = {}) {
    return std::unexpected(Error{kind, std::move(message), std::move(place)});
}

enum class Severity {
    error,    ///< the thing that it is about cannot be used
    warning,  ///< it can be used; somebody should look
};

/// One complaint about a file that a person wrote.
struct Problem {
    Severity severity = Severity::error;
    std::string path;
    int line = 0;  ///< 1-based; 0 where the complaint is about the whole file
    std::string message;

    /// `path:line: message`; a warning says so after the place.
    [[nodiscard]] std::string text() const;
};

using Problems = std::vector<Problem>;

/// What a reader could not read, as a complaint; a place such as `path:12` becomes path and line.
[[nodiscard]] Problem problem_of(const Error& error);

[[nodiscard]] bool any_error(const Problems& problems);

}  // namespace talkpoint::base
