// The pages of the message that somebody reads, and the words of films: of all others the kiosk keeps the covers.
#pragma once

#include "pack/message.hpp"
#include "visit/visit.hpp"

#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace talkpoint::shell {

/// Main thread. Reads one small file when another message, or another language of it, comes to the screen.
class OpenMessage {
  public:
    /// Those of the message on the screen, as many as its cover says; none where there is no message, or the catalogue
    /// has it whole. Where they cannot be read, staff are told and its summary stands there instead. Good until the
    /// next call.
    [[nodiscard]] std::span<const pack::Page> pages(const visit::Visit& visit);

  private:
    std::string opened_;  ///< pack, message and language
    std::vector<pack::Page> pages_;
};

/// The words of the films that are shown now or next. Main thread. Reads a few small files where it does not have them.
class OpenFilms {
  public:
    /// Of the film of that message in the language of the catalogue; none where it has no film. Good until three others
    /// have been asked for.
    [[nodiscard]] const pack::FilmWords& words(const visit::Catalogue& catalogue, const std::string& pack,
                                               const std::string& message);
    void forget() { kept_.clear(); }

  private:
    struct Kept {
        std::string key;
        std::shared_ptr<const pack::FilmWords> words;
    };
    std::deque<Kept> kept_;  ///< what was asked for last comes first
};

}  // namespace talkpoint::shell
