#include "openrosa/fields.hpp"
#include "openrosa/form.hpp"
#include "openrosa/xml.hpp"
#include "survey/codebook.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace talkpoint::openrosa {
namespace {

using survey::Question;
using survey::QuestionKind;
using survey::Survey;

/// One value of a question that is no option of it. Its label is the same in every language: only the evaluators read
/// it.
struct Special {
    std::string_view value, label;
};
std::vector<Special> specials_of(const Question& question) {
    std::vector<Special> specials;
    if (question.kind == QuestionKind::choices) specials.push_back({survey::none_chosen_value, "Chose none of these"});
    specials.push_back({survey::skipped_value, "Skipped the question"});
    if (question.about_you) specials.push_back({survey::not_saying_value, "Prefers not to say"});
    return specials;
}

void set(pugi::xml_node& node, const char* name, std::string_view value) {
    node.append_attribute(name) = std::string{value}.c_str();
}

void add_text(pugi::xml_node& parent, const char* name, std::string_view text) {
    parent.append_child(name).text() = std::string{text}.c_str();
}

std::string path_of(std::string_view field) { return fmt::format("/data/{}", field); }
/// Of the text: the question's id, or it and the value. No id holds a colon.
std::string text_id(std::string_view question, std::string_view value) { return fmt::format("{}:{}", question, value); }

class Writer {
  public:
    Writer(std::span<const Survey> translations, std::string_view public_key)
        : translations_(translations), survey_(translations.front()), public_key_(public_key) {}

    std::string write() {
        pugi::xml_document document;
        begin_xml(document);
        auto html = document.append_child("h:html");
        set(html, "xmlns", "http://www.w3.org/2002/xforms");
        set(html, "xmlns:h", "http://www.w3.org/1999/xhtml");
        set(html, "xmlns:jr", "http://openrosa.org/javarosa");
        set(html, "xmlns:odk", "http://www.opendatakit.org/xforms");
        set(html, "xmlns:orx", meta_namespace);
        auto head = html.append_child("h:head");
        add_text(head, "h:title", survey_.title);
        auto model = head.append_child("model");
        set(model, "odk:xforms-version", "1.0.0");
        write_model(model);
        auto body = html.append_child("h:body");
        for (const auto& question : survey_.questions) write_control(body, question);
        return saved_pretty_xml(document);
    }

  private:
    void write_model(pugi::xml_node& model) const {
        if (!public_key_.empty()) {
            auto submission = model.append_child("submission");
            set(submission, "base64RsaPublicKey", public_key_);
        }
        write_instance(model);
        auto itext = model.append_child("itext");
        for (std::size_t i = 0; i < translations_.size(); ++i)
            if (!translated_before(i)) write_translation(itext, translations_[i]);
        write_binds(model);
    }

    void write_instance(pugi::xml_node& model) const {
        auto root = model.append_child("instance").append_child("data");
        set(root, "id", survey_.id);
        set(root, "version", survey_.version);
        auto context = root.append_child(std::string{context_group}.c_str());
        for (const char* field : context_texts) context.append_child(field);
        context.append_child(trusted_clock_field);
        for (const auto& question : survey_.questions) root.append_child(question.id.c_str());
        root.append_child("orx:meta").append_child("orx:instanceID");
    }

    /// A language has one translation, the first.
    [[nodiscard]] bool translated_before(std::size_t index) const {
        for (std::size_t i = 0; i < index; ++i)
            if (translations_[i].language == translations_[index].language) return true;
        return false;
    }

    void write_translation(pugi::xml_node& itext, const Survey& translated) const {
        auto translation = itext.append_child("translation");
        set(translation, "lang", translated.language);
        if (&translated == &survey_) set(translation, "default", "true()");
        const auto text = [&](const std::string& id, std::string_view words) {
            auto entry = translation.append_child("text");
            set(entry, "id", id);
            add_text(entry, "value", words);
        };
        for (const auto& question : survey_.questions) {
            // What a translation leaves out is said in the first language, so that every text is there.
            const auto* other = translated.question(question.id);
            text(question.id, other ? other->text : question.text);
            for (const auto& option : question.options) {
                const auto* same = other ? other->option(option.id) : nullptr;
                text(text_id(question.id, option.id), same ? same->text : option.text);
            }
            for (const auto& special : specials_of(question)) text(text_id(question.id, special.value), special.label);
        }
    }

    void write_binds(pugi::xml_node& model) const {
        const auto bind = [&](std::string_view path, const char* type) {
            auto element = model.append_child("bind");
            set(element, "nodeset", path);
            set(element, "type", type);
            return element;
        };
        const auto context = [&](const char* field) {
            bind(fmt::format("/data/{}/{}", context_group, field), "string");
        };
        for (const char* field : context_texts) context(field);
        context(trusted_clock_field);
        for (const auto& question : survey_.questions) {
            auto element = bind(path_of(question.id), question.kind == QuestionKind::sort ? "odk:rank" : "string");
            if (question.show_if) set(element, "relevant", relevant(*question.show_if));
        }
        auto id = bind("/data/orx:meta/orx:instanceID", "string");
        set(id, "readonly", "true()");
        set(id, "jr:preload", "uid");
    }

    // `selected` is true of a single choice, too, and of any place in an order: the rule by which a session asks.
    static std::string relevant(const survey::Condition& condition) {
        std::string out;
        for (const auto& option : condition.is) {
            if (!out.empty()) out += " or ";
            out += fmt::format("selected({}, '{}')", path_of(condition.question), option);
        }
        return out;
    }

    static const char* control_of(QuestionKind kind) {
        switch (kind) {
            case QuestionKind::choice:
            case QuestionKind::scale:
                return "select1";
            case QuestionKind::choices:
                return "select";
            case QuestionKind::sort:
                return "odk:rank";
        }
        return "select1";
    }

    static void write_control(pugi::xml_node& body, const Question& question) {
        auto control = body.append_child(control_of(question.kind));
        set(control, "ref", path_of(question.id));
        if (question.kind == QuestionKind::scale) set(control, "appearance", "likert");
        const auto label = [](pugi::xml_node& parent, const std::string& id) {
            auto element = parent.append_child("label");
            set(element, "ref", fmt::format("jr:itext('{}')", id));
        };
        label(control, question.id);
        const auto item = [&](std::string_view value) {
            auto element = control.append_child("item");
            label(element, text_id(question.id, value));
            add_text(element, "value", value);
        };
        for (const auto& option : question.options) item(option.id);
        for (const auto& special : specials_of(question)) item(special.value);
    }

    std::span<const Survey> translations_;
    const Survey& survey_;
    std::string_view public_key_;
};

}  // namespace

std::string write_form(std::span<const Survey> translations, std::string_view public_key) {
    return translations.empty() ? std::string{} : Writer{translations, public_key}.write();
}

}  // namespace talkpoint::openrosa
