#include "survey/codebook.hpp"
#include "catch.hpp"

#include <algorithm>
#include <set>

using namespace talkpoint::survey;

namespace {

Question question(std::string id, QuestionKind kind, std::vector<std::string> correct = {}) {
    Question out;
    out.id = std::move(id);
    out.kind = kind;
    out.text = "Text of " + out.id;
    out.options = {{"tell", "Tell somebody", false}, {"wait", "Wait", false}};
    out.correct = std::move(correct);
    out.outcome = "recognise";
    return out;
}

Survey a_survey() {
    Survey survey;
    survey.id = "safe";
    survey.version = "2026.11";
    survey.title = "What is safe?";
    survey.audiences = {"parent", "adult"};
    survey.questions = {question("first", QuestionKind::choice, {"tell"}), question("sure", QuestionKind::scale),
                        question("who", QuestionKind::choices, {"tell"}),
                        question("order", QuestionKind::sort, {"tell", "wait"}),
                        question("language", QuestionKind::choice)};
    survey.questions[1].about_you = true;
    return survey;
}

std::vector<std::string> lines_of(const std::string& variable) {
    std::vector<std::string> out;
    for (const auto& line : codebook(a_survey()))
        if (line.variable == variable)
            out.push_back(line.value + "=" + line.label + (line.correct ? " (correct)" : ""));
    return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("columns: what is known of the response, then each question, and each option of those with several") {
    const Words expected{"survey",   "version", "site",          "period",     "language",       "audience", "event",
                         "phase",    "flag",    "trusted_clock", "first",      "sure",           "who",      "who.tell",
                         "who.wait", "order",   "order.tell",    "order.wait", "language-answer"};
    CHECK(columns(a_survey()) == expected);
}

TEST_CASE("no column is there twice, and none of them is a key") {
    auto survey = a_survey();
    for (const auto meta : meta_columns)
        survey.questions.push_back(
            question(std::string{meta} == "language" ? "other" : std::string{meta}, QuestionKind::sort));
    const auto all = columns(survey);
    CHECK(std::set(all.begin(), all.end()).size() == all.size());
    CHECK(std::ranges::find(all, "id") == all.end());
    CHECK(std::ranges::find(meta_columns, "id") == meta_columns.end());
}

TEST_CASE("the codebook explains every column, in their order, and nothing else") {
    Words variables;
    for (const auto& line : codebook(a_survey()))
        if (variables.empty() || variables.back() != line.variable) variables.push_back(line.variable);
    CHECK(variables == columns(a_survey()));
}

TEST_CASE("the codebook names every value, what it means, and which is right") {
    CHECK(lines_of("first") ==
          Words{"tell=Tell somebody (correct)", "wait=Wait", "skipped=skipped the question", "=was not asked"});
    CHECK(lines_of("sure") == Words{"tell=Tell somebody", "wait=Wait", "skipped=skipped the question",
                                    "prefer_not_to_say=prefers not to say", "=was not asked"});
    CHECK(lines_of("who.tell") == Words{"1=chosen: Tell somebody (correct)", "0=not chosen: Tell somebody",
                                        "=was not asked, or did not answer"});
    CHECK(lines_of("who.wait") ==
          Words{"1=chosen: Wait", "0=not chosen: Wait (correct)", "=was not asked, or did not answer"});
    CHECK(lines_of("order") == Words{"(any)=the options in the chosen order, a space between",
                                     "tell wait=the right order (correct)", "skipped=skipped the question",
                                     "=was not asked"});
    CHECK(lines_of("order.wait") ==
          Words{"1=in place 1: Wait", "2=in place 2: Wait (correct)", "=was not asked, or did not answer"});
    CHECK(lines_of("survey") == Words{"safe=What is safe?"});
    CHECK(lines_of("phase").size() == 3);
    for (const auto& line : codebook(a_survey())) {
        CHECK_FALSE(line.label.empty());
        CHECK((line.kind == "meta" || line.outcome == "recognise"));
    }
}

TEST_CASE("an event's code is small letters, digits and hyphens, and short") {
    for (const auto* code : {"a", "school-week", "2026-fair", "-"}) CHECK(is_event_code(code));
    CHECK(is_event_code(std::string(40, 'x')));
    for (const auto* code : {"", "School", "a b", "a_b", "=fair", "f\xc3\xaate", "a\n"})
        CHECK_FALSE(is_event_code(code));
    CHECK_FALSE(is_event_code(std::string(41, 'x')));
}

TEST_CASE("cells: one value a question, and one more for each option where there are several") {
    const auto survey = a_survey();
    const std::map<std::string, Answer> answers{{"first", {Answer::Kind::chosen, {"tell"}}},
                                                {"sure", {Answer::Kind::not_saying, {}}},
                                                {"who", {Answer::Kind::chosen, {"wait"}}},
                                                {"order", {Answer::Kind::chosen, {"wait", "tell"}}},
                                                {"language", {Answer::Kind::skipped, {}}}};
    const std::map<std::string, std::string> expected{{"first", "tell"},
                                                      {"sure", "prefer_not_to_say"},
                                                      {"who", "wait"},
                                                      {"who.tell", "0"},
                                                      {"who.wait", "1"},
                                                      {"order", "wait tell"},
                                                      {"order.tell", "2"},
                                                      {"order.wait", "1"},
                                                      {"language-answer", "skipped"}};
    CHECK(cells(&survey, answers) == expected);
}

TEST_CASE("cells: choosing nothing is not the same as not being asked") {
    const auto survey = a_survey();
    const std::map<std::string, std::string> nothing{{"who", "none-chosen"}, {"who.tell", "0"}, {"who.wait", "0"}};
    CHECK(cells(&survey, {{"who", {Answer::Kind::chosen, {}}}}) == nothing);
    const std::map<std::string, std::string> skipped{{"who", "skipped"}};
    CHECK(cells(&survey, {{"who", {Answer::Kind::skipped, {}}}}) == skipped);
    CHECK(cells(&survey, {}).empty());
}

TEST_CASE("cells: what the survey does not know keeps a column of its own") {
    const auto survey = a_survey();
    const auto found = cells(
        &survey, {{"gone", {Answer::Kind::chosen, {"a", "b"}}}, {"who", {Answer::Kind::chosen, {"older", "tell"}}}});
    const std::map<std::string, std::string> expected{
        {"gone", "a b"}, {"who", "older tell"}, {"who.older", "1"}, {"who.tell", "1"}, {"who.wait", "0"}};
    CHECK(found == expected);
    const std::map<std::string, std::string> unknown{{"period-answer", "a"}, {"who", "none-chosen"}};
    CHECK(cells(nullptr, {{"period", {Answer::Kind::chosen, {"a"}}}, {"who", {Answer::Kind::chosen, {}}}}) == unknown);
}
