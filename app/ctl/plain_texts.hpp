// What people read of one file that authors wrote, and on which of its lines.
#pragma once

#include "pack/file_problems.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::ctl {

enum class TextKind { interface, pack, help, message, film, survey };
/// As in the table of `check --reading`: "help lines".
[[nodiscard]] std::string_view name_of(TextKind kind);

/// One text of a file: a block of a page, or the value of a key; paragraphs with a blank line between.
struct Piece {
    std::string text;
    std::size_t begin = 0;     ///< where its line begins in the file
    bool description = false;  ///< of a picture
};

/// Where sentences stand in a file: by their letters and digits, whatever marks and line breaks the author put between.
class Places {
  public:
    struct Place {
        std::size_t begin = 0;
        std::size_t end = 0;  ///< behind the letters that were looked for
    };

    /// Pictures of Markdown are passed over.
    explicit Places(std::string_view file);

    [[nodiscard]] int line_at(std::size_t offset) const { return lines_.line_at(offset); }
    [[nodiscard]] std::size_t begin_of_line(int line) const;  ///< 1-based; of lines that are not there: 0
    /// The first place from `from` on that has the first letters of `text`; nothing where none has, because it was
    /// written as `\u2026` or `&amp;`. Time grows with the file, whatever the text.
    [[nodiscard]] std::optional<Place> find(std::string_view text, std::size_t from) const;

  private:
    pack::LineIndex lines_;
    std::vector<std::size_t> starts_;  ///< of the lines
    std::string letters_;
    std::vector<std::size_t> offsets_;  ///< in the file, of each byte of `letters_`
};

struct FileTexts {
    std::vector<Piece> pieces;  ///< in the order of the file; of a TOML file in that of its keys
    Places places;
};

/// The file of a pack or of the interface, or of a translation of it. What cannot be read is left out: the file's own
/// reader says why. Never fails; bounded as those are.
[[nodiscard]] FileTexts read_texts(const std::filesystem::path& file, TextKind kind);

}  // namespace talkpoint::ctl
