// A message that begins with a film: watching, reading instead, coming back, going away.
#include "catch.hpp"

#include "visit/person.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace talkpoint::visit;
using namespace std::chrono_literals;

namespace {

/// Somebody at a kiosk whose message "one" has a film.
struct Watcher : Person {
    static std::vector<Catalogue> filmed() {
        std::vector<Catalogue> out{small_catalogue(), in_polish(small_catalogue())};
        for (auto& catalogue : out) {
            pack::Film film;
            film.file = "/films/one.webm";
            film.speech = catalogue.language;
            catalogue.packs[0].messages[0].film = std::make_shared<pack::Film>(film);
        }
        return out;
    }
    const std::vector<Catalogue> with_films = filmed();

    Watcher() { visit.renew(with_films); }
    Watcher& at_film() {
        walk({Begin{}, OpenMessage{"pack", "one"}});
        REQUIRE(form() == Form::film);
        return *this;
    }
    [[nodiscard]] Form form() const { return visit.place().form; }
    [[nodiscard]] Watching watching() const {
        const auto now_watching = visit.watching();
        REQUIRE(now_watching);
        return *now_watching;
    }
    [[nodiscard]] bool warned() const { return visit.warning_seconds(now).has_value(); }
};

Place page(std::size_t number) { return {Screen::message, "pack", "one", {}, number}; }

}  // namespace

TEST_CASE("films: a message with one begins with it, and it plays by itself", "[films]") {
    Watcher person;
    person.at_film();
    const auto first = person.watching();
    CHECK(first.film == &*person.with_films[0].packs[0].messages[0].film);
    CHECK(first.message == "pack/one");
    CHECK(first.on_screen);
    CHECK(first.playing);
    CHECK_FALSE(first.ended);
    (void)person.act(OpenMessage{"pack", "two"});
    CHECK(person.form() == Form::pages);
    CHECK_FALSE(person.visit.watching());
    (void)person.act(OpenMessage{"pack", "one"});
    CHECK(person.watching().showing != first.showing);
}

TEST_CASE("films: where nothing is to move it waits to be asked for", "[films]") {
    Watcher person;
    person.walk({Begin{}, OpenSettings{}, Change{Setting::calm}, Back{}});
    person.at_film();
    CHECK_FALSE(person.watching().playing);
    (void)person.act(PauseFilm{});
    CHECK(person.watching().playing);
}

TEST_CASE("films: pause, go on, end, again", "[films]") {
    Watcher person;
    person.at_film();
    const int showing = person.watching().showing;
    (void)person.act(PauseFilm{});
    CHECK_FALSE(person.watching().playing);
    (void)person.act(PauseFilm{});
    CHECK(person.watching().playing);
    CHECK(person.watching().showing == showing);
    (void)person.act(FilmEnded{});
    CHECK_FALSE(person.watching().playing);
    CHECK(person.watching().ended);
    (void)person.act(PauseFilm{});  // there is nothing to go on with
    CHECK_FALSE(person.watching().playing);
    (void)person.act(WatchAgain{});
    CHECK(person.watching().playing);
    CHECK_FALSE(person.watching().ended);
    CHECK(person.watching().showing != showing);
}

TEST_CASE("films: on to the pages, and back", "[films]") {
    Watcher person;
    person.at_film();
    (void)person.act(Continue{});
    CHECK(person.visit.place() == page(0));
    CHECK_FALSE(person.visit.watching());
    (void)person.act(Continue{});
    CHECK(person.visit.place() == page(1));
    person.walk({Back{}, Back{}});
    CHECK(person.form() == Form::film);
    CHECK_FALSE(person.watching().playing);  // it was seen, or passed over
    (void)person.act(Back{});
    CHECK(person.screen() == Screen::topic);
    CHECK_FALSE(person.visit.watching());
}

TEST_CASE("films: to be read instead", "[films]") {
    Watcher person;
    person.at_film();
    const int showing = person.watching().showing;
    (void)person.act(ReadInstead{});
    CHECK(person.form() == Form::transcript);
    CHECK_FALSE(person.watching().on_screen);
    CHECK_FALSE(person.watching().playing);
    (void)person.act(PauseFilm{});
    (void)person.act(WatchAgain{});
    CHECK_FALSE(person.watching().playing);
    (void)person.act(Back{});
    CHECK(person.form() == Form::film);
    CHECK(person.watching().showing == showing);  // it stands where it stood
    CHECK_FALSE(person.watching().playing);
    person.walk({ReadInstead{}, Continue{}});
    CHECK(person.visit.place() == page(0));
    person.walk({Home{}});
    CHECK(person.screen() == Screen::home);
}

TEST_CASE("films: what lies over one holds it; another language goes on with the same", "[films]") {
    for (const Action& over : {Action{GetHelp{}}, Action{OpenLanguages{}}, Action{OpenSettings{}}}) {
        Watcher person;
        person.at_film();
        const int showing = person.watching().showing;
        (void)person.act(over);
        CHECK_FALSE(person.watching().playing);
        CHECK_FALSE(person.watching().on_screen);
        (void)person.act(Back{});
        CHECK(person.watching().on_screen);
        CHECK_FALSE(person.watching().playing);
        CHECK(person.watching().showing == showing);
        person.walk({OpenLanguages{}, ChooseLanguage{"pl"}});
        CHECK(person.watching().film->speech == "pl");
        CHECK(person.watching().showing == showing);
    }
}

TEST_CASE("films: whatever ends the visit ends the film", "[films]") {
    for (const Action& away : {Action{Hide{}}, Action{Home{}}, Action{Back{}}, Action{OpenSurvey{"each"}}}) {
        Watcher person;
        person.at_film();
        (void)person.act(away);
        CHECK_FALSE(person.visit.watching());
    }
    Watcher person;
    person.at_film();
    person.walk({ShiftPressed{}, ShiftPressed{}, ShiftPressed{}});
    CHECK_FALSE(person.visit.watching());
    (void)person.act(FilmEnded{});  // that was on its way
    CHECK(person.screen() == Screen::hidden);
}

TEST_CASE("films: who watches is there, but not for ever", "[films]") {
    Watcher person;
    person.at_film();
    for (int i = 0; i < 590; ++i) (void)person.wait(1s);
    CHECK_FALSE(person.warned());
    for (int i = 0; i < 56; ++i) (void)person.wait(1s);
    CHECK(person.warned());  // ten minutes, and the idle time
    for (int i = 0; i < 21; ++i) (void)person.wait(1s);
    CHECK(person.screen() == Screen::attract);
    CHECK_FALSE(person.visit.watching());
}

TEST_CASE("films: the idle time begins when one ends or is held", "[films]") {
    for (const Action& still : {Action{FilmEnded{}}, Action{PauseFilm{}}, Action{ReadInstead{}}}) {
        Watcher person;
        person.at_film();
        for (int i = 0; i < 100; ++i) (void)person.wait(1s);
        (void)person.act(still);
        for (int i = 0; i < 44; ++i) (void)person.wait(1s);
        CHECK_FALSE(person.warned());
        (void)person.wait(1s);
        CHECK(person.warned());
    }
}

TEST_CASE("films: one that cannot be shown is left out, wherever the person is", "[films]") {
    Watcher person;
    person.at_film();
    (void)person.act(GetHelp{});
    person.visit.leave_out_films({"/films/one.webm", "/films/other.webm"});
    (void)person.act(Back{});
    CHECK(person.visit.place() == page(0));
    (void)person.act(Back{});
    CHECK(person.screen() == Screen::topic);
    (void)person.act(OpenMessage{"pack", "one"});
    CHECK(person.visit.place() == page(0));
    person.visit.leave_out_films({});
    (void)person.act(Back{});
    CHECK(person.form() == Form::film);
    (void)person.act(ReadInstead{});
    person.visit.leave_out_films({"/films/one.webm"});
    CHECK(person.form() == Form::transcript);  // whose words are there
    (void)person.act(Back{});
    CHECK(person.screen() == Screen::topic);
}

TEST_CASE("films: an author takes one away", "[films]") {
    Watcher person;
    person.at_film();
    const auto without = std::vector{small_catalogue()};
    person.visit.renew(without);
    CHECK(person.visit.place() == page(0));
}
