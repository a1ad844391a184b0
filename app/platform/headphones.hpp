// Are headphones plugged in? Asked of the kernel's switches (evdev).
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace talkpoint::platform {

/// Watches the jacks of the machine from construction on, with a thread that sleeps until one of them moves or a device
/// appears. Main thread.
class Headphones {
  public:
    /// Of an open device: is its headphone switch on; nothing: it has none.
    using ReadSwitch = std::function<std::optional<bool>(int device)>;

    /// `changed` runs on the watching thread each time plugged_in() answers otherwise than before; it must not block
    /// and must outlive this object. `folder` and `read_switch` are for tests.
    explicit Headphones(std::function<void()> changed, std::filesystem::path folder = "/dev/input",
                        ReadSwitch read_switch = {});
    ~Headphones();
    Headphones(const Headphones&) = delete;
    Headphones& operator=(const Headphones&) = delete;

    /// Nothing: not known (no such switch, or no permission to read it); then sound is heard by the room.
    /// Any thread.
    [[nodiscard]] std::optional<bool> plugged_in() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace talkpoint::platform
