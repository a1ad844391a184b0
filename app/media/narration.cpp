#include "media/narration.hpp"

#include "media/mpv.hpp"
#include "media/recording_file.hpp"

#include <fmt/format.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <system_error>
#include <thread>

namespace talkpoint::media {
namespace {

constexpr double nap_s = 0.1;       // the longest that mpv is waited for at once
constexpr int most_idle_naps = 30;  // three seconds of silence: it is over

double speed_of(Speed speed) {
    switch (speed) {
        case Speed::usual:
            return 1;
        case Speed::slower:
            return 0.7;
    }
    return 1;
}

}  // namespace

struct Narration::Impl : std::enable_shared_from_this<Impl> {
    struct Job {
        std::uint64_t number = 0;
        std::filesystem::path file;
        Speed speed = Speed::usual;
    };

    Impl(VoiceSurroundings surroundings, Options mpv_options, std::string name)
        : around(std::move(surroundings)), options(std::move(mpv_options)), library(std::move(name)) {}

    // Main thread
    Ended ended;
    std::thread thread;

    // Both
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Job> job;                ///< that the thread has not taken yet
    std::atomic<std::uint64_t> newest{0};  ///< the number of the job that may sound; all others are over
    std::atomic<bool> paused = false;
    std::atomic<int> volume = usual_volume;
    bool stopping = false;
    Mpv* playing = nullptr;  ///< the thread's, to be woken

    // The narration's thread
    VoiceSurroundings around;  ///< `post`; the others are the main thread's
    Options options;
    std::string library;
    std::set<std::string, std::less<>> reported;

    // ---- Main thread

    template <class Change>
    void change(Change what) {
        {
            const std::lock_guard lock{mutex};
            what();
            if (playing) playing->wake();
        }
        changed.notify_one();
    }

    void become(std::optional<Job> next) {
        change([&] {
            const auto number = ++newest;
            if (next) next->number = number;
            job = std::move(next);
            paused = false;
        });
    }

    void start() {
        if (!thread.joinable()) thread = std::thread{[this] { run(); }};
    }

    void finish() {
        if (!thread.joinable()) return;
        change([this] { stopping = true; });
        thread.join();
    }

    // ---- The narration's thread

    [[nodiscard]] bool is_over(const Job& one) const { return newest != one.number; }

    void run() {
        std::unique_lock lock{mutex};
        while (true) {
            changed.wait(lock, [this] { return stopping || job; });
            if (stopping) return;
            const Job next = *std::exchange(job, {});
            lock.unlock();
            const auto played = play(next);
            if (!played) report_once(played.error());
            if (!is_over(next)) tell(next, played.has_value());
            lock.lock();
        }
    }

    /// Fine where it was heard to its end, or is over because somebody said so.
    base::Result<void> play(const Job& one) {
        const auto length = check_recording(one.file);
        if (!length) return std::unexpected(length.error());
        // mpv takes a path with a slash at its front for nothing but a path.
        std::error_code error;
        auto player =
            Mpv::play(std::filesystem::absolute(one.file, error), speed_of(one.speed), volume, options, library);
        if (!player) return std::unexpected(player.error());
        wakes(player->get());
        const auto heard = listen(one, **player);
        wakes(nullptr);
        if (!heard || is_over(one)) return heard;
        if ((*player)->position() * 2000 < static_cast<double>(length->count()))
            return base::fail(base::ErrorKind::malformed, "ends before half of it was heard; record it anew",
                              one.file.string());
        return {};
    }

    void wakes(Mpv* player) {
        const std::lock_guard lock{mutex};
        playing = player;
    }

    /// Until it ends or is over.
    base::Result<void> listen(const Job& one, Mpv& player) {
        bool is_paused = false;
        int has_volume = volume;
        int idle = 0;
        while (!is_over(one)) {
            if (const bool wanted = paused; wanted != is_paused) player.pause(is_paused = wanted);
            if (const int wanted = volume; wanted != has_volume) player.set_volume(has_volume = wanted);
            switch (player.wait(nap_s)) {
                case Mpv::Event::none:
                    if (!is_paused && ++idle > most_idle_naps)
                        return base::fail(base::ErrorKind::malformed, "falls silent; record it anew",
                                          one.file.string());
                    break;
                case Mpv::Event::heard:
                    idle = 0;
                    break;
                case Mpv::Event::ended:
                    return {};
                case Mpv::Event::failed:
                    return base::fail(base::ErrorKind::unreadable,
                                      fmt::format("does not play ({}); see that there is a device for sound, or record "
                                                  "it anew",
                                                  player.failure()),
                                      one.file.string());
            }
        }
        return {};
    }

    /// Each file, and the library, once.
    void report_once(const base::Error& error) {
        if (!reported.insert(error.place).second) return;
        around.post([weak = weak_from_this(), text = error.text()] {
            if (const auto self = weak.lock())
                self->around.report(fmt::format("a recording cannot be played: {}", text));
        });
    }

    void tell(const Job& one, bool played) {
        around.post([weak = weak_from_this(), number = one.number, played] {
            const auto self = weak.lock();
            if (self && self->newest == number && self->ended) std::exchange(self->ended, {})(played);
        });
    }
};

Narration::Narration(VoiceSurroundings around, Options options, std::string library)
    : impl_(std::make_shared<Impl>(std::move(around), std::move(options), std::move(library))) {}

Narration::~Narration() {
    stop();
    impl_->finish();
}

void Narration::begin(const std::filesystem::path& recording, Speed speed, Ended ended) {
    impl_->ended = std::move(ended);
    impl_->become(Impl::Job{0, recording, speed});
    impl_->start();
}

void Narration::stop() {
    impl_->ended = {};
    impl_->become({});
}

void Narration::pause(bool paused) {
    impl_->change([&] { impl_->paused = paused; });
}

void Narration::set_volume(int percent) {
    impl_->change([&] { impl_->volume = percent; });
}

}  // namespace talkpoint::media
