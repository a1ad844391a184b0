#include "staff/checklist.hpp"
#include "catch.hpp"
#include "staff/document.hpp"
#include "support.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::tests;
using base::ErrorKind;
using Catch::Matchers::ContainsSubstring;
using staff::Item;
using staff::Standing;

namespace {

const auto now = base::parse_local_time("2026-11-23T10:00").value();
const auto today = base::date_of(now);
constexpr std::size_t own_items = 5;  // beside the help lines

pack::HelpLine line(std::string id, std::string phone = "0800 1111") {
    pack::HelpLine line;
    line.name = line.id = std::move(id);
    line.phone = std::move(phone);
    return line;
}

struct Kiosk {
    TempFolder state;
    std::filesystem::path folder = staff::folder_in(state.path());

    [[nodiscard]] staff::Confirmed confirmed() const { return staff::read_confirmed(folder).value(); }
    [[nodiscard]] std::vector<staff::ListItem> open(const std::vector<pack::HelpLine>& lines,
                                                    base::Date day = today) const {
        return staff::open_items(confirmed(), lines, day);
    }
    void confirm_own_items() const {
        for (const auto item : {Item::safeguarding_lead, Item::languages, Item::volume, Item::touch, Item::rehearsal})
            REQUIRE(staff::confirm(folder, item, "ab", now));
    }
};

}  // namespace

TEST_CASE("checklist: everything is to do at first, and nothing after each was confirmed", "[staff]") {
    const Kiosk kiosk;
    const std::vector<pack::HelpLine> lines = {line("charity"), line("council", "")};
    auto open = kiosk.open(lines);  // the council's number is still to be filled in: nobody can call it
    REQUIRE(open.size() == own_items + 1);
    CHECK(std::ranges::all_of(open, [](const auto& item) { return item.standing == Standing::to_do; }));
    for (const auto& item : open) CHECK(item.to_do.size() > item.title.size());
    CHECK_THAT(open.back().to_do, ContainsSubstring("0800 1111"));
    CHECK_FALSE(staff::is_complete(open));

    kiosk.confirm_own_items();
    CHECK(kiosk.open(lines).size() == 1);
    REQUIRE(staff::confirm(kiosk.folder, lines[0], " xyz ", now));
    CHECK(kiosk.open(lines).empty());
    CHECK(staff::is_complete(staff::checklist(kiosk.confirmed(), lines, today)));
    const auto all = staff::checklist(kiosk.confirmed(), lines, today);
    CHECK(all.front().confirmed == staff::Confirmation{today, "AB"});
    CHECK(all.back().confirmed == staff::Confirmation{today, "XYZ"});
}

TEST_CASE("checklist: a safeguarding lead without a number stays to be seen to, and keeps no kiosk closed", "[staff]") {
    const Kiosk kiosk;
    kiosk.confirm_own_items();
    auto lead = line("centre-safeguarding-lead", "");
    const auto open = kiosk.open({lead});
    REQUIRE(open.size() == 1);
    CHECK(open[0].item == Item::safeguarding_lead);
    CHECK(open[0].no_number);
    CHECK(open[0].standing == Standing::done);
    CHECK(staff::is_complete(staff::checklist(kiosk.confirmed(), {lead}, today)));
    lead.phone = "01752 0";
    CHECK(kiosk.open({lead}).size() == 1);  // to be called, as every line
    CHECK_FALSE(staff::checklist(kiosk.confirmed(), {lead}, today).front().no_number);
    CHECK(kiosk.open({}).empty());
}

TEST_CASE("checklist: a help line falls due again after 90 days, or with another number", "[staff]") {
    const Kiosk kiosk;
    kiosk.confirm_own_items();
    REQUIRE(staff::confirm(kiosk.folder, line("charity"), "AB", now));
    const auto after = [](int days) { return base::Date{std::chrono::sys_days{today} + std::chrono::days{days}}; };
    CHECK(kiosk.open({line("charity")}, after(90)).empty());
    const auto open = kiosk.open({line("charity")}, after(91));
    REQUIRE(open.size() == 1);
    CHECK(open[0].standing == Standing::overdue);
    CHECK(open[0].confirmed == staff::Confirmation{today, "AB"});
    CHECK(kiosk.open({line("charity", "0800 1112")}).front().standing == Standing::to_do);
    CHECK(kiosk.open({line("other")}).front().standing == Standing::to_do);
}

TEST_CASE("checklist: what its file says was checked, and emergency numbers, need no call", "[staff]") {
    const Kiosk kiosk;
    kiosk.confirm_own_items();
    auto checked = line("charity"), police = line("police", "999");
    checked.checked_on = today;
    police.emergency = true;
    CHECK(kiosk.open({checked, police}).empty());
    const auto all = staff::checklist(kiosk.confirmed(), {checked, police}, today);
    REQUIRE(all.size() == own_items + 1);
    CHECK(all.back().confirmed == staff::Confirmation{today, ""});
}

TEST_CASE("checklist: a number that is wrong goes at once, and staff are told until it is right", "[staff]") {
    const Kiosk kiosk;
    kiosk.confirm_own_items();
    auto charity = line("charity");
    charity.checked_on = today;
    // A clock that forgot, and nobody's initials, must not keep it on the screen.
    REQUIRE(staff::withdraw(kiosk.folder, charity, "", base::parse_local_time("1970-01-01T00:00").value()));
    const auto checks = kiosk.confirmed().checks();
    auto applied = charity;
    pack::apply(checks, today, applied);
    CHECK(pack::freshness_of(applied, today) == pack::Freshness::wrong);
    const auto open = kiosk.open({charity});
    REQUIRE(open.size() == 1);
    CHECK(open[0].standing == Standing::wrong);
    CHECK(staff::is_complete(open));  // it is not shown, so the kiosk may open

    REQUIRE(staff::confirm(kiosk.folder, charity, "AB", now));
    CHECK(kiosk.open({charity}).empty());
    CHECK(kiosk.confirmed().help.size() == 1);
}

TEST_CASE("checklist: who and when is part of a confirmation", "[staff]") {
    const Kiosk kiosk;
    for (const auto* initials : {"", "a", "abcd", "a1", "a b", "é!", "\xff\xff"}) {
        INFO(initials);
        CHECK(staff::confirm(kiosk.folder, Item::volume, initials, now).error().kind == ErrorKind::malformed);
        CHECK(staff::confirm(kiosk.folder, line("a"), initials, now).error().kind == ErrorKind::malformed);
    }
    const auto forgot = base::parse_local_time("1970-01-01T00:00").value();
    CHECK_THAT(staff::confirm(kiosk.folder, Item::volume, "ab", forgot).error().message, ContainsSubstring("clock"));
    CHECK_THAT(staff::confirm(kiosk.folder, line("a"), "ab", forgot).error().message, ContainsSubstring("clock"));
    CHECK_FALSE(std::filesystem::exists(kiosk.folder / "confirmed.json"));
}

TEST_CASE("checklist: what makes no sense was not confirmed, and damage does not stay", "[staff]") {
    const Kiosk kiosk;
    REQUIRE(staff::confirm(kiosk.folder, line("a"), "ab", now));
    REQUIRE(staff::confirm(kiosk.folder, Item::volume, "ab", now));
    const auto whole = staff::read_document(kiosk.folder, "confirmed").value();
    for (const auto& spoiled :
         {nlohmann::json{{"items", 1}, {"help", 2}}, nlohmann::json{{"items", {{"volume", "yes"}}}, {"help", {1, {}}}},
          nlohmann::json{{"items", {{"volume", {{"on", "2026-13-01"}}}}}, {"help", {{{"line", "a"}}}}}}) {
        REQUIRE(staff::write_document(kiosk.folder, "confirmed", spoiled));
        CHECK(kiosk.confirmed().items.empty());
        CHECK(kiosk.confirmed().help.empty());
    }
    for (const auto* key : {"line", "reach", "found", "on"}) {
        auto spoiled = whole;
        spoiled["help"][0][key] = "?";
        if (std::string{key} == "line" || std::string{key} == "reach") spoiled["help"][0].erase(key);
        REQUIRE(staff::write_document(kiosk.folder, "confirmed", spoiled));
        CHECK(kiosk.confirmed().help.empty());
        CHECK(kiosk.confirmed().items.size() == 1);
    }
    kiosk.state.write("staff/confirmed.json", "{\"items");
    CHECK(staff::read_confirmed(kiosk.folder).error().kind == ErrorKind::malformed);
    REQUIRE(staff::confirm(kiosk.folder, Item::touch, "ab", now));
    CHECK(kiosk.confirmed().items.size() == 1);
}

TEST_CASE("checklist: opened to the public only when it is complete, and then it stays open", "[staff]") {
    const Kiosk kiosk;
    const auto opened = [&] { return staff::opened_since(kiosk.folder); };
    CHECK_FALSE(opened().value());
    CHECK(staff::must_rehearse(true, opened()));
    CHECK_FALSE(staff::must_rehearse(false, opened()));
    const auto refused = staff::open_to_public(kiosk.folder, kiosk.open({line("charity")}), now);
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().message, ContainsSubstring("Volume") && ContainsSubstring("charity"));
    CHECK(staff::must_rehearse(true, opened()));

    kiosk.confirm_own_items();
    REQUIRE(staff::open_to_public(kiosk.folder, kiosk.open({}), now));
    CHECK(opened().value() == now);
    CHECK_FALSE(staff::must_rehearse(true, opened()));
    for (const auto* damaged : {"{}", "", "{\"since\":1}"}) {
        kiosk.state.write("staff/opened.json", damaged);
        CHECK_FALSE(opened());
        CHECK(staff::must_rehearse(true, opened()));
        CHECK_FALSE(staff::must_rehearse(false, opened()));
    }
}

TEST_CASE("a rehearsal is noted by its day, and by nothing that makes no sense", "[checklist]") {
    const TempFolder state;
    CHECK_FALSE(staff::has_been_rehearsed(state.path()));
    REQUIRE(staff::note_rehearsed(state.path(), *base::parse_date("2026-11-23")));
    CHECK(staff::has_been_rehearsed(state.path()));
    for (const auto* text : {"", "[]", "{}", "{\"on\": 3}", "{\"on\": \"soon\"}"}) {
        state.write("rehearsed.json", text);
        CHECK_FALSE(staff::has_been_rehearsed(state.path()));
    }
}
