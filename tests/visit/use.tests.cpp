// What a visit counts as: each thing once, whoever it was, however they went.
#include "visit/use.hpp"

#include "catch.hpp"
#include "visit/person.hpp"

#include <map>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace talkpoint::visit;
using namespace std::chrono_literals;
using enum Use::What;

namespace {

/// As small_catalogue(); and in "deep", `first` leads to `more` for those who say yes, and that to `most`.
std::vector<Catalogue> catalogues_with_follow_ups() {
    auto english = small_catalogue();
    auto deep = english.surveys[0];
    deep.id = "deep";
    deep.questions = {question("first"), question("more"), question("most"), question("last")};
    deep.questions[1].show_if = {"first", {"yes"}};
    deep.questions[2].show_if = {"more", {"yes"}};
    english.surveys.push_back(deep);
    return {english, in_polish(english)};
}

using Counts = std::map<Use, int>;

/// Somebody at a kiosk, looked at after each step.
class Watched {
  public:
    explicit Watched(const Settings& usual = {}) : usual_(usual) {}

    Watched& act(const std::vector<Action>& actions) {
        for (const auto& action : actions) {
            const auto effects = visit.update(action, now);
            if (effects.submit) submission = effects.submit->id;
            look();
        }
        return *this;
    }
    Watched& wait(base::Millis by) {
        now += by;
        (void)visit.tick(now);
        look();
        return *this;
    }
    Watched& gone() { return wait(46s).wait(21s); }
    Watched& saved() { return act({Saved{submission}}); }
    /// What has been counted of that kind.
    [[nodiscard]] Counts of(Use::What what) const {
        Counts some;
        for (const auto& [use, count] : counts)
            if (use.what == what) some[use] = count;
        return some;
    }

    Counts counts;
    std::string submission;

  private:
    void look() {
        for (const auto& use : watch.look(visit)) ++counts[use];
        CHECK(watch.look(visit).empty());  // nothing has happened since
    }

    Settings usual_;
    const std::vector<Catalogue> catalogues = catalogues_with_follow_ups();
    base::Random chance{1}, ids{2};
    base::Millis now{1'000'000};

  public:
    Visit visit{catalogues, chance, ids, {}, now, usual_};
    UseWatch watch;
};

const std::vector<Action> second_question = {Begin{},      OpenSurvey{"each"}, StartSurvey{},
                                             Choose{"no"}, Continue{},         Continue{}};

}  // namespace

TEST_CASE("use: a visit, its topics and messages, each once", "[visit]") {
    Watched person;
    person.wait(1h);
    CHECK(person.counts.empty());
    person.act({Begin{}, OpenTopic{"pack"}, OpenMessage{"pack", "one"}, Continue{}, Back{}, Back{},
                OpenMessage{"pack", "one"}, Home{}, OpenTopic{"pack"}, OpenMessage{"pack", "two"}});
    const Counts expected{{{Use::What::visit}, 1},
                          {{message, "pack", "one"}, 1},
                          {{message, "pack", "two"}, 1},
                          {{screen, "topic", "pack"}, 1}};
    CHECK(person.counts == expected);
    person.gone();
    CHECK(person.counts == expected);
    person.act({Begin{}, OpenMessage{"pack", "one"}});
    CHECK(person.counts.at({Use::What::visit}) == 2);
    CHECK(person.counts.at({message, "pack", "one"}) == 2);
}

TEST_CASE("use: how somebody went is not told, and whoever comes next is somebody else", "[visit]") {
    const auto end = GENERATE(0, 1, 2, 3);
    CAPTURE(end);
    Watched person;
    person.act(second_question).act({GetHelp{}, Back{}});
    if (end == 0) person.act({Stop{}}).gone();
    if (end == 1) person.act({Hide{}, Begin{}});
    if (end == 2) person.act({ShiftPressed{}, ShiftPressed{}, ShiftPressed{}}).wait(1min);
    if (end == 3) person.gone();
    REQUIRE(person.visit.place().screen == Screen::attract);
    const Counts expected{{{Use::What::visit}, 1},
                          {{screen, "help"}, 1},
                          {{survey_started, "each"}, 1},
                          {{survey_left, "each", "about"}, 1}};
    CHECK(person.counts == expected);
    person.act({Begin{}, GetHelp{}});
    CHECK(person.counts.at({Use::What::visit}) == 2);
    CHECK(person.counts.at({screen, "help"}) == 2);
}

TEST_CASE("use: help, languages and settings from the loop, or over the page behind Hide, begin a visit", "[visit]") {
    const bool hidden = GENERATE(false, true);
    const Action over = GENERATE(Action{GetHelp{}}, Action{OpenLanguages{}}, Action{OpenSettings{}});
    Watched person;
    if (hidden) person.act({Hide{}});
    CHECK(person.counts.empty());
    person.act({over});
    CHECK(person.of(Use::What::visit) == Counts{{{Use::What::visit}, 1}});
    CHECK(person.of(screen).size() == 1);
    person.act({Back{}});
    CHECK(person.counts.size() == 2);
}

TEST_CASE("use: a survey is finished when it is on the disk, and not before", "[visit]") {
    Watched person;
    person.act(second_question).act({PreferNotToSay{}, Skip{}});
    REQUIRE(person.visit.place().screen == Screen::survey_saving);
    CHECK(person.of(survey_finished).empty());
    SECTION("kept") {
        person.act({SaveFailed{person.submission}}).wait(5s).saved();
        CHECK(person.of(survey_finished) == Counts{{{survey_finished, "each"}, 1}});
        CHECK(person.of(survey_left).empty());
        person.act({Home{}, OpenSurvey{"each"}, StartSurvey{}});
        CHECK(person.of(survey_started) == Counts{{{survey_started, "each"}, 2}});
    }
    SECTION("kept while somebody looks at help") {
        person.act({GetHelp{}}).saved().act({Back{}, Finish{}});
        CHECK(person.of(survey_finished) == Counts{{{survey_finished, "each"}, 1}});
        CHECK(person.of(survey_left).empty());
    }
    SECTION("given up") {
        person.act({Stop{}}).saved();
        CHECK(person.of(survey_finished).empty());
        CHECK(person.of(survey_left) == Counts{{{survey_left, "each", ""}, 1}});
    }
}

TEST_CASE("use: a survey is left at the question that stood there", "[visit]") {
    Watched person;
    const auto left_at = [&](const std::string& question) {
        CHECK(person.of(survey_started).size() == 1);
        CHECK(person.of(survey_left) ==
              Counts{{{survey_left, person.of(survey_started).begin()->first.subject, question}, 1}});
    };
    SECTION("answered and explained, but nobody went on") {
        person.act({Begin{}, OpenSurvey{"each"}, StartSurvey{}, Choose{"yes"}, Continue{}, GetHelp{}, Hide{}});
        left_at("first");
    }
    SECTION("gone back, to read the introduction again, which is no second start") {
        person.act(second_question).act({Back{}, Back{}, Back{}, StartSurvey{}, Back{}, Home{}});
        left_at("first");
    }
    SECTION("among the explanations at the end") {
        person.act(
            {Begin{}, OpenSurvey{"ends"}, StartSurvey{}, Choose{"no"}, Continue{}, Skip{}, Choose{"no"}, Continue{}});
        REQUIRE(person.visit.place().screen == Screen::survey_check);
        person.gone();
        left_at("");
    }
}

// Else a count of one would be the answer of the one who left.
TEST_CASE("use: who leaves at a follow-up has left at the question that everybody is asked", "[visit]") {
    const auto answers = GENERATE(0, 1, 2);
    CAPTURE(answers);
    Watched person;
    person.act({Begin{}, OpenSurvey{"deep"}, StartSurvey{}});
    for (int i = 0; i < answers; ++i) person.act({Choose{"yes"}, Continue{}});
    CHECK(person.visit.session()->question().id ==
          std::vector{"first", "more", "most"}.at(static_cast<std::size_t>(answers)));
    person.act({Stop{}});
    CHECK(person.of(survey_left) == Counts{{{survey_left, "deep", "first"}, 1}});
}

TEST_CASE("use: a language that was chosen, once a visit; not the one with which visits begin", "[visit]") {
    Watched person;
    for (int i = 0; i < 2; ++i)
        person
            .act({Begin{}, OpenLanguages{}, ChooseLanguage{"en"}, OpenLanguages{}, ChooseLanguage{"pl"},
                  OpenLanguages{}, ChooseLanguage{"en"}, OpenLanguages{}, ChooseLanguage{"pl"}})
            .gone();
    CHECK(person.of(language) == Counts{{{language, "pl"}, 2}});
    CHECK(person.of(screen) == Counts{{{screen, "languages"}, 2}});
}

TEST_CASE("use: a setting that was turned on, once a visit; not what is usual here", "[visit]") {
    Settings usual;
    usual.scanning = true;
    Watched person{usual};
    person.act({Begin{}, OpenSettings{}});
    for (const auto setting :
         {Setting::large_text, Setting::high_contrast, Setting::calm, Setting::lower, Setting::slower})
        person.act({Change{setting}, Change{setting}, Change{setting}});
    person.act({Change{Setting::scanning}, Change{Setting::scanning}});
    CHECK(person.of(setting) == Counts{{{setting, "large-text"}, 1},
                                       {{setting, "high-contrast"}, 1},
                                       {{setting, "calm"}, 1},
                                       {{setting, "lower"}, 1},
                                       {{setting, "slower"}, 1}});
    person.act({Back{}, ReadAloud{}, SayAnswers{}, ReadAloud{false}});
    CHECK(person.of(setting).size() == 7);
    CHECK(person.counts.at({setting, "reading"}) == 1);
    CHECK(person.counts.at({setting, "answers-aloud"}) == 1);
    Watched other;
    other.act({Begin{}, OpenSettings{}, Change{Setting::scanning}});
    CHECK(other.of(setting) == Counts{{{setting, "scanning"}, 1}});
}

TEST_CASE("use: whatever people do, who started has finished or left, and no answer is among the counts", "[visit]") {
    base::Random random{20261123};
    Watched person;
    int visits = 0;
    for (int i = 0; i < 60'000; ++i) {
        // More of what leads on, so that some come to the end.
        std::vector<Action> actions(20, Skip{});
        for (const Action& action : std::initializer_list<Action>{Begin{},
                                                                  Begin{},
                                                                  Begin{},
                                                                  OpenTopic{"pack"},
                                                                  OpenMessage{"pack", "one"},
                                                                  OpenSurvey{"each"},
                                                                  OpenSurvey{"ends"},
                                                                  OpenSurvey{"deep"},
                                                                  StartSurvey{},
                                                                  StartSurvey{},
                                                                  Choose{"yes"},
                                                                  Choose{"yes"},
                                                                  Choose{"no"},
                                                                  Continue{},
                                                                  Continue{},
                                                                  Continue{},
                                                                  Continue{},
                                                                  Back{},
                                                                  PreferNotToSay{},
                                                                  Stop{},
                                                                  Finish{},
                                                                  Home{},
                                                                  GetHelp{},
                                                                  Hide{},
                                                                  OpenLanguages{},
                                                                  OpenSettings{},
                                                                  ChooseLanguage{"pl"},
                                                                  Change{Setting::calm},
                                                                  UsualSettings{},
                                                                  ReadAloud{},
                                                                  Saved{person.submission},
                                                                  Saved{person.submission},
                                                                  Saved{person.submission},
                                                                  SaveFailed{person.submission}})
            actions.push_back(action);
        const auto nobody = [&] {
            return person.visit.place().screen == Screen::attract || person.visit.place().screen == Screen::hidden;
        };
        const bool before = nobody();
        if (random.below(100) == 0)
            person.gone();
        else
            person.act({actions[random.below(actions.size())]});
        if (before && !nobody()) ++visits;
    }
    CHECK(person.counts.at({Use::What::visit}) == visits);
    CHECK(visits > 500);
    for (const std::string survey : {"each", "ends", "deep"}) {
        int ended = person.visit.session() && person.visit.session()->survey().id == survey ? 1 : 0;
        if (person.visit.underneath().screen == Screen::survey_saving && person.visit.underneath().survey == survey)
            ++ended;
        for (const auto& [use, count] : person.counts) {
            if (use.subject != survey) continue;
            if (use.what == survey_left || use.what == survey_finished) ended += count;
            CHECK(use.detail != "more");
            CHECK(use.detail != "most");
        }
        CHECK(person.counts.at({survey_started, survey}) == ended);
        CHECK(person.counts[{survey_finished, survey}] > 0);
        CHECK(person.counts[{survey_left, survey, ""}] > 0);
    }
    for (const auto& [use, count] : person.counts)
        for (const std::string answer : {"yes", "no"}) CHECK((use.subject != answer && use.detail != answer));
}
