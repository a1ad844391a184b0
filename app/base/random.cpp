#include "base/random.hpp"

#include <fmt/format.h>

#include <random>

namespace talkpoint::base {
namespace {

std::mt19937_64 engine_from_kernel() {
    std::random_device kernel;
    std::array<std::uint32_t, 16> words{};
    for (auto& word : words) word = kernel();
    std::seed_seq seed(words.begin(), words.end());
    return std::mt19937_64(seed);
}

}  // namespace

Random::Random() : engine_(engine_from_kernel()) {}

std::uint64_t Random::below(std::uint64_t bound) {
    // Throw away the top, incomplete stretch, so that every value is equally likely.
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
    std::uint64_t value = next();
    while (value >= limit) value = next();
    return value % bound;
}

std::string uuid_v4(Random& random) {
    const std::uint64_t a = random.next(), b = random.next();
    return fmt::format("{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}", a >> 32, (a >> 16) & 0xffff, a & 0xfff,
                       ((b >> 48) & 0x3fff) | 0x8000, b & 0xffffffffffffULL);
}

}  // namespace talkpoint::base
