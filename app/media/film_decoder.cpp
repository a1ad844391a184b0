#include "media/film_decoder.hpp"

#include "pack/web_vtt.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

namespace talkpoint::media {
namespace {

using base::Millis;
using Event = FilmDecoder::Event;

constexpr std::int64_t most_wait_us = 3'000'000;
/// This thread looks ten times a second: what is longer, it did not look.
constexpr std::int64_t most_look_us = 500'000;
constexpr Millis late_end{2000};  // so far may a film go on beyond the length that it gave
/// So long before its length may a film end: its last frames, and what sound is longer than they are.
Millis last_stretch(Millis length) { return std::clamp(length / 10, Millis{400}, late_end); }

constexpr std::array<MpvOption, 24> film_alone{{
    {"vo", "libmpv"},
    {"hwdec", "no"},
    // Only these decoders, and no frame beyond our bound, whatever the file says of its size.
    {"vd", "vp8,libvpx,vp9,libvpx-vp9,libdav1d,av1,h264,-"},
    {"ad", "opus,libopus,vorbis,libvorbis,aac,-"},
    {"vd-lavc-o", "max_pixels=3686400"},
    {"vd-lavc-threads", "2"},
    {"demuxer-max-bytes", "16MiB"},
    {"demuxer-max-back-bytes", "1MiB"},
    {"demuxer-lavf-analyzeduration", "1"},
    {"demuxer-lavf-linearize-timestamps", "no"},
    // Two passes of a large filter cost more than the film itself.
    {"sws-scaler", "bilinear"},
    {"sws-fast", "yes"},
    {"zimg-scaler", "bilinear"},
    {"zimg-fast", "yes"},
    {"video-timing-offset", "0"},
    {"osd-level", "0"},
    {"sub-visibility", "no"},
    {"embeddedfonts", "no"},
    {"sid", "no"},
    {"sub-ass", "no"},
    {"stop-screensaver", "no"},
    {"audio-fallback-to-null", "yes"},
    {"hr-seek", "yes"},
    {"force-window", "no"},
}};

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> known) {
    return std::ranges::find(known, name) != known.end();
}

Millis millis_of(double seconds) {
    constexpr double most = 1e9;
    return Millis{std::isfinite(seconds) ? std::llround(std::clamp(seconds, 0.0, most) * 1000) : 0};
}

}  // namespace

FilmDecoder::FilmDecoder(MpvPlayer player, std::filesystem::path file, const Wishes& wishes)
    : player_(std::move(player)), file_(std::move(file)), wishes_(wishes) {}

FilmDecoder::~FilmDecoder() {
    if (render_) player_.mpv().render_free(render_);
}

base::Result<std::unique_ptr<FilmDecoder>> FilmDecoder::open(const std::filesystem::path& file, const Wishes& wishes,
                                                             const MpvOptions& options, const std::string& library) {
    const auto kind = kind_of_film(file);
    if (!kind) return std::unexpected(kind.error());
    MpvOptions more{{"demuxer-lavf-format", *kind == FilmKind::mp4 ? "mov" : "matroska"},
                    {"aid", wishes.sound ? "auto" : "no"},
                    {"volume", fmt::format("{:.3f}", mpv_volume(wishes.volume))},
                    {"pause", wishes.paused || wishes.by_steps ? "yes" : "no"},
                    {"keep-open", wishes.by_steps ? "always" : "no"},
                    // Standing still, it waits in vain for the frame after, unless it is told not to.
                    {"video-latency-hacks", wishes.by_steps ? "yes" : "no"}};
    more.insert(more.end(), options.begin(), options.end());
    auto player = MpvPlayer::start(library, film_alone, more);
    if (!player) return std::unexpected(std::move(player.error()));
    // mpv takes a path with a slash at its front for nothing but a path.
    std::error_code error;
    std::unique_ptr<FilmDecoder> film{
        new FilmDecoder{std::move(*player), std::filesystem::absolute(file, error), wishes}};
    const auto& mpv = film->player_.mpv();
    std::array<char, 8> api{MPV_RENDER_API_TYPE_SW};
    std::array<mpv_render_param, 2> params{{{MPV_RENDER_PARAM_API_TYPE, api.data()}, {}}};
    int code = mpv.render_create(&film->render_, film->player_.handle(), params.data());
    if (code >= 0) {
        mpv.render_on_update(film->render_, [](void* self) { static_cast<FilmDecoder*>(self)->wake(); }, film.get());
        mpv.observe(film->player_.handle(), 0, "time-pos", MPV_FORMAT_DOUBLE);
        mpv.observe(film->player_.handle(), 0, "sub-text", MPV_FORMAT_STRING);
        mpv.observe(film->player_.handle(), 0, "demuxer-cache-time", MPV_FORMAT_DOUBLE);
        // Afterwards mpv would put what it has read so far in place of a length that the file does not give.
        mpv.hook_add(film->player_.handle(), 0, "on_preloaded", 0);
        film->begin_waiting();
        code = film->player_.command({"loadfile", film->file_.c_str()});
    }
    if (code < 0)
        return base::fail(base::ErrorKind::unsupported,
                          fmt::format("shows no films ({}); install the package libmpv2 of Debian 12 or later",
                                      film->player_.error(code)),
                          library);
    return film;
}

base::Result<Event> FilmDecoder::fail(std::string what) const {
    return base::fail(base::ErrorKind::malformed, std::move(what), file_.string());
}

base::Result<Event> FilmDecoder::fail_late() {
    late_ = true;
    return fail("shows no new picture for three seconds; see that it plays, or export it again");
}

void FilmDecoder::begin_waiting() {
    waited_us_ = 0;
    stands_ = Millis{0};
    looked_at_us_ = player_.mpv().time_us(player_.handle());
}

void FilmDecoder::go_on_waiting() {
    const auto now = player_.mpv().time_us(player_.handle());
    waited_us_ += std::min(now - std::exchange(looked_at_us_, now), most_look_us);
}

base::Result<Event> FilmDecoder::wait(double seconds) {
    // wake() ends one wait for an event, also one that ends with an event: so each is followed by a look.
    for (;; seconds = 0) {
        const auto* event = player_.mpv().wait_event(player_.handle(), seconds);
        if (event->event_id == MPV_EVENT_NONE) return look_for_frame();
        if (auto taken = take(*event); !taken || *taken != Event::none) return taken;
    }
}

base::Result<Event> FilmDecoder::look_for_frame() {
    go_on_waiting();
    const auto& mpv = player_.mpv();
    if (mpv.render_update(render_) & MPV_RENDER_UPDATE_FRAME) {
        mpv_render_frame_info info{};
        mpv.render_info(render_, {MPV_RENDER_PARAM_NEXT_FRAME_INFO, &info});
        constexpr std::uint64_t shown_before = MPV_RENDER_FRAME_INFO_REDRAW | MPV_RENDER_FRAME_INFO_REPEAT;
        if ((info.flags & MPV_RENDER_FRAME_INFO_PRESENT) && !(info.flags & shown_before)) {
            if (std::exchange(resized_, false))
                if (auto good = learn_picture(); !good) return std::unexpected(std::move(good.error()));
            seen_ = true;
            begin_waiting();
            return Event::frame;
        }
    }
    if (is_late()) return fail_late();
    return Event::none;
}

bool FilmDecoder::is_late() {
    const bool due = !seen_ || (!wishes_.paused && !wishes_.by_steps);
    if (!due || waited_us_ <= most_wait_us) return false;
    if (seen_) stands_ = stands().value_or(stands_);
    return waited_us_ - most_wait_us > std::chrono::microseconds{stands_}.count();
}

/// The decoder reads a frame ahead: what it has read last is to be seen when this one is over, or it has read all.
std::optional<Millis> FilmDecoder::stands() const {
    constexpr const char* state = "demuxer-cache-state";
    const auto read_all = player_.number_in(state, "eof");
    if (!read_all) return {};
    const Millis end = facts_.length.count() > 0 ? facts_.length : longest_film;
    const Millis next = *read_all != 0 ? end : millis_of(player_.number_in(state, "reader-pts").value_or(0));
    return std::max(std::min(next, end) - position_, Millis{0});
}

base::Result<Event> FilmDecoder::take(const mpv_event& event) {
    switch (event.event_id) {
        case MPV_EVENT_HOOK: {
            const auto good = learn();
            player_.mpv().hook_continue(player_.handle(), static_cast<const mpv_event_hook*>(event.data)->id);
            if (!good) return std::unexpected(good.error());
            return Event::none;
        }
        case MPV_EVENT_VIDEO_RECONFIG:
            resized_ = true;
            return Event::none;
        case MPV_EVENT_PLAYBACK_RESTART:
            arrived_ = true;
            return Event::none;
        case MPV_EVENT_COMMAND_REPLY:
            if (event.error < 0) return fail(fmt::format("cannot be played ({})", player_.error(event.error)));
            return Event::none;
        case MPV_EVENT_END_FILE:
            return at_end(*static_cast<const mpv_event_end_file*>(event.data));
        case MPV_EVENT_SHUTDOWN:
            return fail("cannot be played (the player has ended)");
        case MPV_EVENT_PROPERTY_CHANGE: {
            const auto& property = *static_cast<const mpv_event_property*>(event.data);
            if (std::string_view{property.name} == "sub-text") {
                words_ = property.format == MPV_FORMAT_STRING
                             ? pack::bounded_caption(*static_cast<char**>(property.data))
                             : "";
            } else if (property.format == MPV_FORMAT_DOUBLE) {
                const Millis when = millis_of(*static_cast<const double*>(property.data));
                if (std::string_view{property.name} != "time-pos") {
                    read_until_ = std::max(read_until_, when);
                    return Event::none;
                }
                // Sound goes on where there are no more pictures.
                if (seen_ && when > position_) begin_waiting();
                position_ = when;
                const auto bound =
                    facts_.length.count() > 0 ? std::min(facts_.length + late_end, longest_film) : longest_film;
                if (!wishes_.by_steps && position_ > bound) return Event::ended;
            }
            return Event::none;
        }
        default:
            return Event::none;
    }
}

base::Result<Event> FilmDecoder::at_end(const mpv_event_end_file& end) {
    if (end.reason != MPV_END_FILE_REASON_EOF || !seen_)
        return fail(fmt::format("cannot be played ({}); export it again as WebM or MP4",
                                end.error < 0 ? player_.error(end.error) : "it holds no picture"));
    if (ends_early(facts_.length)) return early_end();
    return Event::ended;
}

/// A last picture may stand long; but what has been read after it should have become pictures.
bool FilmDecoder::ends_early(Millis before) const {
    return position_ + last_stretch(facts_.length) < std::min(before, read_until_);
}

base::Result<Event> FilmDecoder::early_end() const {
    return fail(fmt::format("ends after {} of {} seconds; copy it again, or export it anew", position_.count() / 1000,
                            facts_.length.count() / 1000));
}

/// What the file says of itself, before anything of it is decoded.
base::Result<void> FilmDecoder::learn() {
    facts_.length = millis_of(player_.number("duration"));
    if (facts_.length > longest_film)
        return std::unexpected(fail("is longer than ten minutes; cut it, or make several films of it").error());
    facts_.picture = facts_.sound = "";
    const int count = static_cast<int>(player_.number("track-list/count"));
    for (int i = 0; i < count; ++i) {
        const auto of = [&](const char* what) {
            return player_.text(fmt::format("track-list/{}/{}", i, what).c_str());
        };
        const auto type = of("type");
        // Of several the first is played.
        if (type == "video" && facts_.picture.empty() && of("albumart") != "yes") facts_.picture = of("codec");
        if (type == "audio" && facts_.sound.empty()) facts_.sound = of("codec");
    }
    if (facts_.picture.empty()) return std::unexpected(fail("holds no picture; export it with one").error());
    if (!is_one_of(facts_.picture, {"vp8", "vp9", "av1", "h264"}))
        return std::unexpected(
            fail(fmt::format("holds pictures as {}; export it as VP9 or H.264", facts_.picture)).error());
    if (!facts_.sound.empty() && !is_one_of(facts_.sound, {"opus", "vorbis", "aac"}))
        return std::unexpected(fail(fmt::format("holds sound as {}; export it as Opus or AAC", facts_.sound)).error());
    learn_own_words();
    return {};
}

/// Chooses the captions that it brings: in the language wanted, else the first.
void FilmDecoder::learn_own_words() {
    const int count = static_cast<int>(player_.number("track-list/count"));
    std::string chosen;
    for (int i = 0; i < count; ++i) {
        const auto of = [&](const char* what) {
            return player_.text(fmt::format("track-list/{}/{}", i, what).c_str());
        };
        // Words only: pictures of words cannot be read.
        if (of("type") != "sub" || !is_one_of(of("codec"), {"webvtt", "subrip", "mov_text", "ass"})) continue;
        const bool wanted = !wishes_.language.empty() && of("lang").starts_with(wishes_.language);
        if (chosen.empty() || wanted) chosen = of("id");
        if (wanted) break;
    }
    facts_.own_words = !chosen.empty();
    if (facts_.own_words) (void)player_.command({"set", "sid", chosen.c_str()});
}

/// What has been decoded is what counts.
base::Result<void> FilmDecoder::learn_picture() {
    facts_.width = static_cast<int>(player_.number("dwidth"));
    facts_.height = static_cast<int>(player_.number("dheight"));
    const int larger = std::max({facts_.width, facts_.height, static_cast<int>(player_.number("width")),
                                 static_cast<int>(player_.number("height"))});
    if (larger > max_film_side)
        return std::unexpected(
            fail(fmt::format("is {} pixels large; export it with at most {}", larger, max_film_side)).error());
    return {};
}

void FilmDecoder::pause(bool paused) {
    wishes_.paused = paused;
    player_.set("pause", paused);
    begin_waiting();
}

void FilmDecoder::resize(int width, int height) {
    wishes_.width = width;
    wishes_.height = height;
}

base::Result<void> FilmDecoder::show(Millis when, FilmFrame& into) {
    const auto come = [&](bool seek) -> base::Result<void> {
        begin_waiting();
        bool fresh = false;
        if (seek) {
            arrived_ = false;
            const auto at = fmt::format("{:.3f}", static_cast<double>(when.count()) / 1000);
            if (const int code = player_.command({"seek", at.c_str(), "absolute+exact"}); code < 0)
                return std::unexpected(fail(fmt::format("cannot be played ({})", player_.error(code))).error());
        }
        while (!(arrived_ && fresh)) {
            const auto event = wait(0.1);
            if (!event) return std::unexpected(event.error());
            if (*event == Event::frame) {  // mpv goes on once it has been taken
                if (auto drawn = render(into); !drawn) return drawn;
                fresh = true;
            }
            if (waited_us_ > most_wait_us) return std::unexpected(fail_late().error());
        }
        return {};
    };
    if (!seen_)
        if (auto first = come(false); !first) return first;
    // Where it stands already only the size may be another.
    const bool is_there = when == shown_;
    if (auto there = is_there ? render(into) : come(true); !there) return there;
    shown_ = when;
    words_ = pack::bounded_caption(player_.text("sub-text"));
    position_ = millis_of(player_.number("time-pos"));
    read_until_ = std::max(read_until_, millis_of(player_.number("demuxer-cache-time")));
    if (ends_early(std::min(when, facts_.length))) return std::unexpected(early_end().error());
    return {};
}

base::Result<void> FilmDecoder::render(FilmFrame& into) {
    const double across = static_cast<double>(wishes_.width) / std::max(1, facts_.width);
    const double down = static_cast<double>(wishes_.height) / std::max(1, facts_.height);
    const double scale = std::min(across, down);
    const int width = std::max(FilmFrame::whole_columns, static_cast<int>(facts_.width * scale));
    into.resize(width, 1);
    const auto height = std::lround(static_cast<double>(into.width()) * facts_.height / std::max(1, facts_.width));
    into.resize(width, static_cast<int>(std::clamp<long>(height, 1, std::max(1, wishes_.height))));

    std::array<int, 2> size{into.width(), into.height()};
    std::array<char, 5> format{"rgb0"};
    std::size_t row = into.row_bytes();
    int block = 0;
    std::array<mpv_render_param, 6> params{{{MPV_RENDER_PARAM_SW_SIZE, size.data()},
                                            {MPV_RENDER_PARAM_SW_FORMAT, format.data()},
                                            {MPV_RENDER_PARAM_SW_STRIDE, &row},
                                            {MPV_RENDER_PARAM_SW_POINTER, into.data()},
                                            {MPV_RENDER_PARAM_BLOCK_FOR_TARGET_TIME, &block},
                                            {}}};
    if (const int code = player_.mpv().render(render_, params.data()); code < 0)
        return std::unexpected(fail(fmt::format("cannot be shown ({})", player_.error(code))).error());
    const auto bytes = static_cast<std::size_t>(into.height()) * row;
    for (std::size_t i = 3; i < bytes; i += 4) into.data()[i] = 255;
    return {};
}

}  // namespace talkpoint::media
