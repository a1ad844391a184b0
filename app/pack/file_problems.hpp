// Complaints about one file while it is read: collected in any order, handed over in the order of the file.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::pack {

/// Where the lines of a text begin, so that naming the line of a place does not read the text again.
class LineIndex {
  public:
    explicit LineIndex(std::string_view text);
    /// 1-based; an offset beyond the end is on the last line.
    [[nodiscard]] int line_at(std::size_t offset) const;

  private:
    std::vector<std::size_t> starts_;
};

/// The complaints about one file. Never fails.
class FileProblems {
  public:
    explicit FileProblems(std::string path) : path_(std::move(path)) {}

    void error(int line, std::string message);
    void warning(int line, std::string message);
    void add(base::Problem problem) { found_.push_back(std::move(problem)); }
    /// For a reader that appends by itself, such as TomlTable; valid as long as this object stays where it is.
    [[nodiscard]] base::Problems& list() { return found_; }

    [[nodiscard]] std::size_t count() const { return found_.size(); }
    /// Whether an error came after the first `since` complaints.
    [[nodiscard]] bool any_error(std::size_t since = 0) const;

    /// Moves all to `out`: by line, each once, and no more than a person would read, because a hostile file can
    /// hold a fault in every byte.
    void hand_over(base::Problems& out);

  private:
    std::string path_;
    base::Problems found_;
};

}  // namespace talkpoint::pack
