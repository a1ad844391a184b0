#include "openrosa/form_list.hpp"
#include "catch.hpp"
#include "support.hpp"

using namespace talkpoint;
using namespace talkpoint::openrosa;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr std::string_view a_list = R"(<?xml version="1.0" encoding="UTF-8"?>
  <xforms xmlns="http://openrosa.org/xforms/xformsList">
    <xform>
      <formID>friends</formID>
      <name>What do friends do?</name>
      <version>2026.11[encrypted:k3/x]</version>
      <hash>md5:5ba2e4d2a1e1e0c4a1b8f0d4c1f9a7a1</hash>
      <downloadUrl>https://odk.example/v1/key/abc/projects/1/forms/friends.xml?a=1&amp;b=2</downloadUrl>
    </xform>
    <xform>
      <formID>
        second
      </formID>
      <downloadUrl><![CDATA[https://odk.example/second.xml]]></downloadUrl>
      <hash/>
    </xform>
    <xform><formID>no address</formID></xform>
    <xform><downloadUrl>https://odk.example/no-id.xml</downloadUrl></xform>
    <other/>
  </xforms>)";

}  // namespace

TEST_CASE("a list of forms is read as it stands", "[openrosa]") {
    const auto forms = read_form_list(a_list);
    REQUIRE(forms);
    REQUIRE(forms->size() == 2);
    const auto& [id, version, hash, url] = forms->at(0);
    CHECK(id == "friends");
    CHECK(version == "2026.11[encrypted:k3/x]");
    CHECK(hash == "md5:5ba2e4d2a1e1e0c4a1b8f0d4c1f9a7a1");
    CHECK(url == "https://odk.example/v1/key/abc/projects/1/forms/friends.xml?a=1&b=2");
    CHECK(forms->at(1).id == "second");
    CHECK(forms->at(1).version.empty());
    CHECK(forms->at(1).hash.empty());
    CHECK(forms->at(1).download_url == "https://odk.example/second.xml");

    const auto prefixed = read_form_list(
        "<l:xforms xmlns:l=\"http://openrosa.org/xforms/xformsList\"><l:xform><l:formID>a</l:formID>"
        "<l:downloadUrl>b</l:downloadUrl></l:xform></l:xforms>");
    REQUIRE(prefixed);
    CHECK(prefixed->size() == 1);
    CHECK(read_form_list("<xforms/>")->empty());
}

TEST_CASE("a list of forms that is none says what came instead", "[openrosa]") {
    const auto said = [](std::string_view xml) {
        const auto forms = read_form_list(xml);
        REQUIRE_FALSE(forms);
        CHECK(forms.error().kind == base::ErrorKind::malformed);
        return forms.error().message;
    };
    const std::string page = "is a web page, not a server's list of forms";
    CHECK(said("<!DOCTYPE html><html><head><title>Sign in</title><body>Free WiFi<br></body></html>") == page);
    CHECK(said("\n<HTML><BODY onload='go'>") == page);
    CHECK(said("<html xmlns=\"http://www.w3.org/1999/xhtml\"><body/></html>") == page);
    CHECK(said("<forms/>") == "is not a server's list of forms but \"forms\"");
    CHECK(said("<forms><form url=\"a\">b</form></forms>") == "is not a server's list of forms but \"forms\"");
    CHECK_THAT(said(""), ContainsSubstring("is not a server's list of forms: "));
    CHECK_THAT(said("{\"message\":\"no\"}"), ContainsSubstring("is not a server's list of forms: "));
    CHECK_THAT(said("<xforms>\xff</xforms>"), ContainsSubstring("UTF-8"));
    CHECK_THAT(said("<!DOCTYPE x [<!ENTITY a \"b\">]><xforms>&a;</xforms>"), ContainsSubstring("document type"));
}

TEST_CASE("a list of forms that is cut anywhere is malformed", "[openrosa]") {
    for (std::size_t size = 0; size < a_list.size(); ++size) CHECK_FALSE(read_form_list(a_list.substr(0, size)));
}

TEST_CASE("a long list of forms is read in its own time", "[openrosa]") {
    std::string xml = "<xforms>";
    for (int i = 0; i < 20'000; ++i) xml += "<xform><formID>a</formID><downloadUrl>b</downloadUrl></xform>";
    for (int i = 0; i < 100'000; ++i) xml += "<a>";
    CHECK(tests::cpu_seconds([&] { CHECK_FALSE(read_form_list(xml)); }) < 1);
}
