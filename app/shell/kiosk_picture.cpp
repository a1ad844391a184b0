// A picture that the graphics card has lost: the kiosk makes it anew, and the person goes on where they were.
#include "base/log.hpp"
#include "shell/kiosk.hpp"

#include <utility>

namespace talkpoint::shell {
namespace {

using base::Millis;

/// A card that is being reset is back within this.
constexpr Millis patience{2000};
/// Losses nearer to each other than this come in a row: what was made anew did not hold.
constexpr Millis in_a_row{10'000};

}  // namespace

void Kiosk::draw_anew() {
    showing_.begin_again();  // first: its scene holds texts
    make_ready_anew();
    texts_.forget();
    pictures_.forget();
    films_.forget();
}

void Kiosk::fit_window() {
    if (!parts_.canvas.lost()) parts_.canvas.fit_window();  // else what comes in its place has the size
    theme_ = {screen_size(parts_), panel_, wishes()};
    draw_anew();
}

bool Kiosk::has_picture() {
    if (!parts_.canvas.lost()) return true;
    const Millis now = parts_.clock.monotonic();
    if (!lost_at_ || now - *lost_at_ > in_a_row) {
        lost_since_ = now;
        base::log_warning("the graphics card has lost the picture; it is made anew");
    }
    lost_at_ = now;
    auto renewed = parts_.canvas.renew();
    draw_anew();
    if (now - *lost_since_ > patience) {
        auto why = renewed ? base::Error{base::ErrorKind::unsupported,
                                         "the picture is lost again and again; look at the graphics card, its driver "
                                         "and the cable of the display",
                                         "display"}
                           : std::move(renewed.error());
        gave_up_ = std::move(why);
        quit_ = true;
        return false;
    }
    return renewed.has_value();
}

}  // namespace talkpoint::shell
