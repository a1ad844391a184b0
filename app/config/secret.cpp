#include "config/secret.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace talkpoint::config {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t max_secret_bytes = 4UL * 1024;
constexpr std::string_view place_of_token = "{token}";

bool is_of_a_token(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view{"!$-._~"}.find(c) != std::string_view::npos;
}

/// Does `text` (UTF-8) have a letter of two or three bytes that begins with `start` and whose last byte is from `first`
/// to `last`?
bool has_letter(std::string_view text, std::string_view start, unsigned char first, unsigned char last) {
    for (auto at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1)) {
        const auto end = static_cast<unsigned char>(text[at + start.size()]);
        if (end >= first && end <= last) return true;
    }
    return false;
}

/// Controls, and what editors and web pages leave behind: zero-width letters, separators, turns of direction (U+200B to
/// 200F, 2028 to 202E, 2060 to 206F) and the byte-order mark.
bool has_unseen(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }) ||
           has_letter(text, "\xc2", 0x80, 0x9f) || has_letter(text, "\xe2\x80", 0x8b, 0x8f) ||
           has_letter(text, "\xe2\x80", 0xa8, 0xae) || has_letter(text, "\xe2\x81", 0xa0, 0xaf) ||
           has_letter(text, "\xef\xbb", 0xbf, 0xbf);
}

/// What is wrong and what to do; empty if nothing is.
std::string_view complaint_about(std::string_view secret, SecretKind kind) {
    if (secret.empty()) return "is empty; write the secret into it, and nothing else";
    if (secret.find_first_of("\r\n") != std::string_view::npos)
        return "has more than one line; write the secret into it, and nothing else";
    if (kind == SecretKind::token)
        return std::ranges::all_of(secret, is_of_a_token)
                   ? std::string_view{}
                   : "holds what no token has (a blank, or another sign than A-Z a-z 0-9 ! $ - . _ ~); copy the token "
                     "from the server again, without anything around it";
    if (base::first_bad_utf8(secret) || has_unseen(secret))
        return "holds signs that cannot be seen; write the password again, as plain text in UTF-8";
    if (base::trim(secret).size() != secret.size()) return "begins or ends with a blank; take it away";
    return {};
}

/// May others than the owner read or write it?
bool is_open_to_others(const fs::path& file) {
    constexpr auto others =
        fs::perms::group_read | fs::perms::group_write | fs::perms::others_read | fs::perms::others_write;
    std::error_code error;
    const auto status = fs::status(file, error);
    return !error && (status.permissions() & others) != fs::perms::none;
}

}  // namespace

std::optional<std::string> read_secret(const fs::path& file, SecretKind kind, base::Problems& problems) {
    auto read = base::read_file(file, max_secret_bytes);
    if (!read) {
        problems.push_back(base::problem_of(read.error()));
        return {};
    }
    const auto say = [&](base::Severity severity, std::string message) {
        problems.push_back({severity, file.string(), 0, std::move(message)});
    };
    if (is_open_to_others(file))
        say(base::Severity::warning, fmt::format("others than its owner may read or write it; run: chmod 600 {}",
                                                 base::printable(file.string())));
    std::string secret = std::move(*read);
    const auto whole = secret.size();
    while (secret.ends_with('\n') || secret.ends_with('\r')) secret.pop_back();
    if (const auto complaint = complaint_about(secret, kind); !complaint.empty()) {
        say(base::Severity::error, std::string{complaint});
        return {};
    }
    if (secret.size() != whole) say(base::Severity::warning, "ends with a line end; it was left out");
    return secret;
}

std::optional<std::string> upload_url(const Upload& upload, std::string_view token) {
    if (upload.base_url.empty()) return {};
    std::string url = upload.base_url;
    for (auto at = url.find(place_of_token); at != std::string::npos;
         at = url.find(place_of_token, at + token.size())) {
        if (token.empty()) return {};
        url.replace(at, place_of_token.size(), token);
    }
    return url;
}

}  // namespace talkpoint::config
