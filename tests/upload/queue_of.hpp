// A kiosk's queue on a real disk, and all that a pass needs beside it.
#pragma once

#include "fakes/odk_server.hpp"
#include "openrosa/form.hpp"
#include "openrosa/instance.hpp"
#include "openrosa/seal.hpp"
#include "store/samples.hpp"
#include "upload/freezing.hpp"
#include "upload/pass.hpp"
#include "upload/transports.hpp"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::tests {

/// The period of what was answered, and the one that has not ended yet.
inline constexpr const char* yesterday = "2026-11-23";
inline constexpr const char* this_day = "2026-11-24";

[[nodiscard]] inline survey::Survey survey_of(std::string id = "friends", std::string version = "2026.11") {
    survey::Survey survey;
    survey.id = std::move(id);
    survey.version = std::move(version);
    survey.title = "Friends";
    survey.language = "en";
    for (const char* name : {"first", "who"}) {
        survey::Question question;
        question.id = name;
        question.kind = std::string_view{name} == "who" ? survey::QuestionKind::choices : survey::QuestionKind::choice;
        question.text = "What would you do?";
        question.options = {{"tell", "Tell somebody", false}, {"ask", "Ask", false}, {"canary", "Wait", false}};
        survey.questions.push_back(std::move(question));
    }
    return survey;
}

/// The survey's form as a server has it: its version may say more than the survey's.
[[nodiscard]] inline OdkServer::Form form_of(survey::Survey survey, std::string version = {}, std::string_view key = {},
                                             std::vector<std::string> older = {}) {
    if (!version.empty()) survey.version = std::move(version);
    return {.id = survey.id,
            .version = survey.version,
            .xml = openrosa::write_form(std::span{&survey, 1}, key),
            .older = std::move(older)};
}

[[nodiscard]] inline survey::Response answers_to(const survey::Survey& survey, const std::string& option,
                                                 const std::string& period) {
    using survey::Answer;
    return {.survey = survey.id,
            .version = survey.version,
            .language = "en",
            .answers = {{"first", {Answer::Kind::chosen, {option}}}, {"who", {Answer::Kind::skipped, {}}}},
            .site = "north",
            .period = period};
}

struct Kiosk {
    TempFolder folder;
    base::Random random{7};
    store::Database database = opened(folder.path());
    upload::Settings settings;
    std::map<std::string, outbox::Record> made;  ///< by id, as they were finished

    explicit Kiosk(std::string base_url) {
        settings.base_url = std::move(base_url);
        settings.digest = "these settings";
        settings.surveys = {survey_of()};
    }

    struct Finish {
        survey::Survey survey = survey_of();
        std::string option = "tell";
        std::string period = yesterday;
        std::optional<upload::Making> making = {};  ///< else in the clear, for the survey's version
        std::string event = {};                     ///< before it
    };
    /// A finished response, in the queue. Its id.
    std::string finish(const Finish& how) {
        auto id = base::uuid_v4(random);
        auto response = answers_to(how.survey, how.option, how.period);
        response.event = how.event;
        if (!how.event.empty()) response.phase = "before";
        const auto record =
            upload::freeze(response, id, how.survey, how.making.value_or(upload::Making{how.survey.version, {}}));
        REQUIRE(record);
        submit(database, *record);
        made[id] = *record;
        return id;
    }
    std::string finish() { return finish(Finish{}); }
    void finish(int times) {
        for (int i = 0; i < times; ++i) (void)finish();
    }

    [[nodiscard]] upload::Report pass(upload::Transport& transport, const std::atomic<bool>& stop = go_on,
                                      bool even_if_refused = false) {
        return upload::run_pass(database, transport, settings, this_day, random, stop, even_if_refused);
    }
    /// One over the network.
    [[nodiscard]] upload::Report pass(bool even_if_refused = false) {
        return pass(*transport_with(), go_on, even_if_refused);
    }

    [[nodiscard]] std::size_t kept() { return ids_in(database).size(); }
    [[nodiscard]] outbox::Counts counts() {
        auto counts = database.counts();
        REQUIRE(counts);
        return std::move(*counts);
    }
};

/// What was sent of each response, all its parts as one: nothing may ever be sent twice with other bytes.
[[nodiscard]] inline std::map<std::string, std::set<std::string>> offered(const OdkServer& server) {
    std::map<std::string, std::set<std::string>> bytes;
    for (const auto& post : server.posts()) {
        std::string all;
        for (const auto& [name, part] : post.parts) all += name + "\n" + part + "\n";
        bytes[post.instance_id].insert(all);
    }
    return bytes;
}

/// Every response that was made is on the server or in the queue, those that are on it are whole and as they were first
/// offered, and nothing else is there.
inline void check_nothing_lost(const OdkServer& server, Kiosk& kiosk) {
    const auto arrived = server.submissions();
    const auto kept = ids_in(kiosk.database);
    for (const auto& [id, record] : kiosk.made) {
        const bool there = arrived.contains(openrosa::instance_id(id));
        CHECK((there || kept.contains(id)));
    }
    for (const auto& [id, submission] : arrived) {
        INFO(id);
        CHECK(kiosk.made.contains(id.substr(5)));
        const bool sealed = submission.xml.find("encrypted=\"yes\"") != std::string::npos;
        CHECK(submission.attachments.contains("submission.xml.enc") == sealed);
    }
    for (const auto& [id, bytes] : offered(server)) CHECK(bytes.size() == 1);
    CHECK(server.most_posts_at_once() <= 1);
}

/// The same, and nothing is left here but what was parked.
inline void check_all_arrived(const OdkServer& server, Kiosk& kiosk, std::size_t but = 0) {
    check_nothing_lost(server, kiosk);
    CHECK(server.submissions().size() == kiosk.made.size() - but);
    CHECK(kiosk.kept() == but);
    CHECK(kiosk.counts().sent == static_cast<std::int64_t>(kiosk.made.size() - but));
}

}  // namespace talkpoint::tests
