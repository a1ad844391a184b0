// What there is to see changes while somebody is there: by an author's hand in the preview, by staff on a kiosk.
#include "catch.hpp"
#include "visit/visit.hpp"

#include <string>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::visit;
using base::Millis;

namespace {

survey::Question question(const std::string& id, const std::vector<std::string>& options) {
    survey::Question q;
    q.id = id;
    q.text = id;
    for (const auto& option : options) q.options.push_back({option, option, false});
    return q;
}

Catalogue catalogue(const std::string& language, std::size_t pages, bool survey = true) {
    Catalogue c;
    c.language = language;
    pack::Pack pack;
    pack.id = "p";
    pack::Message message;
    message.id = "m";
    message.pages.resize(pages);
    if (pages > 0) pack.messages.push_back(message);
    c.packs.push_back(pack);
    if (survey) {
        survey::Survey s;
        s.id = "s";
        s.questions = {question("one", {"a", "b"}), question("two", {"a", "b"}), question("three", {"a", "b"})};
        c.surveys.push_back(s);
    }
    return c;
}

struct Person {
    std::vector<Catalogue> first;
    base::Random chance{1}, ids{2};
    Visit visit{first, chance, ids, {}, Millis{0}};

    explicit Person(std::vector<Catalogue> catalogues) : first(std::move(catalogues)) {}
    void does(const Action& action) { (void)visit.update(action, Millis{0}); }
};

}  // namespace

TEST_CASE("renewal: the page stays, or the last, or the topic, or home") {
    Person person{{catalogue("en", 4)}};
    for (const Action& action :
         std::vector<Action>{Begin{}, OpenTopic{"p"}, OpenMessage{"p", "m"}, Continue{}, Continue{}})
        person.does(action);
    REQUIRE(person.visit.place().page == 2);
    const std::vector<Catalogue> more{catalogue("en", 5)}, fewer{catalogue("en", 2)}, none{catalogue("en", 0)},
        empty(1);
    person.visit.renew(more);
    CHECK(person.visit.place() == Place{Screen::message, "p", "m", {}, 2});
    person.does(GetHelp{});  // what lies under it counts
    person.visit.renew(fewer);
    CHECK(person.visit.place().screen == Screen::help);
    person.does(Back{});
    CHECK(person.visit.place() == Place{Screen::message, "p", "m", {}, 1});
    person.visit.renew(none);
    CHECK(person.visit.place() == Place{Screen::topic, "p", {}, {}, 0});
    person.visit.renew(empty);
    CHECK(person.visit.place().screen == Screen::home);
}

TEST_CASE("renewal: the language stays while there is one") {
    Person person{{catalogue("en", 2), catalogue("pl", 2)}};
    person.does(OpenLanguages{});
    person.does(ChooseLanguage{"pl"});
    const std::vector<Catalogue> more{catalogue("en", 2), catalogue("ar", 2), catalogue("pl", 2)},
        english{catalogue("en", 2)};
    person.visit.renew(more);
    CHECK(person.visit.settings().language == "pl");
    CHECK(&person.visit.catalogue() == &more[2]);
    person.visit.renew(english);
    CHECK(person.visit.settings().language == "en");
    CHECK(&person.visit.catalogue() == &english[0]);
}

TEST_CASE("renewal: answers stay where the survey asks the same, else it goes on at the same question") {
    Person person{{catalogue("en", 1)}};
    for (const Action& action :
         std::vector<Action>{Begin{}, OpenSurvey{"s"}, StartSurvey{}, Choose{"a"}, Continue{}, Choose{"b"}})
        person.does(action);
    std::vector<Catalogue> words{catalogue("en", 1)};
    words[0].surveys[0].questions[1].text = "other words";
    person.visit.renew(words);
    REQUIRE(person.visit.session());
    CHECK(person.visit.session()->question().text == "other words");
    CHECK(person.visit.session()->chosen() == std::vector<std::string>{"b"});

    std::vector<Catalogue> options{catalogue("en", 1)};
    options[0].surveys[0].questions[1] = question("two", {"a", "b", "c"});
    person.visit.renew(options);
    REQUIRE(person.visit.session());
    CHECK(person.visit.place().screen == Screen::survey_question);
    CHECK(person.visit.session()->question().id == "two");
    CHECK(person.visit.session()->options().size() == 3);
    CHECK(person.visit.session()->position() == 2);

    std::vector<Catalogue> without{catalogue("en", 1)};
    without[0].surveys[0].questions.erase(without[0].surveys[0].questions.begin() + 1);
    person.visit.renew(without);
    CHECK(person.visit.place() == Place{Screen::survey_intro, {}, {}, "s", 0});
    CHECK_FALSE(person.visit.session());
    person.does(StartSurvey{});
    CHECK(person.visit.session()->question().id == "one");
    person.does(GetHelp{});
    const std::vector<Catalogue> gone{catalogue("en", 1, false)};
    person.visit.renew(gone);
    CHECK_FALSE(person.visit.session());
    person.does(Back{});
    CHECK(person.visit.place().screen == Screen::home);
}

TEST_CASE("renewal: answers that are not on the disk yet are not given up with their survey") {
    Person person{{catalogue("en", 1)}};
    for (const Action& action : std::vector<Action>{Begin{}, OpenSurvey{"s"}, StartSurvey{}, Choose{"a"}, Continue{},
                                                    Choose{"b"}, Continue{}, Choose{"a"}})
        person.does(action);
    const auto submitted = person.visit.update(Continue{}, Millis{0}).submit;
    REQUIRE(submitted);
    person.does(SaveFailed{submitted->id});
    const std::vector<Catalogue> gone{catalogue("en", 1, false)};
    person.visit.renew(gone);
    CHECK(person.visit.place().screen == Screen::survey_saving);
    const auto again = person.visit.tick(Millis{60'000}).submit;
    REQUIRE(again);
    CHECK(again->id == submitted->id);
    person.does(Saved{submitted->id});
    CHECK(person.visit.place().screen == Screen::survey_thanks);
    person.visit.renew(gone);
    CHECK(person.visit.place().screen == Screen::survey_thanks);
}
