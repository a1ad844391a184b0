// A form as a server has it, and what we make of it.
#include "openrosa/form.hpp"
#include "input.hpp"

#include <algorithm>
#include <set>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::fuzz;

namespace {

// Could one of our authors have written it?
bool is_like_ours(const survey::Survey& survey) {
    return std::ranges::all_of(survey.questions, [](const survey::Question& question) {
        return base::is_field_id(question.id) && question.id != openrosa::context_group &&
               question.id != openrosa::meta_group && !question.options.empty() &&
               std::ranges::all_of(question.options,
                                   [](const survey::Option& option) { return base::is_field_id(option.id); });
    });
}

void claim_same_questions(const survey::Survey& a, const survey::Survey& b) {
    claim(a.id == b.id && a.version == b.version && a.questions.size() == b.questions.size(),
          "a form that is written again is of the same survey");
    for (std::size_t i = 0; i < a.questions.size(); ++i) {
        const auto &one = a.questions[i], &other = b.questions[i];
        claim(one.id == other.id && one.kind == other.kind && one.about_you == other.about_you,
              "a question that is written again is the same", one.id);
        claim(std::ranges::equal(one.options, other.options, {}, &survey::Option::id, &survey::Option::id),
              "its options are the same", one.id);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto form = openrosa::read_form(text_of(data, size));
    if (!form) {
        claim_malformed(form.error());
        return 0;
    }
    claim(!form->id.empty(), "a form has an id");
    std::vector<std::string> names;
    for (const auto& field : form->fields) {
        names.push_back(field.name);
        claim(!field.name.empty() && field.values.size() <= 64, "a field has a name and a bounded list", field.name);
    }
    claim(std::set(names.begin(), names.end()).size() == names.size(), "each field is there once");

    const auto survey = openrosa::survey_in(*form);
    claim(openrosa::missing_fields(survey, names).empty(), "what the form asks, it has a field for");
    claim(openrosa::missing_fields(survey, {}).size() == survey.questions.size(), "no fields, no questions");
    claim(openrosa::is_version_of(form->version, survey.version), "its version is the survey's", form->version);
    if (!is_like_ours(survey)) return 0;
    const auto again = openrosa::read_form(openrosa::write_form(std::vector{survey}));
    claim(again.has_value(), "what we write can be read", again ? "" : again.error().text());
    claim_same_questions(openrosa::survey_in(*again), survey);
    return 0;
}
