// Counts what the kiosk is used for, at once: so that it is counted without a network, and whatever happens next.
#pragma once

#include "outbox/use.hpp"
#include "playback/loop.hpp"
#include "store/worker.hpp"
#include "visit/use.hpp"

#include <cstddef>
#include <functional>
#include <string>

namespace talkpoint::shell {

/// Main thread. Hands each count to the store as it comes; what comes while the store is at work goes with the next.
/// What the disk refuses is kept in memory and tried again with the next count, and staff are told once.
class UseCounts {
  public:
    /// `period`: the one that it is now. The store must outlive this, and post to a queue that no longer runs then.
    UseCounts(store::Worker& store, std::function<std::string()> period) : store_(store), period_(std::move(period)) {}

    /// After each change of the visit.
    void look(const visit::Visit& visit);
    /// The loop is on the screen.
    void plays(const playback::Loop& loop);
    /// Something is on its way to the disk.
    [[nodiscard]] bool busy() const { return !in_hand_.empty(); }

  private:
    void add(outbox::Use use) { ++waiting_[std::move(use)]; }
    void hand_in();
    void handed_in(const base::Result<void>& kept);

    store::Worker& store_;
    std::function<std::string()> period_;
    visit::UseWatch watch_;
    std::size_t played_ = 0;  ///< the number of the slide that was counted last
    outbox::Uses waiting_, in_hand_;
    bool told_ = false;
};

}  // namespace talkpoint::shell
