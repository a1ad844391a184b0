#include "pack/file_problems.hpp"
#include "catch.hpp"

using namespace talkpoint;

TEST_CASE("lines are found by offset") {
    const pack::LineIndex lines{"ab\n\nc"};
    CHECK(lines.line_at(0) == 1);
    CHECK(lines.line_at(2) == 1);
    CHECK(lines.line_at(3) == 2);
    CHECK(lines.line_at(4) == 3);
    CHECK(lines.line_at(400) == 3);
    CHECK(pack::LineIndex{""}.line_at(0) == 1);
}

TEST_CASE("complaints are handed over in the order of the file, each once") {
    pack::FileProblems found{"f"};
    found.warning(9, "late");
    found.error(3, "early");
    found.error(3, "early");
    found.error(3, "also early");
    base::Problems out{{base::Severity::error, "other", 3, "early"}};
    found.hand_over(out);
    REQUIRE(out.size() == 4);
    CHECK(out[1].text() == "f:3: early");
    CHECK(out[2].text() == "f:3: also early");
    CHECK(out[3].text() == "f:9: warning: late");
    CHECK(found.count() == 0);
}

TEST_CASE("a flood of complaints is cut, and an error that is cut still counts") {
    pack::FileProblems found{"f"};
    for (int i = 1; i <= 5000; ++i) found.warning(i, "a warning");
    found.error(6000, "an error");
    base::Problems out;
    found.hand_over(out);
    REQUIRE(out.size() == 101);
    CHECK(out.back().message == "has 4901 more problems; correct the first ones");
    CHECK(base::any_error(out));
}

TEST_CASE("errors are told from warnings, and old ones from new ones") {
    pack::FileProblems found{"f"};
    found.error(1, "an error");
    const auto before = found.count();
    found.warning(2, "a warning");
    CHECK(found.any_error());
    CHECK_FALSE(found.any_error(before));
}
