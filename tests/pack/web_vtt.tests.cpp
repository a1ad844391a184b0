// WebVTT: what is read, what is left out, and that nothing hurts.
#include "catch.hpp"

#include "base/strings.hpp"
#include "pack/web_vtt.hpp"
#include "pack_folder.hpp"

#include <algorithm>
#include <string>

using namespace talkpoint;
using namespace talkpoint::tests;
using base::Millis;
using pack::Cue;

namespace {

struct Read {
    pack::WebVtt vtt;
    base::Problems problems;
};

Read read(std::string_view text) {
    Read out;
    pack::FileProblems found{"a.vtt"};
    out.vtt = pack::parse_web_vtt(text, found);
    found.hand_over(out.problems);
    return out;
}

/// The text of the only cue with those words.
std::string words(std::string_view text) {
    const auto out = read(joined("WEBVTT\n\n00:01.000 --> 00:02.000\n", text, "\n"));
    return out.vtt.cues.size() == 1 ? out.vtt.cues[0].text : "";
}

}  // namespace

TEST_CASE("web_vtt: times and words, whatever else stands there", "[web_vtt]") {
    const auto [vtt, problems] = read(
        "WEBVTT - A film\nKind: captions\n\nNOTE\nreviewed: no\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n"
        "00:01.000 --> 00:03.500\nTwo friends\nmeet.\n\nsecond\n01:00:04.000-->01:00:05.250 align:start line:0%\n"
        "<v Amira>Hello &amp; <b>welcome</b></v>\n\n\nNOTE the end");
    CHECK(problems.empty());
    CHECK(vtt.reviewed == false);
    CHECK(vtt.cues == std::vector<Cue>{{Millis{1000}, Millis{3500}, "Two friends\nmeet."},
                                       {Millis{3'604'000}, Millis{3'605'250}, "Hello & welcome"}});
}

TEST_CASE("web_vtt: any line ends, none after the last line, a mark of bytes before the first", "[web_vtt]") {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const auto out = read("WEBVTT" + end + end + "00:01.000 --> 00:02.000" + end + "One" + end + end +
                              "00:02.000 --> 00:03.000" + end + "Two");
        CHECK(out.problems.empty());
        CHECK(out.vtt.cues ==
              std::vector<Cue>{{Millis{1000}, Millis{2000}, "One"}, {Millis{2000}, Millis{3000}, "Two"}});
    }
}

TEST_CASE("web_vtt: tags go, references become letters", "[web_vtt]") {
    CHECK(words("a <i>b</i> c") == "a b c");
    CHECK(words("<00:00:01.500>a<c.red>b") == "ab");
    CHECK(words("never closed <b") == "never closed <b");
    CHECK(words("a &lt;b&gt; &eacute; &nothing; & ; &") == "a <b> é &nothing; & ; &");
    CHECK(words("  around  ") == "around");
    CHECK(words("مرحبا") == "مرحبا");
}

TEST_CASE("web_vtt: a mark that begins no tag is a word", "[web_vtt]") {
    CHECK(words("A < B and 5 <3 hearts") == "A < B and 5 <3 hearts");
    CHECK(words("I <3 you > me") == "I <3 you > me");
    CHECK(words("a <b without an end") == "a <b without an end");
    CHECK(words("a <> b </i>c") == "a <> b c");
}

TEST_CASE("web_vtt: cues that nothing but their times keeps apart are still cues", "[web_vtt]") {
    const std::vector<Cue> both{{Millis{1000}, Millis{2000}, "One"}, {Millis{2000}, Millis{3000}, "Two"}};
    const auto spaces = read("WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n  \t\n00:02.000 --> 00:03.000\nTwo\n");
    CHECK(spaces.vtt.cues == both);
    CHECK(spaces.problems.empty());
    const auto close = read("WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n00:02.000 --> 00:03.000\nTwo\n");
    CHECK(close.vtt.cues == both);
    REQUIRE(close.problems.size() == 1);
    CHECK(close.problems[0].line == 5);
    CHECK(close.problems[0].severity == base::Severity::warning);
    const auto first = read("WEBVTT\nKind: captions\n00:01.000 --> 00:02.000\nOne\n\n00:02.000 --> 00:03.000\nTwo\n");
    CHECK(first.vtt.cues == both);
    REQUIRE(first.problems.size() == 1);
    CHECK(first.problems[0].line == 3);
}

TEST_CASE("web_vtt: what cannot be read is said, and the rest is kept", "[web_vtt]") {
    const auto refused = [](std::string_view cue, std::string_view why) {
        const auto out =
            read(joined("WEBVTT\n\n00:01.000 --> 00:02.000\nbefore\n\n", cue, "\n\n00:08.000 --> 00:09.000\nafter"));
        INFO(cue << ": " << shown(out.problems));
        CHECK(refuses(out.problems, 6, why));
        CHECK(out.vtt.cues.size() == 2);
    };
    refused("00:03.000 --> 00:02.000\nx", "ends before it begins");
    refused("00:03.000 --> 00:03.000\nx", "ends before it begins");
    refused("00:00.500 --> 00:03.000\nx", "begins before the one above it");
    refused("00:03.000 -->\nx", "are no times");
    refused("0:03.000 --> 00:04.000\nx", "are no times");
    refused("00:61.000 --> 00:62.000\nx", "are no times");
    refused("00:03,000 --> 00:04,000\nx", "are no times");
    refused("-1:03.000 --> 00:04.000\nx", "are no times");
    refused("00:03.000 --> 00:04.000", "has no words");
    refused("00:03.000 --> 00:04.000\n<b></b>", "has no words");
    refused("some words\nof nobody", "belongs to no cue");
    refused("00:03.000 --> 00:04.000\n" + std::string(301, 'x'), "more than 300 characters");
    const auto overlap = read("WEBVTT\n\n00:01.000 --> 00:03.000\na\n\n00:02.000 --> 00:04.000\nb");
    CHECK(warns(overlap.problems, 6, "only one is shown"));
    CHECK(overlap.vtt.cues.size() == 2);
    for (const auto* const no_header :
         {"", "\n", "00:01.000 --> 00:02.000\nx", "WEBVTTX\n\n00:01.000 --> 00:02.000\nx"})
        CHECK(refuses(read(no_header).problems, 1, "begins with a line WEBVTT"));
}

TEST_CASE("web_vtt: a file cut at every length, and one that never ends", "[web_vtt]") {
    const std::string whole =
        "WEBVTT\n\nNOTE reviewed: yes\n\none\n00:01.000 --> 00:02.000 line:1\n<b>a</b> &amp; b\n\n"
        "00:02.000 --> 00:03.000\nc\n";
    for (std::size_t length = 0; length <= whole.size(); ++length) {
        const auto out = read(std::string_view{whole}.substr(0, length));
        CHECK(out.vtt.cues.size() <= 2);
    }
    std::string long_one = "WEBVTT\n";
    for (int i = 0; i < 3000; ++i) long_one += "\n00:01.000 --> 00:02.000\nx\n";
    const auto out = read(long_one);
    CHECK(out.vtt.cues.size() == pack::max_cues);
    CHECK(base::any_error(out.problems));
    // Anything twice as long takes twice as long, and no more.
    CHECK(cpu_seconds([] { (void)read("WEBVTT\n\n" + std::string(250'000, '<')); }) < 1);
    CHECK(cpu_seconds([] { (void)read("WEBVTT\n\n00:01.000 --> 00:02.000\n" + std::string(250'000, '&')); }) < 1);
    CHECK(cpu_seconds([] { (void)read("WEBVTT" + std::string(250'000, '\n')); }) < 1);
}

TEST_CASE("web_vtt: what a film brings itself is held to the same bounds", "[web_vtt]") {
    using pack::bounded_caption;
    CHECK(bounded_caption("Tom &amp; Ann:\u00a05 &lt; 6\n  &nbsp;&gt; 4 ").starts_with("Tom & Ann:\u00a05 < 6\n"));
    CHECK(bounded_caption("one\ttwo\x07three\r\n\n\x7f\nfour") == "one two three\nfour");
    CHECK(bounded_caption("a & b &; &none; &amp") == "a & b &; &none; &amp");
    CHECK(bounded_caption("").empty());
    CHECK(bounded_caption("bad \xff bytes").empty());
    const auto characters = [](std::string_view text) {
        return static_cast<std::size_t>(
            std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
    };
    std::string words;
    while (characters(words) < pack::max_cue_characters) words += "слово ";
    words.pop_back();
    REQUIRE(characters(words) == pack::max_cue_characters - 1);
    CHECK(bounded_caption(words) == words);
    const auto cut = bounded_caption(words + " і ще");
    CHECK(cut == words + "…");
    CHECK(characters(cut) == pack::max_cue_characters);
    const auto one_word = bounded_caption(std::string(400, 'w') + "é");
    CHECK(one_word == std::string(pack::max_cue_characters - 1, 'w') + "…");
    std::string broad;
    for (int i = 0; i < 400; ++i) broad += "é";
    CHECK_FALSE(base::first_bad_utf8(bounded_caption(broad)));
    CHECK(characters(bounded_caption(broad)) <= pack::max_cue_characters);
    CHECK(bounded_caption("- a\n- b\n- c\n- d") == "- a\n- b\n- c\n- d");
    CHECK(bounded_caption("- a\n- b\n- c\n- d\n- e") == "- a\n- b\n- c\n- d…");
}

TEST_CASE("web_vtt: which cue holds", "[web_vtt]") {
    const pack::CueTrack track{{{Millis{1000}, Millis{2000}, "one"},
                                {Millis{2000}, Millis{4000}, "two"},
                                {Millis{3000}, Millis{3500}, "three"}},
                               "en",
                               true,
                               {}};
    const auto at = [&](int ms) {
        const auto* cue = track.at(Millis{ms});
        return cue ? cue->text : "";
    };
    CHECK(at(0).empty());
    CHECK(at(1000) == "one");
    CHECK(at(1999) == "one");
    CHECK(at(2000) == "two");
    CHECK(at(3200) == "three");
    CHECK(at(3700).empty());
    CHECK(at(9000).empty());
}
