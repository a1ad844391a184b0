#include "bundle/version.hpp"

#include "base/strings.hpp"
#include "base/toml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace talkpoint::bundle {
namespace {

constexpr std::size_t most_numbers = 4, most_digits = 8;
using Numbers = std::array<int, most_numbers>;

std::optional<Numbers> numbers_of(std::string_view text) {
    const auto parts = base::split(text, '.');
    if (parts.size() > most_numbers) return {};
    Numbers numbers{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto& part = parts[i];
        if (part.empty() || part.size() > most_digits ||
            !std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; }))
            return {};
        std::from_chars(part.data(), part.data() + part.size(), numbers.at(i));
    }
    return numbers;
}

}  // namespace

bool is_version(std::string_view text) { return numbers_of(text).has_value(); }

std::optional<std::strong_ordering> compare_versions(std::string_view a, std::string_view b) {
    const auto first = numbers_of(a), second = numbers_of(b);
    if (!first || !second) return {};
    return *first <=> *second;
}

std::string version_in(const std::filesystem::path& pack_folder) {
    base::Problems unsaid;
    auto table = base::TomlTable::load(pack_folder / "pack.toml", unsaid);
    return table ? table->text("version").value_or("") : "";
}

}  // namespace talkpoint::bundle
