#include "ctl/checking_films.hpp"

#include "media/film_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

using base::Millis;

constexpr Millis longest_in_loop{60'000}, slack{500};
constexpr std::size_t most_quick_ones = 5;  // that are named, of one file

std::string clock(Millis time) { return fmt::format("{}:{:02}", time.count() / 60'000, time.count() / 1000 % 60); }

double characters_a_second(const pack::Cue& cue) {
    const auto characters =
        std::ranges::count_if(cue.text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
    return static_cast<double>(characters) * 1000 / static_cast<double>((cue.end - cue.begin).count());
}

/// Looks at films and at files of words, each once.
class Films {
  public:
    explicit Films(base::Problems& problems) : problems_(problems) {}

    void check(const pack::Pack& pack) {
        for (const auto& message : pack.messages) {
            if (!message.film) continue;
            const auto length = length_of(*message.film, message.attract);
            check_words(message.film_words->captions, length, true);
            check_words(message.film_words->described, length, false);
        }
    }

  private:
    void warn(const fs::path& file, int line, std::string message) {
        problems_.push_back({base::Severity::warning, file.string(), line, std::move(message)});
    }

    /// 0: nobody knows.
    Millis length_of(const pack::Film& film, bool attract) {
        const auto known = lengths_.find(film.file);
        if (known != lengths_.end()) return known->second;
        const auto facts = media::probe_film(film.file);
        if (!facts) {
            const bool no_player = facts.error().kind == base::ErrorKind::unsupported;
            if (!no_player || !std::exchange(told_of_player_, true)) {
                auto problem = base::problem_of(facts.error());
                problem.severity = base::Severity::warning;
                problems_.push_back(std::move(problem));
            }
            return lengths_[film.file] = Millis{0};
        }
        if (facts->length.count() == 0)
            warn(film.file, 0, "does not say how long it is; export it again, with its length");
        if (attract && facts->length > longest_in_loop)
            warn(film.file, 0,
                 fmt::format("lasts {}, of which the loop plays the first minute; make a shorter one for the room",
                             clock(facts->length)));
        return lengths_[film.file] = facts->length;
    }

    void check_words(const pack::CueTrack& track, Millis length, bool read) {
        if (track.cues.empty() || !tracks_.insert(track.file).second) return;
        const auto& last = track.cues.back();
        if (length.count() > 0 && last.end > length + slack)
            warn(track.file, last.line,
                 fmt::format("ends at {}, but the film at {}; correct the times", clock(last.end), clock(length)));
        std::size_t quick = 0;
        for (const auto& cue : track.cues) {
            if (!read || characters_a_second(cue) <= most_characters_a_second || ++quick > most_quick_ones) continue;
            warn(track.file, cue.line,
                 fmt::format("is too quick to be read, {:.0f} characters a second; shorten it, or let it stand longer "
                             "(at most {:.0f})",
                             characters_a_second(cue), most_characters_a_second));
        }
        if (quick > most_quick_ones)
            warn(track.file, 0, fmt::format("has {} captions in all that are too quick to be read", quick));
    }

    base::Problems& problems_;
    std::map<fs::path, Millis> lengths_;
    std::set<fs::path> tracks_;
    bool told_of_player_ = false;
};

}  // namespace

void check_films(const Installed& installed, const std::vector<pack::Pack>& translated, base::Problems& problems) {
    Films films{problems};
    films.check(installed.pack);
    for (const auto& pack : translated) films.check(pack);
}

}  // namespace talkpoint::ctl
