// What is sealed shows nothing, not even how much there is of it; and what never left can be sealed late.
#include "upload/freezing.hpp"
#include "catch.hpp"
#include "central.hpp"
#include "openrosa/keys.hpp"
#include "outbox/tallies.hpp"
#include "queue_of.hpp"

#include <set>

using namespace talkpoint;
using namespace talkpoint::tests;
using outbox::PassEnd;

TEST_CASE("sealed responses of a survey have one length, whatever was answered") {
    const auto survey = survey_of();
    std::set<std::size_t> lengths;
    for (const std::string option : {"a", "tell", "a-very-long-option-that-nobody-would-write-but-somebody-might"}) {
        const auto record = upload::freeze(answers_to(survey, option, this_day), "1b4e28ba-2fa1-4d2b-883f-0016d3cca427",
                                           survey, upload::Making{survey.version, public_key()});
        REQUIRE(record);
        lengths.insert(record->attachment.size());
        const auto opened = openrosa::unseal(record->body, record->attachment, private_key());
        REQUIRE(opened);
        const auto instance = openrosa::read_instance(*opened);
        REQUIRE(instance);
        CHECK(instance->response.answers.at("first").options == std::vector<std::string>{option});
    }
    CHECK(lengths.size() == 1);
}

TEST_CASE(
    "only the one that was on its way counts as offered; the others are sealed when the form turns out encrypted") {
    Central server;
    Kiosk kiosk{server.url};
    kiosk.finish(8);
    server.answer = [](const Central::Sent&) { return std::unexpected(upload::Fault{"the network is gone"}); };
    CHECK(kiosk.pass(server).end == PassEnd::later);
    server.answer = nullptr;
    server.forms = {{"friends", form_of(survey_of(), "2026.11[encrypted:k]", public_key().base64()).xml}};
    CHECK(kiosk.pass(server).end == PassEnd::done);
    CHECK(server.kept.size() == 7);
    CHECK(kiosk.counts().parked == 1);
    for (const auto& [id, bytes] : server.kept) CHECK(bytes.find("encrypted=\"yes\"") != std::string::npos);
}

TEST_CASE("sealing late takes the counts of what was answered with it, and leaves how many answered") {
    Central server;
    server.forms = {{"friends", form_of(survey_of(), "2026.11[encrypted:k]", public_key().base64()).xml}};
    Kiosk kiosk{server.url};
    const auto survey = survey_of();
    const auto response = answers_to(survey, "canary", yesterday);
    const auto record = upload::freeze(response, "1b4e28ba-2fa1-4d2b-883f-0016d3cca427", survey, {survey.version, {}});
    REQUIRE(record);
    submit(kiosk.database, *record, outbox::tallies_of(response, survey));
    CHECK(counted(kiosk.database).size() > 1);
    CHECK(kiosk.pass(server).end == PassEnd::done);
    const auto left = counted(kiosk.database);
    REQUIRE(left.size() == 1);
    CHECK(left.front().first.option == outbox::finished_count);
    CHECK(bytes_of(kiosk.folder.path() / "responses.db").find("canary") == std::string::npos);
}
