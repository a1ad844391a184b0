// The words of the interface itself: `assets/strings/<language>.toml`.
#pragma once

#include "base/digest.hpp"
#include "base/result.hpp"
#include "base/toml.hpp"
#include "pack/file_problems.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talkpoint::pack {

/// In which the interface is written; the others are translations of it.
inline constexpr std::string_view interface_source = "en";

/// Interface strings of one language. Keys are dotted: `question.skip`. Not for several threads at once.
class Strings {
  public:
    /// not_found, malformed and the like are in `problems`; what could be read is kept.
    [[nodiscard]] static Strings load(const std::filesystem::path& file, base::Problems& problems);

    /// Takes what is missing here from `source`, the interface in its own language (save what that is called): a
    /// warning at this file that names the keys. A text that lost or invented a word in {braces} is an error, and the
    /// source's takes its place; a key that the source does not have, and a source_digest of other words, are warnings.
    /// Call it once, after load().
    void complete_from(const Strings& source, base::Problems& problems);

    /// The text, or the key itself where there is none (a person then sees which one is missing; a test fails first).
    [[nodiscard]] const std::string& operator()(std::string_view key) const;
    /// With each `{name}` replaced.
    [[nodiscard]] std::string operator()(std::string_view key,
                                         std::initializer_list<std::pair<std::string_view, std::string>> values) const;
    /// The tag: `pl`, `easy`.
    [[nodiscard]] const std::string& language() const { return language_; }
    /// What the language is called in itself (key `language_name`), else the tag.
    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] bool right_to_left() const { return right_to_left_; }  ///< key `direction`
    [[nodiscard]] bool reviewed() const { return reviewed_; }            ///< by somebody who speaks the language
    [[nodiscard]] bool has(std::string_view key) const { return texts_.contains(key); }
    [[nodiscard]] const base::Texts& texts() const { return texts_; }

  private:
    void read_head(base::TomlTable& root);
    void read_texts(base::TomlTable& table, const std::string& prefix);
    void check_braces(const Strings& source, FileProblems& found);
    void check_keys(const Strings& source, FileProblems& found) const;

    std::string language_ = "en";
    bool right_to_left_ = false;
    bool reviewed_ = false;
    base::Texts texts_;
    mutable base::Texts missing_;

    // For the complaints of complete_from().
    std::filesystem::path file_;
    std::string digest_;  ///< key `source_digest`
    int digest_line_ = 0;
    bool names_direction_ = false;
    std::map<std::string, int, std::less<>> lines_;  ///< of each text
};

/// The languages for which there is a file in the folder, sorted: tags. None where it cannot be read.
[[nodiscard]] std::vector<std::string> interface_languages(const std::filesystem::path& strings_folder);

}  // namespace talkpoint::pack
