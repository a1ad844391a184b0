#include "config/secret.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::tests;
namespace fs = std::filesystem;
using Catch::Matchers::ContainsSubstring;
using config::SecretKind;

namespace {

struct Read {
    std::optional<std::string> secret;
    base::Problems problems;
};

Read read(std::string_view bytes, SecretKind kind = SecretKind::token, fs::perms rights = fs::perms{0600}) {
    const TempFolder folder;
    const auto file = folder.write("secret", bytes);
    fs::permissions(file, rights);
    Read out;
    out.secret = config::read_secret(file, kind, out.problems);
    return out;
}

bool refuses(const Read& out, const std::string& why) {
    return !out.secret && out.problems.size() == 1 && out.problems[0].severity == base::Severity::error &&
           out.problems[0].message.find(why) != std::string::npos;
}

bool warns(const Read& out, const std::string& why) {
    return out.secret && std::ranges::any_of(out.problems, [&](const base::Problem& problem) {
               return problem.severity == base::Severity::warning && problem.message.find(why) != std::string::npos;
           });
}

const std::string token = "aZ09!$-._~aZ09!$-._~aZ09!$-._~aZ09!$-._~aZ09!$-._~aZ09!$-._~aZ09";

}  // namespace

TEST_CASE("a token or a password alone in its file is taken as it is") {
    const auto kind = GENERATE(SecretKind::token, SecretKind::password);
    const auto out = read(token, kind);
    CHECK(out.secret == token);
    CHECK(out.problems.empty());
}

TEST_CASE("a password may be of any letters that can be seen, and have blanks inside") {
    for (const auto* password :
         {"correct horse battery", "p\u00e4ssw\u00f6rd \u2013 \u00a3 \U0001f510", "{\"'%\\&?#/"}) {
        CAPTURE(password);
        const auto out = read(password, SecretKind::password);
        CHECK(out.secret == std::string{password});
        CHECK(out.problems.empty());
    }
}

TEST_CASE("a line end behind a secret is left out, and said") {
    for (const auto* end : {"\n", "\r\n", "\n\n"}) {
        const auto out = read(token + end);
        CHECK(out.secret == token);
        CHECK(out.problems.size() == 1);
        CHECK(warns(out, "ends with a line end; it was left out"));
    }
    CHECK(read("two words\n", SecretKind::password).secret == "two words");
}

TEST_CASE("what no secret can be is refused") {
    const auto kind = GENERATE(SecretKind::token, SecretKind::password);
    CHECK(refuses(read("", kind), "is empty"));
    CHECK(refuses(read("\n", kind), "is empty"));
    CHECK(refuses(read("ab\ncd", kind), "more than one line"));
    CHECK(refuses(read("ab\rcd\n", kind), "more than one line"));
    CHECK(refuses(read(std::string(4097, 'a'), kind), "larger than 4096"));
    CHECK(read(std::string(4096, 'a'), kind).secret);
}

TEST_CASE("what no token can be is refused") {
    for (const std::string text : {"a b", " ab", "ab ", "a\tb", "a/b", "a?b", "a#b", "a%b", "{token}", "a@b", "\"ab\"",
                                   "\xef\xbb\xbf"
                                   "ab",
                                   "\u00e9", "a\u200b", "a\x7f", "../a"}) {
        CAPTURE(text);
        CHECK(refuses(read(text), "what no token has"));
    }
    CHECK(refuses(read(std::string{"a\0b", 3}), "what no token has"));
}

TEST_CASE("what no password can be is refused") {
    for (const std::string text : {"a\tb", "a\x7f",
                                   "a\u0085"
                                   "b",
                                   "a\u200b",
                                   "\xef\xbb\xbf"
                                   "ab",
                                   "a\u2028", "\xff\xfe", "caf\xe9", "\xc2"}) {
        CAPTURE(text);
        CHECK(refuses(read(text, SecretKind::password), "cannot be seen"));
    }
    CHECK(refuses(read(std::string{"a\0b", 3}, SecretKind::password), "cannot be seen"));
    CHECK(refuses(read(" ab", SecretKind::password), "begins or ends with a blank"));
    CHECK(refuses(read("ab \n", SecretKind::password), "begins or ends with a blank"));
}

TEST_CASE("a file that others may read or write is used, with the command that closes it") {
    for (const unsigned rights : {0640U, 0604U, 0620U, 0602U, 0666U}) {
        CAPTURE(rights);
        const auto out = read(token, SecretKind::token, fs::perms{rights});
        CHECK(out.secret == token);
        REQUIRE(out.problems.size() == 1);
        CHECK(warns(out, "chmod 600 " + out.problems[0].path));
    }
    CHECK(read(token, SecretKind::token, fs::perms{0400}).problems.empty());
}

TEST_CASE("a file that is not there, or is none, is one error that names it") {
    const TempFolder folder;
    for (const auto& file : {folder.path() / "none", folder.path()}) {
        base::Problems problems;
        CHECK_FALSE(config::read_secret(file, SecretKind::token, problems));
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].severity == base::Severity::error);
        CHECK(problems[0].path == file.string());
    }
}

TEST_CASE("no problem quotes a secret") {
    for (const std::string text : {"canary one", "canary\n", "canary\ncanary", "canary\t"})
        for (const auto kind : {SecretKind::token, SecretKind::password})
            for (const auto& problem : read(text, kind, fs::perms{0666}).problems)
                CHECK_THAT(problem.text(), !ContainsSubstring("canary"));
}

TEST_CASE("the token takes its place in the address") {
    config::Upload upload;
    CHECK_FALSE(config::upload_url(upload, token));
    upload.base_url = "https://odk.example.org/v1/key/{token}/projects/1";
    CHECK_FALSE(config::upload_url(upload, ""));
    CHECK(config::upload_url(upload, "a$b") == "https://odk.example.org/v1/key/a$b/projects/1");
    upload.base_url = "https://odk.example.org/{token}/{token}";
    CHECK(config::upload_url(upload, "x") == "https://odk.example.org/x/x");
    upload.base_url = "https://kobo.example.org";
    CHECK(config::upload_url(upload, "") == "https://kobo.example.org");
}
