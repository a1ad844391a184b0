// A kiosk on disk to point talkpointctl at: configuration, one pack, one survey, a state directory.
#pragma once

#include "base/random.hpp"
#include "catch.hpp"
#include "openrosa/instance.hpp"
#include "openrosa/seal.hpp"
#include "run_program.hpp"
#include "store/database.hpp"
#include "support.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace talkpoint::tests {

inline constexpr const char* a_message = R"(+++
title = "Say no"
summary = "You may say no"
audiences = ["adult"]
sources = ["https://example.org"]
review_due = 2099-01-01
+++
You may say no.
)";

inline constexpr const char* a_survey_file = R"(id = "safe"
version = "2"
title = "What is safe?"
intro = "Why we ask"
audiences = ["adult"]
[[question]]
id = "who"
kind = "choices"
text = "Whom would you tell, and =how?"
options = [ { id = "friend", text = "A friend, or two" }, { id = "nobody", text = "-nobody-" } ]
correct = ["friend"]
explain = "Tell somebody"
outcome = "act"
[[question]]
id = "sure"
kind = "choice"
text = "Are you sure?"
options = [ { id = "yes", text = "Yes" }, { id = "no", text = "No" } ]
)";

using Answers = std::map<std::string, survey::Answer>;
/// As in `{{"who", chosen("friend")}}`.
template <class... Options>
survey::Answer chosen(Options... options) {
    return {survey::Answer::Kind::chosen, {options...}};
}
inline const survey::Answer skipped{survey::Answer::Kind::skipped, {}};

class Kiosk {
  public:
    Kiosk() {
        folder.write("kiosk.toml",
                     "[content]\nroot = \"content\"\npacks = [\"safety\"]\n[survey]\noffered = [\"safe\"]\n");
        folder.write(
            "content/safety/pack.toml",
            "id = \"safety\"\ntitle = \"Safety\"\nsummary = \"Being safe\"\nversion = \"1\"\nsource_language = \"en\"\n"
            "licence = \"CC0-1.0\"\nauthors = [\"us\"]\n");
        folder.write("content/safety/messages/say-no.md", a_message);
        folder.write("content/safety/surveys/safe.toml", a_survey_file);
        folder.write("content/safety/help.toml",
                     "[[line]]\nid = \"emergency\"\nname = \"Police\"\nfor = \"In danger now\"\nphone = \"999\"\n"
                     "emergency = true\n");
    }

    /// Runs talkpointctl with the kiosk's --config and --state after the words given.
    [[nodiscard]] Ran ctl(std::vector<std::string> words) const {
        words.insert(words.end(), {"--config", config(), "--state", state().string()});
        return bare(words);
    }
    /// Without --config and --state.
    [[nodiscard]] static Ran bare(const std::vector<std::string>& words) {
        return with_assets(TALKPOINT_SOURCE "/assets", words);
    }

    /// The same, where the interface's words and pictures are in that folder.
    [[nodiscard]] static Ran with_assets(const std::filesystem::path& assets, const std::vector<std::string>& words) {
        std::vector<std::string> command{TALKPOINT_BIN "/talkpointctl"};
        command.insert(command.end(), words.begin(), words.end());
        return run_program(std::move(command), {"TALKPOINT_ASSETS=" + assets.string()});
    }

    [[nodiscard]] std::string config() const { return folder.path() / "kiosk.toml"; }
    [[nodiscard]] std::filesystem::path state() const { return folder.path() / "state"; }
    [[nodiscard]] store::Database database() const {
        std::filesystem::create_directories(state());
        auto database = store::Database::open(
            state(), base::Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}});
        REQUIRE(database);
        return std::move(*database);
    }
    /// Keeps one response of version 2, sealed if there is a key; returns its id.
    std::string keep(store::Database& database, const Answers& answers, const std::string& survey = "safe",
                     const openrosa::PublicKey* key = nullptr, const std::string& period = "2026-11-23",
                     const std::string& event = "") {
        const survey::Response response{.survey = survey,
                                        .version = "2",
                                        .language = "en",
                                        .answers = answers,
                                        .site = "plymouth",
                                        .period = period,
                                        .audience = "adult",
                                        .event = event};
        const auto id = base::uuid_v4(random_);
        const auto body = openrosa::write_instance(response, id, "2", nullptr);
        REQUIRE(body);
        openrosa::Sealed kept{*body, ""};
        if (key) kept = openrosa::seal(*body, {survey, "2", openrosa::instance_id(id)}, *key).value();
        REQUIRE(database.submit({id, survey, "2", period, kept.manifest, kept.attachment},
                                {{survey, "", "finished", period, event}, {survey, "who", "friend", period, event}}));
        return id;
    }

    TempFolder folder;

  private:
    base::Random random_{7};
};

inline std::string text_of(const std::filesystem::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream{file, std::ios::binary}.rdbuf();
    return std::move(bytes).str();
}

/// Is there a line of standard error that begins and ends so?
inline bool says(const Ran& ran, const std::string& beginning, const std::string& part) {
    std::istringstream lines{ran.err};
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with(beginning) && line.find(part) != std::string::npos) return true;
    return false;
}

}  // namespace talkpoint::tests
