// libespeak-ng, loaded by hand: text in, samples out.
#pragma once

#include "base/result.hpp"
#include "media/espeak_languages.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace talkpoint::media {

/// One at a time in a process (espeak-ng's state is global), and all of it on one thread. Once opened, the library and
/// its data (about 6 MB) stay until the process ends.
class EspeakLibrary {
  public:
    /// Is given the samples of a twentieth of a second; false ends the speech.
    using Take = std::function<bool(std::span<const std::int16_t>)>;

    /// unsupported: there is no such library, or it finds no voices; the message says what to install.
    [[nodiscard]] static base::Result<std::unique_ptr<EspeakLibrary>> open(const std::string& library);

    [[nodiscard]] int rate() const;  ///< samples a second
    [[nodiscard]] const std::vector<SpokenLanguage>& languages() const;
    /// `voice` is one of languages(); `text` is spoken_text(): plain words, nothing in it is markup or a command. It is
    /// made as fast as `take` takes it. unreadable: the voice cannot be loaded.
    [[nodiscard]] base::Result<void> say(const std::string& text, const std::string& voice, int words_a_minute,
                                         const Take& take);

  private:
    struct Impl;
    explicit EspeakLibrary(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> impl_;
};

}  // namespace talkpoint::media
