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

template <class See>
void in_every_manner(See see) {
    for (const std::string language : {"en", "easy", "pl", "ro", "uk", "ar"})
        for (const auto size : {ui::Size{1920, 1080}, ui::Size{1080, 1920}, ui::Size{1024, 600}, ui::Size{800, 1280}})
            for (const bool large : {false, true})
                for (const bool lower : {false, true}) {
                    const Manner manner{.language = language, .size = size, .wishes = {large, false, lower}};
                    INFO(name_of(manner));
                    see(manner);
                }
}

/// What is filled with this colour and has the corners of a strip of captions.
std::vector<ui::Rect> strips(const ui::Scene& scene, ui::Color color) {
    std::vector<ui::Rect> out;
    for (const auto& stroke : scene.display.strokes())
        if (stroke.kind == ui::Stroke::Kind::fill && stroke.color == color &&
            stroke.radius == std::round(3 * scene.px_per_mm))
            out.push_back(stroke.rect);
    return out;
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
    CHECK(name_of(scene, "film.pause") == "Play film");
    CHECK(name_of(scene, "film.again") == "Watch again");
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
    const auto joined = [](const std::vector<ui::Said>& words) {
        std::string all;
        for (const auto& said : words) all += said.text + "|";
        return all;
    };
    const auto page = [&] { return joined(ui::words_of_page(stage.scene(), stage.strings, ui::Ears::own)); };
    // While it is to play, nothing but what it is: the film waits for the voice.
    CHECK(page() == "Page 1 of 4|Film: A friend can say no.|A friend can say no.|");
    (void)stage.act(visit::PauseFilm{});
    CHECK(page().find("Play film, button|") != std::string::npos);
    (void)stage.act(visit::PauseFilm{});
    (void)stage.act(visit::FilmEnded{});
    const auto after = joined(ui::words_after_film(stage.scene(), stage.strings));
    CHECK(after.starts_with("The film is over.|"));
    CHECK(after.find("Watch again, button|") != std::string::npos);
    CHECK(after.find("Continue, button|") != std::string::npos);
    CHECK(page().find("Watch again, button|") != std::string::npos);
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

TEST_CASE("films: nothing moves while a film plays, is held, and has ended", "[films]") {
    in_every_manner([](const Manner& manner) {
        auto stage = at_film(manner, small_film());
        stage.films.position = Millis{1500};
        const auto playing = stage.scene();
        (void)stage.act(visit::PauseFilm{});
        const auto held = stage.scene();
        (void)stage.act(visit::PauseFilm{});
        (void)stage.act(visit::FilmEnded{});
        const auto ended = stage.scene();
        for (const auto* later : {&held, &ended}) {
            REQUIRE(later->nodes.size() == playing.nodes.size());
            for (std::size_t i = 0; i < playing.nodes.size(); ++i) {
                const auto &before = playing.nodes[i], &after = later->nodes[i];
                INFO(before.id << " " << text_of(before.rect) << ", then " << after.id << " " << text_of(after.rect));
                CHECK(after.id == before.id);
                if (before.id != "film.caption") CHECK(after.rect == before.rect);
                CHECK_FALSE(after.cut);
            }
        }
        CHECK(playing.node("film.pause")->name != held.node("film.pause")->name);
        CHECK(held.node("film.pause")->name == ended.node("film.pause")->name);
    });
}

TEST_CASE("films: at the end the focus stays where it was, and Enter begins the film again", "[films]") {
    auto stage = at_film({}, small_film());
    while (!stage.interaction.is_focused("film.pause")) (void)stage.interaction.key(ui::Key::tab, stage.scene());
    (void)stage.act(visit::FilmEnded{});
    const auto ended = stage.scene();
    REQUIRE(ended.node("film.pause"));
    CHECK(ended.node("film.pause")->focused);
    const auto action = stage.interaction.key(ui::Key::enter, ended);
    REQUIRE(action);
    (void)stage.act(std::get<visit::Action>(*action));
    CHECK(stage.visit.watching()->playing);
    CHECK_FALSE(stage.visit.watching()->ended);
}

TEST_CASE("films: a finger that comes down to hold a film as it ends does not begin it again", "[films]") {
    using Phase = ui::Pointer::Phase;
    auto stage = at_film({}, small_film());
    const auto playing = stage.scene();
    const auto rect = playing.node("film.pause")->rect;
    const float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    (void)stage.interaction.pointer({Phase::down, x, y}, playing, Millis{1000});
    (void)stage.act(visit::FilmEnded{});
    CHECK_FALSE(stage.interaction.pointer({Phase::up, x, y}, stage.scene(), Millis{1100}));
    (void)stage.interaction.pointer({Phase::down, x, y}, stage.scene(), Millis{3000});
    CHECK(stage.interaction.pointer({Phase::up, x, y}, stage.scene(), Millis{3100}));
}

TEST_CASE("films: the last words stay to the end; a strip without any is not drawn there, nor before it begins",
          "[films]") {
    for (const bool contrast : {false, true}) {
        auto stage = at_film({.wishes = {false, contrast, false}}, small_film());
        const auto& p = stage.theme.palette();
        const auto all = [&] { return strips(stage.scene(), contrast ? p.paper : p.dark).size(); };
        stage.films.position = Millis{3500};
        CHECK(all() == 1);  // between two captions
        stage.films.position = Millis{29'000};
        CHECK(name_of(stage.scene(), "film.caption") == "(none)");  // long after
        stage.films.position = Millis{30'000};
        (void)stage.act(visit::FilmEnded{});
        CHECK(name_of(stage.scene(), "film.caption") == "- Yes.\n- Good.");
        CHECK(all() == 1);
        stage.films.length = Millis{8000};
        stage.films.position = Millis{7000};
        (void)stage.act(visit::WatchAgain{});
        CHECK(name_of(stage.scene(), "film.caption") == "- Yes.\n- Good.");  // it ends soon
        stage.films.position = Millis{0};
        CHECK(all() == 0);
        auto film = small_film();
        film.words.captions = {};
        auto bare = at_film({.wishes = {false, contrast, false}}, film);
        (void)bare.act(visit::FilmEnded{});
        CHECK(strips(bare.scene(), contrast ? p.paper : p.dark).empty());
    }
}

TEST_CASE("films: frame, place and strip have one width; under a wider strip the film stands in the middle",
          "[films]") {
    in_every_manner([](const Manner& manner) {
        auto stage = at_film(manner, small_film());
        const auto scene = stage.scene();
        const auto film = scene.node("film")->rect;
        CHECK(std::ranges::any_of(scene.display.strokes(), [&](const ui::Stroke& stroke) {
            return stroke.kind == ui::Stroke::Kind::image && stroke.rect == film;
        }));
        const auto strip = strips(scene, stage.theme.palette().dark);
        REQUIRE(strip.size() == 1);
        const auto& s = strip.front();
        const bool beside = s.x >= film.right() || s.right() <= film.x;
        if (!beside && s.w != film.w) CHECK(s.w > film.w);
        if (!beside) CHECK(s.x + s.w / 2 == Approx(film.x + film.w / 2).margin(1));
    });
}

TEST_CASE("films: in words a page says what it is, in lines of a good length; the rest comes before what follows",
          "[films]") {
    const auto in_words = [](const Manner& manner, int cues) {
        auto film = small_film();
        for (int i = 0; i < cues; ++i) {
            const std::string words = "In the evening they sit on the bench again and talk about the day that was.";
            film.words.captions.cues.push_back({Millis{7000 + i * 1000}, Millis{7900 + i * 1000}, words});
        }
        auto stage = at_film(manner, film);
        (void)stage.act(visit::ReadInstead{});
        return stage;
    };
    in_every_manner([&](const Manner& manner) {
        auto few = in_words(manner, 0), many = in_words(manner, 60);
        CHECK(name_of(few.scene(), "about") == few.strings("film.in_words"));
        const auto background = [](const ui::Scene& scene) { return scene.node("continue")->background; };
        while (const auto* more = many.scene().node("part.more")) {
            const auto scene = many.scene();
            CHECK(background(scene) == scene.node("part.more")->background);  // neither is the stronger
            const auto* part = scene.node("part");
            const std::string& said = part ? part->name : more->value;
            CHECK(said.find(std::to_string(many.interaction.part() + 1)) != std::string::npos);
            if (!manner.wishes.large_text) CHECK(part);
            (void)many.interaction.activate(*scene.node("part.more"));
        }
        REQUIRE(many.interaction.part() > 0);
        CHECK(background(many.scene()) == many.theme.palette().deep);
    });
    for (const auto size : {ui::Size{1920, 1080}, ui::Size{1080, 1920}}) {
        auto stage = in_words({.size = size}, 60);
        const auto scene = stage.scene();
        for (const auto& stroke : scene.display.strokes())
            if (stroke.kind == ui::Stroke::Kind::text && stroke.text->lines > 2)
                CHECK(stroke.text->text.size() / static_cast<std::size_t>(stroke.text->lines) <= 80);
    }
}
