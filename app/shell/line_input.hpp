// Lines that another program writes to us, taken without ever waiting for one.
#pragma once

#include <optional>
#include <string>

namespace talkpoint::shell {

/// Main thread. The descriptor is not closed.
class LineInput {
  public:
    explicit LineInput(int descriptor) : descriptor_(descriptor) {}

    /// The newest whole line that has come since the last call; nothing if none has. One longer than `longest` is
    /// dropped.
    [[nodiscard]] std::optional<std::string> newest();
    /// Nothing will come any more.
    [[nodiscard]] bool ended() const { return ended_; }

    static constexpr std::size_t longest = 16UL * 1024 * 1024;

  private:
    int descriptor_;
    std::string waiting_;  ///< the beginning of a line
    bool ended_ = false, dropping_ = false;
};

}  // namespace talkpoint::shell
