// Puts the blocks of a page together from what a Markdown reader finds.
#pragma once

#include "pack/message.hpp"
#include "pack/rich_text_writer.hpp"

#include <string_view>
#include <vector>

namespace talkpoint::pack {

/// Blocks one after the other, no more than max_blocks_on_page. Never fails.
class PageBuilder {
  public:
    enum class Closed {
        kept,      ///< it is on the page
        nothing,   ///< none was open, or it held only other things than words
        empty,     ///< somebody began a block and wrote nothing
        too_many,  ///< the page was full
    };

    /// The one before must have been closed.
    void open(Block::Kind kind, int number = 0);
    Closed close();
    /// Words for the open block; dropped where none is.
    void add(std::string_view run, bool bold, bool italic);
    /// The open block holds something other than words: a picture, or what was refused.
    void note_other() { has_other_ = true; }
    [[nodiscard]] bool has_words() const { return !writer_.empty(); }
    [[nodiscard]] std::vector<Block> take() { return std::move(blocks_); }

  private:
    std::vector<Block> blocks_;
    Block block_;
    RichTextWriter writer_;
    bool open_ = false;
    bool has_other_ = false;
};

}  // namespace talkpoint::pack
