#include "shell/line_input.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace talkpoint::shell {

std::optional<std::string> LineInput::newest() {
    std::optional<std::string> line;
    std::array<char, 65536> block;
    while (!ended_) {
        pollfd input{descriptor_, POLLIN, 0};
        if (::poll(&input, 1, 0) <= 0) break;
        const auto count = ::read(descriptor_, block.data(), block.size());
        if (count < 0 && (errno == EINTR || errno == EAGAIN)) break;
        ended_ = count <= 0;
        for (std::size_t i = 0; !ended_ && i < static_cast<std::size_t>(count); ++i) {
            if (block[i] != '\n') {
                if (!dropping_) waiting_ += block[i];
                dropping_ = dropping_ || waiting_.size() > longest;
                continue;
            }
            if (!dropping_) line = std::move(waiting_);
            waiting_.clear();
            dropping_ = false;
        }
    }
    return line;
}

}  // namespace talkpoint::shell
