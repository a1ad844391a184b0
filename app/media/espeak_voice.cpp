#include "media/espeak_voice.hpp"

#include "media/espeak_library.hpp"
#include "media/spoken_text.hpp"

#include <fmt/format.h>

#include <atomic>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace talkpoint::media {
namespace {

using namespace std::chrono_literals;

constexpr auto nap = 30ms;                    // between two looks at whether the device has room
constexpr int most_idle_naps = 100;           // three seconds without any: it has hung
constexpr auto give_device_back = 10s;        // of silence
constexpr auto look_for_device = 10min;       // a machine without one says so in its log each time
constexpr auto look_for_device_again = 1min;  // it was there and will be put back

int words_a_minute(Speed speed) {
    switch (speed) {
        case Speed::usual:
            return 150;
        case Speed::slower:
            return 105;
    }
    return 150;
}

}  // namespace

struct EspeakVoice::Impl : std::enable_shared_from_this<Impl> {
    struct Job {
        std::uint64_t number = 0;
        std::string text, language;
        Speed speed = Speed::usual;
    };

    Impl(std::unique_ptr<AudioSink> to, VoiceSurroundings surroundings, std::string name)
        : sink(std::move(to)), around(std::move(surroundings)), library_name(std::move(name)) {}

    // Main thread
    Ended ended;
    std::optional<std::vector<SpokenLanguage>> languages;  ///< nothing: not known yet
    bool available = true;
    std::thread thread;

    // Both
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Job> job;                ///< that the thread has not taken yet
    std::atomic<std::uint64_t> newest{0};  ///< the number of the job that may sound; all others are over
    bool paused = false;
    bool stopping = false;
    std::atomic<double> gain = gain_of(usual_volume);

    // The voice's thread
    std::unique_ptr<AudioSink> sink;
    VoiceSurroundings around;  ///< `post`; the others are the main thread's
    std::string library_name;
    std::unique_ptr<EspeakLibrary> library;  ///< null: it cannot be loaded
    bool sink_open = false;
    bool device_missing = false;
    bool device_known = false;     ///< it has been open
    bool device_reported = false;  ///< its trouble, and nothing was heard since
    std::set<std::string, std::less<>> languages_reported;

    // ---- Main thread

    void start() {
        if (!thread.joinable()) thread = std::thread{[this] { run(); }};
    }

    /// Whatever sounds is over; `next` is what sounds from now on.
    void change(std::optional<Job> next) {
        {
            const std::lock_guard lock{mutex};
            const auto number = ++newest;
            if (next) next->number = number;
            job = std::move(next);
            paused = false;
        }
        changed.notify_one();
    }

    void finish() {
        if (!thread.joinable()) return;
        {
            const std::lock_guard lock{mutex};
            stopping = true;
        }
        changed.notify_one();
        thread.join();
    }

    // ---- The voice's thread

    template <class Task>
    void on_main(Task task) {
        around.post([weak = weak_from_this(), task = std::move(task)] {
            if (const auto self = weak.lock()) task(*self);
        });
    }

    void report(std::string trouble) {
        on_main([trouble = std::move(trouble)](Impl& self) { self.around.report(trouble); });
    }

    void set_available(bool now) {
        on_main([now](Impl& self) {
            if (std::exchange(self.available, now) != now) self.around.changed();
        });
    }

    void run() {
        learn();
        std::unique_lock lock{mutex};
        const auto ready = [this] { return stopping || job; };
        while (true) {
            if (device_missing && library) {
                if (!changed.wait_for(lock, device_known ? look_for_device_again : look_for_device, ready)) {
                    lock.unlock();
                    if (open_device()) close_device();
                    lock.lock();
                }
            } else if (sink_open) {
                if (!changed.wait_for(lock, give_device_back, ready)) close_device();
            } else {
                changed.wait(lock, ready);
            }
            if (stopping) break;
            if (!job) continue;
            const Job next = *std::exchange(job, {});
            lock.unlock();
            say(next);
            lock.lock();
        }
        close_device();
        library.reset();
    }

    void learn() {
        auto opened = EspeakLibrary::open(library_name);
        if (!opened) {
            report(fmt::format("the kiosk cannot read aloud: {}", opened.error().text()));
            on_main([](Impl& self) { self.languages.emplace(); });
            set_available(false);
            return;
        }
        library = std::move(*opened);
        on_main([known = library->languages()](Impl& self) {
            self.languages = known;
            self.around.changed();
        });
        if (const auto device = open_device(); !device) report_device(device.error());
    }

    base::Result<void> open_device() {
        auto begun = sink->begin(library->rate());
        sink_open = begun.has_value();
        device_missing = !sink_open;
        device_known = device_known || sink_open;
        set_available(sink_open);
        return begun;
    }

    void close_device() {
        sink->close();
        sink_open = false;
    }

    void report_device(const base::Error& error) {
        if (!std::exchange(device_reported, true)) report(fmt::format("the kiosk cannot read aloud: {}", error.text()));
    }

    [[nodiscard]] bool is_over(const Job& one) const { return newest != one.number; }

    void say(const Job& one) {
        if (library) {
            if (const auto heard = speak(one); !heard) {
                close_device();
                report_device(heard.error());
            } else if (is_over(one)) {
                sink->clear();
            }
        }
        if (is_over(one)) return;
        on_main([number = one.number](Impl& self) {
            if (self.newest == number && self.ended) std::exchange(self.ended, {})();
        });
    }

    /// Fails only where the device does.
    base::Result<void> speak(const Job& one) {
        const auto voice = voice_for(one.language, library->languages());
        if (!voice) {
            if (languages_reported.insert(one.language).second)
                report(fmt::format(R"(there is no voice for the language "{}"; record the words)", one.language));
            return {};
        }
        base::Result<void> device = open_device();
        if (!device) return device;
        const auto take = [&](std::span<const std::int16_t> samples) {
            device = write(one, samples);
            return device && !is_over(one);
        };
        if (const auto said = library->say(spoken_text(one.text), *voice, words_a_minute(one.speed), take); !said) {
            if (languages_reported.insert(one.language).second) report(said.error().text());
            return {};
        }
        if (device) device = drain(one);
        if (device && !is_over(one)) device_reported = false;
        return device;
    }

    base::Result<void> write(const Job& one, std::span<const std::int16_t> samples) {
        const double factor = gain;
        std::vector<std::int16_t> scaled;
        scaled.reserve(samples.size());
        for (const auto sample : samples) scaled.push_back(static_cast<std::int16_t>(std::lround(sample * factor)));
        std::span<const std::int16_t> left{scaled};
        for (int idle = 0; !left.empty() && !is_over(one); ++idle) {
            hold_while_paused(one);
            const auto taken = sink->write(left);
            if (!taken) return std::unexpected(taken.error());
            left = left.subspan(*taken);
            if (*taken > 0) idle = 0;
            if (idle > most_idle_naps) return has_hung();
            if (!left.empty()) wait_a_little(one);
        }
        return {};
    }

    base::Result<void> drain(const Job& one) {
        std::size_t before = 0;
        for (int idle = 0; !is_over(one); ++idle) {
            if (hold_while_paused(one)) idle = 0;
            const auto waiting = sink->waiting();
            if (!waiting) return std::unexpected(waiting.error());
            if (*waiting == 0) break;
            if (*waiting != before) idle = 0;
            if (idle > most_idle_naps) return has_hung();
            before = *waiting;
            wait_a_little(one);
        }
        return {};
    }

    static base::Result<void> has_hung() {
        return base::fail(base::ErrorKind::unwritable, "the device takes nothing; connect it again, or restart it",
                          "sound");
    }

    /// Until there may be room again.
    void wait_a_little(const Job& one) {
        std::unique_lock lock{mutex};
        changed.wait_for(lock, nap, [&] { return paused || is_over(one); });
    }

    /// True if it was.
    bool hold_while_paused(const Job& one) {
        std::unique_lock lock{mutex};
        if (!paused || is_over(one)) return false;
        lock.unlock();
        sink->pause(true);
        lock.lock();
        changed.wait(lock, [&] { return !paused || is_over(one); });
        lock.unlock();
        if (!is_over(one)) sink->pause(false);
        return true;
    }
};

EspeakVoice::EspeakVoice(std::unique_ptr<AudioSink> sink, VoiceSurroundings around, std::string library)
    : impl_(std::make_shared<Impl>(std::move(sink), std::move(around), std::move(library))) {}

EspeakVoice::~EspeakVoice() {
    EspeakVoice::stop();
    impl_->finish();
}

bool EspeakVoice::can_say(std::string_view language) const {
    impl_->start();
    return !impl_->languages || voice_for(language, *impl_->languages);
}

bool EspeakVoice::available() const {
    impl_->start();
    return impl_->available;
}

void EspeakVoice::begin(const Utterance& utterance, Speed speed, Ended ended) {
    impl_->ended = std::move(ended);
    impl_->change(Impl::Job{0, utterance.text, utterance.language, speed});
    impl_->start();
}

void EspeakVoice::stop() {
    impl_->ended = {};
    impl_->change({});
}

void EspeakVoice::pause(bool paused) {
    {
        const std::lock_guard lock{impl_->mutex};
        impl_->paused = paused;
    }
    impl_->changed.notify_one();
}

void EspeakVoice::set_volume(int percent) { impl_->gain = gain_of(percent); }

}  // namespace talkpoint::media
