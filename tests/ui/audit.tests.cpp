// Every public screen, with few and many words, lying and upright: what access.md promises, with numbers.
#include "catch.hpp"

#include "ui/audit_rules.hpp"
#include "ui/stage.hpp"
#include "ui/words.hpp"

#include <map>

using namespace talkpoint;
using namespace talkpoint::tests;
using base::Millis;

namespace {

/// Looks at one kiosk after another and collects what is wrong.
class Inspector {
  public:
    Inspector(ui::Size size, bool wordy, bool rehearsal) : size_(size), author(wordy), rehearsal_(rehearsal) {
        place_ = fmt::format("{}x{}{}{}", size.width, size.height, wordy ? ", many words" : "",
                             rehearsal ? ", rehearsal" : "");
    }

    [[nodiscard]] Stage stage(visit::Catalogue catalogue) const {
        catalogue.site_name = author.words(50);
        return {std::move(catalogue), size_, rehearsal_};
    }
    [[nodiscard]] visit::Catalogue catalogue(int packs, int messages, int surveys, int lines) const {
        visit::Catalogue out;
        for (int i = 0; i < packs; ++i) out.packs.push_back(author.pack("pack-" + std::to_string(i), messages));
        for (int i = 0; i < surveys; ++i)
            out.surveys.push_back(author.survey("survey-" + std::to_string(i), survey::Feedback::each));
        for (int i = 0; i < lines; ++i) out.help.push_back(author.help_line(i));
        return out;
    }

    /// The screen in all its parts, then with the idle warning over it.
    void look(Stage& stage, const std::string& what) {
        ui::Scene scene = stage.scene();
        inspect(stage, scene, what);
        for (int part = 2; part < 100; ++part) {
            const auto* more = scene.node("part.more");
            if (!more) break;
            (void)stage.interaction.activate(*more);
            scene = stage.scene();
            inspect(stage, scene, what + fmt::format(", part {}", part));
        }
        CHECK(scene.node("part.more") == nullptr);
        const auto limit = stage.visit.next_deadline(stage.now);
        const auto screen = stage.visit.place().screen;
        if (!limit || screen == visit::Screen::attract || screen == visit::Screen::hidden) return;
        const auto before = stage.now;
        stage.tick(visit::Rules{}.saving_idle);
        scene = stage.scene();
        CHECK(scene.screen == "idle-warning");
        inspect(stage, scene, what + ", warning");
        (void)stage.act(visit::StillHere{});
        stage.now = before;
        (void)stage.act(visit::StillHere{});
    }

    void tell() const {
        int shown = 0;
        for (const auto& fault : faults_) {
            UNSCOPED_INFO(fault);
            if (++shown == 60) break;
        }
        CHECK(faults_.empty());
    }

  private:
    void inspect(Stage& stage, const ui::Scene& scene, const std::string& what) {
        const Audit audit{scene, stage.visit.place().screen == visit::Screen::help};
        for (const auto& fault : audit.faults()) faults_.push_back(place_ + ", " + what + ": " + fault);
        for (const std::string id : {"help", "hide"}) {
            const auto* node = scene.node(id);
            if (!node) continue;
            const auto [first, fresh] = corner_.try_emplace(id, node->rect);
            if (!fresh && first->second != node->rect)
                faults_.push_back(place_ + ", " + what + ": " + id + " stands at " + text_of(node->rect) + ", not at " +
                                  text_of(first->second));
        }
        for (const auto& stroke : scene.display.strokes()) {
            if (stroke.kind != ui::Stroke::Kind::text) continue;
            const auto ink = stage.texts.drawable(*stroke.text, stroke.rect.x, stroke.rect.y).rect;
            if (!holds(stroke.bounds(), ink))
                faults_.push_back(place_ + ", " + what + ": ink " + text_of(ink) + " leaves its bounds " +
                                  text_of(stroke.bounds()));
        }
    }

    ui::Size size_;
    std::string place_;
    std::map<std::string, ui::Rect> corner_;
    std::vector<std::string> faults_;

  public:
    const Author author;

  private:
    bool rehearsal_;
};

constexpr ui::Size lying{1920, 1080}, upright{1080, 1920};

template <class Look>
void everywhere(Look look) {
    for (const auto size : {lying, upright})
        for (const bool wordy : {false, true})
            for (const bool rehearsal : {false, true}) {
                Inspector inspector{size, wordy, rehearsal};
                look(inspector);
                inspector.tell();
            }
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
    everywhere([](Inspector& inspector) {
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
    everywhere([](Inspector& inspector) {
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
    everywhere([](Inspector& inspector) {
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

TEST_CASE("audit: help", "[audit]") {
    everywhere([](Inspector& inspector) {
        for (const int lines : {0, 1, 2, 3, 4, 5, 8, 14}) {
            auto stage = inspector.stage(inspector.catalogue(1, 1, 0, lines));
            (void)stage.act(visit::Begin{});
            (void)stage.act(visit::GetHelp{});
            inspector.look(stage, fmt::format("{} lines", lines));
        }
    });
}

TEST_CASE("audit: a survey with an explanation after each answer", "[audit]") {
    everywhere([](Inspector& inspector) {
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
    everywhere([](Inspector& inspector) {
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
            CHECK(contrast(p.ink, ground) >= least_contrast);
        for (const auto ground : {p.dark, p.deep, p.alarm}) CHECK(contrast(p.on_deep, ground) >= least_contrast);
        CHECK(contrast(p.focus, p.focus_inside) >= (p.outlined ? 7 : 3));
        CHECK(contrast(p.focus, p.paper) >= (p.outlined ? 7 : 3));
    }
}
