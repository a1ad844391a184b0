#include "openrosa/form.hpp"
#include "catch.hpp"
#include "support.hpp"

#include "base/strings.hpp"
#include "survey/codebook.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::openrosa;
using Catch::Matchers::ContainsSubstring;
using survey::QuestionKind;

namespace {

using Words = std::vector<std::string>;

survey::Question question(std::string id, QuestionKind kind, std::string text, std::vector<survey::Option> options) {
    survey::Question out;
    out.id = std::move(id);
    out.kind = kind;
    out.text = std::move(text);
    out.options = std::move(options);
    return out;
}

survey::Survey a_survey() {
    survey::Survey survey;
    survey.id = "friends";
    survey.version = "2026.11";
    survey.title = "Friends & \"others\"";
    survey.language = "en";
    const std::vector<survey::Option> options = {{"tell", "Tell <somebody>", false}, {"wait", "Wait", false}};
    survey.questions = {question("first", QuestionKind::choice, "What first?", options),
                        question("sure", QuestionKind::scale, "How sure?", options),
                        question("who", QuestionKind::choices, "Whom?", options),
                        question("order", QuestionKind::sort, "In which order?", options),
                        question("site", QuestionKind::choice, "Where?", {{"label", "L", false}, {"b", "B", false}})};
    survey.questions[1].about_you = true;
    survey.questions[2].show_if = survey::Condition{"first", {"tell", "wait"}};
    return survey;
}

Form read(std::string_view xml) {
    auto form = read_form(xml);
    INFO((form ? "" : form.error().text()));
    REQUIRE(form);
    return std::move(*form);
}

Words names_of(const Form& form) {
    Words names;
    for (const auto& field : form.fields) names.push_back(field.name);
    return names;
}

std::string head(std::string_view instance, std::string_view model = "", std::string_view body = "") {
    return tests::joined("<h:html xmlns:h=\"x\"><h:head><model><instance>", instance, "</instance>", model,
                         "</model></h:head><h:body>", body, "</h:body></h:html>");
}

/// As Central and pyxform write forms: lists beside the instance, groups, fields of their own.
constexpr std::string_view as_served = R"xml(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:o="http://www.opendatakit.org/xforms">
  <h:head><h:title>Friends</h:title>
    <model>
      <submission base64RsaPublicKey="MIIB"/>
      <itext><translation lang="en"><text id="a"><value>A</value></text></translation></itext>
      <instance>
        <friends id="friends" version="2026.11[encrypted:k3/x]">
          <formhub><uuid/></formhub>
          <page><first/><deeper><order/></deeper><note/></page>
          <context><site/></context>
          <who>tell</who>
          <loop jr:template="" xmlns:jr="j"><again/></loop><loop><again/></loop>
          <meta><instanceID/></meta>
        </friends>
      </instance>
      <instance id="list"><root>
        <item><itextId>a</itextId><name>tell</name></item>
        <item><name> wait </name><itextId>b</itextId></item>
        <item><itextId>c</itextId></item>
      </root></instance>
      <instance id="far" src="jr://file-csv/far.csv"/>
    </model>
  </h:head>
  <h:body class="pages">
    <group ref="/friends/page">
      <select1 appearance="w4 likert" ref="/friends/page/first"><label>A</label>
        <itemset nodeset="instance('list')/root/item[name != '']"><value ref="name"/><label ref="jr:itext(itextId)"/></itemset>
      </select1>
      <group><o:rank ref="../deeper/order">
        <itemset nodeset="randomize(instance( &quot;list&quot; )/root/item, 3)"><value ref="name"/></itemset></o:rank></group>
      <input ref="/friends/page/note"/>
    </group>
    <select ref="/friends/who"><itemset nodeset="instance('far')/root/item"><value ref="name"/></itemset></select>
  </h:body>
</h:html>)xml";

std::string repeated(std::string_view part, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += part;
    return out;
}

}  // namespace

TEST_CASE("a form is these bytes", "[openrosa]") {
    auto survey = a_survey();
    survey.questions = {survey.questions[2]};
    CHECK(write_form(std::vector{survey}) == R"xml(<?xml version="1.0" encoding="UTF-8"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms" xmlns:orx="http://openrosa.org/xforms">
  <h:head>
    <h:title>Friends &amp; "others"</h:title>
    <model odk:xforms-version="1.0.0">
      <instance>
        <data id="friends" version="2026.11">
          <context>
            <site />
            <period />
            <language />
            <audience />
            <event />
            <phase />
            <flag />
            <trusted_clock />
          </context>
          <who />
          <orx:meta>
            <orx:instanceID />
          </orx:meta>
        </data>
      </instance>
      <itext>
        <translation lang="en" default="true()">
          <text id="who">
            <value>Whom?</value>
          </text>
          <text id="who:tell">
            <value>Tell &lt;somebody&gt;</value>
          </text>
          <text id="who:wait">
            <value>Wait</value>
          </text>
          <text id="who:none-chosen">
            <value>Chose none of these</value>
          </text>
          <text id="who:skipped">
            <value>Skipped the question</value>
          </text>
        </translation>
      </itext>
      <bind nodeset="/data/context/site" type="string" />
      <bind nodeset="/data/context/period" type="string" />
      <bind nodeset="/data/context/language" type="string" />
      <bind nodeset="/data/context/audience" type="string" />
      <bind nodeset="/data/context/event" type="string" />
      <bind nodeset="/data/context/phase" type="string" />
      <bind nodeset="/data/context/flag" type="string" />
      <bind nodeset="/data/context/trusted_clock" type="string" />
      <bind nodeset="/data/who" type="string" relevant="selected(/data/first, 'tell') or selected(/data/first, 'wait')" />
      <bind nodeset="/data/orx:meta/orx:instanceID" type="string" readonly="true()" jr:preload="uid" />
    </model>
  </h:head>
  <h:body>
    <select ref="/data/who">
      <label ref="jr:itext('who')" />
      <item>
        <label ref="jr:itext('who:tell')" />
        <value>tell</value>
      </item>
      <item>
        <label ref="jr:itext('who:wait')" />
        <value>wait</value>
      </item>
      <item>
        <label ref="jr:itext('who:none-chosen')" />
        <value>none-chosen</value>
      </item>
      <item>
        <label ref="jr:itext('who:skipped')" />
        <value>skipped</value>
      </item>
    </select>
  </h:body>
</h:html>
)xml");
    CHECK(write_form({}).empty());
}

TEST_CASE("each kind of question has its control", "[openrosa]") {
    const auto xml = write_form(std::vector{a_survey()}, "MIIBIjAN+/==");
    for (const char* part : {R"(<submission base64RsaPublicKey="MIIBIjAN+/==" />)", R"(<select1 ref="/data/first">)",
                             R"(<select1 ref="/data/sure" appearance="likert">)", R"(<select ref="/data/who">)",
                             R"(<odk:rank ref="/data/order">)", R"(<bind nodeset="/data/order" type="odk:rank" />)",
                             R"(<bind nodeset="/data/first" type="string" />)"})
        CHECK_THAT(xml, ContainsSubstring(part));
    CHECK(write_form(std::vector{a_survey()}).find("submission") == std::string::npos);
}

TEST_CASE("a form speaks every language, and lacks a text in none", "[openrosa]") {
    auto cymraeg = a_survey();
    cymraeg.language = "cy";
    cymraeg.title = "Ffrindiau";
    cymraeg.questions[0].text = "Beth yn gyntaf?";
    cymraeg.questions[0].options.pop_back();
    cymraeg.questions.pop_back();
    const auto xml = write_form(std::vector{a_survey(), cymraeg, a_survey()});
    const auto begin = xml.find(R"(<translation lang="cy">)");
    REQUIRE(begin != std::string::npos);
    CHECK(xml.find("<translation", begin + 1) == std::string::npos);  // a language is there once
    const auto before = xml.substr(0, begin), after = xml.substr(begin);
    CHECK_THAT(before, ContainsSubstring(R"xml(<translation lang="en" default="true()">)xml"));
    CHECK_THAT(before, ContainsSubstring("<value>What first?</value>"));
    CHECK_THAT(after, ContainsSubstring("<value>Beth yn gyntaf?</value>"));
    CHECK_THAT(after, ContainsSubstring("<value>Wait</value>"));
    CHECK_THAT(after, ContainsSubstring("<value>Where?</value>"));
    CHECK(xml.find("Ffrindiau") == std::string::npos);
    const auto ids = [](std::string_view text) {
        Words found;
        for (const auto line : base::lines_of(text))
            if (line.find("<text id=") != std::string_view::npos) found.emplace_back(base::trim(line));
        return found;
    };
    CHECK(ids(before) == ids(after));
    auto all = ids(before);
    std::ranges::sort(all);
    CHECK(std::ranges::adjacent_find(all) == all.end());
}

TEST_CASE("a form that was written is read as what it says", "[openrosa]") {
    const auto form = read(write_form(std::vector{a_survey()}, " MIIB "));
    CHECK(form.id == "friends");
    CHECK(form.version == "2026.11");
    CHECK(form.public_key == "MIIB");
    CHECK(names_of(form) == Words{"first", "sure", "who", "order", "site"});
    CHECK(form.fields[0].kind == QuestionKind::choice);
    CHECK(form.fields[1].kind == QuestionKind::scale);
    CHECK(form.fields[2].kind == QuestionKind::choices);
    CHECK(form.fields[3].kind == QuestionKind::sort);
    CHECK(form.fields[0].values == Words{"tell", "wait", "skipped"});
    CHECK(form.fields[1].values == Words{"tell", "wait", "skipped", "prefer_not_to_say"});
    CHECK(form.fields[2].values == Words{"tell", "wait", "none-chosen", "skipped"});
}

TEST_CASE("a survey's columns can be told from its form alone", "[openrosa]") {
    const auto told = survey_in(read(write_form(std::vector{a_survey()})));
    CHECK(survey::columns(told) == survey::columns(a_survey()));
    CHECK(told.id == "friends");
    CHECK(told.version == "2026.11");
    CHECK(told.question("sure")->about_you);
    CHECK_FALSE(told.question("first")->about_you);
}

TEST_CASE("a form is read as Central and pyxform serve it", "[openrosa]") {
    const auto form = read(as_served);
    CHECK(form.id == "friends");
    CHECK(form.version == "2026.11[encrypted:k3/x]");
    CHECK(form.public_key == "MIIB");
    CHECK(names_of(form) == Words{"uuid", "first", "order", "note", "who", "again"});
    CHECK(form.fields[1].kind == QuestionKind::scale);
    CHECK(form.fields[1].values == Words{"tell", "wait"});
    CHECK(form.fields[2].kind == QuestionKind::sort);
    CHECK(form.fields[2].values == Words{"tell", "wait"});
    CHECK(form.fields[4].kind == QuestionKind::choices);
    CHECK(form.fields[4].values.empty());
    const auto survey = survey_in(form);
    CHECK(survey.version == "2026.11");
    REQUIRE(survey.questions.size() == 2);  // the server's own fields are no questions
    CHECK(survey.questions[0].id == "first");
}

TEST_CASE("a form that is read need not call its prefixes as we do", "[openrosa]") {
    const auto form = read(
        "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:f='http://www.w3.org/2002/xforms'><head><f:model><f:instance>"
        "<x:data xmlns:x='y' id='a'><x:q/></x:data></f:instance></f:model></head><body><f:select1 ref='/x:data/x:q'>"
        "<f:item><f:value>v</f:value></f:item></f:select1></body></html>");
    CHECK(form.id == "a");
    CHECK(form.version.empty());
    REQUIRE(names_of(form) == Words{"q"});
    CHECK(form.fields[0].values == Words{"v"});
}

TEST_CASE("an element that is called by a prefix alone is no field", "[openrosa]") {
    CHECK(names_of(read(head("<data id='a'><q:/><x:q/><:/></data>"))) == Words{"q"});
}

TEST_CASE("of a list without end, a form is read so far", "[openrosa]") {
    std::string items =
        "<item><value>" + std::string(1000, 'v') + "</value></item><item/><item><value> </value></item>";
    for (int i = 0; i < 100; ++i) items += "<item><value>v" + std::to_string(i) + "</value></item>";
    const auto form = read(head("<data id='a'><q/></data>", "", "<select ref='q'>" + items + "</select>"));
    REQUIRE(form.fields.size() == 1);
    CHECK(form.fields[0].values.size() == 64);
    CHECK(form.fields[0].values.front() == "v0");
}

TEST_CASE("fields that a form lacks are named in the survey's order", "[openrosa]") {
    const auto missing = [](const Words& fields) { return missing_fields(a_survey(), fields); };
    CHECK(missing({"site", "order", "who", "sure", "first", "more"}).empty());
    CHECK(missing({"sure", "Who"}) == Words{"first", "who", "order", "site"});
}

TEST_CASE("a server's version is the survey's with or without its suffix", "[openrosa]") {
    CHECK(survey_version("2026.11") == "2026.11");
    CHECK(survey_version("2026.11[encrypted:k3/x]") == "2026.11");
    CHECK(survey_version("2026.11[encrypted:a][encrypted:b]") == "2026.11");
    CHECK(survey_version("[encrypted:a]").empty());
    CHECK(survey_version("1[encrypted:a") == "1[encrypted:a");
    CHECK(survey_version("1[a]") == "1[a]");
    CHECK(is_version_of("2026.11", "2026.11"));
    CHECK(is_version_of("2026.11[encrypted:k3/x]", "2026.11"));
    CHECK_FALSE(is_version_of("2026.12", "2026.11"));
    CHECK_FALSE(is_version_of("2026.111", "2026.11"));
    CHECK_FALSE(is_version_of("2026.1[encrypted:k3/x]", "2026.11"));
    CHECK_FALSE(is_version_of("", "2026.11"));
}

TEST_CASE("what is no form is refused", "[openrosa]") {
    REQUIRE(read_form(head("<data id='a'/>")));
    const auto said = [](const std::string& xml) {
        const auto form = read_form(xml);
        REQUIRE_FALSE(form);
        CHECK(form.error().kind == base::ErrorKind::malformed);
        return form.error().message;
    };
    const std::string page = "is a web page, not a form (an XForm)";
    CHECK(said("<!DOCTYPE html><html><body>Sign in<br></body></html>") == page);
    CHECK(said("<html><head/><body/></html>") == page);
    CHECK(said("<data/>") == "is not a form (an XForm): it has no model");
    CHECK(said(head("")) == "is not a form (an XForm): it has no instance");
    CHECK(said(head("<data/>")) == "is not a form (an XForm): its instance has no id");
    CHECK_THAT(said("{\"message\":\"no\"}"), ContainsSubstring("is not a form (an XForm): "));
    CHECK_THAT(said("<!DOCTYPE a [<!ENTITY b \"c\">]>" + head("<data id='&b;'/>")), ContainsSubstring("document type"));
    CHECK_THAT(said(head("<data id='\xff'/>")), ContainsSubstring("UTF-8"));
    CHECK_THAT(said(head("<data id='a'/>") + std::string(1, '\0')), ContainsSubstring("UTF-8"));
    const auto whole = write_form(std::vector{a_survey()});
    const auto end = whole.rfind('>');  // a line end follows
    for (std::size_t size = 0; size <= end; ++size) CHECK_FALSE(read_form(whole.substr(0, size)));
}

TEST_CASE("hostile forms take no more than their length", "[openrosa]") {
    std::string attributes = "<data id='a'", controls, parts, fields;
    for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "=''";
    for (int i = 0; i < 10'000; ++i)
        controls += "<select ref='/data/q" + std::to_string(i) +
                    "'><itemset nodeset=\"instance('l')/root/item\"><value ref='n'/></itemset></select>";
    for (int i = 0; i < 100'000; ++i) parts += "<p" + std::to_string(i) + "/>";
    for (int i = 0; i < 10'000; ++i) fields += "<q" + std::to_string(i) + "/>";
    const std::string data = "<data id='a'>" + fields + "</data>";
    const std::string many_items =
        "<instance id='l'><root>" + repeated("<item><n>v</n></item>", 50'000) + "</root></instance>";
    const std::string long_item =
        "<instance id='l'><root><item><n>" + std::string(1'000'000, 'v') + "</n></item></root></instance>";
    const std::string wide_item = "<instance id='l'><root><item>" + parts + "</item></root></instance>";
    const std::vector<std::string> all = {
        head("<data id='a'>" + repeated("<a>", 100'000) + repeated("</a>", 100'000) + "</data>"),
        head("<data id='a'/>", "", repeated("<group>", 100'000) + repeated("</group>", 100'000)),
        head("<data id='a'/>", "", repeated("<select ref='q'>", 50'000) + repeated("</select>", 50'000)),
        head("<data id='a'/>", "", repeated("<select1 ref='q'><item>", 50'000) + repeated("</item></select1>", 50'000)),
        repeated("<h:html>", 100'000) + repeated("</h:html>", 100'000),
        head(attributes + "/>"),
        head(data, many_items, controls),
        head(data, long_item, controls),
        head(data, wide_item, controls),
        head(data, repeated("<instance id='l'/>", 50'000), controls),
        head("<data id='a'>" + parts + "</data>"),
        head("<data id='a'><q>" + repeated("<!-- -->x", 100'000) + "</q></data>")};
    for (const auto& xml : all) {
        CAPTURE(xml.substr(0, 100));
        CHECK(tests::cpu_seconds([&] {
                  const auto form = read_form(xml);
                  if (form) (void)survey::columns(survey_in(*form));
                  CHECK((form || form.error().kind == base::ErrorKind::malformed));
              }) < 1);
    }
}
