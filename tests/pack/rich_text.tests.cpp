#include "pack/rich_text.hpp"

#include "catch.hpp"

using namespace talkpoint::pack;

TEST_CASE("a slice keeps the emphasis that lies in it, moved to its own beginning") {
    const RichText text{"plain bold italic", {{6, 10, true, false}, {11, 17, false, true}}};
    CHECK(slice(text, 0, 17) == text);
    CHECK(slice(text, 0, 6) == RichText{"plain ", {}});
    CHECK(slice(text, 8, 13) == RichText{"ld it", {{0, 2, true, false}, {3, 5, false, true}}});
    CHECK(slice(text, 17, 17) == RichText{});
}
