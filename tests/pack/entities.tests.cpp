#include "pack/entities.hpp"
#include "catch.hpp"

using talkpoint::pack::decode_entity;

TEST_CASE("common character references are decoded") {
    CHECK(decode_entity("&amp;") == "&");
    CHECK(decode_entity("&lt;") == "<");
    CHECK(decode_entity("&nbsp;") == "\u00a0");
    CHECK(decode_entity("&rsquo;") == "\u2019");
    CHECK(decode_entity("&hellip;") == "\u2026");
    CHECK(decode_entity("&#233;") == "\u00e9");
    CHECK(decode_entity("&#x2019;") == "\u2019");
    CHECK(decode_entity("&#X1F642;") == "\U0001f642");
}

TEST_CASE("references that are no letter are not decoded") {
    for (const auto* reference : {"&nosuch;", "&#0;", "&#7;", "&#x7f;", "&#x85;", "&#xd800;", "&#x110000;",
                                  "&#99999999999;", "&#;", "&#x;", "&#-5;", "&#x20 ;", "&;", "", "&", "amp", "&amp"}) {
        CAPTURE(reference);
        CHECK_FALSE(decode_entity(reference));
    }
}
