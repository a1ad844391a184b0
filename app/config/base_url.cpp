#include "config/base_url.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>

namespace talkpoint::config {
namespace {

constexpr std::string_view token = "{token}";

/// `authority` without its port: `[::1]:8080` is `[::1]`.
std::string_view host_of(std::string_view authority) {
    if (authority.starts_with('[')) return authority.substr(0, authority.find(']') + 1);
    return authority.substr(0, authority.find(':'));
}

bool port_is_sound(std::string_view authority, std::string_view host) {
    const auto port = authority.substr(host.size());
    if (port.empty()) return true;
    return port.size() > 1 && port.size() <= 6 && port[0] == ':' &&
           port.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

bool is_this_machine(std::string_view host) {
    constexpr std::array<std::string_view, 3> loopback{"127.0.0.1", "localhost", "[::1]"};
    return std::ranges::find(loopback, base::lower_case(host)) != loopback.end();
}

bool has_other_braces(std::string_view url) {
    std::string rest{url};
    for (auto at = rest.find(token); at != std::string::npos; at = rest.find(token)) rest.erase(at, token.size());
    return rest.find_first_of("{}") != std::string::npos;
}

bool has_strange_letters(std::string_view url) {
    return std::ranges::any_of(
        url, [](char c) { return c <= ' ' || c >= 0x7f || c == '\\' || c == '"' || c == '<' || c == '>'; });
}

}  // namespace

std::expected<std::string, std::string> checked_base_url(std::string_view written) {
    if (has_strange_letters(written))
        return std::unexpected(
            R"("base_url" has a blank or a letter that no address has; copy it from the server again)");
    const auto scheme_end = std::min(written.find("://"), written.size());
    const auto scheme = base::lower_case(written.substr(0, scheme_end));
    if (scheme_end == written.size() || (scheme != "https" && scheme != "http"))
        return std::unexpected(R"("base_url" must begin with https://; correct it)");
    const auto rest = written.substr(scheme_end + 3);
    if (rest.find_first_of("?#") != std::string_view::npos)
        return std::unexpected(R"("base_url" must not have a ? or a #; end it where /formList can be appended)");
    if (has_other_braces(rest))
        return std::unexpected(R"("base_url" may have {token} in braces and nothing else; remove the other)");
    const auto authority = rest.substr(0, rest.find('/'));
    if (authority.find('@') != std::string_view::npos)
        return std::unexpected(R"("base_url" must not have a user in it; write "user" and "password_file" instead)");
    const auto host = host_of(authority);
    if (host.empty() || !port_is_sound(authority, host))
        return std::unexpected(R"("base_url" names no server; write it as https://server.example.org/path)");
    if (scheme == "http" && !is_this_machine(host))
        return std::unexpected(
            R"("base_url" would send responses unprotected; use https:// (http:// only to 127.0.0.1, localhost or )"
            "[::1])");
    std::string url{written};
    while (url.ends_with('/')) url.pop_back();
    return url;
}

std::string complaint_about_proxy(std::string_view written) {
    if (has_strange_letters(written)) return R"("proxy" has a blank or a letter that no address has; write it again)";
    const auto scheme_end = std::min(written.find("://"), written.size());
    const auto scheme = base::lower_case(written.substr(0, scheme_end));
    if (scheme_end == written.size() || (scheme != "http" && scheme != "https" && scheme != "socks5h"))
        return R"("proxy" must begin with http://, https:// or socks5h://; correct it)";
    const auto authority = written.substr(scheme_end + 3);
    if (authority.find('@') != std::string_view::npos)
        return R"("proxy" must not have a user in it; use a proxy that lets this machine through without one)";
    const auto host = host_of(authority);
    if (host.empty() || !port_is_sound(authority, host) || authority.find_first_of("/?#{}") != std::string_view::npos)
        return R"("proxy" is a name and a port and nothing else; write it as http://proxy.example.org:3128)";
    return {};
}

}  // namespace talkpoint::config
