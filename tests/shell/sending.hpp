// A kiosk that sends to a server of the test's own, and what the tests of sending look at afterwards.
#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "fakes/odk_server.hpp"
#include "kiosk_runs.hpp"
#include "openrosa/form.hpp"
#include "openrosa/instance.hpp"

namespace talkpoint::tests {

/// A survey whose ids stand nowhere by chance.
inline constexpr std::string_view canary_survey = R"(id = "kinds"
version = "1"
title = "Every kind"
intro = "One question of each kind."
audiences = ["adult"]
feedback = "none"

[[question]]
id = "pelican"
kind = "choice"
text = "Which one?"
shuffle = false
options = [{ id = "zanzibar", text = "Apple" }, { id = "quokka", text = "Bread" }, { id = "axolotl", text = "Cheese" }]

[[question]]
id = "walrus"
kind = "choices"
text = "Which ones?"
shuffle = false
options = [{ id = "tuatara", text = "Ham" }, { id = "okapi", text = "Jam" }, { id = "numbat", text = "Lamb" }]

[[question]]
id = "ocelot"
kind = "sort"
text = "In which order?"
shuffle = false
options = [{ id = "wombat", text = "Shoes" }, { id = "kakapo", text = "Socks" }, { id = "dugong", text = "Door" }]
)";

/// As TestKiosk, with [upload] and [privacy]. After a change of a member: configure().
struct SendingKiosk : TestKiosk {
    std::string base_url;
    std::string more_of_upload;  ///< lines of their own
    std::string period = "day";
    int batch_min = 1;

    explicit SendingKiosk(std::string url) : base_url(std::move(url)) {
        keep_secret("token", "secret-token");
        configure();
    }
    void configure() {
        write("kiosk.toml", fmt::format(R"([site]
id = "test-site"
[content]
root = "content"
packs = ["small"]
[survey]
offered = ["kinds"]
[privacy]
period = "{}"
batch_min = {}
[upload]
base_url = "{}"
token_file = "token"
{})",
                                        period, batch_min, base_url, more_of_upload));
    }
    /// A tour without a server: what it leaves waits.
    void keep(std::string_view script) {
        const auto url = std::exchange(base_url, "");
        configure();
        const auto ran = tour(script);
        base_url = url;
        configure();
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
    }
    /// A file that its owner alone may read.
    std::filesystem::path keep_secret(std::string_view name, std::string_view bytes) const {
        auto file = write(name, bytes);
        namespace fs = std::filesystem;
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
        return file;
    }
    /// A tour that begins on that day and at that time.
    [[nodiscard]] Ran tour_at(std::string_view start, std::string_view script) const {
        auto argv = command({"--tour", write("script.tour", script), "--shots", path("shots"), "--start",
                             std::string{start}, "--seed", seed});
        return run_program(argv);
    }
    [[nodiscard]] nlohmann::json status() const {
        const auto ran = ctl({"status"});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return nlohmann::json::parse(ran.out);
    }
    /// One pass now, which must be possible.
    [[nodiscard]] nlohmann::json upload(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"upload", "--json"});
        const auto ran = ctl(more);
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return nlohmann::json::parse(ran.out);
    }
    /// The form of the survey as this kiosk would publish it.
    [[nodiscard]] std::string form() const {
        const auto ran = ctl({"xform", "kinds"});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return ran.out;
    }
};

/// A tour that ends where it must not.
inline void check_done(const Ran& ran) {
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
}

namespace steps {
inline const std::string begin = "on attract\ntouch 1 1\ntap \"Every kind\"\ntap \"Start\"\n";
inline const std::string next = "tap \"Continue\"\n";
inline const std::string skip = "tap \"Skip this question\"\n";
inline const std::string end = "on survey.thanks\ntap \"Finish\"\n";
/// Back to the picture for the whole room, where the next visit begins.
inline const std::string leave = "wait 2m\n";
/// Longer than from one pass to the next but one.
inline const std::string pass = "wait 20m\n";

/// A whole visit: `choice` of the first question, the others skipped.
inline std::string short_visit(std::string_view choice) {
    return begin + "tap \"#option." + std::string{choice} + "\"\n" + next + skip + skip + skip + end + leave;
}
}  // namespace steps

/// The only submission that the server has.
inline OdkServer::Submission only_submission(const OdkServer& server) {
    const auto all = server.submissions();
    REQUIRE(all.size() == 1);
    return all.begin()->second;
}

/// As the values of the questions stand in an instance: `one=a`, a line each.
inline std::string answers_in(std::string_view instance) {
    const auto read = openrosa::read_instance(instance);
    REQUIRE(read);
    std::string out;
    for (const auto& [question, answer] : read->response.answers) {
        out += question + "=";
        if (answer.kind == survey::Answer::Kind::skipped) out += "skipped";
        if (answer.kind == survey::Answer::Kind::not_saying) out += "not saying";
        for (const auto& option : answer.options) out += option + " ";
        out += "\n";
    }
    return out;
}

/// Every file below `folder` whose bytes hold one of `words`, and which.
inline std::vector<std::string> files_with(const std::filesystem::path& folder, const std::vector<std::string>& words) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const auto bytes = contents_of(entry.path());
        for (const auto& word : words)
            if (bytes.find(word) != std::string::npos) found.push_back(entry.path().string() + ": " + word);
    }
    return found;
}

}  // namespace talkpoint::tests
