// A kiosk whose staff know the PIN, and what they do in their area, as steps of a tour.
#pragma once

#include "catch.hpp"
#include "kiosk_runs.hpp"
#include "staff/acts.hpp"
#include "staff/document.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::tests {

struct StaffKiosk : TestKiosk {
    static constexpr std::string_view pin = "274951";

    /// `staff`: more lines of the table `[staff]`; `content`: of `[content]`.
    explicit StaffKiosk(std::string_view staff = "", std::string_view content = "") {
        size = "1920x1080";
        std::filesystem::create_directory(path("stick"));
        write("stick/.talkpoint-stick", "");
        config = write(
            "kiosk.toml",
            joined("[site]\nid = \"test-site\"\n[content]\nroot = \"content\"\npacks = [\"small\"]\n", content,
                   "[survey]\noffered = [\"kinds\"]\n[staff]\nsticks = [\"", path("stick").string(), "\"]\n", staff));
        std::filesystem::create_directory(path("state"));
        const auto ran = ctl({"pin", "--pin-file", write("pin", pin)});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
    }

    /// A tour that must come to its end.
    void go(std::string_view script, std::vector<std::string> env = {}) const {
        const auto ran = tour(script, {}, std::move(env));
        INFO(script);
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
    }

    /// What staff did, the oldest first.
    [[nodiscard]] std::vector<staff::Deed> deeds() const {
        auto found = staff::read_deeds(staff::folder_in(path("state")), 100);
        REQUIRE(found);
        std::ranges::reverse(*found);
        return *found;
    }
    [[nodiscard]] std::vector<staff::Act> acts() const {
        std::vector<staff::Act> out;
        for (const auto& deed : deeds()) out.push_back(deed.act);
        return out;
    }
    [[nodiscard]] nlohmann::json status() const {
        const auto ran = ctl({"status"});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return nlohmann::json::parse(ran.out);
    }
};

/// Keys on the screen; `<` rubs out.
[[nodiscard]] inline std::string keys(std::string_view typed) {
    std::string script;
    for (const char key : typed)
        script += joined("tap \"#key.", key == '<' ? "rub-out" : std::string_view{&key, 1}, "\"\n");
    return script;
}
inline const std::string hold_corner = "hold 20 20 3100ms\n";
[[nodiscard]] inline std::string try_pin(std::string_view pin) { return keys(pin) + "tap \"Open\"\n"; }
inline const std::string come_in = hold_corner + "on staff.pin\n" + try_pin(StaffKiosk::pin) + "on staff.today\n";
inline const std::string leave = "tap \"Leave\"\n";

/// One person, who answers one question and skips the others.
inline const std::string answers =
    "tap \"Start\"\ntap \"Apple\"\ntap \"Continue\"\ntap \"Skip this question\"\n"
    "tap \"Skip this question\"\ntap \"Skip this question\"\non survey.thanks\n";
inline const std::string visit = "on attract\ntouch 900 900\ntap \"Every kind\"\n" + answers + "tap \"Finish\"\n";

[[nodiscard]] inline std::string words_on(const nlohmann::json& dump) {
    std::string out;
    for (const auto& node : dump.at("nodes")) out += node.at("name").get<std::string>() + "\n";
    return out;
}

}  // namespace talkpoint::tests
