#include "config/base_url.hpp"
#include "catch.hpp"

using talkpoint::config::checked_base_url;

TEST_CASE("addresses to which responses may be sent") {
    for (const auto* url :
         {"https://odk.example.org", "https://odk.example.org:8443/v1/projects/1", "HTTPS://odk.example.org/x",
          "https://odk.example.org/v1/key/{token}/projects/1", "http://127.0.0.1:8080/x", "http://localhost",
          "http://LocalHost:80", "http://[::1]:8080/x", "https://[2001:db8::1]/x"}) {
        CAPTURE(url);
        CHECK(checked_base_url(url) == std::string{url});
    }
}

TEST_CASE("a slash at the end is taken away, so that paths can be appended") {
    CHECK(checked_base_url("https://odk.example.org/x//") == std::string{"https://odk.example.org/x"});
}

TEST_CASE("plain http is refused except to this machine, in whatever disguise") {
    for (const auto* url : {"http://odk.example.org", "HTTP://odk.example.org", "http://localhost.example.org",
                            "http://127.0.0.1.example.org", "http://127.0.0.2", "http://0.0.0.0", "http://[::2]/",
                            "http://[::1].example.org", "http://127.1/"}) {
        CAPTURE(url);
        CHECK_FALSE(checked_base_url(url));
    }
    CHECK(checked_base_url("http://example.org").error().find("https://") != std::string::npos);
}

TEST_CASE("addresses that are not plainly one server's are refused") {
    for (const auto* url : {"",
                            "odk.example.org",
                            "ftp://odk.example.org",
                            "https://",
                            "https:///x",
                            "https://:443/x",
                            "https:/x",
                            "https://odk.example.org:x",
                            "https://odk.example.org:",
                            "https://odk.example.org:1234567",
                            "https://a b",
                            "https://a\tb",
                            "https://a\nb",
                            "https://\xc3\xa9.org",
                            "https://user@odk.example.org",
                            "http://127.0.0.1@odk.example.org",
                            "http://127.0.0.1:80@odk.example.org",
                            "http://127.0.0.1\\@odk.example.org",
                            "https://odk.example.org\\x",
                            "https://odk.example.org/?x=1",
                            "https://odk.example.org/#x",
                            "http://127.0.0.1#@odk.example.org",
                            "https://odk.example.org/{tokn}",
                            "https://odk.example.org/{token",
                            "https://odk.example.org/}",
                            "https://[::1"}) {
        CAPTURE(url);
        CHECK_FALSE(checked_base_url(url));
    }
}
