// What tests of sound share: a main thread, a voice that does as it is told, a device that does.
#pragma once

#include "media/audio_sink.hpp"
#include "media/sound.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::tests {

/// The main thread's queue, run by the test.
class MainThread {
  public:
    [[nodiscard]] std::function<void(std::function<void()>)> post() {
        return [this](std::function<void()> task) {
            const std::lock_guard lock{mutex_};
            tasks_.push_back(std::move(task));
            arrived_.notify_one();
        };
    }
    void run() {
        std::vector<std::function<void()>> tasks;
        {
            const std::lock_guard lock{mutex_};
            tasks.swap(tasks_);
        }
        for (const auto& task : tasks) task();
    }
    /// Runs what comes until `done`; false: ten seconds were not enough.
    [[nodiscard]] bool run_until(const std::function<bool()>& done) { return run_for(std::chrono::seconds{10}, done); }
    bool run_for(std::chrono::milliseconds limit, const std::function<bool()>& done = [] { return false; }) {
        const auto end = std::chrono::steady_clock::now() + limit;
        while (true) {
            run();
            if (done()) return true;
            std::unique_lock lock{mutex_};
            if (!arrived_.wait_until(lock, end, [this] { return !tasks_.empty(); })) return false;
        }
    }

  private:
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<std::function<void()>> tasks_;
};

/// What is written down of each utterance when it is over: "said: words" or "cut off: words".
using Log = std::vector<std::string>;

/// Speaks until it is told that it has said all.
class FakeVoice final : public media::Voice {
  public:
    explicit FakeVoice(Log& log) : log_(log) {}
    ~FakeVoice() override { FakeVoice::stop(); }

    [[nodiscard]] bool can_say(std::string_view language) const override { return language != "tlh"; }
    void begin(const media::Utterance& utterance, media::Speed speed, Ended ended) override {
        stop();
        saying_ = utterance.text;
        ended_ = std::move(ended);
        last_speed = speed;
        paused = false;
    }
    void stop() override {
        if (ended_) log_.push_back("cut off: " + saying_);
        ended_ = {};
    }
    void pause(bool wanted) override { paused = wanted; }
    void set_volume(int percent) override { volume = percent; }
    [[nodiscard]] bool available() const override { return is_available; }
    void finish() {
        if (!ended_) return;
        log_.push_back("said: " + saying_);
        std::exchange(ended_, {})();
    }

    [[nodiscard]] bool is_silent() const { return !ended_; }

    media::Speed last_speed = media::Speed::usual;
    bool paused = false, is_available = true;
    int volume = 0;

  private:
    Log& log_;
    std::string saying_;
    Ended ended_;
};

/// What a device was given, and how it is to behave.
struct Device {
    std::mutex mutex;
    std::vector<std::int16_t> samples;  ///< all that it took
    bool missing = false;               ///< begin() fails
    bool full = false;                  ///< takes half a second of speech and then nothing
    std::size_t goes_after = SIZE_MAX;  ///< samples after which it is gone
    int rate = 0, begun = 0, cleared = 0, closed = 0;
    bool paused = false;

    template <class Question>
    [[nodiscard]] auto ask(Question question) {
        const std::lock_guard lock{mutex};
        return question(*this);
    }
    template <class Change>
    void set(Change change) {
        const std::lock_guard lock{mutex};
        change(*this);
    }
    [[nodiscard]] std::size_t taken() {
        return ask([](const Device& device) { return device.samples.size(); });
    }
};

/// Takes everything at once, as Device says.
class DeviceSink final : public media::AudioSink {
  public:
    explicit DeviceSink(Device& device) : device_(device) {}

    [[nodiscard]] base::Result<void> begin(int rate) override {
        const std::lock_guard lock{device_.mutex};
        ++device_.begun;
        if (device_.missing) return base::fail(base::ErrorKind::unsupported, "there is none; connect one", "sound");
        device_.rate = rate;
        device_.paused = false;
        return {};
    }
    [[nodiscard]] base::Result<std::size_t> write(std::span<const std::int16_t> samples) override {
        const std::lock_guard lock{device_.mutex};
        if (device_.samples.size() + samples.size() > device_.goes_after) return gone();
        if (device_.full && device_.samples.size() > 11'025) return 0;
        device_.samples.insert(device_.samples.end(), samples.begin(), samples.end());
        return samples.size();
    }
    [[nodiscard]] base::Result<std::size_t> waiting() override { return 0; }
    void clear() override {
        const std::lock_guard lock{device_.mutex};
        ++device_.cleared;
    }
    void pause(bool paused) override {
        const std::lock_guard lock{device_.mutex};
        device_.paused = paused;
    }
    void close() override {
        const std::lock_guard lock{device_.mutex};
        ++device_.closed;
    }

  private:
    static std::unexpected<base::Error> gone() {
        return base::fail(base::ErrorKind::unwritable, "it has gone; connect it again", "sound");
    }
    Device& device_;
};

}  // namespace talkpoint::tests
