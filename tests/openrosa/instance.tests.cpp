#include "openrosa/instance.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::openrosa;
using survey::Answer;

namespace {

constexpr const char* an_id = "1b4e28ba-2fa1-4d2b-883f-0016d3cca427";

survey::Survey a_survey() {
    survey::Survey survey;
    survey.id = "friends";
    survey.version = "2026.11";
    for (const char* id : {"first", "who", "order", "age", "asked", "none"}) {
        survey.questions.emplace_back();
        survey.questions.back().id = id;
    }
    return survey;
}

survey::Response a_response() {
    return {.survey = "friends",
            .version = "2026.11",
            .language = "cy",
            .answers = {{"who", {Answer::Kind::chosen, {"ask", "tell"}}},
                        {"first", {Answer::Kind::chosen, {"tell"}}},
                        {"order", {Answer::Kind::chosen, {"wait", "ask", "tell"}}},
                        {"age", {Answer::Kind::not_saying, {}}},
                        {"none", {Answer::Kind::chosen, {}}},
                        {"gone", {Answer::Kind::skipped, {}}}},
            .site = "plymouth",
            .period = "2026-11-23",
            .audience = "child parent",
            .event = "school-week",
            .phase = "after",
            .flag = "fast",
            .trusted_clock = false};
}

std::string written(const survey::Response& response, std::string_view version = "2026.11") {
    const auto survey = a_survey();
    const auto xml = write_instance(response, an_id, version, &survey);
    INFO((xml ? "" : xml.error().text()));
    REQUIRE(xml);
    return *xml;
}

bool is_refused(const survey::Response& response, std::string_view id = an_id, std::string_view version = "1") {
    const auto xml = write_instance(response, id, version, nullptr);
    if (!xml) CHECK(xml.error().kind == base::ErrorKind::malformed);
    return !xml;
}

const std::string inside = "<context/><orx:meta><orx:instanceID>uuid:a</orx:instanceID></orx:meta>";

std::string document(std::string_view more, std::string_view head = "") {
    return tests::joined(head, R"(<data id="s" version="1">)", inside, more, "</data>");
}

}  // namespace

TEST_CASE("an instance is these bytes", "[openrosa]") {
    CHECK(written(a_response()) ==
          R"(<?xml version="1.0" encoding="UTF-8"?>)"
          R"(<data xmlns:orx="http://openrosa.org/xforms" id="friends" version="2026.11">)"
          "<context><site>plymouth</site><period>2026-11-23</period><language>cy</language>"
          "<audience>child parent</audience><event>school-week</event><phase>after</phase><flag>fast</flag>"
          "<trusted_clock>0</trusted_clock></context>"
          "<first>tell</first><who>ask tell</who><order>wait ask tell</order><age>prefer_not_to_say</age><asked/>"
          "<none>none-chosen</none><gone>skipped</gone>"
          "<orx:meta><orx:instanceID>uuid:1b4e28ba-2fa1-4d2b-883f-0016d3cca427</orx:instanceID></orx:meta></data>");
    CHECK(instance_id("a") == "uuid:a");
}

TEST_CASE("an instance reads as it was written", "[openrosa]") {
    const auto read = read_instance(written(a_response()));
    REQUIRE(read);
    CHECK(read->id == an_id);
    CHECK(read->form_version == "2026.11");
    CHECK(read->response == a_response());

    const auto bare = write_instance({.survey = "s", .version = "1"}, "a", "1", nullptr);
    REQUIRE(bare);
    CHECK(read_instance(*bare)->response == survey::Response{.survey = "s", .version = "1"});
}

TEST_CASE("an instance names the version of the server's form", "[openrosa]") {
    const auto read = read_instance(written(a_response(), "2026.11[encrypted:k3/x]"));
    REQUIRE(read);
    CHECK(read->form_version == "2026.11[encrypted:k3/x]");
    CHECK(read->response == a_response());
}

TEST_CASE("every text survives exactly", "[openrosa]") {
    std::vector<std::string> texts = {
        " ",        "   ",          " a ",  "a  b",        "&<>\"'",         "&amp;",        "]]>",
        "<!--",     "<?xml?>",      "مركز", "العربية 123", "👩‍👧 é", "\xe2\x80\xa8", "&#13;",
        "\xc2\xa0", "\xef\xbb\xbf", "$key", "\\n"};
    texts.emplace_back(100'000, 'x');
    texts.push_back(std::string(50'000, '<') + std::string(50'000, ' '));
    for (const auto& text : texts) {
        CAPTURE(text.substr(0, 40));
        auto response = a_response();
        response.site = response.event = response.audience = text;
        response.survey = text;
        const auto read = read_instance(written(response, text));
        REQUIRE(read);
        CHECK(read->response.site == text);
        CHECK(read->response.survey == text);
        CHECK(read->form_version == text);
    }
    auto response = a_response();
    response.answers["first"].options = {"مركز", "👩‍👧", "a&<>\"'"};
    CHECK(read_instance(written(response))->response == response);
}

TEST_CASE("what XML would change is refused", "[openrosa]") {
    for (const char* text : {"a\tb", "a\nb", "a\rb", "\x01", "\x1b", "\x7f", "\xff", "\xc0\x80", "\xed\xa0\x80",
                             "\xc2\x85", "\xc2\x9f", "\xef\xbf\xbe", "\xef\xbf\xbf", "a\xc2"}) {
        CAPTURE(text);
        auto response = a_response();
        response.event = text;
        CHECK(is_refused(response));
        response = a_response();
        response.answers["first"].options = {text};
        CHECK(is_refused(response));
        response = a_response();
        response.survey = text;
        CHECK(is_refused(response));
        CHECK(is_refused(a_response(), text));
        CHECK(is_refused(a_response(), an_id, text));
    }
    auto response = a_response();
    response.site = std::string("a\0b", 3);
    CHECK(is_refused(response));
}

TEST_CASE("what would read as something else is refused", "[openrosa]") {
    CHECK(is_refused(a_response(), ""));
    CHECK(is_refused(a_response(), std::string(60, 'a')));
    CHECK(is_refused({.survey = ""}));
    const auto with = [](const std::string& question, Answer answer) {
        auto response = a_response();
        response.answers[question] = std::move(answer);
        return is_refused(response);
    };
    CHECK_FALSE(with("first", {Answer::Kind::chosen, {"tell"}}));
    for (const char* name : {"context", "meta", "", "a b", "1a", "orx:meta", "A", "a-b"})
        CHECK(with(name, {Answer::Kind::chosen, {"tell"}}));
    for (const char* option : {"", " ", "a b", " a", "skipped", "prefer_not_to_say", "none-chosen"})
        CHECK(with("first", {Answer::Kind::chosen, {option}}));
    CHECK(with("first", {Answer::Kind::chosen, {"a", ""}}));
    CHECK(with("first", {Answer::Kind::skipped, {"a"}}));

    auto survey = a_survey();
    survey.questions[0].id = "meta";
    CHECK_FALSE(write_instance(a_response(), an_id, "1", &survey));
    survey.questions[0].id = "who";  // twice
    CHECK_FALSE(write_instance(a_response(), an_id, "1", &survey));
}

TEST_CASE("a version can be changed, and nothing else with it", "[openrosa]") {
    const auto xml = written(a_response());
    const auto changed = with_version(xml, "2026.11[encrypted:a\"/<]");
    REQUIRE(changed);
    CHECK(read_instance(*changed)->form_version == "2026.11[encrypted:a\"/<]");
    CHECK(with_version(*changed, "2026.11") == xml);
    CHECK_FALSE(with_version(xml, "1\n"));
    CHECK_FALSE(with_version("<data/>", "1"));
    const auto other = with_version(document(" <q> a <!-- b --><![CDATA[c]]> </q><g><h>i</h></g>"), "2");
    CHECK(other ==
          R"(<data id="s" version="2">)" + inside + " <q> a <!-- b --><![CDATA[c]]> </q><g><h>i</h></g></data>");
}

TEST_CASE("an instance is read whatever its prefixes, blanks and comments", "[openrosa]") {
    const auto read = read_instance(R"(<?xml version='1.0'?>
<!-- from elsewhere -->
<x:friends xmlns:x="urn:x" id="friends" version="2">
  <x:meta xmlns="http://openrosa.org/xforms"> <instanceID> uuid:a </instanceID> </x:meta>
  <formhub><uuid>b</uuid></formhub> <__version__>v1</__version__>
  <who> ask
        te<!-- -->ll </who>
  <first><![CDATA[tell]]></first> <order> </order>
  <context><event> <![CDATA[<b>]]> </event><trusted_clock>1</trusted_clock></context>
</x:friends>)");
    REQUIRE(read);
    CHECK(read->id == "a");
    CHECK(read->response == survey::Response{.survey = "friends",
                                             .version = "2",
                                             .answers = {{"who", {Answer::Kind::chosen, {"ask", "tell"}}},
                                                         {"first", {Answer::Kind::chosen, {"tell"}}}},
                                             .event = " <b> "});
}

TEST_CASE("what is no response of ours is refused", "[openrosa]") {
    REQUIRE(read_instance(document("")));
    const std::vector<std::string> all = {
        "",
        " ",
        "text",
        "<a",
        "<html><body>Sign in</body></html>",
        "<data/>",
        R"(<data id="s"><context/></data>)",
        R"(<data id="s"><context/><meta><instanceID/></meta></data>)",
        R"(<data id="s"><context/><meta><instanceID>uuid:</instanceID></meta></data>)",
        R"(<data id="s"><context/><meta><instanceID>a</instanceID></meta></data>)",
        R"(<data id="s"><meta><instanceID>uuid:a</instanceID></meta></data>)",
        R"(<data><context/><meta><instanceID>uuid:a</instanceID></meta></data>)",
        R"(<data id="s" encrypted="yes"><context/><meta><instanceID>uuid:a</instanceID></meta></data>)",
        document("<q>a</q><q>b</q>"),
        document("") + document(""),
        document("<q>\xff</q>"),
        document("<q>\x01</q>"),
        document("") + std::string(1, '\0') + "more",
        document("<q>a</Q>"),
        document("", "<!DOCTYPE data>"),
        document("<q>&b;</q>", "<!DOCTYPE data [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>")};
    for (const auto& xml : all) {
        CAPTURE(xml);
        const auto read = read_instance(xml);
        REQUIRE_FALSE(read);
        CHECK(read.error().kind == base::ErrorKind::malformed);
    }
}

TEST_CASE("an instance that is cut anywhere is malformed", "[openrosa]") {
    const auto xml = written(a_response());
    for (std::size_t size = 0; size < xml.size(); ++size) CHECK_FALSE(read_instance(xml.substr(0, size)));
}

TEST_CASE("an instance with any byte changed is read or refused", "[openrosa]") {
    const auto xml = written(a_response());
    for (std::size_t at = 0; at < xml.size(); ++at) {
        for (const char c : {'\0', '<', '>', '&', '"', '\xff', ' '}) {
            auto changed = xml;
            changed[at] = c;
            if (const auto read = read_instance(changed)) CHECK_FALSE(read->response.survey.empty());
        }
    }
}

TEST_CASE("hostile instances take no more than their length", "[openrosa]") {
    const auto repeated = [](std::string_view part, int times) {
        std::string out;
        for (int i = 0; i < times; ++i) out += part;
        return out;
    };
    std::string many_fields, many_attributes = R"(<data id="s" version="1")";
    for (int i = 0; i < 60'000; ++i) many_fields += "<q" + std::to_string(i) + ">a b</q" + std::to_string(i) + ">";
    for (int i = 0; i < 100'000; ++i) many_attributes += " a" + std::to_string(i) + "=\"\"";
    const std::vector<std::string> all = {document(repeated("<a>", 100'000) + repeated("</a>", 100'000)),
                                          document(repeated("<a>", 100'000)),
                                          document(many_fields),
                                          many_attributes + ">" + inside + "</data>",
                                          document("<q>" + repeated("&lt;", 250'000) + "</q>"),
                                          document("<q>" + repeated("a ", 500'000) + "</q>"),
                                          document("<q>" + repeated("<!-- -->", 100'000) + "</q>"),
                                          repeated("<!DOCTYPE [", 100'000),
                                          repeated("<", 1'000'000)};
    for (const auto& xml : all) {
        CAPTURE(xml.substr(0, 60));
        CHECK(tests::cpu_seconds([&] {
                  const auto read = read_instance(xml);
                  CHECK((read || read.error().kind == base::ErrorKind::malformed));
                  CHECK((!read || with_version(xml, "2")));
              }) < 1);
    }
}
