#include "media/recording_file.hpp"

#include "base/files.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace talkpoint::media {
namespace {

constexpr std::size_t header_bytes = 27;
constexpr unsigned continued = 1, first = 2, last = 4;  // a page's flags

std::uint64_t little_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (auto i = bytes.size(); i-- > 0;) value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
    return value;
}

constexpr auto checksums = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
        std::uint32_t value = byte << 24U;
        for (int bit = 0; bit < 8; ++bit) value = (value << 1U) ^ ((value & 0x80000000U) ? 0x04C11DB7U : 0U);
        table[byte] = value;
    }
    return table;
}();

/// As though the checksum's own four bytes were zero.
std::uint32_t checksum_of(std::string_view page) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < page.size(); ++i) {
        const auto byte = i >= 22 && i < 26 ? 0U : static_cast<unsigned char>(page[i]);
        value = (value << 8U) ^ checksums[(value >> 24U) ^ byte];
    }
    return value;
}

struct Page {
    std::string_view bytes, body;
    unsigned flags = 0;
    std::int64_t end = -1;  ///< the sample at which it ends; -1: no packet ends in it
    std::uint64_t stream = 0, number = 0;
};

/// The page at the front, whole and unbroken.
std::optional<Page> first_page(std::string_view bytes) {
    if (bytes.size() < header_bytes || !bytes.starts_with(std::string_view{"OggS\0", 5})) return {};
    const auto segments = static_cast<unsigned char>(bytes[26]);
    if (bytes.size() < header_bytes + segments) return {};
    std::size_t length = header_bytes + segments;
    for (const char lace : bytes.substr(header_bytes, segments)) length += static_cast<unsigned char>(lace);
    if (bytes.size() < length) return {};
    const auto page = bytes.substr(0, length);
    if (little_endian(page.substr(22, 4)) != checksum_of(page)) return {};
    return Page{page,
                page.substr(header_bytes + segments),
                static_cast<unsigned char>(page[5]),
                static_cast<std::int64_t>(little_endian(page.substr(6, 8))),
                little_endian(page.substr(14, 4)),
                little_endian(page.substr(18, 4))};
}

/// Samples a second by which pages are counted; 0: neither Opus nor Vorbis.
std::uint64_t rate_of(std::string_view first_packet) {
    if (first_packet.size() >= 19 && first_packet.starts_with("OpusHead")) return 48'000;
    if (first_packet.size() >= 30 && first_packet.starts_with("\x01vorbis"))
        return little_endian(first_packet.substr(12, 4));
    return 0;
}

/// How long, or what is wrong.
std::expected<base::Millis, std::string_view> length_of(std::string_view bytes) {
    constexpr std::string_view other = "is not an Ogg file of Opus or Vorbis; record it as one, or remove it";
    constexpr std::string_view broken = "is cut short or broken; copy it again, or record it anew";
    constexpr std::string_view mixed = "holds more than one stream; export it as one stream of sound without pictures";
    const auto head = first_page(bytes);
    if (!head) return std::unexpected(bytes.starts_with("OggS") ? broken : other);
    const auto rate = rate_of(head->body);
    if (rate < 8'000 || rate > 192'000 || !(head->flags & first)) return std::unexpected(other);
    std::int64_t end = 0;
    for (std::uint64_t number = 0; !bytes.empty(); ++number) {
        const auto page = first_page(bytes);
        if (!page) return std::unexpected(broken);
        if (page->stream != head->stream || ((page->flags & first) != 0) != (number == 0))
            return std::unexpected(mixed);
        if (page->number != number || (page->end != -1 && page->end < end)) return std::unexpected(broken);
        if (page->end != -1) end = page->end;
        bytes.remove_prefix(page->bytes.size());
        if (((page->flags & last) != 0) != bytes.empty()) return std::unexpected(bytes.empty() ? broken : mixed);
    }
    if (end == 0) return std::unexpected("is empty; record it anew");
    const auto ms =
        static_cast<std::uint64_t>(end) / rate * 1000 + static_cast<std::uint64_t>(end) % rate * 1000 / rate;
    if (ms > static_cast<std::uint64_t>(longest_recording.count()))
        return std::unexpected("is longer than ten minutes; cut it into pieces");
    return base::Millis{ms};
}

}  // namespace

base::Result<base::Millis> check_recording(const std::filesystem::path& file) {
    const auto bytes = base::read_file(file, max_recording_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    const auto length = length_of(*bytes);
    if (!length) return base::fail(base::ErrorKind::malformed, std::string{length.error()}, file.string());
    return *length;
}

}  // namespace talkpoint::media
