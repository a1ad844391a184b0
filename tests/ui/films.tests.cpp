// A message as its film, as the words of it, and in the loop.
#include "catch.hpp"

#include "ui/audit_inspector.hpp"
#include "ui/reading.hpp"
#include "ui/words.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using base::Millis;

namespace {

pack::FilmInWords small_film() {
    pack::FilmInWords both;
    auto& [film, words] = both;
    film.file = "/pack/film.webm";
    words.captions = {{{Millis{1000}, Millis{2000}, "Hello,\nAmira."},
                       {Millis{2000}, Millis{3000}, "Would you like to play?"},
                       {Millis{5000}, Millis{6000}, "- Yes.\n- Good."}},
                      "en",
                      true,
                      "/pack/film.vtt"};
    words.described = {{{Millis{0}, Millis{1000}, "A bench."}, {Millis{4000}, Millis{5000}, "She nods."}},
                       "en",
                       true,
                       "/pack/film.described.vtt"};
    return both;
}

Stage at_film(const Manner& manner, const pack::FilmInWords& film) {
    visit::Catalogue catalogue;
    catalogue.packs.push_back(Author{false}.pack("pack", 1));
    catalogue.packs[0].messages[0].film = std::make_shared<pack::Film>(film.film);
    catalogue.packs[0].messages[0].film_words = std::make_shared<pack::FilmWords>(film.words);
    catalogue.language = manner.language;
    Stage stage{std::move(catalogue), manner};
    (void)stage.act(visit::Begin{});
    (void)stage.act(visit::OpenMessage{"pack", "message-0"});
    return stage;
}

std::string name_of(const ui::Scene& scene, std::string_view id) {
    const auto* node = scene.node(id);
    return node ? node->name : "(none)";
}

}  // namespace

TEST_CASE("films: a film says what it is, where it stands, and what can be done", "[films]") {
    auto stage = at_film({}, small_film());
    auto scene = stage.scene();
    CHECK(scene.screen == "message.message-0");
    const auto* film = scene.node("film");
    REQUIRE(film);
    CHECK(film->role == ui::Role::film);
    CHECK(film->name == "A friend can say no.");
    CHECK(film->description == "A friend can say no.");
    CHECK(film->value == "0:01/0:30");
    CHECK(name_of(scene, "film.pause") == "Pause film");
    CHECK(name_of(scene, "film.again") == "Watch again");
    CHECK(name_of(scene, "film.read") == "Read it instead");
    CHECK(name_of(scene, "continue") == "Continue");
    CHECK(name_of(scene, "progress") == "Page 1 of 4");
    (void)stage.act(visit::PauseFilm{});
    CHECK(name_of(stage.scene(), "film.pause") == "Play film");
    (void)stage.act(visit::PauseFilm{});
    (void)stage.act(visit::FilmEnded{});
    scene = stage.scene();
    CHECK_FALSE(scene.node("film.pause"));
    CHECK(scene.node("film.again"));
    (void)stage.act(visit::Continue{});
    CHECK(name_of(stage.scene(), "progress") == "Page 2 of 4");
}

TEST_CASE("films: captions stand with the film at their time, on lines of their own making or the speakers'",
          "[films]") {
    auto stage = at_film({}, small_film());
    const auto at = [&](int ms) {
        stage.films.position = Millis{ms};
        return name_of(stage.scene(), "film.caption");
    };
    CHECK(at(0) == "(none)");
    CHECK(at(1000) == "Hello, Amira.");
    CHECK(at(2999) == "Would you like to play?");
    CHECK(at(3500) == "(none)");
    CHECK(at(5000) == "- Yes.\n- Good.");
    // Nothing else moves when one comes.
    const auto with = stage.scene();
    stage.films.position = Millis{3500};
    const auto without = stage.scene();
    for (const auto& node : without.nodes) CHECK(with.node(node.id)->rect == node.rect);
    // Each is another damage than the frame of the film alone.
    CHECK_FALSE(with.display.damage_since(without.display).empty());
}

TEST_CASE("films: without captions of ours those that the film brings; without any words nothing to read", "[films]") {
    auto film = small_film();
    film.words.captions = {};
    auto stage = at_film({}, film);
    CHECK(stage.scene().node("film.read"));
    film.words.described = {};
    auto bare = at_film({}, film);
    CHECK_FALSE(bare.scene().node("film.read"));
    CHECK_FALSE(bare.scene().node("film.caption"));
    bare.films.own_words = "Its own words";
    CHECK(name_of(bare.scene(), "film.caption") == "Its own words");
}

TEST_CASE("films: a film is large in every manner, whatever stands around it", "[films]") {
    for (const auto size : {ui::Size{1920, 1080}, ui::Size{1080, 1920}})
        for (const bool large : {false, true})
            for (const bool lower : {false, true})
                for (const bool reading : {false, true}) {
                    Manner manner{.size = size, .wishes = {large, false, lower}, .reading = reading};
                    auto stage = at_film(manner, small_film());
                    const auto scene = stage.scene();
                    const auto* film = scene.node("film");
                    REQUIRE(film);
                    const float width_mm = film->rect.w / scene.px_per_mm;
                    INFO(name_of(manner) << ": " << width_mm << " mm");
                    CHECK(width_mm >= (size.width > size.height ? (lower ? 150 : 210) : 150));
                    CHECK(film->rect.w == Approx(film->rect.h * 16 / 9).margin(3));
                    CHECK(stage.films.asked ==
                          ui::Size{static_cast<int>(film->rect.w), static_cast<int>(film->rect.h)});
                }
}

TEST_CASE("films: read aloud a film is named; its captions are not part of the page", "[films]") {
    auto stage = at_film({.reading = true}, small_film());
    const auto words = ui::words_of_page(stage.scene(), stage.strings, ui::Ears::own);
    std::string all;
    for (const auto& said : words) all += said.text + "|";
    CHECK(all.find("Film: A friend can say no.|A friend can say no.|") != std::string::npos);
    CHECK(all.find("Pause film") != std::string::npos);
    CHECK(all.find("Hello") == std::string::npos);
}

TEST_CASE("films: in words, in the order of time", "[films]") {
    auto stage = at_film({}, small_film());
    (void)stage.act(visit::ReadInstead{});
    const auto scene = stage.scene();
    CHECK(scene.screen == "message.message-0");
    CHECK_FALSE(scene.node("film"));
    std::string all;
    for (const auto& node : scene.nodes)
        if (node.id.starts_with("seen.") || node.id.starts_with("said.")) all += node.name + "|";
    CHECK(all == "A bench.|Hello, Amira. Would you like to play?|She nods.|- Yes. - Good.|");
    CHECK(name_of(scene, "title") == "A friend can say no.");
}

TEST_CASE("films: words of two languages stay each in its own", "[films]") {
    auto film = small_film();
    film.words.captions.language = "pl";
    auto stage = at_film({.language = "pl"}, film);
    stage.films.position = Millis{1500};
    CHECK(stage.scene().node("film.caption")->language == "pl");
    (void)stage.act(visit::ReadInstead{});
    const auto scene = stage.scene();
    CHECK(scene.node("seen.0")->language == "en");
    CHECK(scene.node("said.1")->language == "pl");
}

TEST_CASE("films: mirrored, captions keep their middle and the film its place in the line", "[films]") {
    auto stage = at_film({.language = "ar"}, small_film());
    const auto scene = stage.scene();
    const auto *film = scene.node("film"), *pause = scene.node("film.pause");
    REQUIRE(film);
    REQUIRE(pause);
    CHECK(pause->rect.right() <= film->rect.x);
    const auto* caption = scene.node("film.caption");
    REQUIRE(caption);
    CHECK(caption->rect.x + caption->rect.w / 2 == Approx(film->rect.x + film->rect.w / 2).margin(4));
}
