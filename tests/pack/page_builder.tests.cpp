#include "pack/page_builder.hpp"
#include "catch.hpp"

using namespace talkpoint::pack;
using Closed = PageBuilder::Closed;
using Kind = Block::Kind;

TEST_CASE("a block is kept with its kind, number and words") {
    PageBuilder builder;
    builder.open(Kind::numbered, 3);
    CHECK_FALSE(builder.has_words());
    builder.add("one ", true, false);
    CHECK(builder.has_words());
    CHECK(builder.close() == Closed::kept);
    CHECK(builder.close() == Closed::nothing);
    const auto blocks = builder.take();
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].kind == Kind::numbered);
    CHECK(blocks[0].number == 3);
    CHECK(blocks[0].text == RichText{"one", {{0, 3, true, false}}});
}

TEST_CASE("a block without words is told from one that held something else") {
    PageBuilder builder;
    builder.open(Kind::paragraph);
    builder.add(" ", false, false);
    CHECK(builder.close() == Closed::empty);
    builder.open(Kind::paragraph);
    builder.note_other();
    CHECK(builder.close() == Closed::nothing);
    builder.open(Kind::paragraph);
    CHECK(builder.close() == Closed::empty);
    CHECK(builder.take().empty());
}

TEST_CASE("words outside a block are dropped") {
    PageBuilder builder;
    builder.add("lost", false, false);
    builder.open(Kind::paragraph);
    builder.add("kept", false, false);
    CHECK(builder.close() == Closed::kept);
    CHECK(builder.take().at(0).text.text == "kept");
}

TEST_CASE("a full page takes no more") {
    PageBuilder builder;
    for (std::size_t i = 0; i < max_blocks_on_page; ++i) {
        builder.open(Kind::bullet);
        builder.add("a", false, false);
        CHECK(builder.close() == Closed::kept);
    }
    builder.open(Kind::bullet);
    builder.add("b", false, false);
    CHECK(builder.close() == Closed::too_many);
    CHECK(builder.take().size() == max_blocks_on_page);
}
