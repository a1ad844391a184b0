// A finished response as XML, as the form of its survey asks for it; and back.
#pragma once

#include "base/result.hpp"
#include "survey/response.hpp"
#include "survey/survey.hpp"

#include <string>
#include <string_view>

namespace talkpoint::openrosa {

/// What this response is called on the server: `uuid:` and its id.
[[nodiscard]] std::string instance_id(std::string_view id);

/// The bytes to freeze: UTF-8, one line, every question of `survey` in its order, empty where it was not asked
/// (without a survey: only those that were answered). `form_version` is the server's, which may differ from the
/// survey's: it is what the instance says, `response.version` is not in it. They have been read again and say what they
/// should; else malformed (a control character, an option with a blank in its id).
[[nodiscard]] base::Result<std::string> write_instance(const survey::Response& response, std::string_view id,
                                                       std::string_view form_version, const survey::Survey* survey);

struct Instance {
    std::string id;            ///< without `uuid:`
    std::string form_version;  ///< as it stands there; `response.version` is the survey's
    survey::Response response;
};
/// malformed: not XML, or not a response of ours (a sealed one is not). Fields that are neither context nor answers are
/// passed over.
[[nodiscard]] base::Result<Instance> read_instance(std::string_view xml);

/// The same instance for another version of its form. malformed: as read_instance, or a version that XML cannot say.
[[nodiscard]] base::Result<std::string> with_version(std::string_view xml, std::string_view form_version);

}  // namespace talkpoint::openrosa
