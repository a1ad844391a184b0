// The thread that talks to the server, so that no frame ever waits for the network.
#pragma once

#include "upload/pass.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace talkpoint::upload {

/// Owns the queue and the transport from construction on; only its thread touches them.
class Worker {
  public:
    /// `post` is called on the worker's thread with what must run on the main thread; it must not block and must
    /// outlive the worker.
    using Post = std::function<void(std::function<void()>)>;
    using Done = std::function<void(const Report&)>;
    /// Called on the worker's thread before the first pass: what a transport loads costs the start nothing.
    using MakeTransport = std::function<std::unique_ptr<Transport>(const std::atomic<bool>& stop)>;

    /// `lock` is held during a pass: one uploader for a state directory, whoever it is.
    Worker(std::unique_ptr<outbox::Queue> queue, MakeTransport make_transport, Settings settings,
           std::filesystem::path lock, Post post);
    /// Main thread. Ends a pass in hand within about a second. No `done` is called any more, though its report may have
    /// been posted.
    ~Worker();

    /// Main thread. `done` comes back through `post`. Another uploader at work: a pass that did nothing.
    void start_pass(std::string period, Done done);
    /// Main thread. What the status says of the next pass; kept after the passes that were started before.
    void note_next_try(std::string local_time);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace talkpoint::upload
