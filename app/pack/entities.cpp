#include "pack/entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <memory>
#include <system_error>
#include <utility>

namespace talkpoint::pack {
namespace {

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 24> common{{
    {"amp", 0x26},     {"lt", 0x3c},      {"gt", 0x3e},       {"quot", 0x22},    {"apos", 0x27},    {"nbsp", 0xa0},
    {"pound", 0xa3},   {"copy", 0xa9},    {"deg", 0xb0},      {"middot", 0xb7},  {"frac12", 0xbd},  {"times", 0xd7},
    {"eacute", 0xe9},  {"ndash", 0x2013}, {"mdash", 0x2014},  {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201c},
    {"rdquo", 0x201d}, {"bull", 0x2022},  {"hellip", 0x2026}, {"euro", 0x20ac},  {"trade", 0x2122}, {"rarr", 0x2192},
}};

std::optional<std::uint32_t> number_of(std::string_view digits, int base) {
    std::uint32_t value = 0;
    const auto* end = std::to_address(digits.end());
    const auto [rest, code] = std::from_chars(std::to_address(digits.begin()), end, value, base);
    if (code != std::errc{} || rest != end) return {};
    return value;
}

std::optional<std::uint32_t> code_of(std::string_view name) {
    if (name.starts_with("#x") || name.starts_with("#X")) return number_of(name.substr(2), 16);
    if (name.starts_with('#')) return number_of(name.substr(1), 10);
    const auto* found = std::ranges::find(common, name, &std::pair<std::string_view, std::uint32_t>::first);
    if (found == common.end()) return {};
    return found->second;
}

std::string utf8(std::uint32_t code) {
    const auto byte = [](std::uint32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    const auto tail = [&](unsigned shift) { return byte(0x80U | (code >> shift & 0x3fU)); };
    if (code < 0x80) return {byte(code)};
    if (code < 0x800) return {byte(0xc0U | code >> 6), tail(0)};
    if (code < 0x10000) return {byte(0xe0U | code >> 12), tail(6), tail(0)};
    return {byte(0xf0U | code >> 18), tail(12), tail(6), tail(0)};
}

}  // namespace

std::optional<std::string> decode_entity(std::string_view reference) {
    if (reference.size() < 3 || !reference.starts_with('&') || !reference.ends_with(';')) return {};
    const auto code = code_of(reference.substr(1, reference.size() - 2));
    if (!code || *code < 0x20 || (*code >= 0x7f && *code < 0xa0) || *code > 0x10ffff) return {};
    if (*code >= 0xd800 && *code <= 0xdfff) return {};
    return utf8(*code);
}

}  // namespace talkpoint::pack
