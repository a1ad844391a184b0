#include "catch.hpp"

#include "survey/session.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace talkpoint;
using namespace talkpoint::survey;
using Ids = std::vector<std::string>;

namespace {

Question question(std::string id, int options = 2, QuestionKind kind = QuestionKind::choice) {
    Question q;
    q.id = std::move(id);
    q.kind = kind;
    for (int i = 0; i < options; ++i) q.options.push_back({std::string(1, static_cast<char>('a' + i)), "Text", false});
    return q;
}

Question explained(std::string id, QuestionKind kind = QuestionKind::choice) {
    Question q = question(std::move(id), 3, kind);
    q.explain = "Because.";
    q.correct = {"b"};
    return q;
}

Question follow_up(std::string id, std::string parent, Ids is) {
    Question q = question(std::move(id));
    q.show_if = Condition{std::move(parent), std::move(is)};
    return q;
}

Survey survey_of(std::vector<Question> questions, std::optional<int> sample = {}) {
    Survey survey;
    survey.id = "test";
    survey.version = "3";
    survey.language = "en";
    survey.questions = std::move(questions);
    survey.sample = sample;
    return survey;
}

Ids option_ids(const Session& session) {
    Ids ids;
    for (const auto* option : session.options()) ids.push_back(option->id);
    return ids;
}

void answer(Session& session, const Ids& options) {
    for (const auto& option : options) session.choose(option);
    session.continue_on();
}

/// The questions that one person gets, walked through by skipping.
Ids walk(const Survey& survey, std::uint64_t seed) {
    base::Random random{seed};
    Session session{survey, random};
    Ids ids;
    for (; !session.finished(); session.skip()) ids.push_back(session.question().id);
    return ids;
}

Session begin(const Survey& survey, std::uint64_t seed = 1) {
    base::Random random{seed};
    return {survey, random};
}

const Answer skipped{Answer::Kind::skipped, {}};

}  // namespace

TEST_CASE("session: a sample has exactly its number, with every question that is always asked", "[session]") {
    std::vector<Question> questions;
    for (const char* id : {"q0", "q1", "q2", "q3", "q4", "q5", "q6", "q7"}) questions.push_back(question(id));
    questions[2].always = questions[6].always = true;
    const Survey survey = survey_of(questions, 4);
    CHECK(survey.asked_count() == 4);

    constexpr int people = 6000;
    std::map<std::string, int> drawn;
    std::set<Ids> visits;
    for (int seed = 0; seed < people; ++seed) {
        const Ids ids = walk(survey, static_cast<std::uint64_t>(seed));
        REQUIRE(ids.size() == 4);
        REQUIRE(std::ranges::is_sorted(ids));  // the author's order
        for (const auto& id : ids) ++drawn[id];
        visits.insert(ids);
    }
    CHECK(drawn["q2"] == people);
    CHECK(drawn["q6"] == people);
    CHECK(visits.size() == 15);  // two of six others
    // Two of six: 2000 each, standard deviation about 37.
    for (const char* id : {"q0", "q1", "q3", "q4", "q5", "q7"}) CHECK(std::abs(drawn[id] - 2000) < 200);
}

TEST_CASE("session: without a sample everything is asked, in order", "[session]") {
    const Survey survey = survey_of({question("b"), question("a"), question("c")});
    CHECK(walk(survey, 5) == Ids{"b", "a", "c"});
    CHECK(survey.asked_count() == 3);
}

TEST_CASE("session: follow-ups come with their question and do not count towards the sample", "[session]") {
    const Survey survey = survey_of({question("p"), follow_up("f", "p", {"a"}), question("q"), question("r")}, 1);
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        base::Random random{seed};
        Session session{survey, random};
        const std::string id = session.question().id;
        seen.insert(id);
        CHECK(session.total() == 1);
        answer(session, {"a"});
        CHECK(session.finished() == (id != "p"));
        if (id == "p") CHECK(session.question().id == "f");
    }
    CHECK(seen == std::set<std::string>{"p", "q", "r"});
}

TEST_CASE("session: options are shuffled evenly, fixed ones keep their place", "[session]") {
    Question q = question("q", 4);
    q.options[3].fixed = true;
    Question pinned = question("pinned", 3);
    pinned.options[0].fixed = true;
    const Survey survey = survey_of({q, pinned});
    std::map<std::string, int> first;
    std::set<Ids> orders;
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        Session session = begin(survey, seed);
        const Ids ids = option_ids(session);
        REQUIRE(ids.back() == "d");
        ++first[ids[0]];
        orders.insert(ids);
        session.skip();
        REQUIRE(option_ids(session)[0] == "a");
    }
    CHECK(orders.size() == 6);
    for (const char* id : {"a", "b", "c"}) CHECK(std::abs(first[id] - 1000) < 150);
}

TEST_CASE("session: a scale keeps its order, and so does what must not be shuffled", "[session]") {
    Question plain = question("plain", 5);
    plain.shuffle = false;
    Question scale = question("scale", 5, QuestionKind::scale);
    scale.shuffle = true;
    const Survey survey = survey_of({plain, scale});
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        Session session = begin(survey, seed);
        CHECK(option_ids(session) == Ids{"a", "b", "c", "d", "e"});
        session.skip();
        CHECK(option_ids(session) == Ids{"a", "b", "c", "d", "e"});
    }
}

TEST_CASE("session: the same seed is the same visit", "[session]") {
    std::vector<Question> questions;
    for (int i = 0; i < 20; ++i) questions.push_back(question("q" + std::to_string(i), 6));
    const Survey survey = survey_of(questions, 5);
    const auto visit = [&](std::uint64_t seed) {
        Ids all;
        for (Session session = begin(survey, seed); !session.finished(); session.skip()) {
            all.push_back(session.question().id);
            for (const auto& id : option_ids(session)) all.push_back(id);
        }
        return all;
    };
    CHECK(visit(42) == visit(42));
    CHECK(visit(42) != visit(43));
}

TEST_CASE("session: one option of a choice or a scale, any of choices", "[session]") {
    const Survey survey = survey_of(
        {question("one"), question("any", 3, QuestionKind::choices), question("scale", 3, QuestionKind::scale)});
    Session session = begin(survey);
    CHECK_FALSE(session.can_continue());
    session.continue_on();
    CHECK(session.question().id == "one");
    session.choose("nothing");
    CHECK(session.chosen().empty());
    session.choose("a");
    session.choose("b");
    session.choose("b");  // a second touch takes nothing back where one must be chosen
    CHECK(session.chosen() == Ids{"b"});
    session.continue_on();
    for (const char* id : {"c", "a", "b", "a"}) session.choose(id);
    CHECK(session.chosen() == Ids{"c", "b"});
    session.continue_on();
    answer(session, {"a", "c"});
    CHECK(session.finished());
    const auto response = session.response();
    CHECK(response.survey == "test");
    CHECK(response.version == "3");
    CHECK(response.language == "en");
    CHECK(response.answers.at("one").options == Ids{"b"});
    CHECK(response.answers.at("any").options == Ids{"b", "c"});  // not in the order of ticking
    CHECK(response.answers.at("scale").options == Ids{"c"});
}

TEST_CASE("session: sorting needs every option, and its order is the answer", "[session]") {
    const Survey survey = survey_of({question("order", 3, QuestionKind::sort)});
    Session session = begin(survey);
    session.choose("b");
    session.choose("a");
    CHECK_FALSE(session.can_continue());
    session.choose("b");  // taken back: the others move up
    CHECK(session.chosen() == Ids{"a"});
    session.choose("c");
    session.choose("b");
    REQUIRE(session.can_continue());
    session.continue_on();
    CHECK(session.response().answers.at("order").options == Ids{"a", "c", "b"});
}

TEST_CASE("session: skip, back, and prefer not to say", "[session]") {
    Question personal = question("personal");
    personal.about_you = true;
    const Survey survey = survey_of({question("one"), personal, question("three")});
    Session session = begin(survey);
    CHECK(session.at_first());
    session.back();
    session.prefer_not();
    CHECK(session.question().id == "one");  // not a personal question
    session.choose("a");
    session.skip();
    CHECK(session.position() == 2);
    session.prefer_not();
    CHECK(session.question().id == "three");
    session.back();
    session.back();
    CHECK(session.at_first());
    CHECK(session.chosen().empty());  // skipping forgot the choice
    answer(session, {"b"});
    session.choose("a");
    session.continue_on();
    session.skip();
    REQUIRE(session.finished());
    const std::map<std::string, Answer> expected = {
        {"one", {Answer::Kind::chosen, {"b"}}}, {"personal", {Answer::Kind::chosen, {"a"}}}, {"three", skipped}};
    CHECK(session.response().answers == expected);
    session.back();
    session.skip();
    CHECK(session.response().answers == expected);  // what is finished stays
}

TEST_CASE("session: prefer not to say is an answer of its own kind", "[session]") {
    Question personal = question("personal");
    personal.about_you = true;
    const Survey survey = survey_of({personal});
    Session session = begin(survey);
    session.choose("a");
    session.prefer_not();
    CHECK(session.response().answers.at("personal") == Answer{Answer::Kind::not_saying, {}});
}

TEST_CASE("session: follow-ups appear and vanish with the answer before them", "[session]") {
    const Survey survey =
        survey_of({question("p"), follow_up("f", "p", {"a"}), follow_up("g", "f", {"b"}), question("last")});
    Session session = begin(survey);
    CHECK(session.total() == 2);
    answer(session, {"a"});
    CHECK(session.question().id == "f");
    CHECK(session.total() == 3);
    CHECK(session.position() == 2);
    answer(session, {"b"});
    CHECK(session.question().id == "g");
    CHECK(session.total() == 4);
    answer(session, {"a"});
    CHECK(session.position() == 4);
    for (int i = 0; i < 3; ++i) session.back();
    CHECK(session.question().id == "p");
    CHECK(session.chosen() == Ids{"a"});
    answer(session, {"b"});
    CHECK(session.question().id == "last");
    CHECK(session.position() == 2);
    CHECK(session.total() == 2);
    session.back();
    CHECK(session.question().id == "p");  // over the vanished ones
    session.continue_on();
    session.skip();
    CHECK(session.response().answers ==
          std::map<std::string, Answer>{{"p", {Answer::Kind::chosen, {"b"}}}, {"last", skipped}});
}

TEST_CASE("session: a skipped question has no follow-ups", "[session]") {
    const Survey survey = survey_of({question("p"), follow_up("f", "p", {"a", "b"}), question("last")});
    Session session = begin(survey);
    answer(session, {"a"});
    CHECK(session.question().id == "f");
    session.back();
    session.skip();
    CHECK(session.question().id == "last");
}

TEST_CASE("session: once explained, an answer cannot be changed", "[session]") {
    const Survey survey = survey_of({explained("one"), question("two")});
    Session session = begin(survey);
    CHECK_FALSE(session.was_right().has_value());
    answer(session, {"a"});
    CHECK(session.checking());
    CHECK(session.question().id == "one");
    CHECK(session.was_right() == false);
    session.choose("b");
    session.prefer_not();
    CHECK(session.chosen() == Ids{"a"});
    session.continue_on();
    CHECK(session.question().id == "two");
    CHECK_FALSE(session.checking());
    session.back();
    CHECK(session.checking());
    session.choose("b");
    CHECK(session.chosen() == Ids{"a"});
    session.skip();  // goes on, and the answer stands
    CHECK(session.question().id == "two");
    session.skip();
    CHECK(session.response().answers.at("one").options == Ids{"a"});
}

TEST_CASE("session: what was right", "[session]") {
    Question any = explained("any", QuestionKind::choices);
    any.correct = {"c", "a"};
    Question order = explained("order", QuestionKind::sort);
    order.correct = {"c", "a", "b"};
    Question opinion = explained("opinion");
    opinion.correct.clear();
    const Survey survey = survey_of({any, order, opinion});
    Session right = begin(survey);
    answer(right, {"a", "c"});
    CHECK(right.was_right() == true);
    right.continue_on();
    answer(right, {"c", "a", "b"});
    CHECK(right.was_right() == true);
    right.continue_on();
    answer(right, {"a"});
    CHECK(right.checking());
    CHECK_FALSE(right.was_right().has_value());
    Session wrong = begin(survey);
    answer(wrong, {"a"});
    CHECK(wrong.was_right() == false);
    wrong.continue_on();
    answer(wrong, {"a", "b", "c"});
    CHECK(wrong.was_right() == false);
}

TEST_CASE("session: a skipped question is not explained, and may be answered later", "[session]") {
    const Survey survey = survey_of({explained("one"), question("two")});
    Session session = begin(survey);
    session.skip();
    CHECK(session.question().id == "two");
    session.back();
    CHECK_FALSE(session.checking());
    answer(session, {"b"});
    CHECK(session.checking());
    CHECK(session.was_right() == true);
}

TEST_CASE("session: explanations at the end are of what was asked, in its order", "[session]") {
    Question none = explained("none");
    none.feedback = Feedback::none;
    Question each = explained("each");
    each.feedback = Feedback::each;
    Question hidden = follow_up("hidden", "first", {"c"});
    hidden.explain = "Because.";
    Survey survey = survey_of({explained("first"), hidden, none, question("plain"), each, explained("last")});
    survey.feedback = Feedback::end;
    Session session = begin(survey);
    answer(session, {"a"});
    CHECK_FALSE(session.checking());
    answer(session, {"a"});
    session.skip();
    answer(session, {"b"});
    CHECK(session.checking());
    session.continue_on();
    session.skip();
    REQUIRE(session.finished());
    Ids ids;
    for (const auto* question : session.explained_at_end()) ids.push_back(question->id);
    CHECK(ids == Ids{"first", "last"});
}

TEST_CASE("session: an option that goes with no other takes the place of the others, and gives way to them",
          "[session]") {
    Question many = question("many");
    many.kind = survey::QuestionKind::choices;
    many.options.back().alone = true;
    const auto alone = many.options.back().id;
    const Survey survey = survey_of({many});
    Session session = begin(survey);
    session.choose("a");
    session.choose(alone);
    CHECK(session.chosen() == Ids{alone});
    session.choose("a");
    CHECK(session.chosen() == Ids{"a"});
    session.choose(alone);
    session.choose(alone);
    CHECK(session.chosen().empty());
}
