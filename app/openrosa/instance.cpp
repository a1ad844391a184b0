#include "openrosa/instance.hpp"

#include "base/strings.hpp"
#include "openrosa/fields.hpp"
#include "openrosa/form.hpp"
#include "openrosa/xml.hpp"
#include "survey/codebook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace talkpoint::openrosa {
namespace {

using base::ErrorKind;
using base::fail;
using base::printable;
using survey::Answer;

constexpr std::string_view what = "a response in XML";
constexpr std::string_view id_prefix = "uuid:";
constexpr std::size_t longest_instance_id = 64;  // Central refuses a longer one

/// Survives XML exactly: UTF-8, no control character of either range (line ends and tabs would come back as others),
/// none of the two code points that no XML may hold.
bool is_exact(std::string_view text) {
    if (base::first_bad_utf8(text) || base::first_control_character(text)) return false;
    if (text.find_first_of("\t\r\n") != std::string_view::npos) return false;
    if (text.find("\xef\xbf\xbe") != std::string_view::npos || text.find("\xef\xbf\xbf") != std::string_view::npos)
        return false;
    for (auto at = text.find('\xc2'); at != std::string_view::npos; at = text.find('\xc2', at + 1))
        if (static_cast<unsigned char>(text[at + 1]) < 0xa0) return false;
    return true;
}

std::string value_of(const Answer& answer) {
    switch (answer.kind) {
        case Answer::Kind::skipped:
            return std::string{survey::skipped_value};
        case Answer::Kind::not_saying:
            return std::string{survey::not_saying_value};
        case Answer::Kind::chosen:
            break;
    }
    return answer.options.empty() ? std::string{survey::none_chosen_value} : base::join(answer.options, " ");
}

Answer answer_in(std::vector<std::string> words) {
    if (words.size() == 1) {
        if (words[0] == survey::skipped_value) return {Answer::Kind::skipped, {}};
        if (words[0] == survey::not_saying_value) return {Answer::Kind::not_saying, {}};
        if (words[0] == survey::none_chosen_value) return {Answer::Kind::chosen, {}};
    }
    return {Answer::Kind::chosen, std::move(words)};
}

std::vector<std::string> words_of(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    std::vector<std::string> words;
    for (auto start = text.find_first_not_of(blank); start != std::string_view::npos;) {
        const auto end = std::min(text.find_first_of(blank, start), text.size());
        words.emplace_back(text.substr(start, end - start));
        start = text.find_first_not_of(blank, end);
    }
    return words;
}

/// The texts of the context group, in the order of their names.
template <class Response>
auto texts_of(Response& response) {
    return std::array{&response.site,  &response.period, &response.language, &response.audience,
                      &response.event, &response.phase,  &response.flag};
}
static_assert(std::tuple_size_v<decltype(texts_of(std::declval<survey::Response&>()))> == context_texts.size());

void add(pugi::xml_node& parent, const char* name, const std::string& text) {
    auto element = parent.append_child(name);
    // An empty text of its own would be written as `<a></a>`.
    if (!text.empty()) element.append_child(pugi::node_pcdata).set_value(text.c_str());
}

/// The questions in the order of the survey, then those that it does not know: nothing is lost.
std::vector<std::string> fields_of(const survey::Response& response, const survey::Survey* survey) {
    std::vector<std::string> fields;
    if (survey)
        for (const auto& question : survey->questions) fields.push_back(question.id);
    for (const auto& [id, answer] : response.answers)
        if (!survey || !survey->question(id)) fields.push_back(id);
    return fields;
}

base::Result<void> check_texts(const survey::Response& response, std::string_view id, std::string_view form_version,
                               const std::vector<std::string>& fields) {
    const auto refuse = [](std::string message) { return fail(ErrorKind::malformed, std::move(message)); };
    if (id.empty() || instance_id(id).size() > longest_instance_id || !is_exact(id))
        return refuse(fmt::format("\"{}\" cannot be the id of a response", printable(id)));
    if (response.survey.empty() || !is_exact(response.survey) || !is_exact(form_version))
        return refuse("the survey's id or its version cannot be written in XML");
    const auto texts = texts_of(response);
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (!is_exact(*texts[i]))
            return refuse(fmt::format("its {} has a character that XML would change", context_texts[i]));
    for (const auto& field : fields)
        if (!base::is_field_id(field) || field == context_group || field == meta_group)
            return refuse(fmt::format("\"{}\" cannot be the name of a question", printable(field)));
    for (const auto& [field, answer] : response.answers)
        if (!std::ranges::all_of(answer.options, is_exact))
            return refuse(fmt::format("the answer to \"{}\" has a character that XML would change", printable(field)));
    return {};
}

std::string written(const survey::Response& response, std::string_view id, std::string_view form_version,
                    const std::vector<std::string>& fields) {
    pugi::xml_document document;
    begin_xml(document);
    auto root = document.append_child("data");
    root.append_attribute("xmlns:orx") = meta_namespace;
    root.append_attribute("id") = response.survey.c_str();
    root.append_attribute("version") = std::string{form_version}.c_str();
    auto context = root.append_child(std::string{context_group}.c_str());
    const auto texts = texts_of(response);
    for (std::size_t i = 0; i < texts.size(); ++i) add(context, context_texts[i], *texts[i]);
    add(context, trusted_clock_field, response.trusted_clock ? "1" : "0");
    for (const auto& field : fields) {
        const auto answer = response.answers.find(field);
        add(root, field.c_str(), answer == response.answers.end() ? "" : value_of(answer->second));
    }
    auto meta = root.append_child("orx:meta");
    add(meta, "orx:instanceID", instance_id(id));
    return saved_xml(document);
}

/// What was written has been read again: does it say what it should?
bool says(const Instance& instance, const survey::Response& response, std::string_view id,
          std::string_view form_version) {
    survey::Response expected = response;
    expected.version = survey_version(form_version);
    return instance.id == id && instance.form_version == form_version && instance.response == expected;
}

base::Result<void> read_answers(const pugi::xml_node& root, survey::Response& response) {
    for (const auto& element : root.children()) {
        const auto name = local_name(element);
        if (element.type() != pugi::node_element || name == context_group || name == meta_group) continue;
        if (!base::is_field_id(name) || has_elements(element)) continue;
        auto words = words_of(text_in(element));
        if (words.empty()) continue;
        if (!response.answers.emplace(name, answer_in(std::move(words))).second)
            return fail(ErrorKind::malformed, fmt::format("answers \"{}\" twice", name));
    }
    return {};
}

base::Result<Instance> instance_in(const pugi::xml_node& root) {
    const auto refuse = [](std::string_view why) {
        return fail(ErrorKind::malformed, fmt::format("is not a response of a kiosk: {}", why));
    };
    const auto id = text_in(child_of(child_of(root, meta_group), "instanceID"));
    const auto context = child_of(root, context_group);
    if (attribute_of(root, "encrypted") == "yes") return refuse("it is sealed; open it first");
    if (attribute_of(root, "id").empty()) return refuse("it names no survey");
    if (!context) return refuse("it has no context");
    const auto trimmed = base::trim(id);
    if (!trimmed.starts_with(id_prefix) || trimmed.size() == id_prefix.size()) return refuse("it has no id");

    Instance instance;
    instance.id = trimmed.substr(id_prefix.size());
    instance.form_version = attribute_of(root, "version");
    auto& response = instance.response;
    response.survey = attribute_of(root, "id");
    response.version = survey_version(instance.form_version);
    const auto texts = texts_of(response);
    for (std::size_t i = 0; i < texts.size(); ++i) *texts[i] = text_in(child_of(context, context_texts[i]));
    response.trusted_clock = base::trim(text_in(child_of(context, trusted_clock_field))) == "1";
    if (auto read = read_answers(root, response); !read) return std::unexpected(std::move(read.error()));
    return instance;
}

}  // namespace

std::string instance_id(std::string_view id) { return std::string{id_prefix}.append(id); }

base::Result<std::string> write_instance(const survey::Response& response, std::string_view id,
                                         std::string_view form_version, const survey::Survey* survey) {
    const auto fields = fields_of(response, survey);
    if (auto fit = check_texts(response, id, form_version, fields); !fit)
        return std::unexpected(std::move(fit.error()));
    auto xml = written(response, id, form_version, fields);
    const auto read = read_instance(xml);
    if (!read) return std::unexpected(read.error());
    if (!says(*read, response, id, form_version))
        return fail(ErrorKind::malformed, "what was written does not read as what was answered");
    return xml;
}

base::Result<Instance> read_instance(std::string_view xml) {
    pugi::xml_document document;
    if (auto loaded = load_xml(document, xml, what); !loaded) return std::unexpected(std::move(loaded.error()));
    return instance_in(document.document_element());
}

base::Result<std::string> with_version(std::string_view xml, std::string_view form_version) {
    pugi::xml_document document;
    if (auto loaded = load_xml(document, xml, what); !loaded) return std::unexpected(std::move(loaded.error()));
    auto root = document.document_element();
    const auto before = instance_in(root);
    if (!before) return std::unexpected(before.error());
    if (!is_exact(form_version)) return fail(ErrorKind::malformed, "the form's version cannot be written in XML");
    if (!root.attribute("version")) root.append_attribute("version");
    root.attribute("version") = std::string{form_version}.c_str();
    auto changed = saved_xml(document);
    const auto after = read_instance(changed);
    if (!after || !says(*after, before->response, before->id, form_version))
        return fail(ErrorKind::malformed, "the response does not read as it did after its version was changed");
    return changed;
}

}  // namespace talkpoint::openrosa
