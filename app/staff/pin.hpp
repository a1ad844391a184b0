// The PIN that opens the staff area: kept as a hash that is slow to guess, and tries that cost more and more time.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "base/result.hpp"
#include "base/scrypt.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace talkpoint::staff {

inline constexpr std::size_t shortest_pin = 6, longest_pin = 12;

/// What is wrong with a PIN that staff have chosen, as malformed: other than 6 to 12 digits, or one that is tried first
/// (a run up or down, the same one to three digits again and again).
[[nodiscard]] base::Result<void> check_new_pin(std::string_view pin);

/// Six digits by chance, none that is tried first. `random` fresh from the kernel.
[[nodiscard]] std::string random_pin(base::Random& random);

/// How long must be waited after so many failures one after the other: nothing up to the fourth, 30 s after the fifth,
/// then twice as long each time, an hour at most.
[[nodiscard]] base::Millis wait_after(std::int64_t failures);

/// Failures, and what is left of the wait after the last. Pure. `now` is monotonic; a wait goes on only while somebody
/// has such a clock running, and one that went back makes it no shorter.
class Lockout {
  public:
    Lockout() = default;
    /// As it was written down. A wait longer than `failures` are worth is cut to that.
    Lockout(std::int64_t failures, base::Millis wait, base::Millis now);

    void fail(base::Millis now);
    [[nodiscard]] base::Millis wait_left(base::Millis now);
    [[nodiscard]] std::int64_t failures() const { return failures_; }

  private:
    std::int64_t failures_ = 0;
    base::Millis left_{0}, as_of_{0};
};

enum class Attempt {
    accepted,
    refused,   ///< wrong
    too_soon,  ///< not looked at: it must be waited
};
struct Outcome {
    Attempt attempt = Attempt::refused;
    base::Millis wait{0};  ///< from now until the next try is looked at
};

/// The PIN of one kiosk, in `pin.json`: salt, hash and cost, failures, what is left of the wait. Every try reads it
/// again, so a PIN that talkpointctl sets beside the running kiosk holds at once. Any thread, one at a time, but not
/// the main one: it hashes (200 ms) and syncs.
///
/// A try is written down as a failure before it is looked at, so that pulling the plug wins none. A try that cannot be
/// written down is not looked at either: on a disk that is full or broken nobody is let in.
class Guard {
  public:
    /// `folder` as folder_in() says.
    explicit Guard(std::filesystem::path folder, base::ScryptCost cost = {})
        : folder_(std::move(folder)), cost_(cost) {}

    /// Is there a PIN, whole or damaged? Only where there is not may a kiosk make one by itself.
    [[nodiscard]] bool has_pin() const;
    /// Makes six digits at random, keeps their hash, and returns them: the only time that they can be read. `random`
    /// fresh from the kernel, from which nothing else was drawn. unwritable, in_use.
    [[nodiscard]] base::Result<std::string> make_random(base::Random& random);
    /// Keeps another PIN; failures and wait are over. As check_new_pin; unwritable, in_use.
    [[nodiscard]] base::Result<void> set(std::string_view pin, base::Random& random);
    /// The same for a kiosk that has none; false, and nothing changes, where one has been set meanwhile.
    [[nodiscard]] base::Result<bool> set_first(std::string_view pin, base::Random& random);

    /// not_found: there is no PIN; malformed: the record is damaged, nobody is let in, and the message says that
    /// `talkpointctl pin` makes a new one; unwritable, in_use.
    [[nodiscard]] base::Result<Outcome> attempt(std::string_view pin, base::Millis now);
    /// What is left of the wait; writes it down, so that a restart goes on from there. Call every 30 s until it is 0,
    /// and once at the start. Where the record cannot be read or written: as attempt, and the wait goes on.
    [[nodiscard]] base::Result<base::Millis> tick(base::Millis now);

  private:
    [[nodiscard]] base::Result<bool> keep(std::string_view pin, base::Random& random, bool only_first);
    struct Record {
        base::Salt salt{};
        base::SlowHash hash{};
        base::ScryptCost cost;
    };
    [[nodiscard]] base::Result<Record> read(base::Millis now);
    [[nodiscard]] base::Result<void> write(const Record& record, base::Millis now);

    std::filesystem::path folder_;
    base::ScryptCost cost_;  ///< of a PIN that is set from now on
    std::string salt_;       ///< in hex, of the PIN to which `lockout_` belongs
    Lockout lockout_;
};

}  // namespace talkpoint::staff
