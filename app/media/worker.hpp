// The thread that decodes pictures, so that no frame waits for one.
#pragma once

#include "base/result.hpp"
#include "media/picture.hpp"

#include <filesystem>
#include <functional>
#include <memory>

namespace talkpoint::media {

/// Main thread, except where it says otherwise.
class Worker {
  public:
    using Post = std::function<void(std::function<void()>)>;  ///< see store::Worker: runs on the main thread later
    using Done = std::function<void(base::Result<Bitmap>)>;

    /// `post` is called on the worker's thread and must outlive the worker; what it is given must not run after the
    /// worker's end.
    explicit Worker(Post post);
    /// Drops what waits, ends after the picture in hand.
    ~Worker();

    /// The newest request is decoded first: it is the one that a person is waiting for.
    void decode(std::filesystem::path file, int width, int height, Done done);
    /// Requests whose `done` has not run.
    [[nodiscard]] int pending() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace talkpoint::media
