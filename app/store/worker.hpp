// The thread that commits, so that no frame ever waits for the disk.
#pragma once

#include "base/result.hpp"
#include "outbox/outbox.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace talkpoint::store {

/// Owns the outbox from construction on; only its thread touches it.
class Worker {
  public:
    /// `post` is called on the worker's thread with what must run on the main thread; it must not block and must
    /// outlive the worker.
    using Post = std::function<void(std::function<void()>)>;
    using Done = std::function<void(base::Result<void>)>;

    Worker(std::unique_ptr<outbox::Outbox> outbox, Post post);
    /// Finishes the commit in hand and those waiting, then ends the thread.
    ~Worker();

    /// Main thread. `done` comes back through `post`, exactly once, after the commit is synced or has failed.
    void submit(outbox::Record record, std::vector<outbox::Tally> tallies, Done done);
    /// Main thread. The same for counts of use; whatever else waits goes first.
    void count(outbox::Uses uses, std::string period, Done done);
    /// Responses handed in whose `done` has not yet been posted.
    [[nodiscard]] int pending() const;

    /// The queue for another thread, the uploader's: each call waits until the worker has done it, between commits.
    /// Must not outlive the worker. Null where the outbox has none.
    [[nodiscard]] std::unique_ptr<outbox::Queue> queue();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace talkpoint::store
