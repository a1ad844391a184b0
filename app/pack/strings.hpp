// The words of the interface itself: `assets/strings/<language>.toml`.
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talkpoint::pack {

/// Interface strings of one language. Keys are dotted: `question.skip`.
class Strings {
  public:
    /// not_found, malformed and the like are in `problems`; what could be read is kept.
    [[nodiscard]] static Strings load(const std::filesystem::path& file, base::Problems& problems);

    /// The text, or the key itself where there is none (a person then sees which one is missing; a test fails first).
    [[nodiscard]] const std::string& operator()(std::string_view key) const;
    /// With each `{name}` replaced.
    [[nodiscard]] std::string operator()(std::string_view key,
                                         std::initializer_list<std::pair<std::string_view, std::string>> values) const;
    [[nodiscard]] const std::string& language() const { return language_; }
    [[nodiscard]] bool has(std::string_view key) const { return texts_.contains(key); }

  private:
    std::string language_ = "en";
    std::map<std::string, std::string, std::less<>> texts_;
    mutable std::map<std::string, std::string, std::less<>> missing_;
};

}  // namespace talkpoint::pack
