// Jacks as the kernel shows them: here pipes, and switches that the test sets.
#include "catch.hpp"

#include "platform/headphones.hpp"
#include "support.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <thread>

using namespace talkpoint::tests;
using talkpoint::platform::Headphones;
using namespace std::chrono_literals;

namespace {

/// A folder of devices; each is a pipe that holds its own inode's switch.
class Devices {
  public:
    ~Devices() {
        for (const auto& [name, end] : ends_) ::close(end);
    }
    void add(const std::string& name, std::optional<bool> plugged_in) {
        const auto path = folder_.path() / ("making-" + name);
        REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
        ends_[name] = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
        {
            const std::lock_guard lock{mutex_};
            switches_[inode_of(ends_[name])] = plugged_in;
        }
        std::filesystem::rename(path, folder_.path() / name);
        // As udev does it: there first, readable then.
        ::chmod((folder_.path() / name).c_str(), 0640);
    }
    void turn(const std::string& name, std::optional<bool> plugged_in) {
        {
            const std::lock_guard lock{mutex_};
            switches_[inode_of(ends_[name])] = plugged_in;
        }
        CHECK(::write(ends_[name], "happening", 9) == 9);
    }
    void remove(const std::string& name) {
        std::filesystem::remove(folder_.path() / name);
        ::close(ends_[name]);
        ends_.erase(name);
    }
    [[nodiscard]] Headphones::ReadSwitch read_switch() {
        return [this](int device) {
            const std::lock_guard lock{mutex_};
            return switches_[inode_of(device)];
        };
    }
    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

  private:
    static ino_t inode_of(int descriptor) {
        struct stat info{};
        (void)::fstat(descriptor, &info);
        return info.st_ino;
    }
    TempFolder folder_;
    std::map<std::string, int> ends_;
    std::mutex mutex_;
    std::map<ino_t, std::optional<bool>> switches_;
};

template <class Done>
bool soon(Done done) {
    for (int i = 0; i < 5000 && !done(); ++i) std::this_thread::sleep_for(1ms);
    return done();
}

}  // namespace

TEST_CASE("headphones: without a switch, a folder or anything that can be read it is not known") {
    const TempFolder empty;
    CHECK_FALSE(Headphones([] {}, empty.path()).plugged_in());
    CHECK_FALSE(Headphones([] {}, empty.path() / "none").plugged_in());
    empty.write("event0", "a file is no device");  // the real question, asked of a file
    std::filesystem::create_directory(empty.path() / "event1");
    CHECK_FALSE(Headphones([] {}, empty.path()).plugged_in());
    (void)Headphones([] {}).plugged_in();  // whatever this machine has
}

TEST_CASE("headphones: in if any jack is in; what is no jack does not count") {
    Devices devices;
    devices.add("event0", std::nullopt);
    devices.add("mouse0", true);
    CHECK_FALSE(Headphones([] {}, devices.path(), devices.read_switch()).plugged_in());
    devices.add("event1", false);
    CHECK(Headphones([] {}, devices.path(), devices.read_switch()).plugged_in() == false);
    devices.add("event2", true);
    CHECK(Headphones([] {}, devices.path(), devices.read_switch()).plugged_in() == true);
}

TEST_CASE("headphones: their coming and going is told, and nothing else") {
    Devices devices;
    devices.add("event0", false);
    devices.add("event1", false);
    std::atomic<int> changes = 0;
    const Headphones headphones{[&] { ++changes; }, devices.path(), devices.read_switch()};
    CHECK(headphones.plugged_in() == false);
    devices.turn("event0", true);
    REQUIRE(soon([&] { return changes == 1; }));
    CHECK(headphones.plugged_in() == true);
    devices.turn("event1", true);  // another: no news
    devices.turn("event0", false);
    std::this_thread::sleep_for(50ms);
    CHECK(changes == 1);
    CHECK(headphones.plugged_in() == true);
    devices.turn("event1", false);
    REQUIRE(soon([&] { return changes == 2; }));
    CHECK(headphones.plugged_in() == false);
}

TEST_CASE("headphones: a jack that appears or goes is noticed") {
    Devices devices;
    std::atomic<int> changes = 0;
    const Headphones headphones{[&] { ++changes; }, devices.path(), devices.read_switch()};
    CHECK_FALSE(headphones.plugged_in());
    devices.add("event5", true);
    REQUIRE(soon([&] { return headphones.plugged_in() == true; }));
    devices.remove("event5");
    REQUIRE(soon([&] { return !headphones.plugged_in(); }));
    CHECK(soon([&] { return changes == 2; }));
}
