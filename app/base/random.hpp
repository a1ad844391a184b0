// Chance is passed in, as time is: a kiosk draws from the kernel, a tour from a seed.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::base {

/// A source of chance. One thread at a time.
class Random {
  public:
    /// Seeded from the kernel: no two runs are alike.
    Random();
    /// The same seed gives the same visit, on every machine.
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    [[nodiscard]] std::uint64_t next() { return engine_(); }
    /// Even over 0 … bound-1; bound must not be 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);

    /// Fisher-Yates by `below`: std::shuffle may differ between standard libraries, and a seed must not.
    template <class T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
    }

  private:
    std::mt19937_64 engine_;
};

/// A random version 4 UUID (RFC 9562), lower case: `1b4e28ba-2fa1-4d2b-883f-0016d3cca427`.
[[nodiscard]] std::string uuid_v4(Random& random);

}  // namespace talkpoint::base
