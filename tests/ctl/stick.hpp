// A kiosk with a folder that is a stick, and what the real program says of it.
#pragma once

#include "catch.hpp"
#include "kiosk.hpp"
#include "tables.hpp"
#include "team.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace talkpoint::tests {

struct KioskWithStick : Kiosk {
    explicit KioskWithStick(bool marked = true) {
        std::filesystem::create_directories(stick);
        if (marked) folder.write("media/.talkpoint-stick", "");
        folder.write("kiosk.toml", joined("[site]\nid = \"plymouth\"\nname = \"Plymouth hall\"\n[content]\n"
                                          "root = \"content\"\npacks = [\"safety\"]\n[survey]\noffered = [\"safe\"]\n"
                                          "[staff]\nsticks = [\"",
                                          stick.string(), "\"]\n"));
    }

    /// Some responses of one day, and sealed ones of the next: groups of their own, where they are enough.
    void keep_some(int open, int sealed) {
        auto kept = database();
        for (int i = 0; i < open; ++i) keep(kept, {{"sure", chosen("yes")}}, "safe", nullptr, "2026-11-22");
        for (int i = 0; i < sealed; ++i) keep(kept, {{"sure", chosen("no")}}, "safe", &team.public_key);
    }
    static constexpr int enough = 40, enough_sealed = 8;

    /// `take-away` on the day after both.
    [[nodiscard]] static std::vector<std::string> taking(std::vector<std::string> more = {}) {
        std::vector<std::string> words{"take-away", "--start", "2026-11-24T10:00"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

    /// Below what is called a folder of a mount that does not fail.
    std::filesystem::path stick = folder.path() / "media";
    Team team;
};

/// What a program prints with --json.
struct Said {
    Ran ran;
    nlohmann::json json;
};

inline Said with_json(Ran ran) {
    INFO(ran.err);
    INFO(ran.out);
    auto json = nlohmann::json::parse(ran.out, nullptr, false);
    CHECK(json.is_object());
    return {std::move(ran), std::move(json)};
}

/// The folders on the stick that somebody would take for an export.
inline std::vector<std::filesystem::path> exports_on(const std::filesystem::path& stick) {
    std::vector<std::filesystem::path> out;
    for (const auto& name : names_in(stick))
        if (name.starts_with("talkpoint-") && !name.ends_with(".part")) out.push_back(stick / name);
    return out;
}

/// As a person can find out elsewhere, by the program that everybody has: each file is as its sum says, and each file
/// but the list has a sum.
inline bool is_whole(const std::filesystem::path& exported) {
    const auto ran = run_program(
        {"/bin/sh", "-c", "cd \"$1\" && sha256sum --check --strict --quiet SHA256SUMS.txt", "sh", exported});
    if (ran.exit_code != 0) return false;
    const auto list = text_of(exported / "SHA256SUMS.txt");
    for (const auto& entry : std::filesystem::recursive_directory_iterator{exported}) {
        const auto name = std::filesystem::relative(entry.path(), exported).string();
        if (entry.is_regular_file() && name != "SHA256SUMS.txt" && list.find("  " + name + "\n") == std::string::npos)
            return false;
    }
    return true;
}

}  // namespace talkpoint::tests
