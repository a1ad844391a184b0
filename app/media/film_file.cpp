#include "media/film_file.hpp"

#include "media/film_decoder.hpp"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <string_view>
#include <system_error>

namespace talkpoint::media {
namespace fs = std::filesystem;

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
    std::array<char, 12> first{};
    std::ifstream in{file, std::ios::binary};
    if (!in)
        return base::fail(base::ErrorKind::unreadable, "cannot be read; give the kiosk the right to", file.string());
    in.read(first.data(), first.size());
    const std::string_view bytes{first.data(), static_cast<std::size_t>(in.gcount())};
    if (bytes.starts_with("\x1a\x45\xdf\xa3")) return FilmKind::matroska;
    if (bytes.size() == 12 && bytes.substr(4, 4) == "ftyp") return FilmKind::mp4;
    return base::fail(base::ErrorKind::malformed, "is neither WebM nor MP4; export it as one", file.string());
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
