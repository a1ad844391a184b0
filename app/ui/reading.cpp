#include "ui/reading.hpp"

#include "base/languages.hpp"

#include <iterator>

namespace talkpoint::ui {
namespace {

std::string role_key(const Node& node) {
    switch (node.role) {
        case Role::button:
            return "role.button";
        case Role::link:
            return "role.link";
        case Role::radio:
            return "role.radio";
        case Role::checkbox:
            return "role.checkbox";
        case Role::dialog:
            return "role.dialog";
        case Role::heading:
        case Role::text:
        case Role::image:
        case Role::film:
        case Role::slider:
        case Role::progress:
        case Role::alert:
            return {};
    }
    return {};
}

/// The place of an option in an order, as opposed to a note about it.
bool is_number(std::string_view value) {
    return !value.empty() && value.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string state_of(const Node& node, const pack::Strings& strings) {
    const bool box = node.role == Role::checkbox;
    if (box && node.checked && is_number(node.value)) return strings("state.place", {{"place", node.value}});
    if (box) return strings(node.checked ? "state.ticked" : "state.not_ticked");
    if (node.role == Role::radio) return strings(node.checked ? "state.chosen" : "state.not_chosen");
    return node.checked ? strings("state.chosen") : std::string{};
}

void append(std::string& text, std::string_view more) {
    if (more.empty()) return;
    if (!text.empty()) text += std::string_view{".?!:…؟"}.find(text.back()) == std::string_view::npos ? ", " : " ";
    text += more;
}

std::string place_of(const Node& node, const pack::Strings& strings, std::string_view key) {
    return strings(key, {{"position", std::to_string(node.position)}, {"total", std::to_string(node.total)}});
}

std::string interface_language(const pack::Strings& strings) {
    return std::string{base::text_language(strings.language())};
}

/// Silence is not said.
void add(std::vector<Said>& all, Said said) {
    if (!said.text.empty()) all.push_back(std::move(said));
}

/// Two parts of one thing: one breath where they are in one language.
std::vector<Said> joined(Said name, Said rest) {
    if (name.language == rest.language || rest.text.empty()) {
        append(name.text, rest.text);
        return {std::move(name)};
    }
    return {std::move(name), std::move(rest)};
}

bool is_secret(const Node& node, Ears ears) { return node.answer && ears == Ears::everybodys; }

}  // namespace

std::vector<Said> words_of_node(const Node& node, const pack::Strings& strings, Ears ears) {
    const auto language = interface_language(strings);
    if (is_secret(node, ears)) {
        if (node.total == 0) return {};
        return {{place_of(node, strings, "reading.answer_quiet"), language}};
    }
    if (node.role == Role::film) {
        std::vector<Said> film{{strings("reading.film", {{"title", node.name}}), node.language}};
        if (!node.description.empty()) film.push_back({node.description, node.language});
        return film;
    }
    if (node.role == Role::image) return {{strings("reading.picture", {{"alt", node.name}}), node.language}};
    Said rest{{}, language};
    if (const auto role = role_key(node); !role.empty()) append(rest.text, strings(role));
    append(rest.text, state_of(node, strings));
    const bool option = node.role == Role::radio || node.role == Role::checkbox;
    if (option && !is_number(node.value)) append(rest.text, node.value);  // the kiosk's note about it
    if (node.disabled) append(rest.text, strings("state.fixed"));
    if (node.total > 0) append(rest.text, place_of(node, strings, "reading.position"));
    Said name{node.name, node.language};
    if (node.role == Role::button) append(name.text, node.value);
    auto said = joined(std::move(name), std::move(rest));
    if (!node.description.empty())
        said.push_back({strings("reading.picture", {{"alt", node.description}}), node.language});
    return said;
}

std::vector<Said> words_of_page(const Scene& scene, const pack::Strings& strings, Ears ears) {
    std::vector<Said> page, pictures, controls;
    bool secrets = false;
    std::string recorded;  // the words for which there is a recording: the voice says them where it cannot be played
    for (const auto& node : scene.nodes) {
        if (node.frame || node.live || node.name.empty() || node.role == Role::dialog)
            continue;  // a dialog is named by its title
        const bool control = node.action.has_value() || node.disabled;
        if (is_secret(node, ears)) {
            secrets = true;
            continue;
        }
        if (!scene.recording.empty() && !control && (node.role == Role::heading || node.role == Role::text)) {
            append(recorded, node.name);
            continue;
        }
        if (scene.film == Scene::Film::plays && (control || node.role == Role::heading)) continue;
        if (node.role == Role::progress) {
            add(page, {node.name, node.language});
            continue;
        }
        // What a picture shows comes after the words that it stands beside.
        auto& part = node.role == Role::image ? pictures : control ? controls : page;
        for (auto& said : words_of_node(node, strings, ears)) add(part, std::move(said));
    }
    if (!recorded.empty())
        page.insert(page.begin(), {recorded, std::string{base::text_language(scene.language)}, scene.recording});
    std::ranges::move(pictures, std::back_inserter(page));
    // The way to hear them is named where it is.
    if (secrets && scene.node("answers")) add(page, {strings("reading.answers_quiet"), interface_language(strings)});
    std::ranges::move(controls, std::back_inserter(page));
    return page;
}

std::vector<Said> words_after_film(const Scene& scene, const pack::Strings& strings) {
    std::vector<Said> all{{strings("reading.film_over"), interface_language(strings)}};
    for (const auto& node : scene.nodes)
        if (!node.frame && node.action && !node.disabled && !node.name.empty())
            for (auto& said : words_of_node(node, strings, Ears::own)) add(all, std::move(said));
    return all;
}

}  // namespace talkpoint::ui
