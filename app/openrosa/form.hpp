// The form of a survey, an XForm: written to be published on a server, and read again as the server has it.
// Source: https://getodk.github.io/xforms-spec
#pragma once

#include "base/result.hpp"
#include "survey/survey.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::openrosa {

/// Groups and fields beside the questions: no question may be called so.
inline constexpr std::string_view context_group = "context";
inline constexpr std::string_view meta_group = "meta";

/// `translations` are the same survey in each language, the first being the default. `public_key`: base64 of DER;
/// empty: the form asks for nothing sealed. The same surveys give the same bytes; no survey gives none. What a
/// translation lacks is said in the first one's words.
[[nodiscard]] std::string write_form(std::span<const survey::Survey> translations, std::string_view public_key = {});

/// What we need to know of a form on a server.
struct Form {
    struct Field {
        std::string name;
        survey::QuestionKind kind = survey::QuestionKind::choice;  ///< choice where the form asks it in no way of ours
        std::vector<std::string> values;  ///< of its items, the first 64 that stand in the form
    };
    std::string id;
    std::string version;
    std::string public_key;     ///< base64 of DER, empty: not encrypted
    std::vector<Field> fields;  ///< of the primary instance, in groups or not; the context's and the meta's not among
                                ///< them, nor those that hold no text
};
/// malformed: not XML, or not an XForm. Bounded in time and memory by the length of `xml`.
[[nodiscard]] base::Result<Form> read_form(std::string_view xml);

/// Questions of the survey that the form has no field for, in the survey's order.
[[nodiscard]] std::vector<std::string> missing_fields(const survey::Survey& survey,
                                                      std::span<const std::string> fields);

/// The survey as far as its form tells: ids, kinds and options, without their texts; enough for the columns of an
/// export. A field without values is none of its questions (servers add fields of their own).
[[nodiscard]] survey::Survey survey_in(const Form& form);

/// `2026.11` and `2026.11[encrypted:k3/x]` (Central's managed encryption): is the server's version one of the survey's?
[[nodiscard]] bool is_version_of(std::string_view form_version, std::string_view survey_version);
/// `2026.11` of both.
[[nodiscard]] std::string_view survey_version(std::string_view form_version);

}  // namespace talkpoint::openrosa
