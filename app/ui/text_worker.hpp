// The threads that draw letters, so that no frame waits for them.
#pragma once

#include "ui/text.hpp"
#include "ui/text_drawing.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace talkpoint::ui {

/// Main thread, except where it says otherwise.
class TextWorker {
  public:
    using Mask = std::vector<std::uint8_t>;
    /// Main thread; nothing: nobody wanted it any more when its turn came.
    using Done = std::function<void(std::optional<Mask>)>;

    struct Job {
        std::shared_ptr<const Letters> letters;
        /// Wanted while this is held at more than one place (one is the engine's memory). Never locked by a worker, so
        /// that nothing ends on its thread.
        std::weak_ptr<const void> wanted;
        Done done;
    };

    /// See TextEngine::Post. The threads start with the first job.
    explicit TextWorker(TextEngine::Post post);
    /// Drops what waits, ends after the mask in hand.
    ~TextWorker();

    /// The newest job is done first: it is of the screen that a person is waiting for. `done` is posted exactly once,
    /// but for jobs that the worker's end drops.
    void draw(Job job);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace talkpoint::ui
