#include "shell/loudspeaker.hpp"

namespace talkpoint::shell {

base::Result<void> Loudspeaker::begin(int rate) { return speaker_.open(rate); }
base::Result<std::size_t> Loudspeaker::write(std::span<const std::int16_t> samples) { return speaker_.write(samples); }
base::Result<std::size_t> Loudspeaker::waiting() { return speaker_.waiting(); }
void Loudspeaker::clear() { speaker_.clear(); }
void Loudspeaker::pause(bool paused) { speaker_.pause(paused); }
void Loudspeaker::close() { speaker_.close(); }

}  // namespace talkpoint::shell
