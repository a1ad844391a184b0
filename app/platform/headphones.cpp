#include "platform/headphones.hpp"

#include <fcntl.h>
#include <linux/input.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace talkpoint::platform {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t bits_of_a_word = 8 * sizeof(unsigned long);
using Switches = std::array<unsigned long, SW_MAX / bits_of_a_word + 1>;

bool is_set(const Switches& switches, std::size_t bit) {
    return (switches[bit / bits_of_a_word] >> (bit % bits_of_a_word)) & 1UL;
}

std::optional<bool> headphone_switch(int device) {
    Switches there{}, on{};
    if (::ioctl(device, EVIOCGBIT(EV_SW, sizeof there), there.data()) < 0 || !is_set(there, SW_HEADPHONE_INSERT) ||
        ::ioctl(device, EVIOCGSW(sizeof on), on.data()) < 0)
        return {};
    return is_set(on, SW_HEADPHONE_INSERT);
}

/// A file descriptor that is closed with it.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }

    /// Reads what there is and forgets it; false: there will be no more.
    [[nodiscard]] bool swallow() const {
        std::array<char, 4096> bytes;
        ssize_t count = 0;
        while ((count = ::read(number_, bytes.data(), bytes.size())) > 0) {
        }
        return count < 0 && (errno == EAGAIN || errno == EINTR);
    }

  private:
    int number_;
};

}  // namespace

struct Headphones::Impl {
    std::function<void()> changed;
    fs::path folder;
    ReadSwitch read_switch;
    Descriptor end{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    Descriptor appearing{::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)};

    struct Jack {
        Descriptor device;
        bool plugged_in;
    };
    std::vector<Jack> jacks;  // the watching thread's, once it runs

    mutable std::mutex mutex;
    std::optional<bool> plugged_in;
    std::thread thread;

    /// Opens every jack anew: those that were there may be gone, or may be read only now.
    void look_for_jacks() {
        jacks.clear();
        std::error_code error;
        for (const auto& entry : fs::directory_iterator{folder, error}) {
            if (!entry.path().filename().string().starts_with("event")) continue;
            Descriptor device{::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
            if (device.number() < 0) continue;
            if (const auto state = read_switch(device.number())) jacks.push_back({std::move(device), *state});
        }
    }

    /// True if plugged_in() answers otherwise from now on.
    bool conclude() {
        std::optional<bool> now;
        for (const auto& jack : jacks) now = now.value_or(false) || jack.plugged_in;
        const std::lock_guard lock{mutex};
        return std::exchange(plugged_in, now) != now;
    }

    void watch() {
        while (true) {
            std::vector<pollfd> waiting{{end.number(), POLLIN, 0}, {appearing.number(), POLLIN, 0}};
            for (const auto& jack : jacks) waiting.push_back({jack.device.number(), POLLIN, 0});
            if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
            if (waiting[0].revents != 0) return;
            bool look_again = waiting[1].revents != 0 && appearing.swallow();
            for (std::size_t i = 0; i < jacks.size(); ++i) {
                if (waiting[i + 2].revents == 0) continue;
                const bool there = jacks[i].device.swallow() && (waiting[i + 2].revents & (POLLERR | POLLHUP)) == 0;
                const auto state = there ? read_switch(jacks[i].device.number()) : std::nullopt;
                if (state)
                    jacks[i].plugged_in = *state;
                else
                    look_again = true;
            }
            if (look_again) look_for_jacks();
            if (conclude()) changed();
        }
    }
};

Headphones::Headphones(std::function<void()> changed, std::filesystem::path folder, ReadSwitch read_switch)
    : impl_(std::make_unique<Impl>()) {
    impl_->changed = std::move(changed);
    impl_->folder = std::move(folder);
    impl_->read_switch = read_switch ? std::move(read_switch) : ReadSwitch{headphone_switch};
    // A device appears first and may be read a moment later.
    (void)::inotify_add_watch(impl_->appearing.number(), impl_->folder.c_str(), IN_CREATE | IN_ATTRIB | IN_DELETE);
    impl_->look_for_jacks();
    impl_->conclude();
    if (impl_->end.number() < 0) return;  // it could not be ended: what is known now has to do
    impl_->thread = std::thread{[impl = impl_.get()] { impl->watch(); }};
}

Headphones::~Headphones() {
    if (!impl_->thread.joinable()) return;
    const std::uint64_t one = 1;
    (void)!::write(impl_->end.number(), &one, sizeof one);  // an event descriptor at zero always takes a one
    impl_->thread.join();
}

std::optional<bool> Headphones::plugged_in() const {
    const std::lock_guard lock{impl_->mutex};
    return impl_->plugged_in;
}

}  // namespace talkpoint::platform
