#include "openrosa/answer.hpp"
#include "catch.hpp"

#include "base/strings.hpp"

#include <vector>

using namespace talkpoint;
using namespace talkpoint::openrosa;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

using Headers = std::map<std::string, std::string>;

constexpr const char* receipt = R"(<OpenRosaResponse xmlns="http://openrosa.org/http/response" items="0">
  <message nature="submit_success">full submission upload was successful!</message>
</OpenRosaResponse>)";
constexpr const char* page = "<!DOCTYPE html><html><head><title>Free WiFi</title></head><body>Sign in</body></html>";

Verdict verdict(int status, std::string_view body = "") { return read_answer(status, {}, body).verdict; }
std::string said(int status, std::string_view body = "") { return read_answer(status, {}, body).said; }

std::string quote(const std::string& words) { return " (the server said: \"" + words + "\")"; }

}  // namespace

TEST_CASE("the table: only 201 and 202 with an OpenRosaResponse are a receipt", "[openrosa]") {
    struct Row {
        int status;
        Verdict with_receipt;
        Verdict otherwise;
    };
    std::vector<Row> table = {
        {201, Verdict::received, Verdict::later},      {202, Verdict::received, Verdict::later},
        {401, Verdict::refused, Verdict::refused},     {403, Verdict::refused, Verdict::refused},
        {404, Verdict::no_form, Verdict::no_form},     {409, Verdict::conflict, Verdict::conflict},
        {400, Verdict::not_taken, Verdict::not_taken}, {413, Verdict::not_taken, Verdict::not_taken}};
    for (const int status :
         {-1,  0,   100, 200, 203, 204, 206, 299, 300, 301, 302, 303, 304, 307, 308, 402, 405, 406, 408,
          410, 411, 418, 422, 423, 425, 429, 451, 499, 500, 501, 502, 503, 504, 511, 599, 600, 999})
        table.push_back({status, Verdict::later, Verdict::later});
    for (const auto& [status, with_receipt, otherwise] : table) {
        CAPTURE(status);
        CHECK(verdict(status, receipt) == with_receipt);
        for (const char* body : {"", page, "{}", "<html/>", "OpenRosaResponse", "<OpenRosaResponse", "\xff"})
            CHECK(verdict(status, body) == otherwise);
    }
}

TEST_CASE("a receipt is an OpenRosaResponse whatever its prefix, and whole", "[openrosa]") {
    CHECK(verdict(201, R"(<?xml version="1.0"?><r:OpenRosaResponse xmlns:r="http://openrosa.org/http/response"/>)") ==
          Verdict::received);
    CHECK(verdict(201, R"(<OpenRosaResponse xmlns='http://openrosa.org/http/response'/>)") == Verdict::received);
    CHECK(verdict(202, "\xef\xbb\xbf" + std::string{receipt}) == Verdict::received);
    CHECK(verdict(201, "<OpenRosaResponse/>") == Verdict::received);
    for (const char* body : {R"(<OpenRosaResponse xmlns="http://example.org"/>)",
                             R"(<r:OpenRosaResponse xmlns="http://openrosa.org/http/response"/>)",
                             R"(<a xmlns="http://openrosa.org/http/response"><OpenRosaResponse/></a>)",
                             R"(<OpenRosaResponse xmlns="http://openrosa.org/http/response"/><a/>)",
                             R"(<!DOCTYPE html><OpenRosaResponse xmlns="http://openrosa.org/http/response"/>)"}) {
        CAPTURE(body);
        CHECK(verdict(201, body) == Verdict::later);
    }
    const std::string whole = receipt;
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK(verdict(201, whole.substr(0, size)) == Verdict::later);
}

TEST_CASE("staff read what an answer means, and what the server said", "[openrosa]") {
    CHECK(said(201, receipt) == "201: received");
    CHECK_THAT(said(201, page), ContainsSubstring("201: this is no receipt: a sign-in page"));
    CHECK_THAT(said(200, receipt), ContainsSubstring("200: this is no receipt"));
    CHECK_THAT(said(302), ContainsSubstring("302: the address leads elsewhere"));
    CHECK(said(404, R"({"message":"Could not find the resource you were looking for.","code":404.1})") ==
          "404: the server does not have this form in this version; publish the form that `talkpointctl xform` writes, "
          "and "
          "check the address" +
              quote("Could not find the resource you were looking for."));
    CHECK(said(403, R"({"detail":"Invalid token."})").ends_with(quote("Invalid token.")));
    CHECK(said(400, R"({"error":"No instance"})").ends_with(quote("No instance")));
    CHECK(said(503, R"(<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message>Down &amp; out
        for now</message></OpenRosaResponse>)")
              .ends_with(quote("Down & out for now")));
    CHECK_THAT(said(418), ContainsSubstring("418: this is no answer that a form server gives"));
}

TEST_CASE("what cannot be quoted is not", "[openrosa]") {
    const auto plain = said(500);
    CHECK(plain == "500: the server is in trouble; it is tried again later");
    for (
        const char* body :
        {page, "plain words", R"({"message":"<b>no</b>"})", R"({"message":1})", R"({"message":""})", R"(["message"])",
         R"({"message":{"a":1}})", "{", "<r:OpenRosaResponse><message>no</message></r:OpenRosaResponse>",
         R"(<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message>&lt;html></message></OpenRosaResponse>)"}) {
        CAPTURE(body);
        CHECK(said(500, body) == plain);
    }
    CHECK(said(500, std::string(1'000'000, '[')) == plain);
    CHECK(said(500, std::string("\0\0", 2)) == plain);
}

TEST_CASE("what is quoted is one line of bounded length, without a token", "[openrosa]") {
    const std::string token = "aB3$!xYz9aB3$!xYz9aB3$!xYz9aB3$!xYz9aB3$!xYz9aB3$!xYz9aB3$!xYz90";
    const auto echoed = said(403, R"({"message":"No such path /v1/key/)" + token + R"(/projects/1"})");
    CHECK(echoed.ends_with(quote("No such path …")));

    CHECK(said(500, R"({"message":"a\u0007b\n\tc\u2028d"})")
              .ends_with(quote("a?b c\xe2\x80\xa8"
                               "d")));
    for (const std::string word : {"word ", "مركز ", "👩‍👧 ", "words-without-end-"}) {
        std::string many;
        for (int i = 0; i < 1000; ++i) many += word;
        const auto cut = said(500, R"({"message":")" + many + R"("})");
        CAPTURE(cut);
        CHECK(cut.size() < 330);
        CHECK(cut.ends_with("…\")"));
        CHECK_FALSE(base::first_bad_utf8(cut));
        CHECK_FALSE(base::first_control_character(cut));
        CHECK(cut.find('\n') == std::string::npos);
    }
}

TEST_CASE("Retry-After is seconds, or a date by the server's own clock", "[openrosa]") {
    const std::string now = "Sun, 06 Nov 1994 08:49:37 GMT";
    const auto wait = [&](const std::string& asked, int status = 429) {
        return read_answer(status, {{"retry-after", asked}, {"date", now}}, "").wait;
    };
    CHECK(wait("120") == 120s);
    CHECK(wait(" 0 ") == 0s);
    CHECK(wait("86400") == 24h);
    CHECK(wait("86401") == 24h);
    CHECK(wait("99999999999999999999") == 24h);
    CHECK(wait("Sun, 06 Nov 1994 08:50:07 GMT") == 30s);
    CHECK(wait("Sun, 06 Nov 1994 08:49:37 GMT") == 0s);
    CHECK(wait("Mon, 07 Nov 1994 00:00:00 GMT") == 15h + 10min + 23s);
    CHECK(wait("Fri, 01 Jan 2100 00:00:00 GMT") == 24h);
    for (const char* garbage :
         {"", "-1", "+5", "1.5", "5s", "soon", "Sun, 06 Nov 1994 08:49:36 GMT", "Sun, 06 Nov 1994 08:50:07 CET",
          "Sun, 06 Nev 1994 08:50:07 GMT", "Wed, 31 Feb 1995 08:50:07 GMT", "Sun, 06 Nov 1994 24:50:07 GMT",
          "Sun, 06 Nov 1994 08:50 GMT", "Sun, 06 Nov 99999999999 08:50:07 GMT", "Sunday, 06-Nov-94 08:50:07 GMT"}) {
        CAPTURE(garbage);
        CHECK_FALSE(wait(garbage));
    }
    CHECK_FALSE(read_answer(503, {{"retry-after", "Sun, 06 Nov 1994 08:50:07 GMT"}}, "").wait);
    CHECK_FALSE(read_answer(503, {{"retry-after", now}, {"date", "yesterday"}}, "").wait);
    CHECK_FALSE(read_answer(503, {}, "").wait);
    for (const int status : {200, 201, 302, 408, 423, 500, 503}) CHECK(wait("60", status) == 60s);
    for (const int status : {400, 401, 403, 404, 409, 413}) CHECK_FALSE(wait("60", status));
}

TEST_CASE("the largest submission that the server takes", "[openrosa]") {
    const auto length = [](const std::string& text) {
        return accepted_length({{"x-openrosa-accept-content-length", text}});
    };
    CHECK(length("100000000") == 100'000'000U);
    CHECK(length(" 10000000 ") == 10'000'000U);
    for (const char* text : {"", "0", "-1", "many", "10 MB", "99999999999999999999999"}) CHECK_FALSE(length(text));
    CHECK_FALSE(accepted_length({}));
}
