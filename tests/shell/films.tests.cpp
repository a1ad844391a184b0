// Films in the real kiosk: watched, held, read instead, read aloud; and all
// that a film can do wrong.
#include "catch.hpp"

#include "shell/driven.hpp"

#include <algorithm>
#include <chrono>
#include <set>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using platform::KeyName;
namespace fs = std::filesystem;

namespace {

const fs::path films = fs::path{TALKPOINT_SOURCE} / "tests/media/films";

constexpr std::string_view captions =
    "WEBVTT\n\n00:00.500 --> 00:01.000\nA first caption\n\n00:01.200 --> "
    "00:01.800\nA second caption\n";
constexpr std::string_view described = "WEBVTT\n\n00:00.900 --> 00:01.100\nGrey becomes lighter\n";

struct FilmKiosk : TestKiosk {
    explicit FilmKiosk(const fs::path& film = films / "steps.webm", bool attract = false) {
        size = "1280x800";
        message("filmed", "Filmed",
                attract ? "attract = true\nfilm = \"films/a.webm\"\n" : "film = \"films/a.webm\"\n");
        write("content/small/films/a.vtt", captions);
        write("content/small/films/a.described.vtt", described);
        if (!film.empty()) fs::copy_file(film, path("content/small/films/a.webm"));
    }
    void message(const std::string& id, const std::string& title, const std::string& keys) const {
        write("content/small/messages/" + id + ".md",
              "+++\ntitle = \"" + title + "\"\nsummary = \"About it.\"\naudiences = [\"adult\"]\n" + keys +
                  "sources = [\"us\"]\nreview_due = 2099-01-01\n+++\nPage "
                  "one.\n\n---\n\nPage two.\n");
    }
    void film(std::string_view bytes) const { write("content/small/films/a.webm", bytes); }
};

const std::string to_film =
    "touch 1 1\ntap \"#topic.small\"\ntap "
    "\"#message.filmed\"\non message.filmed\n";

std::string value_of(const nlohmann::json& dump, std::string_view id) {
    const auto node = node_of(dump, id);
    return node.is_null() ? "(none)" : node.at("value").get<std::string>();
}

void tap(DrivenKiosk& kiosk, const std::string& id) {
    const auto* node = kiosk.scene().node(id);
    INFO(id << " on " << kiosk.screen());
    REQUIRE(node);
    kiosk.tap(ui::Node{*node});
}

void go_to_film(DrivenKiosk& kiosk) {
    if (kiosk.screen() == "attract") tap(kiosk, "begin");
    for (const auto* id : {"topic.small", "message.filmed"}) tap(kiosk, id);
    REQUIRE(kiosk.scene().node("film"));
}

std::string position(DrivenKiosk& kiosk) {
    const auto* film = kiosk.scene().node("film");
    return film ? film->value : "(none)";
}

bool shows(DrivenKiosk& kiosk, std::string_view name) {
    return std::ranges::any_of(kiosk.scene().nodes, [&](const ui::Node& node) { return node.name == name; });
}

std::ptrdiff_t entries_of(const char* folder) {
    return std::distance(fs::directory_iterator{folder}, fs::directory_iterator{});
}

}  // namespace

TEST_CASE(
    "films: a tour watches one, holds it, goes on, reads it instead, "
    "watches it again",
    "[films]") {
    const FilmKiosk kiosk;
    const auto ran = kiosk.tour(to_film +
                                "dump begins\nwait 600ms\nsee \"A first caption\"\nshot first\ntap "
                                "\"Pause film\"\n"
                                "dump held\nwait 20s\ndump still\nshot held\ntap \"Play film\"\nwait "
                                "700ms\n"
                                "see \"A second caption\"\nshot second\nwait 10s\nnot-see \"Pause "
                                "film\"\ndump end\n"
                                "shot end\ntap \"Read it instead\"\nsee \"Grey becomes lighter\"\nsee "
                                "\"A first caption\"\n"
                                "tap \"Back\"\nsee \"Watch again\"\ntap \"Watch again\"\nwait 600ms\n"
                                "see \"A first caption\"\nshot again\ntap \"Continue\"\nsee \"Page "
                                "one.\"\n"
                                "see \"Page 2 of 3\"\ntap \"Back\"\nsee \"Play film\"\ntap \"Back\"\non "
                                "topic\n");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(value_of(kiosk.dump("begins"), "film") == "0:00/0:02");
    CHECK(value_of(kiosk.dump("end"), "film") == "0:02/0:02");
    CHECK(node_of(kiosk.dump("begins"), "film").at("role") == "film");
    CHECK(offers(kiosk.dump("held"), "Play film"));
    CHECK(value_of(kiosk.dump("still"), "film") == value_of(kiosk.dump("held"), "film"));
    // Pictures: the same frame while it is held, another one later, the first
    // again.
    const auto picture = [&](const std::string& name) { return contents_of(kiosk.path("shots") / (name + ".png")); };
    CHECK(picture("first") != picture("second"));
    CHECK(picture("second") != picture("end"));
}

TEST_CASE("films: a tour is the same each time, to the pixel", "[films]") {
    const FilmKiosk kiosk{films / "steps.webm", true};
    const std::string script =
        "wait 900ms\nshot loop\n" + to_film + "wait 400ms\nshot one\nwait 700ms\nshot two\nwait 80s\nshot later\n";
    std::set<std::string> seen;
    for (int i = 0; i < 2; ++i) {
        const auto ran = kiosk.tour(script);
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        std::string all;
        for (const auto* name : {"loop", "one", "two", "later"})
            all += contents_of(kiosk.path("shots") / (std::string{name} + ".png"));
        seen.insert(all);
    }
    CHECK(seen.size() == 1);
}

TEST_CASE(
    "films: what is broken is left out, staff are told once, and the "
    "kiosk goes on",
    "[films]") {
    const auto whole = contents_of(films / "steps.webm");
    const std::vector<std::pair<std::string, std::string>> broken{
        {"", "is empty"},
        {"These are words, and no film.", "neither WebM nor"},
        {whole.substr(0, 300), "is cut short or broken"},
        {contents_of(films / "mpeg4.mkv"), "as mpeg4; export it"},
        {contents_of(films / "too-wide.webm"), "cannot be"},
        {contents_of(films / "eleven-minutes.webm"), "ten min"},
        {contents_of(films / "sound-only.webm"), "holds no picture"}};
    for (const auto& [bytes, why] : broken) {
        const FilmKiosk kiosk{{}, true};
        kiosk.film(bytes);
        const auto ran = kiosk.tour("wait 60s\n" + to_film +
                                    "see \"Page one.\"\nsee \"Page 1 of 2\"\ntap \"Back\"\non topic\n"
                                    "tap \"#message.filmed\"\nsee \"Page one.\"\n");
        INFO(why << ": " << ran.err);
        CHECK(ran.exit_code == 0);
        const auto lines = lines_in(ran.err);
        const auto told = std::ranges::count_if(lines, [&](const std::string& line) {
            return line.find("a.webm") != std::string::npos && line.find(why) != std::string::npos;
        });
        CHECK(told == (bytes.empty() ? 0 : 1));  // an empty one is a warning about
                                                 // the content, which check lists
    }
    const FilmKiosk missing{fs::path{}};
    CHECK(missing.tour(to_film + "see \"Page one.\"\n").exit_code == 0);
}

TEST_CASE("films: cut at many lengths, the visit reaches its pages every time", "[films]") {
    const auto whole = contents_of(films / "steps.mp4");
    for (std::size_t i = 1; i < 8; i += 2) {
        const FilmKiosk kiosk{{}};
        kiosk.film(whole.substr(0, whole.size() * i / 8));
        const auto ran = kiosk.tour(to_film + "wait 10s\non message.filmed\ntap \"Continue\"\non message.filmed\n");
        INFO(i << ": " << ran.err);
        CHECK(ran.exit_code == 0);
    }
}

TEST_CASE("films: read aloud, the film holds for the voice and goes on after it", "[films]") {
    const FilmKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.press(KeyName::f2);
    go_to_film(kiosk);
    kiosk.wait(1s);
    REQUIRE(kiosk.speaking());
    CHECK(position(kiosk) == "0:00/0:02");
    std::vector<std::string> order;
    for (base::Millis waited{0}; waited < 60s; waited += 50ms) {
        const auto said = kiosk.speaking();
        if (said && (order.empty() || order.back() != *said)) order.push_back(*said);
        if (said) {
            const auto before = position(kiosk);
            kiosk.wait(50ms);
            if (kiosk.speaking() == said) CHECK(position(kiosk) == before);
        } else {
            kiosk.wait(50ms);
        }
        if (!shows(kiosk, "Pause film")) break;
    }
    CHECK_FALSE(shows(kiosk, "Pause film"));  // it has come to its end
    const auto at = [&](std::string_view words) { return std::ranges::find(order, words) - order.begin(); };
    CHECK(at("A first caption") < at("Grey becomes lighter"));
    CHECK(at("Grey becomes lighter") < at("A second caption"));
    CHECK(at("A second caption") < static_cast<std::ptrdiff_t>(order.size()));
    CHECK_THAT(kiosk.spoken(), ContainsSubstring("Film: Filmed"));
    kiosk.wait(30s);
    const auto over = kiosk.spoken().find("The film is over."), again = kiosk.spoken().find("Watch again, button");
    CHECK(over != std::string::npos);
    CHECK(over == kiosk.spoken().rfind("The film is over."));
    CHECK(again > over);
    CHECK(again != std::string::npos);
}

TEST_CASE(
    "films: what people say in it, in the language of the visit, is not "
    "said once more",
    "[films]") {
    const FilmKiosk files;
    files.message("filmed", "Filmed", "film = \"films/a.webm\"\nfilm_speech = \"en\"\n");
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.press(KeyName::f2);
    go_to_film(kiosk);
    kiosk.wait(60s, 50ms);
    CHECK_THAT(kiosk.spoken(), ContainsSubstring("Grey becomes lighter"));
    CHECK(kiosk.spoken().find("A first caption") == std::string::npos);
}

TEST_CASE(
    "films: leaving ends it, help holds it, nothing moves where that was "
    "asked for",
    "[films]") {
    const FilmKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    go_to_film(kiosk);
    kiosk.wait(500ms);
    tap(kiosk, "help");
    kiosk.wait(5s);
    tap(kiosk, "back");
    const auto held = position(kiosk);
    CHECK(held == "0:00/0:02");
    CHECK(shows(kiosk, "Play film"));
    tap(kiosk, "film.pause");
    kiosk.wait(3s);
    CHECK_FALSE(shows(kiosk, "Pause film"));
    tap(kiosk, "hide");
    CHECK(kiosk.screen() == "hidden");
    kiosk.wait(1s);
    CHECK_FALSE(kiosk.scene().node("film"));
    kiosk.wait(60s);
    for (const auto* id : {"begin", "settings", "settings.calm", "done", "topic.small", "message.filmed"})
        tap(kiosk, id);
    kiosk.wait(5s);
    CHECK(position(kiosk) == "0:00/0:02");
    CHECK(shows(kiosk, "Play film"));
}

TEST_CASE("films: who watches is there; the warning comes after the end", "[films]") {
    const FilmKiosk files{films / "steps.webm"};
    DrivenKiosk kiosk{files.config, files.path("state")};
    go_to_film(kiosk);
    kiosk.wait(46s);
    CHECK(kiosk.screen() == "message.filmed");  // two seconds of film, then forty-five
    kiosk.wait(2s);
    CHECK(kiosk.screen() == "idle-warning");
}

TEST_CASE(
    "films: in the loop a film plays in place of its picture, silent, "
    "with captions, as long as it lasts",
    "[films]") {
    const FilmKiosk files{films / "steps.webm", true};
    DrivenKiosk kiosk{files.config, files.path("state")};
    const auto title = [&] {
        const auto* node = kiosk.scene().node("slide.title");
        return node ? node->name : "(none)";
    };
    for (int i = 0; i < 100 && title() != "Filmed"; ++i) kiosk.wait(100ms);
    REQUIRE(title() == "Filmed");
    const auto* film = kiosk.scene().node("slide.film");
    REQUIRE(film);
    CHECK(film->role == ui::Role::film);
    std::set<std::string> seen;
    base::Millis lasted{0};
    for (; lasted < 20s && title() == "Filmed"; lasted += 50ms) {
        if (const auto* caption = kiosk.scene().node("slide.caption")) seen.insert(caption->name);
        kiosk.wait(50ms);
    }
    CHECK(seen == std::set<std::string>{"A first caption", "A second caption"});
    CHECK(lasted >= 2900ms);  // two seconds, and one for its last frame; not the
                              // eight of a picture
    CHECK(lasted <= 3500ms);
    CHECK(kiosk.spoken().empty());
}

TEST_CASE("films: a loop of one film plays it again and again", "[films]") {
    const FilmKiosk files{films / "steps.webm", true};
    fs::remove(files.path("content/small/messages/only.md"));
    DrivenKiosk kiosk{files.config, files.path("state")};
    int begun = 0;
    std::string before = "0:02/0:02";
    for (int i = 0; i < 400; ++i) {
        const auto* film = kiosk.scene().node("slide.film");
        REQUIRE(film);
        if (film->value.starts_with("0:00") && !before.starts_with("0:00")) ++begun;
        before = film->value;
        kiosk.wait(100ms);
    }
    CHECK(begun == 4);  // in forty seconds, each two and eight of rest
}

TEST_CASE("films: in real time, too, what is broken is left out, told once, and the loop goes on", "[films]") {
    const FilmKiosk kiosk{films / "mpeg4.mkv", true};
    fs::remove(kiosk.path("content/small/messages/only.md"));
    RunningProgram program{kiosk.command(), kiosk.path("log")};
    CHECK(comes_true([&] { return program.said().find("a.webm") != std::string::npos; }, 20s));
    CHECK_THAT(program.said(), ContainsSubstring("holds pictures as mpeg4; "));
    CHECK_FALSE(program.wait(1s));
    program.signal(SIGTERM);
    CHECK(program.wait(10s) == 0);
    const auto lines = lines_in(program.said());
    CHECK(std::ranges::count_if(lines, [](const auto& line) { return line.find("a.webm") != std::string::npos; }) == 1);
}

TEST_CASE("films: a kiosk that stood still for seconds blames no film, nor is one with long stills blamed", "[films]") {
    const FilmKiosk kiosk{films / "gap.webm", true};
    fs::remove(kiosk.path("content/small/messages/only.md"));
    RunningProgram program{kiosk.command(), kiosk.path("log")};
    CHECK_FALSE(program.wait(1500ms));
    program.signal(SIGSTOP);
    CHECK_FALSE(program.wait(7s));
    program.signal(SIGCONT);
    CHECK_FALSE(program.wait(8s));
    INFO(program.said());
    CHECK(program.said().find("three seconds") == std::string::npos);
    CHECK(program.said().find("hang") == std::string::npos);
    program.signal(SIGTERM);
    CHECK(program.wait(10s) == 0);
}

TEST_CASE("films: a tour comes to the same place however its waits are cut", "[films]") {
    const FilmKiosk kiosk{films / "steps.webm", true};
    kiosk.message("third", "Third", "attract = true\n");
    const auto picture_after = [&](const std::string& before, const std::string& waits) {
        const auto ran = kiosk.tour(before + waits + "shot end\ndump end\n");
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        auto dump = kiosk.dump("end");
        dump.erase("frames_drawn");
        return dump.dump() + contents_of(kiosk.path("shots/end.png")) + contents_of(kiosk.path("shots/spoken.txt"));
    };
    const auto times = [](int count, const std::string& step) {
        std::string out;
        for (int i = 0; i < count; ++i) out += step;
        return out;
    };
    const std::string reading = "press F2\ntouch 1 1\ntap \"#topic.small\"\ntap \"#message.filmed\"\n";
    for (const auto& before : {std::string{}, reading}) {
        const auto whole = picture_after(before, "wait 98s\n");
        for (const auto& waits :
             {times(98, "wait 1s\n"), times(140, "wait 700ms\n"), std::string{"wait 60s\nwait 38s\n"}}) {
            const bool same = picture_after(before, waits) == whole;  // not to be printed
            CHECK(same);
        }
    }
}

TEST_CASE("films: twenty visits to one leave no thread, no handle", "[films]") {
    const FilmKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    go_to_film(kiosk);
    kiosk.wait(3s);
    tap(kiosk, "hide");
    const auto settled = [&](std::ptrdiff_t threads, std::ptrdiff_t handles) {
        return comes_true(
            [&] {
                kiosk.settle();
                return entries_of("/proc/self/task") <= threads && entries_of("/proc/self/fd") <= handles;
            },
            5s);
    };
    (void)comes_true([&] { return false; }, 500ms);  // the decoder's threads end
    const auto threads = entries_of("/proc/self/task"), handles = entries_of("/proc/self/fd");
    for (int i = 0; i < 20; ++i) {
        kiosk.wait(46s, 46s);  // the notice goes
        go_to_film(kiosk);
        kiosk.wait(base::Millis{100 * i});
        tap(kiosk, "hide");
    }
    CHECK(settled(threads, handles));
}
