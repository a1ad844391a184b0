#include "ctl/response_table.hpp"
#include "catch.hpp"
#include "csv_reader.hpp"
#include "survey/codebook.hpp"

#include <algorithm>

using namespace talkpoint;
using survey::Answer;
using tests::read_csv;
using tests::Table;

namespace {

survey::Survey a_survey() {
    survey::Question who;
    who.id = "who";
    who.kind = survey::QuestionKind::choices;
    who.options = {{"tell", "Tell", false}, {"wait", "Wait", false}};
    survey::Survey survey;
    survey.id = "safe";
    survey.questions = {who};
    return survey;
}

survey::Response response(std::map<std::string, Answer> answers) {
    return {.survey = "safe",
            .version = "2",
            .language = "cy",
            .answers = std::move(answers),
            .site = "plymouth",
            .period = "2026-W48",
            .audience = "adult",
            .event = "fair",
            .phase = "after",
            .flag = "fast",
            .trusted_clock = false};
}

Answer chosen(std::vector<std::string> options) { return {Answer::Kind::chosen, std::move(options)}; }

std::string response_table(const survey::Survey* survey, const std::vector<survey::Response>& responses) {
    ctl::ResponseTable table{survey};
    for (const auto& one : responses) table.meet(one);
    std::string text = table.heading();
    for (const auto& one : responses) text += table.row(one);
    return text;
}

/// The cells of one column, from the first row after the heading.
std::vector<std::string> column(const Table& table, const std::string& name) {
    const auto found = std::ranges::find(table.front(), name);
    REQUIRE(found != table.front().end());
    std::vector<std::string> out;
    for (std::size_t i = 1; i < table.size(); ++i)
        out.push_back(table[i][static_cast<std::size_t>(found - table.front().begin())]);
    return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a table has all that is kept of a response") {
    const auto survey = a_survey();
    const auto table = read_csv(response_table(&survey, {response({{"who", chosen({"wait"})}})}));
    CHECK(table.front() == survey::columns(survey));
    CHECK(table.at(1) ==
          Words{"safe", "2", "plymouth", "2026-W48", "cy", "adult", "fair", "after", "fast", "0", "wait", "0", "1"});
}

TEST_CASE("no responses make a heading") {
    const auto survey = a_survey();
    CHECK(read_csv(response_table(&survey, {})).size() == 1);
    CHECK(read_csv(response_table(nullptr, {})).size() == 1);
}

TEST_CASE("another version's questions and options have columns of their own, after the survey's") {
    const auto survey = a_survey();
    const auto table = read_csv(response_table(
        &survey, {response({{"who", chosen({"tell"})}}),
                  response({{"age", {Answer::Kind::skipped, {}}}, {"who", chosen({"older"})}}), response({})}));
    auto expected = survey::columns(survey);
    expected.insert(expected.end(), {"age", "who.older"});
    CHECK(table.front() == expected);
    CHECK(column(table, "age") == Words{"", "skipped", ""});
    CHECK(column(table, "who.older") == Words{"", "1", ""});
    CHECK(column(table, "who") == Words{"tell", "older", ""});
}

TEST_CASE("a survey that is gone is exported with all its values") {
    const auto table = read_csv(
        response_table(nullptr, {response({{"b", chosen({"x", "y"})}, {"a", {Answer::Kind::not_saying, {}}}})}));
    CHECK(column(table, "a") == Words{"prefer_not_to_say"});
    CHECK(column(table, "b") == Words{"x y"});
}

TEST_CASE("a value that looks like a formula is only text") {
    auto bad = response({{"q", chosen({"=cmd|x"})}});
    bad.site = "@site";
    const auto table = read_csv(response_table(nullptr, {bad}));
    CHECK(column(table, "q") == Words{"'=cmd|x"});
    CHECK(column(table, "site") == Words{"'@site"});
}
