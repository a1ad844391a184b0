// A small pack with its translation on disk.
#pragma once

#include "catch.hpp"
#include "pack/translation.hpp"
#include "pack_folder.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace talkpoint::tests {

inline constexpr const char* a_message =
    "+++\ntitle = \"Good friends\"\nsummary = \"How it feels\"\nsources = [\"A book\"]\nreview_due = 2091-01-31\n"
    "picture = \"pictures/a.svg\"\npicture_alt = \"Two friends\"\naudiences = [\"child\"]\nattract = true\n+++\n"
    "First words, **strong** ones.\n\n![A bench](pictures/a.svg)\n\n---\n\n- Second words\n";

inline constexpr const char* help =
    "[[line]]\nid = \"danger\"\nname = \"Emergency\"\nfor = \"In danger\"\nphone = \"999\"\nemergency = true\nhours = "
    "\"Always\"\n[[line]]\nid = \"listen\"\nname = \"Listeners\"\nfor = \"To talk\"\nphone = \"1\"\nsource = "
    "\"S\"\nchecked_on = 2090-06-01\n";

inline constexpr const char* polish_pack =
    "reviewed = true\nsource_digest = \"@\"\ntitle = \"Przyjaciele\"\nsummary = \"O przyjaciołach\"\n";
inline constexpr const char* polish_help =
    "reviewed = true\nsource_digest = \"@\"\n[line.danger]\nname = \"Pogotowie\"\nfor = \"W niebezpieczeństwie\"\n"
    "hours = \"Zawsze\"\n[line.listen]\nname = \"Listeners\"\nfor = \"Rozmowa\"\n";
inline constexpr const char* polish_message =
    "+++\nreviewed = true\nsource_digest = \"@\"\ntitle = \"Dobrzy przyjaciele\"\nsummary = \"Jakie to uczucie\"\n"
    "picture_alt = \"Dwoje przyjaciół\"\n+++\n"
    "Pierwsze słowa, **mocne**.\n\n![Ławka](pictures/a.svg)\n\n---\n\n- Drugie słowa\n";

[[nodiscard]] inline std::string with(std::string text, std::string_view what, std::string_view by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

/// A pack with one message and two help lines, and its translation into Polish.
class Translated : public PackFolder {
  public:
    Translated() {
        write("messages/a.md", a_message);
        write("help.toml", help);
    }
    /// All of it, with the digests that are asked for.
    void write_polish() {
        for (const auto& [name, text] : {std::pair{"pack.pl.toml", polish_pack},
                                         {"help.pl.toml", polish_help},
                                         {"messages/a.pl.md", polish_message}}) {
            write(name, text);
            (void)read();
            write(name, with(text, "@", wanted(name)));
        }
    }
    /// The pack in that language; `problems` has only what translating it said.
    pack::Pack read(std::string_view language = "pl") {
        auto source = load();
        REQUIRE(source);
        problems.clear();
        return pack::translate_pack(*source, language, problems);
    }
    /// The complaints about one file of the pack.
    [[nodiscard]] base::Problems about(std::string_view file) const {
        base::Problems found;
        for (const auto& problem : problems)
            if (problem.path == (path() / file).string()) found.push_back(problem);
        return found;
    }
    /// The digest that the complaint about that file wants to be written.
    [[nodiscard]] std::string wanted(std::string_view file) const {
        for (const auto& problem : about(file))
            if (const auto at = problem.message.find("source_digest = \""); at != std::string::npos)
                return problem.message.substr(at + 17, 12);
        return {};
    }
    /// Whether that file is called stale once `source` is changed so.
    bool stale_after(std::string_view source, std::string_view text, std::string_view what, std::string_view by,
                     std::string_view file) {
        write(source, with(std::string{text}, what, by));
        (void)read();
        write(source, text);
        for (const auto& problem : problems) CHECK(problem.path == (path() / file).string());
        return warns(problems, file.ends_with(".md") ? 3 : 2, "has other words now than when it was translated");
    }
};

}  // namespace talkpoint::tests
