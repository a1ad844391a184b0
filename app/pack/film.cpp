#include "pack/film.hpp"

#include "base/files.hpp"
#include "base/languages.hpp"
#include "base/strings.hpp"
#include "pack/fields.hpp"
#include "pack/web_vtt.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <tuple>
#include <utility>

namespace talkpoint::pack {
namespace fs = std::filesystem;
namespace {

/// The names of the files beside `films/<name>.webm`: `films/<name>.vtt`, `films/<name>.described.pl.vtt`.
std::string beside(const Film& film, std::string_view what, std::string_view language = {}) {
    return fmt::format("{}{}{}{}.vtt", fs::path{film.name}.replace_extension().string(), what,
                       language.empty() ? "" : ".", language);
}

constexpr std::string_view captions = "", described = ".described";

/// One file of cues, if it is there.
std::optional<CueTrack> load_track(const Roots& roots, const std::string& name, std::string_view language,
                                   base::Problems& problems) {
    const auto file = file_inside(roots, name);
    if (!file) {
        if (!is_only_missing(roots, name))
            problems.push_back({base::Severity::error, (roots.own / name).string(), 0, file.error()});
        return {};
    }
    const auto text = base::read_text(*file, max_cue_file_bytes);
    if (!text) {
        problems.push_back(base::problem_of(text.error()));
        return {};
    }
    FileProblems found{file->string()};
    auto read = parse_web_vtt(*text, found);
    if (read.cues.empty() && !found.any_error()) found.warning(1, "there are no words in it yet; write some");
    found.hand_over(problems);
    if (read.cues.empty()) return {};
    return CueTrack{std::move(read.cues), std::string{language}, read.reviewed.value_or(false), *file};
}

std::expected<fs::path, std::string> playable(const Roots& roots, std::string_view relative) {
    auto file = file_inside(roots, relative);
    if (!file) return file;
    constexpr std::array<std::string_view, 4> kinds{".webm", ".mkv", ".mp4", ".m4v"};
    const auto shown = base::printable(relative);
    if (std::ranges::find(kinds, base::lower_case(file->extension().string())) == kinds.end())
        return std::unexpected(
            fmt::format(R"("{}" is not a film that can be played; save it as .webm or .mp4)", shown));
    std::error_code error;
    const auto size = fs::file_size(*file, error);
    if (error || size == 0 || size > max_film_bytes)
        return std::unexpected(fmt::format(R"("{}" is empty or larger than {} MB; export it again, shorter or smaller)",
                                           shown, max_film_bytes / 1'000'000UL));
    return file;
}

std::size_t bytes_of(const CueTrack& track) {
    std::size_t bytes = 0;
    for (const auto& cue : track.cues) bytes += sizeof(Cue) + cue.text.size();
    return bytes;
}

}  // namespace

const Cue* CueTrack::at(base::Millis when) const {
    const auto after = std::ranges::upper_bound(cues, when, {}, &Cue::begin);
    if (after == cues.begin()) return nullptr;
    const auto& newest = *std::prev(after);
    return when < newest.end ? &newest : nullptr;
}

FilmWords words_of(const Film& film, const Roots& roots, std::string_view source_language) {
    FilmWords words;
    base::Problems unsaid;
    for (const auto& [what, track] : {std::pair{captions, &words.captions}, std::pair{described, &words.described}}) {
        if (auto loaded = load_track(roots, beside(film, what), source_language, unsaid)) *track = std::move(*loaded);
        track->reviewed = true;
        track->language = source_language;
    }
    return words;
}

std::optional<FilmInWords> film_of(base::TomlTable& table, const Roots& roots, base::Problems& problems) {
    const auto relative = table.text("film");
    const auto speech = table.text("film_speech");
    if (speech && !base::is_language_tag(*speech))
        table.problem("film_speech",
                      fmt::format(R"("{}" is not a language code; use one such as "en")", base::printable(*speech)));
    if (!relative) {
        if (speech && !table.has("film"))
            table.problem("film_speech", R"("film_speech" belongs to no film; add "film", or remove it)",
                          base::Severity::warning);
        return {};
    }
    auto file = playable(roots, *relative);
    if (!file) {
        // Without its film a message still has its pages; a path that leads out of the pack is another matter.
        const bool refused = !is_only_missing(roots, *relative) && !file_inside(roots, *relative);
        table.problem("film", file.error(), refused ? base::Severity::error : base::Severity::warning);
        return {};
    }
    FilmInWords read{{std::move(*file), *relative, speech.value_or("")}, {}};
    auto& [film, words] = read;
    for (const auto& [what, track, lack] :
         {std::tuple{captions, &words.captions, "captions for those who cannot hear it"},
          {described, &words.described, "descriptions for those who cannot see it"}}) {
        const auto name = beside(film, what);
        if (auto loaded = load_track(roots, name, {}, problems))
            *track = std::move(*loaded);
        else if (is_only_missing(roots, name))
            table.problem("film", fmt::format(R"(has no {}; write "{}")", lack, base::printable(name)),
                          base::Severity::warning);
        track->reviewed = true;
    }
    return read;
}

void translate_words(FilmWords& words, const Film& film, const Roots& roots, std::string_view language,
                     std::string_view source_language, base::Problems& problems) {
    for (const auto& [what, track] : {std::pair{captions, &words.captions}, std::pair{described, &words.described}}) {
        if (track->file.empty()) continue;  // of which the source's own complaint speaks
        const auto name = beside(film, what, language);
        if (auto translated = load_track(roots, name, language, problems))
            *track = std::move(*translated);
        else if (is_only_missing(roots, name))
            problems.push_back({base::Severity::warning, track->file.string(), 0,
                                fmt::format("is not translated into {}, and people will read it in \"{}\"; write {}",
                                            base::language_in_english(language), source_language,
                                            fs::path{name}.filename().string())});
    }
}

std::size_t bytes_of(const FilmWords& words) { return bytes_of(words.captions) + bytes_of(words.described); }

}  // namespace talkpoint::pack
