#include "config/base_url.hpp"
#include "catch.hpp"

using talkpoint::config::checked_base_url;
using talkpoint::config::complaint_about_proxy;

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

TEST_CASE("a proxy is a scheme, a name and a port") {
    for (const auto* proxy : {"http://proxy.example.org:3128", "https://proxy.example.org", "socks5h://127.0.0.1:1080",
                              "HTTP://[::1]:3128"}) {
        CAPTURE(proxy);
        CHECK(complaint_about_proxy(proxy).empty());
    }
    for (const auto* proxy : {"", "proxy.example.org:3128", "socks5://proxy.example.org", "socks4a://proxy.example.org",
                              "ftp://p", "http://", "http://:3128", "http://user:word@proxy.example.org",
                              "http://p/path", "http://p:3128/", "http://p?x", "http://p#x", "http://p:x", "http://p q",
                              "http://p\n", "http://{token}", "file:///etc/passwd"}) {
        CAPTURE(proxy);
        CHECK_FALSE(complaint_about_proxy(proxy).empty());
    }
}
