// The house keeps its levels, its fences and its size: read from the sources themselves.
#include "catch.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;
using namespace talkpoint;

namespace {

const std::map<std::string, int, std::less<>> levels = {
    {"base", 0},  {"pack", 1},     {"survey", 1}, {"playback", 1}, {"config", 2}, {"outbox", 2},
    {"visit", 2}, {"openrosa", 2}, {"staff", 2},  {"bundle", 2},   {"store", 3},  {"upload", 3},
    {"media", 3}, {"print", 3},    {"ui", 3},     {"platform", 3}, {"shell", 4},  {"ctl", 4}};

/// Who may include a library's headers: by the beginning of the header's name, the places by the beginning of their
/// path.
struct Fence {
    std::string header;
    std::vector<std::string> places;
};
const std::vector<Fence> fences = {{"sqlite3", {"store/"}},
                                   {"SDL", {"platform/"}},
                                   {"epoxy", {"platform/"}},
                                   {"GL/", {"platform/"}},
                                   {"imgui", {"ui/", "platform/"}},
                                   {"pango", {"ui/text.", "ui/text_", "print/prompt_card."}},
                                   {"fontconfig", {"ui/text.", "ui/text_"}},
                                   {"ft2build", {"ui/text_drawing."}},
                                   {"cairo", {"ui/text.", "ui/text_", "media/", "print/prompt_card."}},
                                   {"qrencode", {"print/qr_code."}},
                                   {"librsvg", {"media/"}},
                                   {"espeak-ng/", {"media/espeak_library."}},
                                   {"mpv/", {"media/mpv_library."}},
                                   {"linux/input", {"platform/headphones."}},
                                   {"systemd/", {"platform/service_manager."}},
                                   {"X11/", {"platform/display_power."}},
                                   {"pugixml", {"media/", "openrosa/"}},
                                   {"openssl", {"openrosa/", "base/"}},
                                   {"curl", {"upload/curl_transport."}}};

struct Include {
    std::string named;
    bool ours = false;  ///< in quotation marks
    int line = 0;
};

const fs::path root = TALKPOINT_SOURCE;

std::string text_of(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::vector<Include> includes_of(std::string_view text) {
    std::vector<Include> out;
    int number = 0;
    for (const auto raw : base::lines_of(text)) {
        ++number;
        auto line = base::trim(raw);
        if (!line.starts_with('#')) continue;
        line = base::trim(line.substr(1));
        if (!line.starts_with("include")) continue;
        line = base::trim(line.substr(7));
        if (line.size() < 2) continue;
        const auto end = line.find(line[0] == '<' ? '>' : '"', 1);
        out.push_back({std::string{line.substr(1, end - 1)}, line[0] == '"', number});
    }
    return out;
}

/// What is wrong with the includes of one file; `path` is relative to app/.
std::vector<std::string> faults_of(const std::string& path, std::string_view text) {
    std::vector<std::string> faults;
    const auto fault = [&](const Include& include, const std::string& why) {
        faults.push_back("app/" + path + ":" + std::to_string(include.line) + ": " + include.named + " " + why);
    };
    const std::string folder = path.substr(0, path.find('/'));
    const auto own = path.find('/') == std::string::npos ? levels.end() : levels.find(folder);
    if (own == levels.end() && path.find('/') != std::string::npos)
        faults.push_back("app/" + path + ": its folder has no level");
    for (const auto& include : includes_of(text)) {
        for (const auto& fence : fences) {
            if (!include.named.starts_with(fence.header)) continue;
            if (std::ranges::none_of(fence.places, [&](const auto& place) { return path.starts_with(place); }))
                fault(include, "is fenced: only in " + base::join(fence.places, ", "));
        }
        if (!include.ours) continue;
        const auto other = levels.find(include.named.substr(0, include.named.find('/')));
        if (other == levels.end()) {
            fault(include, "is not in a folder of app/");
        } else if (own != levels.end() && other->first != own->first && other->second >= own->second) {
            fault(include, other->second > own->second ? "is on a higher level" : "is a sibling on the same level");
        }
    }
    return faults;
}

std::vector<fs::path> sources_below(const std::string& folder) {
    std::vector<fs::path> out;
    for (const auto& entry : fs::recursive_directory_iterator{root / folder}) {
        const auto extension = entry.path().extension();
        if (entry.is_regular_file() && (extension == ".cpp" || extension == ".hpp")) out.push_back(entry.path());
    }
    std::ranges::sort(out);
    return out;
}

std::string list(const std::vector<std::string>& faults) { return "\n" + base::join(faults, "\n"); }

}  // namespace

TEST_CASE("levels: a folder includes only from lower ones, and each library stays behind its fence", "[house]") {
    std::vector<std::string> faults;
    const auto sources = sources_below("app");
    REQUIRE(sources.size() > 50);
    for (const auto& file : sources) {
        const auto found = faults_of(fs::relative(file, root / "app").generic_string(), text_of(file));
        faults.insert(faults.end(), found.begin(), found.end());
    }
    INFO(list(faults));
    CHECK(faults.empty());
}

TEST_CASE("levels: the check sees what it is there to see", "[house]") {
    CHECK(faults_of("visit/visit.cpp", "#include \"visit/visit.hpp\"\n#include \"survey/session.hpp\"\n").empty());
    CHECK(faults_of("talkpoint.cpp", "#include \"shell/run.hpp\"\n").empty());
    CHECK(faults_of("visit/visit.cpp", "#include \"ui/scene.hpp\"\n").size() == 1);
    CHECK(faults_of("survey/survey.cpp", "#include \"pack/pack.hpp\"\n").size() == 1);
    CHECK(faults_of("survey/survey.cpp", "\n #  include \"session.hpp\"\n") ==
          std::vector<std::string>{"app/survey/survey.cpp:2: session.hpp is not in a folder of app/"});
    CHECK(faults_of("extra/thing.cpp", "").size() == 1);
    CHECK(faults_of("shell/kiosk.cpp", "#include <sqlite3.h>\n").size() == 1);
    CHECK(faults_of("store/sqlite.cpp", "#include <sqlite3.h>\n").empty());
    CHECK(faults_of("ui/widgets.cpp", "#include <pango/pangocairo.h>\n").size() == 1);
    CHECK(faults_of("ui/text_layout.cpp", "#include <pango/pangocairo.h>\n").empty());
    CHECK(faults_of("ui/scene.cpp", "#include <SDL2/SDL.h>\n#include <epoxy/gl.h>\n").size() == 2);
}

TEST_CASE("levels: every folder says what lives in it", "[house]") {
    std::vector<std::string> missing;
    if (!fs::exists(root / "app/README.md")) missing.emplace_back("app/README.md");
    for (const auto& entry : fs::directory_iterator{root / "app"})
        if (entry.is_directory() && !fs::exists(entry.path() / "README.md"))
            missing.push_back("app/" + entry.path().filename().string() + "/README.md");
    std::ranges::sort(missing);
    INFO(list(missing));
    CHECK(missing.empty());
}

TEST_CASE("levels: no file is too long to be read at once", "[house]") {
    std::vector<std::string> faults;
    const auto measure = [&](const fs::path& file, std::ptrdiff_t most) {
        const std::string text = text_of(file);
        const auto lines = std::ranges::count(text, '\n');
        if (lines > most)
            faults.push_back(fs::relative(file, root).generic_string() + ": " + std::to_string(lines) +
                             " lines; at most " + std::to_string(most));
    };
    for (const std::string folder : {"app", "tests"})
        for (const auto& file : sources_below(folder)) measure(file, file.parent_path() == root / "app" ? 60 : 400);
    INFO(list(faults));
    CHECK(faults.empty());
}
