// From a finished response to the bytes that are kept, and later sent as they are.
#pragma once

#include "base/result.hpp"
#include "openrosa/key.hpp"
#include "outbox/outbox.hpp"
#include "survey/response.hpp"
#include "survey/survey.hpp"

#include <optional>
#include <string>
#include <vector>

namespace talkpoint::upload {

/// How the responses of one survey are to be made.
struct Making {
    std::string version;                     ///< of the form, exactly as the server has it
    std::optional<openrosa::PublicKey> key;  ///< nothing: not sealed
};

/// `own` is the configuration's key and wins over the form's. A form counts for its version only if that is one of
/// `version`, the survey's; its key counts in any case, so that nothing is made in the clear for a form that is
/// encrypted. malformed: the form's key cannot be used; then nothing may be made.
[[nodiscard]] base::Result<Making> making_of(const std::string& survey, const std::string& version,
                                             const std::optional<openrosa::PublicKey>& own,
                                             const std::vector<outbox::KnownForm>& forms);

/// The record of a response, sealed if `making` has a key: then its plain text is nowhere but in `response`, and its
/// length tells nothing either.
[[nodiscard]] base::Result<outbox::Record> freeze(const survey::Response& response, const std::string& id,
                                                  const survey::Survey& survey, const Making& making);

/// A record that was kept in the clear and has never left, sealed. Its version becomes that of `making`.
[[nodiscard]] base::Result<outbox::Record> sealed(const outbox::Record& plain, const Making& making);

}  // namespace talkpoint::upload
