// Every page of the staff area, with few words and with many: what is promised of the public's screens holds here, too.
#include "catch.hpp"

#include "staff/pages_found.hpp"
#include "ui/audit_rules.hpp"
#include "ui/screens/staff.hpp"
#include "ui/stage.hpp"

#include <algorithm>
#include <set>
#include <tuple>

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

/// A panel in the hands of staff.
class Desk {
  public:
    Desk(ui::Size size, double longer_side_mm, bool rehearsal)
        : panel_{.longer_side_mm = longer_side_mm}, theme_(size, panel_, {}), rehearsal_(rehearsal) {}

    /// The page in all its parts, and the focus on each control of it.
    void look(const staff::Page& page, const std::string& what) {
        what_ = fmt::format("{}x{} {} mm, {}", theme_.size().width, theme_.size().height, panel_.longer_side_mm, what);
        interaction_.arrive(what_);
        for (int part = 1; part < 100; ++part) {
            inspect(page);
            const auto scene = scene_of(page);
            const auto* more = scene.node("part.more");
            if (!more) return;
            (void)interaction_.activate(*more);
        }
        fault("its parts never end");
    }
    [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

  private:
    ui::Scene scene_of(const staff::Page& page) {
        return ui::build_staff({theme_, letters_.texts, pictures_, strings_, interaction_, rehearsal_, nullptr}, page);
    }
    void inspect(const staff::Page& page) {
        const auto scene = scene_of(page);
        auto demands = Demands::of(theme_.size(), panel_, {});
        demands.strings = &strings_;
        demands.languages = {"en"};
        const Audit audit{scene, demands};
        for (const auto& found : audit.faults()) fault(found);
        std::vector<std::string> stops, reached;
        for (const auto& node : scene.nodes)
            if (node.action && !node.disabled) stops.push_back(node.id);
        for (std::size_t i = 0; i <= stops.size(); ++i) {
            (void)interaction_.key(ui::Key::tab, scene_of(page));
            const auto focused = scene_of(page);
            const auto* node = focused.node(interaction_.focused().value_or(""));
            reached.push_back(node ? node->id : "");
            if (!node) continue;
            for (const auto& found : faults_of_ring(focused, *node, demands.least_shape)) fault(found);
        }
        // From wherever the focus is.
        if (const auto first = std::ranges::find(stops, reached.front()); first != stops.end())
            std::ranges::rotate(stops, first);
        stops.push_back(stops.front());
        if (reached != stops) fault("Tab does not go through every control once and back to the first");
    }
    void fault(const std::string& found) { faults_.push_back(what_ + ": " + found); }

    ui::Panel panel_;
    ui::Theme theme_;
    bool rehearsal_;
    Letters letters_;
    FakePictures pictures_;
    ui::Interaction interaction_;
    pack::Strings strings_ = interface_strings();
    std::string what_;
    std::vector<std::string> faults_;
};

/// The longest name that is looked at of anything that has one.
const std::string long_name = "Whatsoever the neighbourhood's safeguarding representatives";
const std::string many_words =
    "Whatsoever the neighbourhood's safeguarding representatives recommended, undocumented misunderstandings, "
    "disproportionately, notwithstanding";

/// The same, with as many words as anybody may write wherever there are words.
json wordy(json found) {
    if (found.is_array())
        for (auto& one : found) one = wordy(one);
    if (found.is_object())
        for (auto& [key, value] : found.items()) {
            static const std::set<std::string> words{"text",     "title", "answer", "to_do", "label",  "value",
                                                     "sentence", "why",   "event",  "name",  "message"};
            if (value.is_string() && words.contains(key))
                value = many_words;
            else
                value = wordy(value);
        }
    return found;
}

/// As much as a kiosk may have.
Known crowded() {
    Known all = known();
    for (auto* part : {&all.status, &all.counts, &all.packs, &all.sticks, &all.looked_at}) *part = wordy(*part);
    all.sticks["sticks"][0]["packs"] = {std::string(24, 'w') + ".talkpack", many_words};
    for (auto* named : {&all.around.surveys, &all.around.languages}) {
        for (auto& one : *named) one.name = long_name;
        for (int i = 0; i < 12; ++i) named->push_back({std::to_string(i), "A name of " + std::to_string(i)});
    }
    all.around.packs[0].pack.name = many_words;
    for (int i = 0; i < 30; ++i) all.around.packs[0].messages.push_back({"m" + std::to_string(i), many_words});
    for (auto& item : all.around.checklist) {
        item.title = item.to_do = item.line.for_whom = item.line.hours = many_words;
        item.no_number = true;
    }
    all.around.project_page = false;
    all.around.fixed_rehearsal = true;
    all.around.sealed = {"friends"};
    for (int i = 0; i < 20; ++i) all.around.checklist.push_back(all.around.checklist.back());
    for (int i = 0; i < 200; ++i) all.deeds->push_back({ten, Act::exported, many_words.substr(0, 80)});
    for (auto& group : all.counts["surveys"][0]["groups"]) {
        group["questions"][0]["shares"] = many_words;
        for (int i = 0; i < 2; ++i) group["questions"].push_back(group["questions"][0]);
        auto hidden = group["questions"][0];
        hidden["bars"] = json::array(), hidden["right"] = nullptr;
        for (int i = 0; i < 14; ++i) hidden["question"] = "h" + std::to_string(i), group["questions"].push_back(hidden);
    }
    return all;
}

void look_at_all(Desk& desk, const Known& found, const std::string& note) {
    std::vector<std::pair<Screen, std::string>> places{{Screen::survey_counts, "friends"},
                                                       {Screen::survey_counts, "friends/0"},
                                                       {Screen::survey_counts, "friends/1"},
                                                       {Screen::content, "parents"},
                                                       {Screen::call, "0"},
                                                       {Screen::call, "2"},
                                                       {Screen::install, "/media/blue/parents-3.talkpack"}};
    for (const auto screen : staff_screens) places.emplace_back(screen, "");
    for (const auto& [screen, which] : places)
        desk.look(page_of(on(screen, which), found), fmt::format("{} {}{}", staff::name_of(screen), which, note));
    auto told = on(Screen::content);
    told.told({Mark::trouble, many_words, many_words}, {});
    desk.look(page_of(told, found), "what was told" + note);
    auto typed = on(Screen::event);
    typed.propose({{.name = std::string(Area::longest_name, 'w'), .survey = "friends", .language = "en"}, {}});
    (void)typed.update(Open{Screen::new_event}, {});
    (void)typed.update(Open{Screen::event_name}, {});
    desk.look(page_of(typed, found), "a long name" + note);
    auto after = found;
    after.around.surveys = {{"friends", "About friends"}};
    for (const std::size_t length : {std::size_t{14}, Area::longest_name}) {
        after.around.events = {};
        after.around.events.been = {
            {.code = std::string(length, 'w'), .phase = Phase::before, .survey = "friends", .finished = "1-7"}};
        desk.look(page_of(on(Screen::event), after), fmt::format("a part after, {} letters{}", length, note));
    }
    auto waits = on(Screen::pin);
    waits.must_wait(base::Millis{3'600'000}, {});
    desk.look(page_of(waits, found), "a wait" + note);
    auto pin = on(Screen::pin);
    for (int i = 0; i < 12; ++i) (void)pin.update(Type{'8'}, {});
    desk.look(page_of(pin, found), "a long PIN" + note);
    auto crosses = on(Screen::calibrate, "1");
    for (int i = 0; i < 4; ++i) {
        (void)crosses.update(Touched{500, 500}, {});
        desk.look(page_of(crosses, found), fmt::format("cross {}{}", i + 2, note));
    }
}

}  // namespace

TEST_CASE("audit: the staff area", "[audit]") {
    const auto [width, height, mm] =
        GENERATE(std::tuple{1920, 1080, 476.0}, std::tuple{1080, 1920, 476.0}, std::tuple{1280, 800, 476.0},
                 std::tuple{1024, 600, 476.0}, std::tuple{1024, 600, 223.0});
    const bool rehearsal = GENERATE(false, true);
    Desk desk{{width, height}, mm, rehearsal};
    look_at_all(desk, {}, ", nothing known");
    look_at_all(desk, known(), "");
    look_at_all(desk, crowded(), ", many words");
    for (std::size_t i = 0; i < desk.faults().size() && i < 40; ++i) UNSCOPED_INFO(desk.faults()[i]);
    INFO(desk.faults().size() << " faults");
    CHECK(desk.faults().empty());
}
