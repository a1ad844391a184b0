// Puts a RichText together from the runs that a Markdown reader finds.
#pragma once

#include "pack/rich_text.hpp"

#include <string_view>

namespace talkpoint::pack {

/// Runs of blanks become one space, none at either end. Never fails.
class RichTextWriter {
  public:
    void add(std::string_view run, bool bold, bool italic);
    [[nodiscard]] bool empty() const { return text_.text.empty(); }
    /// Takes the text out; the writer is then as new.
    [[nodiscard]] RichText take();

  private:
    void emphasise(std::size_t begin, bool bold, bool italic);

    RichText text_;
};

}  // namespace talkpoint::pack
