// `talkpointctl check` of films, the real program.
#include "catch.hpp"
#include "spoiled.hpp"

#include <filesystem>

using namespace talkpoint;
using namespace talkpoint::tests;
namespace fs = std::filesystem;

namespace {

const fs::path films = fs::path{TALKPOINT_SOURCE} / "tests/media/films";
const std::string message = "content/safety/messages/say-no.md", film = "content/safety/films/a.webm",
                  captions = "content/safety/films/a.vtt", described = "content/safety/films/a.described.vtt";

/// A kiosk whose message has a film of two seconds, with all of its words.
struct Filmed : Spoiled {
    Filmed() {
        folder.write(film, text_of(films / "steps.webm"));
        folder.write(captions, "WEBVTT\n\n00:00.500 --> 00:01.500\nIt is dark.\n");
        folder.write(described, "WEBVTT\n\n00:00.000 --> 00:01.000\nIt gets light.\n");
        replace(message, "\n+++", "\nfilm = \"films/a.webm\"\n+++");
    }
};

}  // namespace

TEST_CASE("check films: with all of its words there is nothing to say") { Filmed{}.is_sound(); }

TEST_CASE("check films: one that the kiosk would leave out") {
    const Filmed kiosk;
    const auto is_said = [&](const char* name, const std::string& part) {
        INFO(name);
        kiosk.folder.write(film, text_of(films / name));
        kiosk.has_only(kiosk.in(film) + ": warning: ", part);
    };
    is_said("mpeg4.mkv", "holds pictures as mpeg4; ");
    is_said("too-wide.webm", "cannot be played");
    is_said("eleven-minutes.webm", "longer than ten minutes; cut it");
    is_said("no-length.webm", "does not say how long it is; export it again");
    kiosk.folder.write(film, "no film");
    kiosk.has_only(kiosk.in(film) + ": warning: ", "neither WebM nor MP4; ");
    kiosk.folder.write(film, text_of(films / "steps.webm").substr(0, 3000));
    kiosk.has_only(kiosk.in(film) + ": warning: ", "; copy it again");
}

TEST_CASE("check films: words that are missing, late, or too quick") {
    const Filmed kiosk;
    kiosk.folder.write(captions, "WEBVTT\n\n00:00.500 --> 00:04.000\nIt is dark.\n");
    kiosk.has_only(kiosk.in(captions) + ":3: warning: ", "ends at 0:04, but the film at 0:02; ");
    kiosk.folder.write(captions, "WEBVTT\n\n00:00.500 --> 00:01.500\nIt is so grey there\n");
    kiosk.has_only(kiosk.in(captions) + ":3: warning: ", "too quick to be read, 19 characters a second; ");
    kiosk.folder.write(captions, "WEBVTT\n\n00:00.500 --> 00:01.500\nIt is so grey now\n");
    kiosk.is_sound();
    kiosk.folder.write(captions, "WEBVTT\n\n00:00.500 --> 00:01.500\nIt is dark.\n\n00:01.500 --> 00:01.800\n");
    kiosk.has_only(kiosk.in(captions) + ":6: ", "has no words; ", 3);
    fs::remove(kiosk.folder.path() / described);
    kiosk.folder.write(captions, "WEBVTT\n\n00:00.500 --> 00:01.500\nIt is dark.\n");
    kiosk.has_only(kiosk.in(message) + ":", "has no descriptions for those who cannot see it; ");
}
