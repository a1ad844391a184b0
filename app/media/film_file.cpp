#include "media/film_file.hpp"

#include "media/film_decoder.hpp"

#include <fmt/format.h>

#include <bit>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace talkpoint::media {
namespace fs = std::filesystem;

namespace {

/// As many bytes as are there, of those that were asked for.
std::string bytes_at(std::istream& in, std::uintmax_t offset, std::size_t count) {
    std::string bytes(count, '\0');
    in.clear();
    in.seekg(static_cast<std::streamoff>(offset));
    in.read(bytes.data(), static_cast<std::streamsize>(count));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

std::uint64_t big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

// How far the file goes, by what it says itself; nothing: it does not say.

/// MP4 (ISO/IEC 14496-12, 4.2): boxes, each with its size.
std::optional<std::uintmax_t> end_of_mp4(std::istream& in, std::uintmax_t size) {
    constexpr int most_boxes = 100'000;
    std::uintmax_t at = 0;
    for (int i = 0; i < most_boxes && at + 8 <= size; ++i) {
        const auto head = bytes_at(in, at, 16);
        auto box = big_endian(std::string_view{head}.substr(0, 4));
        if (box == 1 && head.size() == 16) box = big_endian(std::string_view{head}.substr(8));
        if (box < 8 || box > max_film_bytes * 4) return {};
        at += box;
    }
    return at;
}

/// Matroska (RFC 8794, 4 and 5): a header, then the segment, in which everything else is.
std::optional<std::uintmax_t> end_of_matroska(std::istream& in) {
    constexpr int most_before = 8;
    std::uintmax_t at = 0;
    for (int i = 0; i < most_before; ++i) {
        const auto head = bytes_at(in, at, 12);
        if (head.size() < 12) return {};
        const auto length_of = [&](std::size_t where) {
            return static_cast<std::size_t>(std::countl_zero(static_cast<unsigned char>(head[where]))) + 1;
        };
        const auto name = length_of(0);
        if (name > 4) return {};
        const auto digits = length_of(name);
        if (digits > 8) return {};
        const auto all_ones = (std::uint64_t{1} << (7 * digits)) - 1;
        const auto content = big_endian(std::string_view{head}.substr(name, digits)) & all_ones;
        if (content == all_ones || content > max_film_bytes * 4) return {};
        at += name + digits + content;
        if (head.starts_with("\x18\x53\x80\x67")) return at;
    }
    return {};
}

}  // namespace

base::Result<FilmKind> kind_of_film(const fs::path& file) {
    std::error_code error;
    const auto status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found)
        return base::fail(base::ErrorKind::not_found, "there is no such film; add it, or correct its name",
                          file.string());
    if (!fs::is_regular_file(status))  // a pipe would never answer
        return base::fail(base::ErrorKind::unreadable, "is no file; put the film itself there", file.string());
    const auto size = fs::file_size(file, error);
    if (error || size > max_film_bytes)
        return base::fail(
            base::ErrorKind::too_large,
            fmt::format("is larger than {} MB; export it again, shorter or smaller", max_film_bytes / 1'000'000UL),
            file.string());
    std::ifstream in{file, std::ios::binary};
    if (!in)
        return base::fail(base::ErrorKind::unreadable, "cannot be read; give the kiosk the right to", file.string());
    const auto first = bytes_at(in, 0, 12);
    const bool matroska = first.starts_with("\x1a\x45\xdf\xa3");
    if (!matroska && !(first.size() == 12 && first.substr(4, 4) == "ftyp"))
        return base::fail(base::ErrorKind::malformed, "is neither WebM nor MP4; export it as one", file.string());
    if (const auto end = matroska ? end_of_matroska(in) : end_of_mp4(in, size); end && *end > size)
        return base::fail(
            base::ErrorKind::malformed,
            fmt::format("is cut short or broken, with {} of {} bytes; copy it again, or export it anew", size, *end),
            file.string());
    return matroska ? FilmKind::matroska : FilmKind::mp4;
}

base::Result<FilmFacts> probe_film(const fs::path& file, const std::string& library) {
    FilmDecoder::Wishes wishes;
    wishes.by_steps = true;
    auto decoder = FilmDecoder::open(file, wishes, {}, library);
    if (!decoder) return std::unexpected(std::move(decoder.error()));
    FilmFrame frame;
    if (auto first = (*decoder)->show(base::Millis{0}, frame); !first) return std::unexpected(std::move(first.error()));
    const FilmFacts facts = (*decoder)->facts();
    if (auto last = (*decoder)->show(facts.length, frame); !last) return std::unexpected(std::move(last.error()));
    return facts;
}

}  // namespace talkpoint::media
