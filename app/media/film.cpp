#include "media/film.hpp"

#include "media/film_decoder.hpp"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

namespace talkpoint::media {
namespace {

using base::Millis;
using State = Film::Now::State;

constexpr double nap_s = 0.1;  // the longest that mpv is waited for at once

}  // namespace

struct Film::Impl : std::enable_shared_from_this<Impl> {
    /// What the main thread wants of the film that is shown.
    struct Wanted {
        Request request;
        std::uint64_t film = 0;  ///< its number; 0: none
        Millis at{0};            ///< by steps
        int asked = 0;           ///< by steps: frames so far
    };

    Impl(Surroundings surroundings, Pace with, Options mpv_options, std::string name)
        : around(std::move(surroundings)), pace(with), options(std::move(mpv_options)), library(std::move(name)) {}

    const Surroundings around;
    const Pace pace;
    const Options options;
    const std::string library;

    // Main thread
    std::thread thread;
    std::uint64_t films = 0;

    // Both
    mutable std::mutex mutex;
    std::condition_variable changed;
    Wanted wanted;
    Now now;
    int given = 0;        ///< by steps: frames that are there, of those that were asked for
    FilmFrame frame;      ///< the newest
    bool fresh = false;   ///< nobody has taken it
    bool posted = false;  ///< the main thread will look
    bool stopping = false;
    FilmDecoder* playing = nullptr;  ///< the thread's, to be woken

    // The film's thread
    FilmFrame back;

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

    void become(Request request, std::uint64_t number) {
        change([&] {
            wanted = {std::move(request), number, Millis{0}, number != 0 && pace == Pace::by_steps ? 1 : 0};
            now = {};
            now.state = number != 0 ? State::waiting : State::none;
            given = 0;
            frame = {};
            fresh = false;
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

    // ---- The film's thread

    /// Lets the main thread look, once for all that is new. Call with the lock held.
    void tell() {
        if (std::exchange(posted, true)) return;
        around.post([weak = weak_from_this()] {
            const auto self = weak.lock();
            if (!self) return;
            {
                const std::lock_guard lock{self->mutex};
                self->posted = false;
            }
            self->around.changed();
        });
    }

    void run() {
        std::unique_lock lock{mutex};
        for (std::uint64_t last = 0;;) {
            changed.wait(lock, [&] { return stopping || (wanted.film != 0 && wanted.film != last); });
            if (stopping) return;
            last = wanted.film;
            const Wanted first = wanted;
            now.state = State::opening;
            lock.unlock();
            show(first);
            back = {};
            lock.lock();
        }
    }

    /// Where somebody said that it is over they do not want to know how it ended.
    void conclude(std::uint64_t film, const base::Result<void>& shown, bool late) {
        const std::lock_guard lock{mutex};
        if (wanted.film != film) return;
        now.state = shown ? State::ended : State::broken;
        if (!shown) now.error = shown.error();
        now.late = late;
        tell();
    }

    void wakes(FilmDecoder* decoder) {
        const std::lock_guard lock{mutex};
        playing = decoder;
    }

    /// Nothing once another one is wanted, or none.
    std::optional<Wanted> still_wanted(std::uint64_t film) {
        const std::lock_guard lock{mutex};
        if (stopping || wanted.film != film) return {};
        ++now.turns;
        return wanted;
    }

    /// To its end, or until somebody says that it is over.
    void show(const Wanted& first) {
        const auto& request = first.request;
        FilmDecoder::Wishes wishes{request.width,   request.height, request.sound && pace == Pace::own,
                                   request.volume,  request.paused, pace == Pace::by_steps,
                                   request.language};
        auto decoder = FilmDecoder::open(request.file, wishes, options, library);
        if (!decoder) return conclude(first.film, std::unexpected(std::move(decoder.error())), false);
        wakes(decoder->get());
        const auto shown = pace == Pace::own ? play(first, **decoder) : step(first, **decoder);
        wakes(nullptr);
        const bool late = (*decoder)->late();
        // To let go of one that has no more pictures may take as long as it likes; of one that ends, nothing is left.
        if (shown) decoder->reset();
        conclude(first.film, shown, late);
    }

    base::Result<void> play(const Wanted& first, FilmDecoder& decoder) {
        Request is = first.request;
        bool seen = false;
        while (const auto wants = still_wanted(first.film)) {
            const auto& request = wants->request;
            if (request.paused != is.paused) decoder.pause(request.paused);
            if (request.volume != is.volume) decoder.set_volume(request.volume);
            const bool another_size = request.width != is.width || request.height != is.height;
            if (another_size) decoder.resize(request.width, request.height);
            is = request;
            const auto event = decoder.wait(nap_s);
            if (!event) return std::unexpected(event.error());
            if (*event == FilmDecoder::Event::ended) return {};
            seen = seen || *event == FilmDecoder::Event::frame;
            if (*event != FilmDecoder::Event::frame && !(another_size && seen)) continue;
            if (auto drawn = decoder.render(back); !drawn) return drawn;
            give(first.film, decoder, decoder.position(), 0);
        }
        return {};
    }

    base::Result<void> step(const Wanted& first, FilmDecoder& decoder) {
        int done = 0;
        while (const auto wants = still_wanted(first.film)) {
            if (wants->asked == done) {
                std::unique_lock lock{mutex};
                changed.wait(lock, [&] { return stopping || wanted.film != first.film || wanted.asked != done; });
                continue;
            }
            decoder.resize(wants->request.width, wants->request.height);
            if (auto there = decoder.show(wants->at, back); !there) return there;
            done = wants->asked;
            give(first.film, decoder, wants->at, done);
        }
        return {};
    }

    void give(std::uint64_t film, const FilmDecoder& decoder, Millis position, int done) {
        const std::lock_guard lock{mutex};
        if (wanted.film != film) return;
        std::swap(frame, back);
        fresh = true;
        given = done;
        now.state = State::showing;
        now.position = position;
        now.length = decoder.facts().length;
        now.words = decoder.own_words();
        tell();
    }
};

Film::Film(Surroundings around, Pace pace, Options options, std::string library)
    : impl_(std::make_shared<Impl>(std::move(around), pace, std::move(options), std::move(library))) {}

Film::~Film() {
    stop();
    impl_->finish();
}

void Film::begin(Request request) {
    impl_->become(std::move(request), ++impl_->films);
    impl_->start();
}

void Film::stop() {
    if (impl_->wanted.film != 0) impl_->become({}, 0);
}

void Film::pause(bool paused) {
    impl_->change([&] { impl_->wanted.request.paused = paused; });
}

void Film::set_volume(int percent) {
    impl_->change([&] { impl_->wanted.request.volume = percent; });
}

void Film::resize(int width, int height) {
    impl_->change([&] {
        auto& wanted = impl_->wanted;
        if (wanted.request.width == width && wanted.request.height == height) return;
        wanted.request.width = width;
        wanted.request.height = height;
        if (impl_->pace == Pace::by_steps) ++wanted.asked;
    });
}

void Film::show(Millis when) {
    impl_->change([&] {
        if (impl_->wanted.at == when) return;
        impl_->wanted.at = when;
        ++impl_->wanted.asked;
    });
}

int Film::pending() const {
    const std::lock_guard lock{impl_->mutex};
    const auto state = impl_->now.state;
    if (state == State::none || state == State::ended || state == State::broken) return 0;
    return impl_->wanted.asked - impl_->given;
}

Film::Now Film::now() const {
    const std::lock_guard lock{impl_->mutex};
    return impl_->now;
}

bool Film::take_frame(FilmFrame& into) {
    const std::lock_guard lock{impl_->mutex};
    if (!impl_->fresh) return false;
    impl_->fresh = false;
    std::swap(into, impl_->frame);
    return true;
}

}  // namespace talkpoint::media
