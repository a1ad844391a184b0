// When the next upload is tried: pure, on the monotonic clock.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"

#include <optional>

namespace talkpoint::outbox {

/// How a pass ended, for the one who plans the next.
enum class PassEnd {
    done,     ///< all that was due was offered, and answered one way or the other
    later,    ///< the server could not be reached, or asked us to wait: try again, more rarely each time
    stopped,  ///< the server refuses us: it is not asked again with these settings, unless a person says so
};

/// A minute, doubled with each failure in a row up to six hours, each a fifth shorter or longer by chance, so that
/// kiosks that lost the network together do not come back together. `failures` from 1.
[[nodiscard]] base::Millis back_off(int failures, base::Random& random);

/// Plans passes. One thread.
class Schedule {
  public:
    /// The first pass comes within seconds of `now`, then one in each stretch of `every` in which no other is still at
    /// work, at a moment of it that chance chooses: so the moment tells nothing of who was at the kiosk when.
    Schedule(base::Millis every, base::Random& random, base::Millis now);
    /// When the next pass is due; nothing while one runs.
    [[nodiscard]] std::optional<base::Millis> due() const { return due_; }
    void begin() { due_.reset(); }
    /// `wait`: at least so long, because the server said so. `progress`: something arrived, so that a failure is the
    /// first one again, and a long queue drains behind a server that takes so many a minute. After `stopped` the next
    /// pass comes in six hours, to see whether a person has set it right meanwhile (`talkpointctl upload`); if not, it
    /// asks the server nothing.
    void end(PassEnd how, std::optional<base::Millis> wait, base::Millis now, bool progress = false);

  private:
    base::Millis every_;
    base::Random* random_;
    base::Millis stretch_;  ///< the end of the stretch in which the last pass was
    std::optional<base::Millis> due_;
    int failures_ = 0;
};

}  // namespace talkpoint::outbox
