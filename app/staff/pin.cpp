#include "staff/pin.hpp"

#include "staff/document.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

namespace talkpoint::staff {
namespace {

using base::ErrorKind;
using base::fail;
using base::Millis;
using namespace std::chrono_literals;

constexpr const char* document_name = "pin";
constexpr std::int64_t free_failures = 4;
constexpr std::int64_t most_failures = 1'000'000;  // nobody gets so far: the file has been written in
constexpr Millis first_wait = 30s, longest_wait = 1h;

bool is_run(std::string_view pin) {
    const int step = (pin[1] - pin[0] + 10) % 10;
    if (step != 1 && step != 9) return false;
    return std::ranges::adjacent_find(pin, [&](char a, char b) { return (b - a + 10) % 10 != step; }) == pin.end();
}

bool repeats(std::string_view pin, std::size_t block) {
    return std::ranges::equal(pin.substr(block), pin.substr(0, pin.size() - block));
}

std::unexpected<base::Error> damaged(const std::filesystem::path& folder) {
    return fail(ErrorKind::malformed,
                "the record of the PIN is damaged, so nobody can be let in; whoever looks after the computer makes a "
                "new PIN with: talkpointctl pin",
                (folder / "pin.json").string());
}

bool is_easy(std::string_view pin) { return is_run(pin) || repeats(pin, 1) || repeats(pin, 2) || repeats(pin, 3); }

}  // namespace

base::Result<void> check_new_pin(std::string_view pin) {
    const bool digits = std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || pin.size() < shortest_pin || pin.size() > longest_pin)
        return fail(ErrorKind::malformed, fmt::format("a PIN has {} to {} digits and nothing else; choose another",
                                                      shortest_pin, longest_pin));
    if (is_easy(pin))
        return fail(ErrorKind::malformed,
                    "this PIN is one of those that people try first (a run, or the same again and again); choose "
                    "another, or let the kiosk make one: talkpointctl pin --random");
    return {};
}

Millis wait_after(std::int64_t failures) {
    if (failures <= free_failures) return 0ms;
    Millis wait = first_wait;
    for (auto i = free_failures + 1; i < failures && wait < longest_wait; ++i) wait *= 2;
    return std::min(wait, longest_wait);
}

Lockout::Lockout(std::int64_t failures, Millis wait, Millis now)
    : failures_(failures), left_(std::min(wait, wait_after(failures))), as_of_(now) {}

void Lockout::fail(Millis now) {
    failures_ = std::min(failures_ + 1, most_failures);
    left_ = wait_after(failures_);
    as_of_ = now;
}

Millis Lockout::wait_left(Millis now) {
    left_ = std::max(0ms, left_ - std::max(0ms, now - as_of_));
    as_of_ = now;
    return left_;
}

bool Guard::has_pin() const {
    const auto document = read_document(folder_, document_name);
    return document || document.error().kind != ErrorKind::not_found;
}

std::string random_pin(base::Random& random) {
    std::string pin;
    do {
        pin = fmt::format("{:06}", random.below(1'000'000));
    } while (is_easy(pin));
    return pin;
}

base::Result<std::string> Guard::make_random(base::Random& random) {
    std::string pin = random_pin(random);
    if (auto kept = set(pin, random); !kept) return std::unexpected(std::move(kept.error()));
    return pin;
}

base::Result<void> Guard::set(std::string_view pin, base::Random& random) {
    const auto kept = keep(pin, random, false);
    return kept ? base::Result<void>{} : std::unexpected(kept.error());
}

base::Result<bool> Guard::set_first(std::string_view pin, base::Random& random) { return keep(pin, random, true); }

base::Result<bool> Guard::keep(std::string_view pin, base::Random& random, bool only_first) {
    if (const auto good = check_new_pin(pin); !good) return std::unexpected(good.error());
    Record record{base::make_salt(random), {}, cost_};
    const auto hash = base::scrypt(pin, record.salt, record.cost);
    if (!hash) return std::unexpected(hash.error());
    record.hash = *hash;
    const auto lock = hold_document(folder_, document_name);
    if (!lock) return std::unexpected(lock.error());
    if (only_first && has_pin()) return false;
    lockout_ = {};
    salt_ = base::hex(record.salt);
    if (auto written = write(record, 0ms); !written) return std::unexpected(written.error());
    return true;
}

base::Result<Outcome> Guard::attempt(std::string_view pin, Millis now) {
    const auto lock = hold_document(folder_, document_name);
    if (!lock) return std::unexpected(lock.error());
    const auto record = read(now);
    if (!record) return std::unexpected(record.error());
    if (const auto left = lockout_.wait_left(now); left > 0ms) return Outcome{Attempt::too_soon, left};
    lockout_.fail(now);
    if (auto written = write(*record, now); !written) return std::unexpected(std::move(written.error()));
    const auto hash = base::scrypt(pin, record->salt, record->cost);
    if (!hash && hash.error().kind == ErrorKind::malformed) return damaged(folder_);  // costs that nobody has set
    if (!hash) return std::unexpected(hash.error());
    if (!base::same(*hash, record->hash)) return Outcome{Attempt::refused, lockout_.wait_left(now)};
    lockout_ = {};
    if (auto written = write(*record, now); !written) return std::unexpected(std::move(written.error()));
    return Outcome{Attempt::accepted, 0ms};
}

base::Result<Millis> Guard::tick(Millis now) {
    const auto lock = hold_document(folder_, document_name);
    if (!lock) return std::unexpected(lock.error());
    const auto record = read(now);
    if (!record) return std::unexpected(record.error());
    const auto left = lockout_.wait_left(now);
    if (lockout_.failures() <= free_failures) return left;
    if (auto written = write(*record, now); !written) return std::unexpected(std::move(written.error()));
    return left;
}

base::Result<Guard::Record> Guard::read(Millis now) {
    const auto document = read_document(folder_, document_name);
    if (!document && document.error().kind == ErrorKind::not_found)
        return fail(ErrorKind::not_found, "there is no PIN yet; make one with: talkpointctl pin",
                    (folder_ / "pin.json").string());
    if (!document) return damaged(folder_);
    const auto salt = text_in(*document, "salt"), hash = text_in(*document, "hash");
    const auto n = number_in(*document, "n"), r = number_in(*document, "r"), p = number_in(*document, "p");
    const auto failures = number_in(*document, "failures"), wait = number_in(*document, "wait_ms");
    if (!salt || !hash || !n || !r || !p || !failures || !wait || *failures > most_failures ||
        !std::in_range<std::uint32_t>(*r) || !std::in_range<std::uint32_t>(*p))
        return damaged(folder_);
    const auto salt_bytes = base::salt_from_hex(*salt);
    const auto hash_bytes = base::hash_from_hex(*hash);
    if (!salt_bytes || !hash_bytes) return damaged(folder_);
    if (*salt != salt_) {  // at the start, and where talkpointctl has set another
        lockout_ = Lockout{*failures, Millis{*wait}, now};
        salt_ = *salt;
    }
    return Record{*salt_bytes,
                  *hash_bytes,
                  {static_cast<std::uint64_t>(*n), static_cast<std::uint32_t>(*r), static_cast<std::uint32_t>(*p)}};
}

base::Result<void> Guard::write(const Record& record, Millis now) {
    return write_document(folder_, document_name,
                          {{"salt", base::hex(record.salt)},
                           {"hash", base::hex(record.hash)},
                           {"n", record.cost.n},
                           {"r", record.cost.r},
                           {"p", record.cost.p},
                           {"failures", lockout_.failures()},
                           {"wait_ms", lockout_.wait_left(now).count()}});
}

}  // namespace talkpoint::staff
