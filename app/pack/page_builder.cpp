#include "pack/page_builder.hpp"

#include <utility>

namespace talkpoint::pack {

void PageBuilder::open(Block::Kind kind, int number) {
    block_ = Block{kind, number, {}};
    open_ = true;
    has_other_ = false;
}

PageBuilder::Closed PageBuilder::close() {
    if (!std::exchange(open_, false)) return Closed::nothing;
    block_.text = writer_.take();
    if (block_.text.text.empty()) return has_other_ ? Closed::nothing : Closed::empty;
    if (blocks_.size() == max_blocks_on_page) return Closed::too_many;
    blocks_.push_back(std::move(block_));
    return Closed::kept;
}

void PageBuilder::add(std::string_view run, bool bold, bool italic) {
    if (open_) writer_.add(run, bold, italic);
}

}  // namespace talkpoint::pack
