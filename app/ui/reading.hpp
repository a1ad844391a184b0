// What is read aloud: the words of a screen, made from its meaning alone.
#pragma once

#include "pack/strings.hpp"
#include "ui/scene.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace talkpoint::ui {

/// Words in one language. `recording`: somebody has spoken them; empty: nobody.
struct Said {
    std::string text;
    std::string language;
    std::filesystem::path recording = {};
    friend bool operator==(const Said&, const Said&) = default;
};

/// Who hears it: only the person, or everybody in the room.
enum class Ears { own, everybodys };

/// The whole page in reading order: its words, its pictures' descriptions, then what can be done. What the frame of
/// every screen has is not repeated on each. A film that waits for its name to be said is not kept waiting for more:
/// what can be done is said when it is over (words_after_film()).
[[nodiscard]] std::vector<Said> words_of_page(const Scene& scene, const pack::Strings& strings, Ears ears);

/// That the film is over, and what can be done now.
[[nodiscard]] std::vector<Said> words_after_film(const Scene& scene, const pack::Strings& strings);

/// One node, as the focus comes to it: name, role, state, and what its picture shows. An answer is only named by its
/// place where everybody hears.
[[nodiscard]] std::vector<Said> words_of_node(const Node& node, const pack::Strings& strings, Ears ears);

}  // namespace talkpoint::ui
