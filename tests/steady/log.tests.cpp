// The log of the real kiosk: bounded, whatever happens how often; and kept for those who have no journal.
#include <algorithm>
#include <regex>

#include "base/log.hpp"
#include "catch.hpp"
#include "faulty_kiosk.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

const std::string all_answers =
    "touch 1 1\ntap \"Every kind\"\ntap \"Start\"\ntap \"Apple\"\ntap \"Continue\"\ntap \"Cheese\"\n"
    "tap \"Continue\"\ntap \"Half\"\ntap \"Continue\"\ntap \"Skip this question\"\n";

std::ptrdiff_t lines_with(const std::string& text, std::string_view part) {
    return std::ranges::count_if(lines_in(text),
                                 [&](const auto& line) { return line.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("a disk that fails for an hour is told five times, also in the kept log, which has no times and no answers") {
    const FaultyKiosk kiosk;
    REQUIRE(kiosk.place.tour("on attract\n").exit_code == 0);  // the database is there
    kiosk.make("no-sync");
    const auto ran = kiosk.place.tour(all_answers + "on survey.saving\nwait 1h\n", {}, kiosk.environment());
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(lines_with(ran.err, "a response is not kept yet") == 5);
    const auto file = kiosk.place.path("state/log/talkpoint.log");
    const auto kept = contents_of(file);
    CHECK(lines_with(kept, "a response is not kept yet") == 5);
    for (const auto& line : lines_in(kept)) {
        INFO(line);
        CHECK(std::regex_search(line, std::regex{"^20[0-9]{2}-[01][0-9]-[0-3][0-9] (info|warning|error): "}));
        CHECK_FALSE(std::regex_search(line, std::regex{"[0-2][0-9]:[0-5][0-9]|Cheese|half"}));
    }
    CHECK((fs::status(file.parent_path()).permissions() & fs::perms::others_all) == fs::perms::none);
}

TEST_CASE("the kept log is five files of a megabyte, however long it goes on") {
    const TestKiosk kiosk;
    kiosk.write("content/small/messages/picture.md",
                "+++\ntitle = \"A\"\nsummary = \"S.\"\naudiences = [\"adult\"]\nsources = [\"N\"]\n"
                "review_due = 2099-01-01\n+++\n# P\n\nWords.\n\n![A picture](pictures/p.svg)\n");
    kiosk.write("content/small/pictures/p.svg", "words");
    for (int run = 0; run < 8; ++run) {
        // As full as it may become; what is said next does not fit.
        kiosk.write("state/log/talkpoint.log", std::string(base::log_file_bytes - 10, 'x') + "\n");
        const auto ran = kiosk.tour("touch 1 1\ntap \"Small pack\"\ntap \"A\"\n");
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        REQUIRE(lines_with(contents_of(kiosk.path("state/log/talkpoint.log")), "p.svg") == 1);
    }
    std::uintmax_t bytes = 0, files = 0;
    for (const auto& entry : fs::directory_iterator(kiosk.path("state/log"))) {
        bytes += entry.file_size();
        ++files;
    }
    CHECK(files == base::log_files);
    CHECK(bytes <= base::log_files * base::log_file_bytes);
}

TEST_CASE("where no log can be kept, the kiosk says so and goes on") {
    const TestKiosk kiosk;
    kiosk.write("state/log", "a file is in the way");
    const auto ran = kiosk.tour("on attract\n");
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(lines_with(ran.err, "the log cannot be kept") == 1);
}
