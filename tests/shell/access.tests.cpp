// The same visit by touch, by Tab and Enter, by five keys, by one, by ear alone, and in Arabic: the same response.
#include "catch.hpp"

#include "shell/driven.hpp"

#include <functional>
#include <regex>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using platform::KeyName;

namespace {

constexpr std::string_view in_arabic = R"(title = "كل الأنواع"
intro = "سؤال من كل نوع."
[question.one]
text = "أيّها؟"
options = { a = "تفاحة", b = "خبز", c = "لا شيء" }
[question.some]
text = "أيّها كلها؟"
options = { a = "تفاحة", b = "خبز", c = "جبن" }
[question.much]
text = "كم؟"
options = { little = "قليل", half = "نصف", lots = "كثير" }
[question.steps]
text = "بأي ترتيب؟"
options = { x = "حذاء", y = "جوارب", z = "باب" }
)";

/// A kiosk in English and Arabic; what is in `more` is added to its configuration.
struct AccessKiosk : TestKiosk {
    explicit AccessKiosk(const std::string& more = {}) {
        write("content/small/surveys/kinds.ar.toml", in_arabic);
        write("kiosk.toml",
              "[site]\nid = \"test-site\"\n[content]\nroot = \"content\"\npacks = [\"small\"]\n"
              "[survey]\noffered = [\"kinds\"]\n[languages]\noffered = [\"en\", \"ar\"]\n" +
                  more);
    }
    /// The only response that is kept, as a table has it; without its id and its language.
    [[nodiscard]] std::string response() const {
        const auto ran = ctl({"export", "--to", path("export")});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        for (const auto& entry : std::filesystem::recursive_directory_iterator(path("export"))) {
            if (!entry.path().filename().string().starts_with("kinds") || entry.path().extension() != ".csv") continue;
            const auto lines = lines_in(contents_of(entry.path()));
            if (lines.size() != 2 || lines[0].find("one") == std::string::npos) continue;
            const auto plain = std::regex_replace(lines[1], std::regex{"[0-9a-f]{8}-[0-9a-f-]{27}"}, "ID");
            return std::regex_replace(plain, std::regex{",(en|ar),"}, ",LANGUAGE,");
        }
        FAIL("there is no table with one response");
        return {};
    }
};

/// What a person wants, by the words that they see or hear, in their order; "Continue" and the like among them.
const std::vector<std::string> wishes = {"Every kind", "Start", "Bread, \"fresh\"", "Continue", "Apple", "Cheese",
                                         "Continue",   "Half",  "Continue",         "Socks",    "Shoes", "Door",
                                         "Continue"};

/// One way of reaching things. It goes on to the next until it is there, and works it.
using Way = std::function<void(DrivenKiosk&, const std::string& name)>;

bool is(const ui::Node* node, const std::string& name) { return node && node->name == name; }

Way by_keys(KeyName next) {
    return [next](DrivenKiosk& kiosk, const std::string& name) {
        for (int i = 0; i < 40 && !is(kiosk.focused(), name); ++i) kiosk.press(next);
        INFO(name << " on " << kiosk.screen());
        REQUIRE(is(kiosk.focused(), name));
        kiosk.press(KeyName::enter);
    };
}

void by_touch(DrivenKiosk& kiosk, const std::string& name) {
    const auto& nodes = kiosk.scene().nodes;
    const auto found = std::ranges::find_if(nodes, [&](const ui::Node& n) { return n.action && n.name == name; });
    INFO(name << " on " << kiosk.screen());
    REQUIRE(found != nodes.end());
    kiosk.tap(ui::Node{*found});
}

std::string response_by(const AccessKiosk& files, const Way& way, const std::function<void(DrivenKiosk&)>& begin) {
    {
        DrivenKiosk kiosk{files.config, files.path("state")};
        begin(kiosk);
        CHECK(kiosk.screen() == "home");
        for (const auto& wish : wishes) way(kiosk, wish);
        CHECK(kiosk.screen() == "survey.thanks");
    }
    return files.response();
}

const std::string& response_by_touch() {
    static const std::string response =
        response_by(AccessKiosk{}, by_touch, [](DrivenKiosk& kiosk) { by_touch(kiosk, "Touch to find out more"); });
    return response;
}

/// Somebody who knows nothing but what they hear.
class Listener {
  public:
    explicit Listener(DrivenKiosk& kiosk) : kiosk_(kiosk) {}

    /// Everything that is said until it is silent.
    std::string listen() {
        std::string all;
        for (int i = 0; i < 2000 && kiosk_.speaking(); ++i) {
            const auto said = *kiosk_.speaking();
            if (!all.ends_with(said + "\n")) all += said + "\n";
            kiosk_.wait(base::Millis{100});
        }
        REQUIRE_FALSE(kiosk_.speaking());
        return all;
    }
    /// Goes on until something of that name is said, and chooses it.
    void choose(const std::string& name) {
        for (int i = 0; i < 40; ++i) {
            kiosk_.press(KeyName::down);
            if (kiosk_.speaking().value_or("").starts_with(name)) {
                kiosk_.press(KeyName::enter);
                return;
            }
        }
        FAIL("never heard of " + name);
    }

  private:
    DrivenKiosk& kiosk_;
};

}  // namespace

TEST_CASE("a survey by Tab and Enter alone", "[access]") {
    const AccessKiosk files;
    const auto response =
        response_by(files, by_keys(KeyName::tab), [](DrivenKiosk& kiosk) { kiosk.press(KeyName::enter); });
    CHECK(response == response_by_touch());
}

TEST_CASE("a survey by five keys, with help and back on the way", "[access]") {
    const AccessKiosk files;
    int steps = 0;
    const auto down = by_keys(KeyName::down), up = by_keys(KeyName::up);
    const auto way = [&](DrivenKiosk& kiosk, const std::string& name) {
        const auto before = kiosk.screen();
        kiosk.press(KeyName::f1);
        CHECK(kiosk.screen() == "help");
        kiosk.press(KeyName::escape);
        CHECK(kiosk.screen() == before);
        (++steps % 2 ? down : up)(kiosk, name);
    };
    CHECK(response_by(files, way, [](DrivenKiosk& kiosk) { kiosk.press(KeyName::enter); }) == response_by_touch());
}

TEST_CASE("a survey by one key: the focus comes by itself", "[access]") {
    const AccessKiosk files{"[access]\nscanning = true\n"};
    const auto wait_for = [](DrivenKiosk& kiosk, const std::string& name) {
        for (int i = 0; i < 400 && !is(kiosk.focused(), name); ++i) kiosk.wait(base::Millis{250});
        INFO(name << " on " << kiosk.screen());
        REQUIRE(is(kiosk.focused(), name));
        kiosk.press(KeyName::enter);
    };
    CHECK(response_by(files, wait_for, [](DrivenKiosk& kiosk) { kiosk.press(KeyName::enter); }) == response_by_touch());
}

TEST_CASE("with one key, a touch beside the controls is that key; nobody is sent away before the focus has been round",
          "[access]") {
    const AccessKiosk files{"[access]\nscanning = true\n"};
    DrivenKiosk kiosk{files.config, files.path("state")};
    const auto touch = [&] {
        kiosk.wait(base::Millis{600});
        kiosk.touch(platform::Touch::Phase::down, 3, 400);
        kiosk.touch(platform::Touch::Phase::up, 3, 400);
    };
    touch();
    REQUIRE(kiosk.screen() == "home");
    for (int i = 0; i < 100 && !is(kiosk.focused(), "Small pack"); ++i) kiosk.wait(base::Millis{250});
    touch();
    CHECK(kiosk.screen() == "topic.small");
    const auto controls =
        std::ranges::count_if(kiosk.scene().nodes, [](const ui::Node& n) { return n.action.has_value(); });
    kiosk.wait(base::Millis{2000 * controls + 44'000});
    CHECK(kiosk.screen() == "topic.small");
    kiosk.wait(base::Millis{3000});
    CHECK(kiosk.screen() == "idle-warning");
    kiosk.wait(base::Millis{20'000});
    CHECK(kiosk.screen() == "attract");
}

TEST_CASE("a survey with the screen switched off: only what is said is known", "[access]") {
    const AccessKiosk files;
    {
        DrivenKiosk kiosk{files.config, files.path("state")};
        Listener listener{kiosk};
        kiosk.press(KeyName::f2);
        CHECK_THAT(listener.listen(),
                   ContainsSubstring("Reading aloud is on.") && ContainsSubstring("What would you like to do?"));
        listener.choose("Every kind");
        CHECK_THAT(listener.listen(), ContainsSubstring("One question of each kind."));
        listener.choose("Start");
        const auto question = listener.listen();
        CHECK_THAT(question, ContainsSubstring("Question 1 of 4") && ContainsSubstring("Which one?"));
        // Others may hear the loudspeaker: no answer is said before the person wants it.
        CHECK_THAT(question, ContainsSubstring("Say the answers aloud"));
        for (const std::string answer : {"Apple", "Bread", "=1+1"}) CHECK(question.find(answer) == std::string::npos);
        listener.choose("Say the answers aloud");
        for (const std::string answer : {"Bread, \"fresh\"", "Continue"}) listener.choose(answer);
        CHECK_THAT(listener.listen(), ContainsSubstring("Which ones?") && ContainsSubstring("Cheese"));
        for (const std::string answer : {"Apple", "Cheese", "Continue", "Half", "Continue", "Socks", "Shoes", "Door"})
            listener.choose(answer);
        CHECK_THAT(listener.listen(), ContainsSubstring("Door, tick box, number 3"));
        listener.choose("Continue");
        CHECK_THAT(listener.listen(), ContainsSubstring("Thank you"));
    }
    CHECK(files.response() == response_by_touch());
}

TEST_CASE("headphones begin the reading and let answers be said; without them it ends", "[access]") {
    const AccessKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    Listener listener{kiosk};
    kiosk.kiosk().headphones(true);
    kiosk.settle();
    CHECK(kiosk.screen() == "home");
    CHECK_THAT(listener.listen(), ContainsSubstring("Reading aloud is on."));
    listener.choose("Every kind");
    listener.choose("Start");
    CHECK_THAT(listener.listen(), ContainsSubstring("Apple") && !ContainsSubstring("Say the answers aloud"));
    listener.choose("Apple");
    kiosk.kiosk().headphones(false);
    kiosk.settle();
    CHECK(kiosk.speaking() == "Reading aloud is off.");
    CHECK(kiosk.screen() == "survey.question");
}

TEST_CASE("a survey in Arabic, chosen on the way", "[access]") {
    const AccessKiosk files;
    {
        DrivenKiosk kiosk{files.config, files.path("state")};
        by_touch(kiosk, "Touch to find out more");
        by_touch(kiosk, "Every kind");
        by_touch(kiosk, "Start");
        by_touch(kiosk, "Bread, \"fresh\"");
        by_touch(kiosk, "Language");
        CHECK(kiosk.screen() == "languages");
        by_touch(kiosk, "العربية");
        CHECK(kiosk.screen() == "survey.question");
        CHECK(kiosk.scene().right_to_left);
        REQUIRE(kiosk.scene().node("option.b"));
        CHECK(kiosk.scene().node("option.b")->checked);
        CHECK(kiosk.scene().node("option.b")->name == "خبز");
        const auto& interface = kiosk.languages().interface.at(1);
        for (const std::string wish : {"", "تفاحة", "جبن", "", "نصف", "", "جوارب", "حذاء", "باب", ""})
            by_touch(kiosk, wish.empty() ? interface("continue") : wish);
        CHECK(kiosk.screen() == "survey.thanks");
    }
    CHECK(files.response() == response_by_touch());
}

TEST_CASE("a language that has no voice is not offered to be read", "[access]") {
    const AccessKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state"), 1280, 800, {"en"}};
    by_touch(kiosk, "Touch to find out more");
    CHECK(kiosk.scene().node("read"));
    by_touch(kiosk, "Language");
    by_touch(kiosk, "العربية");
    CHECK_FALSE(kiosk.scene().node("read"));
    kiosk.press(KeyName::f2);
    CHECK_FALSE(kiosk.speaking());
}

TEST_CASE("the reading: again, held, louder, and silent when something else is done", "[access]") {
    const AccessKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    Listener listener{kiosk};
    kiosk.press(KeyName::f2);
    const auto first = listener.listen();
    kiosk.press(KeyName::f3);
    CHECK("Reading aloud is on.\n" + listener.listen() == first);
    kiosk.press(KeyName::f3);
    const auto held = kiosk.speaking();
    REQUIRE(held);
    kiosk.press(KeyName::f4);
    kiosk.wait(base::Millis{30'000});
    CHECK(kiosk.speaking() == held);
    kiosk.press(KeyName::f4);
    kiosk.wait(base::Millis{10'000});
    CHECK(kiosk.speaking() != held);
    kiosk.press(KeyName::f6);
    CHECK(kiosk.speaking() == "Volume 70 percent");
    (void)listener.listen();
    kiosk.press(KeyName::f3);
    REQUIRE(kiosk.speaking());
    kiosk.touch(platform::Touch::Phase::down, 5, 400);  // beside every control
    CHECK_FALSE(kiosk.speaking());
    kiosk.touch(platform::Touch::Phase::up, 5, 400);
    kiosk.press(KeyName::f2);
    CHECK(kiosk.speaking() == "Reading aloud is off.");
}

TEST_CASE("who listens is there; who has gone is not read to", "[access]") {
    const AccessKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    Listener listener{kiosk};
    kiosk.press(KeyName::f2);
    by_keys(KeyName::tab)(kiosk, "Every kind");
    (void)listener.listen();
    kiosk.wait(base::Millis{44'000});
    CHECK(kiosk.screen() == "survey.intro");
    kiosk.wait(base::Millis{2000});
    CHECK(kiosk.screen() == "idle-warning");
    CHECK_THAT(listener.listen(), ContainsSubstring("Are you still there?") && ContainsSubstring("I am still here"));
    kiosk.wait(base::Millis{20'000});
    CHECK(kiosk.screen() == "attract");
    CHECK_FALSE(kiosk.speaking());
    kiosk.wait(base::Millis{60'000});
    CHECK_FALSE(kiosk.speaking());
}
