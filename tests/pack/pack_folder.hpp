// A small pack on disk, and questions about the complaints that it earns.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "pack/message.hpp"
#include "pack/pack.hpp"
#include "support.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::tests {

/// Later than any day on which this program is built, so that the clock counts as working.
inline constexpr base::Date today{std::chrono::year{2090}, std::chrono::month{6}, std::chrono::day{15}};

inline constexpr std::string_view svg = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>";

inline constexpr std::string_view front =
    "+++\ntitle = \"A title\"\nsummary = \"A summary\"\nsources = [\"A book\"]\nreview_due = 2091-01-31\n+++\n";
inline constexpr int front_lines = 6;

inline constexpr std::string_view manifest =
    "id = \"friends\"\ntitle = \"Friends\"\nsummary = \"About friends\"\nversion = \"1\"\nsource_language = \"en\"\n"
    "licence = \"CC-BY-SA-4.0\"\nauthors = [\"Somebody\"]\n";

/// `friends/` in a temporary folder, with a picture and a manifest, and `outside.txt` beside it.
class PackFolder {
  public:
    PackFolder() {
        write("pictures/a.svg", svg);
        write("pack.toml", manifest);
        root_.write("outside.txt", "not for packs");
        root_.write("outside.svg", svg);
    }

    [[nodiscard]] std::filesystem::path path() const { return root_.path() / "friends"; }
    std::filesystem::path write(std::string_view relative, std::string_view text) const {
        return root_.write(joined("friends/", relative), text);
    }
    void link(std::string_view relative, const std::filesystem::path& target) const {
        std::filesystem::create_directories((path() / relative).parent_path());
        std::filesystem::create_symlink(target, path() / relative);
    }
    /// Loads `messages/a.md` after writing `text` to it.
    std::optional<pack::Message> message(std::string_view text) {
        problems.clear();
        return pack::load_message(path(), write("messages/a.md", text), today, problems);
    }
    /// The same, with sound keys before it: line 1 of `body` is line front_lines + 1.
    std::optional<pack::Message> body(std::string_view text) { return message(joined(front, text)); }
    std::optional<pack::Pack> load() {
        problems.clear();
        return pack::load_pack(path(), today, problems);
    }

    base::Problems problems;

  private:
    TempFolder root_;
};

[[nodiscard]] inline std::string shown(const base::Problems& problems) {
    std::string out;
    for (const auto& problem : problems) out += problem.text() + "\n";
    return out;
}

[[nodiscard]] inline bool complains(const base::Problems& problems, base::Severity severity, int line,
                                    std::string_view part) {
    return std::ranges::any_of(problems, [&](const base::Problem& problem) {
        return problem.severity == severity && problem.line == line && problem.message.find(part) != std::string::npos;
    });
}

/// An error on that line with that in its message.
[[nodiscard]] inline bool refuses(const base::Problems& problems, int line, std::string_view part) {
    return complains(problems, base::Severity::error, line, part);
}

[[nodiscard]] inline bool warns(const base::Problems& problems, int line, std::string_view part) {
    return complains(problems, base::Severity::warning, line, part);
}

}  // namespace talkpoint::tests
