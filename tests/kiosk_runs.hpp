// A kiosk of a test's own, and runs of the real program on it.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "run_program.hpp"
#include "running_program.hpp"
#include "support.hpp"

namespace talkpoint::tests {

inline constexpr std::string_view small_pack = R"(id = "small"
title = "Small pack"
summary = "What a test needs."
version = "1"
source_language = "en"
licence = "CC0-1.0"
authors = ["Tests"]
)";

inline constexpr std::string_view only_message = R"(+++
title = "The only message"
summary = "There is no other."
audiences = ["adult"]
attract = true
sources = ["Nobody"]
review_due = 2099-01-01
+++
# First page

Some words.

---

# Second page

More words.
)";

/// One question of each kind, in this order, with options in this order.
inline constexpr std::string_view every_kind = R"(id = "kinds"
version = "1"
title = "Every kind"
intro = "One question of each kind."
audiences = ["adult"]
feedback = "none"

[[question]]
id = "one"
kind = "choice"
text = "Which one?"
shuffle = false
options = [{ id = "a", text = "Apple" }, { id = "b", text = "Bread, \"fresh\"" }, { id = "c", text = "=1+1" }]

[[question]]
id = "some"
kind = "choices"
text = "Which ones?"
shuffle = false
options = [{ id = "a", text = "Apple" }, { id = "b", text = "Bread" }, { id = "c", text = "Cheese" }]

[[question]]
id = "much"
kind = "scale"
text = "How much?"
about_you = true
shuffle = false
options = [{ id = "little", text = "A little" }, { id = "half", text = "Half" }, { id = "lots", text = "A lot" }]

[[question]]
id = "steps"
kind = "sort"
text = "In which order?"
shuffle = false
options = [{ id = "x", text = "Shoes" }, { id = "y", text = "Socks" }, { id = "z", text = "Door" }]
)";

/// A folder with kiosk.toml, one pack of one message and one survey, and places for a state and for shots.
struct TestKiosk {
    std::filesystem::path config;
    std::string size = "640x640";
    std::string seed = "1";
    std::string starts_at = "2026-11-23T10:00";

    TestKiosk() {
        write("content/small/pack.toml", small_pack);
        write("content/small/messages/only.md", only_message);
        write("content/small/surveys/kinds.toml", every_kind);
        config = write("kiosk.toml",
                       "[site]\nid = \"test-site\"\n[content]\nroot = \"content\"\npacks = "
                       "[\"small\"]\n[survey]\noffered = [\"kinds\"]\n");
    }

    std::filesystem::path write(std::string_view relative, std::string_view text) const {
        return folder_.write(relative, text);
    }
    [[nodiscard]] std::filesystem::path path(std::string_view relative) const { return folder_.path() / relative; }

    /// The command line of a kiosk without a display.
    [[nodiscard]] std::vector<std::string> command(const std::vector<std::string>& more = {}) const {
        std::vector<std::string> argv{
            TALKPOINT_BIN "/talkpoint", "--config", config, "--headless", size, "--state", path("state")};
        argv.insert(argv.end(), more.begin(), more.end());
        return argv;
    }
    /// The same, driven by `script`.
    [[nodiscard]] std::vector<std::string> tour_command(std::string_view script,
                                                        const std::vector<std::string>& more = {}) const {
        auto argv = command(
            {"--tour", write("script.tour", script), "--shots", path("shots"), "--start", starts_at, "--seed", seed});
        argv.insert(argv.end(), more.begin(), more.end());
        return argv;
    }
    [[nodiscard]] Ran tour(std::string_view script, const std::vector<std::string>& more = {},
                           std::vector<std::string> env = {}) const {
        return run_program(tour_command(script, more), std::move(env));
    }
    [[nodiscard]] Ran ctl(std::vector<std::string> argv) const {
        argv.insert(argv.begin(), TALKPOINT_BIN "/talkpointctl");
        argv.insert(argv.end(), {"--config", config, "--state", path("state")});
        return run_program(std::move(argv));
    }

    /// The dump that a tour took under that name; null if there is none.
    [[nodiscard]] nlohmann::json dump(std::string_view name) const {
        return nlohmann::json::parse(contents_of(path("shots") / (std::string{name} + ".json")), nullptr, false);
    }

  private:
    TempFolder folder_;
};

/// The node of that id, or null.
[[nodiscard]] inline nlohmann::json node_of(const nlohmann::json& dump, std::string_view id) {
    for (const auto& node : dump.at("nodes"))
        if (node.at("id") == id) return node;
    return nullptr;
}

/// Is there something of that name to be touched?
[[nodiscard]] inline bool offers(const nlohmann::json& dump, std::string_view name) {
    for (const auto& node : dump.at("nodes"))
        if (node.at("name") == name && node.at("action") == true) return true;
    return false;
}

[[nodiscard]] inline std::vector<std::string> lines_in(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

}  // namespace talkpoint::tests
