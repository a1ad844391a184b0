// The queue of finished responses, as the rest of the program knows it. The real one is in store/.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::outbox {

/// One finished response with all that is kept of it. The columns of the store are these and no others.
struct Record {
    std::string id;  ///< uuid v4, random: the only key
    std::string survey;
    std::string version;
    std::string site;
    std::string period;  ///< `2026-11-23`, `2026-11-23-am`, `2026-W48`: never finer
    std::string language;
    std::string audience;
    std::string event;  ///< empty outside events
    std::string phase;  ///< empty, `before` or `after`
    std::string flag;   ///< empty, `fast` or `straight`
    bool trusted_clock = true;
    std::string answers;  ///< JSON object: question id → list of option ids, or "skipped" or "prefer_not_to_say"
    friend bool operator==(const Record&, const Record&) = default;
};

/// One cell of the counts: this option of this question in this period, one more.
struct Tally {
    std::string survey;
    std::string question;
    std::string option;
    std::string period;
    friend auto operator<=>(const Tally&, const Tally&) = default;
};

struct SurveyCounts {
    std::int64_t queued = 0;  ///< waiting to be sent, the parked ones not among them
    std::int64_t parked = 0;  ///< kept until somebody has seen to what the server said
    std::int64_t sent = 0;
};

struct Counts {
    std::int64_t queued = 0;
    std::int64_t parked = 0;
    std::int64_t sent = 0;
    std::optional<std::string> last_sent;  ///< a period, not a time
    std::optional<std::string> last_error;
    std::map<std::string, SurveyCounts> surveys;
};

/// Failure: any call may fail with unwritable, unreadable or in_use; nothing is then half-done, and the next call may
/// succeed. Not thread-safe: one thread owns it (the store worker).
class Outbox {
  public:
    virtual ~Outbox() = default;
    /// Commits the response and its tallies in one transaction; returns only when they are synced to disk.
    /// Submitting the same id again with the same content is success without a second copy or a second count; with
    /// other content it is malformed.
    [[nodiscard]] virtual base::Result<void> submit(const Record& record, const std::vector<Tally>& tallies) = 0;
    [[nodiscard]] virtual base::Result<Counts> counts() = 0;
    /// Called when nothing waits: removes what the disk still shows of the order in which responses came. Never fails;
    /// what could not be done is done the next time.
    virtual void tidy() {}
};

}  // namespace talkpoint::outbox
