#include "shell/reader.hpp"

#include "base/languages.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace talkpoint::shell {
namespace {

std::vector<ui::Said> focus_of(const Reader::Frame& frame) {
    const auto found = std::ranges::find_if(frame.scene.nodes, &ui::Node::focused);
    if (found == frame.scene.nodes.end()) return {};
    return ui::words_of_node(*found, frame.strings, frame.ears);
}

/// The countdown of the idle warning changes every second; it is said once, as its page.
std::vector<ui::Said> alert_of(const Reader::Frame& frame) {
    if (frame.scene.screen == "idle-warning") return {};
    const auto found = std::ranges::find_if(
        frame.scene.nodes, [](const ui::Node& node) { return node.role == ui::Role::alert && node.id != "rehearsal"; });
    if (found == frame.scene.nodes.end()) return {};
    return ui::words_of_node(*found, frame.strings, frame.ears);
}

ui::Said interface_words(const Reader::Frame& frame, std::string_view key,
                         std::initializer_list<std::pair<std::string_view, std::string>> values = {}) {
    return {frame.strings(key, values), std::string{base::text_language(frame.strings.language())}};
}

}  // namespace

void Reader::say(std::vector<ui::Said> words) {
    std::vector<media::Utterance> utterances;
    for (auto& said : words)
        utterances.push_back({std::move(said.text), std::move(said.language), std::move(said.recording)});
    sound_.read(std::move(utterances));
    reads_page_ = false;
}

void Reader::read_page(const Frame& frame, std::string_view first_key) {
    auto words = ui::words_of_page(frame.scene, frame.strings, frame.ears);
    if (!first_key.empty()) words.insert(words.begin(), interface_words(frame, first_key));
    say(std::move(words));
    reads_page_ = true;
}

void Reader::look(const Frame& frame) {
    const auto& settings = frame.settings;
    if (!settings.reading) {
        if (std::exchange(reading_, false)) {
            page_.clear();
            focus_.clear();
            alert_.clear();
            sound_.stop();
            // Who still stands there hears that it worked; when the visit has ended nobody does.
            if (frame.scene.screen != "attract" && frame.scene.screen != "hidden")
                say({interface_words(frame, "reading.ends")});
        }
        return;
    }
    sound_.set_speed(settings.slower ? media::Speed::slower : media::Speed::usual);
    sound_.set_volume(settings.volume);
    const bool began = !std::exchange(reading_, true);
    const bool again = std::exchange(again_, settings.again) != settings.again;
    const auto volume = std::exchange(volume_, settings.volume);
    auto focus = focus_of(frame), alert = alert_of(frame);
    const auto focus_before = std::exchange(focus_, focus), alert_before = std::exchange(alert_, alert);
    const bool new_page = std::exchange(page_, frame.place) != frame.place;
    // What was kept quiet until now is read at once.
    const bool more_to_say = std::exchange(ears_, frame.ears) != frame.ears && frame.ears == ui::Ears::own;
    const bool film_over = frame.scene.film == ui::Scene::Film::over;
    const bool film_ends = !std::exchange(film_over_, film_over) && film_over;
    if (began || new_page || again || more_to_say)
        read_page(frame, began ? "reading.begins" : "");
    else if (film_ends)
        say(ui::words_after_film(frame.scene, frame.strings));
    else if (!alert.empty() && alert != alert_before)
        say(std::move(alert));
    else if (volume != settings.volume)
        say({interface_words(frame, "reading.volume", {{"percent", std::to_string(settings.volume)}})});
    else if (!focus.empty() && focus != focus_before)
        say(std::move(focus));
    sound_.pause(settings.paused);
}

}  // namespace talkpoint::shell
