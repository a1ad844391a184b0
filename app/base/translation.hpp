// A file with the words of another in another language: the source's words are replaced one by one, and what is wrong
// with the file is said in the same words wherever translations are read.
#pragma once

#include "base/digest.hpp"
#include "base/toml.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talkpoint::base {

/// What to tell the author of a translation whose key `source_digest` has this value ("" where it is absent): nothing
/// if it is that of the words of the file called `source`.
[[nodiscard]] std::optional<std::string> stale_translation(std::string_view source_digest, const Texts& source_words,
                                                           std::string_view source);

/// Reads one such file; complaints go where its tables put them. Never fails.
class Translation {
  public:
    /// `source`: the name of the file that is translated, for people; `language`: the one in which it is written.
    Translation(std::string source, std::string language)
        : source_(std::move(source)), language_(std::move(language)) {}

    /// Key `source_digest`: a warning where stale_translation() says something.
    void check_digest(TomlTable& root, const Texts& source_words);

    /// One text, if the source has it at all: a translation adds nothing. Missing is a warning, and the text stays;
    /// `what` is how complaints call it.
    void replace(TomlTable& table, std::string_view key, std::string& text, std::string_view what);
    void missing(TomlTable& table, std::string_view key, std::string_view what);

    /// Reports each key that is not among `known`: `what` it would be ("question"), and in what `where`.
    void refuse_unknown(TomlTable& table, std::string_view what, const std::vector<std::string>& known,
                        std::string_view where, Severity severity = Severity::error);

  private:
    std::string source_;
    std::string language_;
    int unknown_ = 0;
};

/// As table(), for those who write something else there: then `how` says how to write it.
[[nodiscard]] std::optional<TomlTable> table_in(TomlTable& table, std::string_view key, std::string_view how);

}  // namespace talkpoint::base
