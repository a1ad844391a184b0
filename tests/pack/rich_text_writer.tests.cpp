#include "pack/rich_text_writer.hpp"
#include "catch.hpp"

using namespace talkpoint::pack;

TEST_CASE("runs of blanks become one space and none at the ends") {
    RichTextWriter writer;
    writer.add("  Hello \t\n", false, false);
    writer.add(" there  ", false, false);
    CHECK(writer.take() == RichText{"Hello there", {}});
    CHECK(writer.empty());
}

TEST_CASE("neighbouring runs of the same emphasis are one, others are kept apart") {
    RichTextWriter writer;
    writer.add("a", true, false);
    writer.add("b", true, false);
    writer.add("c", true, true);
    writer.add("d", false, false);
    CHECK(writer.take() == RichText{"abcd", {{0, 2, true, false}, {2, 3, true, true}}});
}

TEST_CASE("an emphasis never reaches beyond the text") {
    RichTextWriter writer;
    writer.add("a", false, false);
    writer.add(" ", true, false);
    CHECK(writer.take() == RichText{"a", {}});

    writer.add("bold ", true, false);
    CHECK(writer.take() == RichText{"bold", {{0, 4, true, false}}});
}
