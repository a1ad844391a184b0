// Every public screen with made-up words, few and many, in every manner: what access.md promises, with numbers.
#include "catch.hpp"

#include "ui/audit_inspector.hpp"
#include "ui/words.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using base::Millis;

namespace {

/// One kiosk of an author's making.
struct Made : Inspector {
    Made(const Manner& manner, bool wordy, std::shared_ptr<Letters> letters)
        : Inspector(manner, std::move(letters), wordy ? ", many words" : ""), author(wordy, most_in_option(manner)) {}

    /// Large letters in the band that is within reach of everybody: there an author cannot have all of the 120
    /// characters (ui/README.md).
    static std::size_t most_in_option(const Manner& m) {
        if (!m.wishes.lower || !m.wishes.large_text) return 120;
        return m.size.width > m.size.height ? 120 : 60;
    }

    [[nodiscard]] Stage stage(visit::Catalogue catalogue) const {
        catalogue.site_name = author.words(50);
        return Inspector::stage(std::move(catalogue));
    }
    [[nodiscard]] visit::Catalogue catalogue(int packs, int messages, int surveys, int lines) const {
        visit::Catalogue out;
        for (int i = 0; i < packs; ++i) out.packs.push_back(author.pack("pack-" + std::to_string(i), messages));
        for (int i = 0; i < surveys; ++i)
            out.surveys.push_back(author.survey("survey-" + std::to_string(i), survey::Feedback::each));
        for (int i = 0; i < lines; ++i) out.help.push_back(author.help_line(i));
        return out;
    }
    /// Everything is looked at in the usual manner; in the others what they change.
    [[nodiscard]] Depth depth() const {
        const bool usual = manner().wishes == ui::Wishes{} && !manner().reading;
        return {.warning = true, .focus = false, .ink = usual && manner().language != "pl"};
    }
    void look(Stage& stage, const std::string& what) { Inspector::look(stage, what, depth()); }

    const Author author;
};

constexpr ui::Size lying{1920, 1080}, upright{1080, 1920};

std::vector<Manner> manners() {
    std::vector<Manner> out;
    for (const std::string language : {"en", "pl", "ar"})
        for (const auto size : {lying, upright}) {
            const auto add = [&](bool large, bool lower, bool reading, bool rehearsal) {
                out.push_back({language, size, {large, false, lower}, rehearsal, reading, {}});
            };
            add(false, false, false, false);
            add(true, false, false, false);
            add(false, true, false, false);
            add(false, false, true, false);
            add(false, false, false, true);
            add(true, true, true, true);
        }
    return out;
}

template <class Look>
void everywhere(Look look) {
    std::vector<std::string> faults;
    for (const bool wordy : {false, true}) {
        auto letters = std::make_shared<Letters>();
        for (const auto& manner : manners()) {
            Made made{manner, wordy, letters};
            look(made);
            faults.insert(faults.end(), made.faults().begin(), made.faults().end());
        }
    }
    tell(faults);
}

/// Answers with the last option (for sort: all of them, last to first).
void answer(Stage& stage) {
    const auto* session = stage.visit.session();
    std::vector<std::string> ids;
    for (const auto* option : session->options()) ids.push_back(option->id);
    const bool all = session->question().kind == survey::QuestionKind::sort;
    for (std::size_t i = ids.size(); i > (all ? 0 : ids.size() - 1); --i) (void)stage.act(visit::Choose{ids[i - 1]});
}

}  // namespace

TEST_CASE("audit: attract, hidden", "[audit]") {
    everywhere([](Made& inspector) {
        for (const int packs : {0, 1, 2}) {
            auto stage = inspector.stage(inspector.catalogue(packs, 3, 1, 3));
            for (const int seconds : {0, 4, 8, 9, 17}) {
                stage.now = Millis{seconds * 1000};
                inspector.look(stage, fmt::format("{} packs after {} s", packs, seconds));
            }
            (void)stage.act(visit::Hide{});
            inspector.look(stage, "hidden");
        }
    });
}

TEST_CASE("audit: home", "[audit]") {
    everywhere([](Made& inspector) {
        for (const int surveys : {0, 1, 2, 5})
            for (const int packs : {0, 1, 2, 3, 4, 5, 8, 12}) {
                auto stage = inspector.stage(inspector.catalogue(packs, 1, surveys, surveys * packs));
                (void)stage.act(visit::Begin{});
                inspector.look(stage, fmt::format("{} surveys, {} packs", surveys, packs));
            }
        auto stage = inspector.stage(inspector.catalogue(2, 1, 1, 3));
        for (const visit::Action& action : {visit::Action{visit::Begin{}}, visit::Action{visit::OpenSurvey{"survey-0"}},
                                            visit::Action{visit::StartSurvey{}}, visit::Action{visit::Stop{}}})
            (void)stage.act(action);
        REQUIRE(stage.visit.just_stopped());
        inspector.look(stage, "after stopping");
    });
}

TEST_CASE("audit: topics and messages", "[audit]") {
    everywhere([](Made& inspector) {
        for (const int messages : {1, 2, 3, 4, 5, 6, 7, 9, 10, 13, 20, 40}) {
            auto stage = inspector.stage(inspector.catalogue(1, messages, 0, 1));
            (void)stage.act(visit::Begin{});
            (void)stage.act(visit::OpenTopic{"pack-0"});
            inspector.look(stage, fmt::format("{} messages", messages));
        }
        for (const bool with_picture : {false, true}) {
            auto catalogue = inspector.catalogue(1, 1, 0, 1);
            if (!with_picture) catalogue.packs[0].messages[0].picture.reset();
            auto stage = inspector.stage(std::move(catalogue));
            (void)stage.act(visit::Begin{});
            (void)stage.act(visit::OpenMessage{"pack-0", "message-0"});
            for (std::size_t page = 0; page < 3; ++page) {
                inspector.look(stage, fmt::format("page {}{}", page, with_picture ? " with picture" : ""));
                (void)stage.act(visit::Continue{});
            }
        }
    });
}

TEST_CASE("audit: films", "[audit]") {
    everywhere([](Made& inspector) {
        auto catalogue = inspector.catalogue(1, 1, 0, 1);
        inspector.author.give_film(catalogue.packs[0].messages[0], "en");
        auto stage = inspector.stage(std::move(catalogue));
        inspector.look(stage, "plays to the room");
        (void)stage.act(visit::Begin{});
        (void)stage.act(visit::OpenMessage{"pack-0", "message-0"});
        REQUIRE(stage.scene().node("film"));
        for (const bool there : {false, true}) {
            stage.films.there = there;
            inspector.look(stage, there ? "a film" : "a film to come");
        }
        (void)stage.act(visit::PauseFilm{});
        inspector.look(stage, "a film, held");
        (void)stage.act(visit::ReadInstead{});
        inspector.look(stage, "a film in words");
        (void)stage.act(visit::Back{});
        (void)stage.act(visit::PauseFilm{});
        (void)stage.act(visit::FilmEnded{});
        inspector.look(stage, "a film at its end");
        (void)stage.act(visit::Continue{});
        inspector.look(stage, "the page after a film");
    });
}

TEST_CASE("audit: help", "[audit]") {
    everywhere([](Made& inspector) {
        for (const int lines : {0, 1, 2, 3, 4, 5, 8, 14}) {
            auto stage = inspector.stage(inspector.catalogue(1, 1, 0, lines));
            (void)stage.act(visit::Begin{});
            (void)stage.act(visit::GetHelp{});
            inspector.look(stage, fmt::format("{} lines", lines));
        }
    });
}

TEST_CASE("audit: a survey with an explanation after each answer", "[audit]") {
    everywhere([](Made& inspector) {
        auto stage = inspector.stage(inspector.catalogue(0, 0, 1, 3));
        (void)stage.act(visit::Begin{});
        (void)stage.act(visit::OpenSurvey{"survey-0"});
        inspector.look(stage, "intro");
        (void)stage.act(visit::StartSurvey{});
        while (stage.visit.session()) {
            const std::string id = stage.visit.session()->question().id;
            inspector.look(stage, id);
            (void)stage.act(visit::Continue{});
            REQUIRE(stage.visit.answer_missing());
            inspector.look(stage, id + " without an answer");
            answer(stage);
            inspector.look(stage, id + " answered");
            (void)stage.act(visit::Continue{});
            REQUIRE(stage.visit.place().screen == visit::Screen::survey_check);
            inspector.look(stage, id + " explained");
            (void)stage.act(visit::Continue{});
        }
        inspector.look(stage, "saving");
        (void)stage.act(visit::SaveFailed{stage.submitted});
        inspector.look(stage, "saving, failed");
        (void)stage.act(visit::Saved{stage.submitted});
        inspector.look(stage, "thanks");
    });
}

TEST_CASE("audit: a survey explained at its end", "[audit]") {
    everywhere([](Made& inspector) {
        visit::Catalogue catalogue;
        catalogue.surveys.push_back(inspector.author.survey("survey-0", survey::Feedback::end));
        auto stage = inspector.stage(std::move(catalogue));
        (void)stage.act(visit::Begin{});
        (void)stage.act(visit::OpenSurvey{"survey-0"});
        (void)stage.act(visit::StartSurvey{});
        while (!stage.visit.session()->finished()) (void)stage.act(visit::Skip{});
        while (stage.visit.explanation()) {
            inspector.look(stage, "explanation of " + stage.visit.explanation()->id);
            (void)stage.act(visit::Continue{});
        }
    });
}

TEST_CASE("audit: every pair of colours that carries words", "[audit]") {
    CHECK(contrast(ui::rgb(0xFFFFFF), ui::rgb(0)) == Approx(21));
    CHECK(contrast(ui::rgb(0x767676), ui::rgb(0xFFFFFF)) == Approx(4.54).margin(0.01));
    for (const auto& p : {ui::Palette{}, ui::high_contrast()}) {
        for (const auto ground : {p.paper, p.surface, p.mint, p.sun, p.peach, p.sky, p.leaf, p.lilac})
            CHECK(contrast(p.ink, ground) >= Demands{}.least_text);
        for (const auto ground : {p.dark, p.deep, p.alarm}) CHECK(contrast(p.on_deep, ground) >= Demands{}.least_text);
        CHECK(contrast(p.focus, p.focus_inside) >= (p.outlined ? 7 : 3));
        CHECK(contrast(p.focus, p.paper) >= (p.outlined ? 7 : 3));
    }
}
