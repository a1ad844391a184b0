// A message's film, and its words in each language.
#include "catch.hpp"

#include "pack/cover.hpp"
#include "translated_folder.hpp"

#include <filesystem>

using namespace talkpoint;
using namespace talkpoint::tests;
using base::Millis;
using pack::Cue;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view captions = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n";
constexpr std::string_view described = "WEBVTT\n\n00:00.000 --> 00:01.000\nA bench\n";

/// The message of `Translated`, with a film of its own.
struct Filmed : Translated {
    Filmed() {
        message_with("film = \"films/a.webm\"\n");
        write("films/a.webm", "bytes");
        write("films/a.vtt", captions);
        write("films/a.described.vtt", described);
    }
    void message_with(std::string_view keys) const {
        write("messages/a.md", with(a_message, "attract = true\n", joined("attract = true\n", keys)));
    }
    /// The film of the message, in the pack's own language.
    std::optional<pack::FilmInWords> film() {
        const auto pack = load();
        REQUIRE(pack);
        REQUIRE(pack->messages.size() == 1);
        const auto& message = pack->messages[0];
        if (!message.film) return {};
        REQUIRE(message.film_words);
        return pack::FilmInWords{*message.film, *message.film_words};
    }
    pack::FilmWords words_in(std::string_view language) {
        const auto pack = read(language);
        REQUIRE(pack.messages[0].film_words);
        return *pack.messages[0].film_words;
    }
};

constexpr int film_line = 10;

}  // namespace

TEST_CASE("film: with everything beside it", "[film]") {
    Filmed folder;
    const auto film = folder.film();
    REQUIRE(film);
    CHECK(folder.problems.empty());
    CHECK(film->film.file == folder.path() / "films/a.webm");
    CHECK(film->words.captions.cues == std::vector<Cue>{{Millis{1000}, Millis{2000}, "Hello"}});
    CHECK(film->words.captions.language == "en");
    CHECK(film->words.captions.reviewed);
    CHECK(film->words.described.cues == std::vector<Cue>{{Millis{0}, Millis{1000}, "A bench"}});
    CHECK(film->film.speech.empty());
    CHECK(pack::bytes_of(film->words) > 12);
}

TEST_CASE("film: one that cannot be played leaves the message its pages", "[film]") {
    Filmed folder;
    fs::remove(folder.path() / "films/a.webm");
    CHECK_FALSE(folder.film());
    CHECK(warns(folder.problems, film_line, "there is no file"));
    folder.write("films/a.webm", "");
    CHECK_FALSE(folder.film());
    CHECK(warns(folder.problems, film_line, "is empty"));
    fs::resize_file(folder.path() / "films/a.webm", pack::max_film_bytes + 1);  // a hole: no byte of it is on the disk
    CHECK_FALSE(folder.film());
    CHECK(warns(folder.problems, film_line, "larger than 500 MB"));
    folder.message_with("film = \"pictures/a.svg\"\n");
    CHECK_FALSE(folder.film());
    CHECK(warns(folder.problems, film_line, "not a film that can be played"));
    fs::create_directories(folder.path() / "films/b.webm");
    folder.message_with("film = \"films/b.webm\"\n");
    (void)folder.load();
    CHECK(refuses(folder.problems, film_line, "is not a file"));
}

TEST_CASE("film: nothing outside the pack", "[film]") {
    Filmed folder;
    folder.link("films/out.webm", "../../outside.txt");
    folder.message_with("film = \"films/out.webm\"\n");
    CHECK(folder.load()->messages.empty());
    CHECK(refuses(folder.problems, film_line, "not inside the pack"));
    folder.message_with("film = \"films/a.webm\"\n");
    fs::remove(folder.path() / "films/a.vtt");
    folder.link("films/a.vtt", "../../outside.txt");
    CHECK(folder.film()->words.captions.cues.empty());
    CHECK(refuses(folder.problems, 0, "not inside the pack"));
}

TEST_CASE("film: without words for those who cannot hear or see it", "[film]") {
    Filmed folder;
    fs::remove_all(folder.path() / "films/a.vtt");
    fs::remove_all(folder.path() / "films/a.described.vtt");
    const auto film = folder.film();
    REQUIRE(film);
    CHECK(film->words.captions.cues.empty());
    CHECK(warns(folder.problems, film_line, "write \"films/a.vtt\""));
    CHECK(warns(folder.problems, film_line, "write \"films/a.described.vtt\""));
    folder.write("films/a.vtt", "no captions");
    CHECK(folder.film());  // and the message stays
    CHECK(refuses(folder.about("films/a.vtt"), 1, "WEBVTT"));
    CHECK_FALSE(warns(folder.about("messages/a.md"), film_line, "write \"films/a.vtt\""));  // it is there
    folder.write("films/a.vtt", "WEBVTT\n");
    CHECK(folder.film());
    CHECK(warns(folder.about("films/a.vtt"), 1, "no words in it yet"));
    folder.write("films/a.vtt", std::string(300'000, ' '));
    CHECK(folder.film());
    CHECK(base::any_error(folder.about("films/a.vtt")));
}

TEST_CASE("film: who speaks in it", "[film]") {
    Filmed folder;
    folder.message_with("film = \"films/a.webm\"\nfilm_speech = \"pl\"\n");
    CHECK(folder.film()->film.speech == "pl");
    folder.message_with("film = \"films/a.webm\"\nfilm_speech = \"polish!\"\n");
    (void)folder.load();
    CHECK(refuses(folder.problems, film_line + 1, "not a language code"));
    folder.message_with("film_speech = \"pl\"\n");
    (void)folder.load();
    CHECK(warns(folder.problems, film_line, "belongs to no film"));
}

TEST_CASE("film: its words in another language, each as far as there are any", "[film]") {
    Filmed folder;
    folder.write_polish();
    folder.write("films/a.pl.vtt", "WEBVTT\n\nNOTE reviewed: no\n\n00:01.000 --> 00:02.000\nCześć\n");
    auto words = folder.words_in("pl");
    CHECK(words.captions.cues[0].text == "Cześć");
    CHECK(words.captions.language == "pl");
    CHECK_FALSE(words.captions.reviewed);
    CHECK(words.described.cues[0].text == "A bench");
    CHECK(words.described.language == "en");
    CHECK(warns(folder.about("films/a.described.vtt"), 0, "write a.described.pl.vtt"));
    folder.write("films/a.described.pl.vtt", "WEBVTT\n\nNOTE reviewed: yes\n\n00:00.000 --> 00:01.000\nŁawka\n");
    words = folder.words_in("pl");
    CHECK(words.described.cues[0].text == "Ławka");
    CHECK(words.described.reviewed);
    // What nobody has read is among the files that somebody should.
    const auto pack = folder.read("pl");
    const auto unread = pack::translation_files(pack, true);
    CHECK(std::ranges::count(unread, folder.path() / "films/a.pl.vtt") == 1);
    CHECK(std::ranges::count(unread, folder.path() / "films/a.described.pl.vtt") == 0);
    folder.write("films/a.pl.vtt", "broken");
    CHECK(folder.words_in("pl").captions.language == "en");
    CHECK(base::any_error(folder.about("films/a.pl.vtt")));
}

TEST_CASE("film: its words come back as they were when only the cover was kept, in each language", "[film]") {
    Filmed folder;
    folder.write_polish();
    folder.write("films/a.pl.vtt", "WEBVTT\n\nNOTE reviewed: no\n\n00:01.000 --> 00:02.000\nCześć\n");
    for (const std::string language : {"en", "pl"}) {
        auto pack = language == "en" ? *folder.load() : folder.read(language);
        const auto before = *pack.messages[0].film_words;
        pack::keep_cover(pack.messages[0], pack);
        CHECK_FALSE(pack.messages[0].film_words);
        const auto after = pack::read_film_words(pack.messages[0], pack, language);
        for (const auto& [was, is] :
             {std::pair{before.captions, after.captions}, std::pair{before.described, after.described}}) {
            CHECK(is.cues == was.cues);
            CHECK(is.language == was.language);
            CHECK(is.reviewed == was.reviewed);
            CHECK(is.file == was.file);
        }
        CHECK(after.captions.cues[0].text == (language == "en" ? "Hello" : "Cześć"));
    }
    auto pack = *folder.load();
    pack::keep_cover(pack.messages[0], pack);
    fs::remove(folder.path() / "films/a.vtt");
    const auto left = pack::read_film_words(pack.messages[0], pack, "en");
    CHECK(left.captions.cues.empty());
    CHECK(left.described.cues.size() == 1);
}
