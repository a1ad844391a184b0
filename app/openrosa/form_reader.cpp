#include "base/strings.hpp"
#include "openrosa/form.hpp"
#include "openrosa/xml.hpp"
#include "survey/codebook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace talkpoint::openrosa {
namespace {

using base::ErrorKind;
using base::fail;
using survey::QuestionKind;

constexpr std::string_view what = "a form (an XForm)";
// No survey of ours has more or longer ones. Lists that many questions share are copied for each, so they have a bound.
constexpr std::size_t most_values = 64, longest_value = 256, most_item_parts = 32;

/// One line of a list of choices: its parts by their names.
using Item = std::map<std::string, std::string, std::less<>>;

/// `/data/group/name`, `../name`, `ex:name` → `name`.
std::string_view last_step(std::string_view path) {
    path = base::trim(path);
    if (const auto slash = path.rfind('/'); slash != std::string_view::npos) path.remove_prefix(slash + 1);
    if (const auto colon = path.find(':'); colon != std::string_view::npos) path.remove_prefix(colon + 1);
    return path;
}

/// `randomize(instance('list')/root/item[…])` → `list`.
std::string_view list_in(std::string_view nodeset) {
    constexpr std::string_view call = "instance(";
    const auto at = nodeset.find(call);
    if (at == std::string_view::npos) return {};
    nodeset.remove_prefix(at + call.size());
    nodeset = base::trim(nodeset.substr(0, nodeset.find(')')));
    if (nodeset.size() < 2) return {};
    return nodeset.substr(1, nodeset.size() - 2);
}

std::optional<QuestionKind> kind_of(const pugi::xml_node& element) {
    const auto name = local_name(element);
    if (name == "select") return QuestionKind::choices;
    if (name == "rank") return QuestionKind::sort;
    if (name != "select1") return {};
    const auto appearance = attribute_of(element, "appearance");
    return appearance.find("likert") == std::string_view::npos ? QuestionKind::choice : QuestionKind::scale;
}

void add_value(std::vector<std::string>& values, std::string_view value) {
    value = base::trim(value);
    if (!value.empty() && value.size() <= longest_value && values.size() < most_values) values.emplace_back(value);
}

/// Every step looks at each node a fixed number of times, and none recurses.
class Reader {
  public:
    explicit Reader(const pugi::xml_node& html) : html_(html), model_(child_of(child_of(html, "head"), "model")) {}

    base::Result<Form> read() {
        const auto root = primary_instance();
        if (!root) return fail(ErrorKind::malformed, fmt::format("is not {}: it has no instance", what));
        form_.id = attribute_of(root, "id");
        form_.version = attribute_of(root, "version");
        form_.public_key = base::trim(attribute_of(child_of(model_, "submission"), "base64RsaPublicKey"));
        if (form_.id.empty()) return fail(ErrorKind::malformed, fmt::format("is not {}: its instance has no id", what));
        read_lists();
        read_controls();
        read_types();
        read_fields(root);
        return std::move(form_);
    }

  private:
    /// The first instance is the primary one.
    [[nodiscard]] pugi::xml_node primary_instance() const { return first_element(child_of(model_, "instance")); }

    static pugi::xml_node first_element(const pugi::xml_node& node) {
        return node.find_child([](const pugi::xml_node& child) { return child.type() == pugi::node_element; });
    }

    /// The lists of choices beside the primary instance: `<instance id="list"><root><item><name>…`.
    void read_lists() {
        for (const auto& instance : model_.children()) {
            if (local_name(instance) != "instance") continue;
            const auto id = attribute_of(instance, "id");
            if (id.empty() || lists_.contains(id)) continue;
            auto& items = lists_[std::string{id}];
            for (const auto& item : first_element(instance).children()) {
                if (local_name(item) != "item") continue;
                if (items.size() >= most_values) break;
                items.push_back(item_in(item));
            }
        }
    }

    static Item item_in(const pugi::xml_node& element) {
        Item item;
        for (const auto& part : element.children()) {
            if (item.size() >= most_item_parts) break;
            if (part.type() != pugi::node_element) continue;
            const auto value = text_in(part);
            if (value.size() <= longest_value) item.try_emplace(std::string{local_name(part)}, value);
        }
        return item;
    }

    void read_controls() {
        const auto body = child_of(html_, "body");
        for (auto node = next_in(body, body); node; node = next_in(body, node)) {
            const auto kind = kind_of(node);
            const auto name = last_step(attribute_of(node, "ref"));
            if (!kind || name.empty() || controls_.contains(name)) continue;
            controls_.emplace(name, Form::Field{std::string{name}, *kind, values_in(node)});
        }
    }

    void read_types() {
        for (const auto& bind : model_.children())
            if (local_name(bind) == "bind")
                types_.try_emplace(std::string{last_step(attribute_of(bind, "nodeset"))}, attribute_of(bind, "type"));
    }

    /// A number or a date where we write words would be stored as nothing: such a field is none of ours.
    [[nodiscard]] bool holds_text(std::string_view name) const {
        const auto type = types_.find(name);
        if (type == types_.end()) return true;
        const auto bare = last_step(type->second);
        return bare.empty() || bare == "string" || bare == "text" || bare == "select" || bare == "select1" ||
               bare == "rank";
    }

    [[nodiscard]] std::vector<std::string> values_in(const pugi::xml_node& control) const {
        std::vector<std::string> values;
        for (const auto& child : control.children()) {
            if (local_name(child) == "item") add_value(values, text_in(child_of(child, "value")));
            if (local_name(child) == "itemset") add_list(values, child);
        }
        return values;
    }

    void add_list(std::vector<std::string>& values, const pugi::xml_node& itemset) const {
        const auto list = lists_.find(list_in(attribute_of(itemset, "nodeset")));
        if (list == lists_.end()) return;
        const auto ref = last_step(attribute_of(child_of(itemset, "value"), "ref"));
        for (const auto& item : list->second)
            if (const auto part = item.find(ref); part != item.end()) add_value(values, part->second);
    }

    /// The leaves, wherever they stand: servers and other tools put questions into groups.
    void read_fields(const pugi::xml_node& root) {
        std::set<std::string_view> seen;
        bool skip = false;
        for (auto node = next_in(root, root); node; node = next_in(root, node, skip)) {
            const auto name = local_name(node);
            skip = node.parent() == root && (name == context_group || name == meta_group);
            // A prefix alone, `<note:/>`, is no name.
            if (skip || node.type() != pugi::node_element || has_elements(node) || name.empty()) continue;
            if (!seen.insert(name).second || !holds_text(name)) continue;
            const auto control = controls_.find(name);
            form_.fields.push_back(control == controls_.end() ? Form::Field{std::string{name}, {}, {}}
                                                              : control->second);
        }
    }

    pugi::xml_node html_, model_;
    Form form_;
    std::map<std::string, std::vector<Item>, std::less<>> lists_;
    std::map<std::string, Form::Field, std::less<>> controls_;
    std::map<std::string, std::string, std::less<>> types_;  ///< as bound, by name
};

constexpr std::string_view encrypted_suffix = "[encrypted:";

}  // namespace

base::Result<Form> read_form(std::string_view xml) {
    pugi::xml_document document;
    if (auto loaded = load_xml(document, xml, what); !loaded) return std::unexpected(std::move(loaded.error()));
    const auto html = document.document_element();
    if (!child_of(child_of(html, "head"), "model"))
        return fail(ErrorKind::malformed, is_web_page(xml) ? fmt::format("is a web page, not {}", what)
                                                           : fmt::format("is not {}: it has no model", what));
    return Reader{html}.read();
}

std::vector<std::string> missing_fields(const survey::Survey& survey, std::span<const std::string> fields) {
    const std::set<std::string_view> there(fields.begin(), fields.end());
    std::vector<std::string> missing;
    for (const auto& question : survey.questions)
        if (!there.contains(question.id)) missing.push_back(question.id);
    return missing;
}

survey::Survey survey_in(const Form& form) {
    survey::Survey survey;
    survey.id = form.id;
    survey.version = survey_version(form.version);
    for (const auto& field : form.fields) {
        if (field.values.empty()) continue;
        survey::Question question;
        question.id = field.name;
        question.kind = field.kind;
        for (const auto& value : field.values) {
            if (value == survey::not_saying_value) question.about_you = true;
            if (value == survey::not_saying_value || value == survey::skipped_value ||
                value == survey::none_chosen_value)
                continue;
            if (!question.option(value)) question.options.push_back({value, {}, false});
        }
        survey.questions.push_back(std::move(question));
    }
    return survey;
}

bool is_version_of(std::string_view form_version, std::string_view survey_version) {
    return openrosa::survey_version(form_version) == openrosa::survey_version(survey_version);
}

std::string_view survey_version(std::string_view form_version) {
    return form_version.ends_with(']') ? form_version.substr(0, form_version.find(encrypted_suffix)) : form_version;
}

}  // namespace talkpoint::openrosa
