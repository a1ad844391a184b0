// Time is passed in. Nothing below shell/ asks the machine what time it is.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::base {

/// Durations and deadlines: milliseconds on a clock that never goes back. Its zero means nothing.
using Millis = std::chrono::milliseconds;

/// What a clock on the wall shows (Europe/London), to the millisecond, without a zone.
using LocalTime = std::chrono::local_time<Millis>;
using Date = std::chrono::year_month_day;

/// The two clocks a kiosk lives by. Used from the main thread only.
class Clock {
  public:
    virtual ~Clock() = default;
    /// Never goes back, stands still while nobody looks (a tour) or runs by itself (a real clock).
    [[nodiscard]] virtual Millis monotonic() const = 0;
    /// Wall time; may jump in either direction when the machine's clock is set.
    [[nodiscard]] virtual LocalTime local() const = 0;
};

/// The machine's own clocks.
class SystemClock final : public Clock {
  public:
    [[nodiscard]] Millis monotonic() const override;
    [[nodiscard]] LocalTime local() const override;
};

/// Another clock, its wall time moved by a fixed amount.
class OffsetClock final : public Clock {
  public:
    OffsetClock(const Clock& clock, Millis offset) : clock_(clock), offset_(offset) {}
    [[nodiscard]] Millis monotonic() const override { return clock_.monotonic(); }
    [[nodiscard]] LocalTime local() const override { return clock_.local() + offset_; }

  private:
    const Clock& clock_;
    Millis offset_;
};

/// A clock that moves only when it is told to: for tours and tests.
class SteppedClock final : public Clock {
  public:
    explicit SteppedClock(LocalTime start) : start_(start) {}
    [[nodiscard]] Millis monotonic() const override { return elapsed_; }
    [[nodiscard]] LocalTime local() const override { return start_ + elapsed_; }
    void advance(Millis by) { elapsed_ += by; }

  private:
    LocalTime start_;
    Millis elapsed_{0};
};

/// Makes local time the United Kingdom's whatever the machine says. The rule is written out, so that it also
/// holds on a machine without the time-zone database. Call once, before any other thread runs.
void use_uk_local_time();

/// False: no working clock can show that time, since there was no Talkpoint then. Responses made then say so.
[[nodiscard]] bool clock_is_plausible(LocalTime now);

/// `2026-11-23T10:00` or `2026-11-23T10:00:12`; nothing if it is not a real date and time.
[[nodiscard]] std::optional<LocalTime> parse_local_time(std::string_view text);
/// `2026-11-23`; nothing if there is no such day.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

[[nodiscard]] std::string format_local_time(LocalTime time);  ///< 2026-11-23T10:00:12
[[nodiscard]] std::string format_date(Date date);             ///< 2026-11-23
[[nodiscard]] Date date_of(LocalTime time);

}  // namespace talkpoint::base
