// `talkpointctl export` and `talkpointctl codebook`, the real program.
#include "catch.hpp"
#include "kiosk.hpp"
#include "openrosa/form.hpp"
#include "survey/codebook.hpp"
#include "tables.hpp"
#include "translation.hpp"

#include <algorithm>
#include <set>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using Json = nlohmann::json;

TEST_CASE("an export has every response once, in an order that tells nothing, without ids and without tallies") {
    Kiosk kiosk;
    auto database = kiosk.database();
    std::vector<std::pair<std::string, std::string>> by_id;
    for (int i = 0; i < 40; ++i) {
        const std::string option = "o" + std::to_string(i);
        by_id.emplace_back(kiosk.keep(database, {{"sure", chosen(option)}}), option);
    }
    const auto to = kiosk.folder.path() / "usb/talkpoint";
    const auto ran = kiosk.ctl({"export", "--to", to, "--json"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto json = Json::parse(ran.out);
    CHECK(json["rows"] == 40);
    CHECK(json["files"] == Json({to / "safe.csv", to / "safe.codebook.csv", to / "safe.form.xml", to / "use.csv",
                                 to / "use.codebook.csv"}));
    CHECK(names_in(to) ==
          std::set<std::string>{"safe.csv", "safe.codebook.csv", "safe.form.xml", "use.csv", "use.codebook.csv"});

    const auto table = table_in(to / "safe.csv");
    const auto sure = place_of(table, "sure");
    std::ranges::sort(by_id);  // the random key
    std::vector<std::string> expected, found;
    for (const auto& [id, option] : by_id) expected.push_back(option);
    for (std::size_t i = 1; i < table.size(); ++i) found.push_back(table[i][sure]);
    CHECK(found == expected);
    for (const auto& [id, option] : by_id) CHECK(text_of(to / "safe.csv").find(id) == std::string::npos);
    CHECK(database.counts()->queued == 40);
}

TEST_CASE("the codebook explains every column of the table beside it") {
    Kiosk kiosk;
    auto database = kiosk.database();
    kiosk.keep(database, {{"who", chosen("friend")}, {"sure", skipped}});
    REQUIRE(kiosk.ctl({"export", "--to", kiosk.folder.path() / "out"}).exit_code == 0);
    const auto table = table_in(kiosk.folder.path() / "out/safe.csv");
    const auto codebook = table_in(kiosk.folder.path() / "out/safe.codebook.csv");
    std::vector<std::string> variables;
    for (std::size_t i = 1; i < codebook.size(); ++i)
        if (variables.empty() || variables.back() != codebook[i][0]) variables.push_back(codebook[i][0]);
    CHECK(table.front() == variables);
    CHECK(table.at(1)[place_of(table, "who.friend")] == "1");
    CHECK(table.at(1)[place_of(table, "sure")] == "skipped");
    const auto has = [&](const std::string& label) {
        return std::ranges::any_of(codebook,
                                   [&](const auto& row) { return row[place_of(codebook, "label")] == label; });
    };
    CHECK(has("A friend, or two"));
    CHECK(has("'-nobody-"));
}

TEST_CASE("surveys that are gone, and questions of other versions, are exported with every value") {
    Kiosk kiosk;
    auto database = kiosk.database();
    kiosk.keep(database, {{"who", chosen("friend")}, {"older", chosen("yes")}});
    kiosk.keep(database, {{"x", chosen("y")}}, "gone");
    const auto out = kiosk.folder.path() / "out";
    REQUIRE(kiosk.ctl({"export", "--to", out}).exit_code == 0);
    CHECK(names_in(out) == std::set<std::string>{"safe.csv", "safe.codebook.csv", "safe.form.xml", "gone.csv",
                                                 "use.csv", "use.codebook.csv"});
    const auto safe = table_in(out / "safe.csv");
    CHECK(safe.at(1)[place_of(safe, "older")] == "yes");
    const auto gone = table_in(out / "gone.csv");
    CHECK(gone.at(1)[place_of(gone, "x")] == "y");

    const auto one = kiosk.folder.path() / "one";
    const auto ran = kiosk.ctl({"export", "--to", one, "--survey", "gone"});
    CHECK(ran.out == "1 response in " + one.string() + "\n");
    CHECK(names_in(one) == std::set<std::string>{"gone.csv"});
    const auto unknown = kiosk.ctl({"export", "--to", one, "--survey", "goner"});
    CHECK(unknown.exit_code == 2);
    CHECK(says(unknown, "", "did you mean \"gone\"?"));
}

TEST_CASE("a second export replaces its own files, and leaves all others alone") {
    Kiosk kiosk;
    auto database = kiosk.database();
    kiosk.keep(database, {});
    const auto out = kiosk.folder.path() / "out";
    kiosk.folder.write("out/holiday.jpg", "x");
    REQUIRE(kiosk.ctl({"export", "--to", out}).exit_code == 0);
    kiosk.keep(database, {});
    REQUIRE(kiosk.ctl({"export", "--to", out}).exit_code == 0);
    CHECK(table_in(out / "safe.csv").size() == 3);
    CHECK(names_in(out) == std::set<std::string>{"safe.csv", "safe.codebook.csv", "safe.form.xml", "use.csv",
                                                 "use.codebook.csv", "holiday.jpg"});
    CHECK(text_of(out / "holiday.jpg") == "x");
}

TEST_CASE("without responses there are headings; with a broken place or configuration, what to do") {
    Kiosk kiosk;
    const auto out = kiosk.folder.path() / "out";
    CHECK(kiosk.ctl({"export", "--to", out}).out == "0 responses in " + out.string() + "\n");
    CHECK(table_in(out / "safe.csv").size() == 1);
    CHECK_FALSE(fs::exists(kiosk.state()));
    CHECK(kiosk.ctl({"export", "--to", kiosk.config()}).exit_code == 2);
    CHECK(Kiosk::bare({"export", "--to", out, "--config", kiosk.config(), "--state", kiosk.config()}).exit_code == 5);
    kiosk.folder.write("kiosk.toml", "[content\n");
    CHECK(kiosk.ctl({"export", "--to", out}).exit_code == 3);
}

TEST_CASE("a survey's id from the data never names a path, and no two are called the same") {
    Kiosk kiosk;
    auto database = kiosk.database();
    kiosk.keep(database, {{"x", chosen("y")}}, "../../evil");
    kiosk.keep(database, {{"x", chosen("z")}}, "..-..-Evil");
    kiosk.keep(database, {{"x", chosen("z")}}, std::string(300, 'a'));
    const auto out = kiosk.folder.path() / "out";
    REQUIRE(kiosk.ctl({"export", "--to", out}).exit_code == 0);
    auto names = names_in(out);
    CHECK(names.size() == 8);
    for (const auto* ours : {"safe.csv", "safe.codebook.csv", "safe.form.xml", "use.csv", "use.codebook.csv"})
        CHECK(names.erase(ours) == 1);
    for (const auto& name : names) CHECK(table_in(out / name).size() == 2);
}

TEST_CASE("beside each table is the form of its survey, in every language, which gives the same columns elsewhere") {
    const Kiosk kiosk;
    kiosk.folder.write("content/safety/surveys/safe.fr.toml", a_translation);
    const auto out = kiosk.folder.path() / "out";
    REQUIRE(kiosk.ctl({"export", "--to", out}).exit_code == 0);
    const auto text = text_of(out / "safe.form.xml");
    CHECK(text == kiosk.ctl({"xform", "safe"}).out);
    CHECK(text.find("Personne") != std::string::npos);
    const auto form = openrosa::read_form(text);
    REQUIRE(form);
    CHECK(survey::columns(openrosa::survey_in(*form)) == table_in(out / "safe.csv").front());
}

TEST_CASE("the codebook of a survey, as CSV and as JSON") {
    const Kiosk kiosk;
    const auto ran = kiosk.ctl({"codebook", "safe"});
    REQUIRE(ran.exit_code == 0);
    const auto table = read_csv(ran.out);
    CHECK(table.front() ==
          std::vector<std::string>{"variable", "kind", "language", "question", "value", "label", "correct", "outcome"});
    const auto json = Json::parse(kiosk.ctl({"codebook", "safe", "--json"}).out);
    CHECK(json["survey"] == "safe");
    REQUIRE(json["codebook"].size() == table.size() - 1);
    for (std::size_t i = 0; i < json["codebook"].size(); ++i) {
        CHECK(json["codebook"][i]["variable"] == table[i + 1][0]);
        CHECK(json["codebook"][i]["value"] == table[i + 1][4]);
        CHECK(json["codebook"][i]["correct"] == (table[i + 1][6] == "1"));
    }
}

TEST_CASE("the codebook has the texts and labels of every language, beside the survey's own") {
    const Kiosk kiosk;
    kiosk.folder.write("content/safety/surveys/safe.fr.toml", a_translation);
    kiosk.folder.write("content/safety/surveys/safe.easy.toml",
                       "title = \"What is safe?\"\n[question.sure]\ntext = \"Sure?\"\n");
    const auto ran = kiosk.ctl({"codebook", "safe"});
    REQUIRE(ran.exit_code == 0);
    const auto table = read_csv(ran.out);
    CHECK(std::vector<std::string>(table.front().begin() + 8, table.front().end()) ==
          std::vector<std::string>{"question.easy", "label.easy", "question.fr", "label.fr"});
    for (const auto& row : table) CHECK(row.size() == 12);
    const auto row_of = [&](const std::string& variable, const std::string& value) {
        const auto found =
            std::ranges::find_if(table, [&](const auto& row) { return row[0] == variable && row[4] == value; });
        REQUIRE(found != table.end());
        return std::vector<std::string>(found->begin() + 2, found->end());
    };
    CHECK(row_of("who", "friend") == std::vector<std::string>{"en", "Whom would you tell, and =how?", "friend",
                                                              "A friend, or two", "1", "act", "", "",
                                                              "À qui le diriez-vous ?", "Un ami"});
    CHECK(row_of("who.nobody", "1") == std::vector<std::string>{"en", "Whom would you tell, and =how?", "1",
                                                                "chosen: -nobody-", "", "act", "", "",
                                                                "À qui le diriez-vous ?", "chosen: Personne"});
    CHECK(row_of("sure", "yes") == std::vector<std::string>{"en", "Are you sure?", "yes", "Yes", "", "", "Sure?", "",
                                                            "En êtes-vous sûr ?", "Oui"});
    CHECK(row_of("survey", "safe") == std::vector<std::string>{"en", "The survey", "safe", "What is safe?", "", "", "",
                                                               "", "", "Qu'est-ce qui est sûr ?"});

    const auto json = Json::parse(kiosk.ctl({"codebook", "safe", "--json"}).out)["codebook"];
    REQUIRE(json.size() == table.size() - 1);
    for (std::size_t i = 0; i < json.size(); ++i) {
        const auto& translations = json[i]["translations"];
        CHECK(translations.size() == 2);
        const auto same_or = [](const std::string& cell, const Json& source) {
            return cell.empty() ? source : Json(cell);
        };
        CHECK(translations["easy"]["question"] == same_or(table[i + 1][8], json[i]["question"]));
        CHECK(translations["fr"]["label"] == same_or(table[i + 1][11], json[i]["label"]));
    }

    const auto out = kiosk.folder.path() / "out";
    REQUIRE(kiosk.ctl({"export", "--to", out}).exit_code == 0);
    CHECK(table_in(out / "safe.codebook.csv") == table);
}

TEST_CASE("an unknown survey is a wrong option; a broken one is broken content") {
    const Kiosk kiosk;
    const auto unknown = kiosk.ctl({"codebook", "save"});
    CHECK(unknown.exit_code == 2);
    CHECK(says(unknown, "", "did you mean \"safe\"?"));
    kiosk.folder.write("content/safety/surveys/safe.toml", "id = \"safe\"\n");
    const auto broken = kiosk.ctl({"codebook", "safe"});
    CHECK(broken.exit_code == 3);
    CHECK(says(broken, (kiosk.folder.path() / "content/safety/surveys/safe.toml").string(), ""));
}
