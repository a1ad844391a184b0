// How pages of the staff area look: bars that are told apart, keys as large as there is room for, parts that say of
// what they are.
#include "catch.hpp"

#include "staff/pages_found.hpp"
#include "ui/audit_rules.hpp"
#include "ui/screens/staff.hpp"
#include "ui/stage.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

class Panel {
  public:
    Panel(ui::Size size, double longer_side_mm) : theme_(size, {.longer_side_mm = longer_side_mm}, {}) {}

    ui::Scene show(const staff::Page& page) {
        return ui::build_staff({theme_, letters_.texts, pictures_, strings_, interaction_, false, nullptr}, page);
    }
    /// Each part of the page.
    std::vector<ui::Scene> parts(const staff::Page& page) {
        interaction_.arrive(page.title);
        std::vector<ui::Scene> all{show(page)};
        while (const auto* more = all.back().node("part.more")) {
            REQUIRE(all.size() < 100);
            (void)interaction_.activate(*more);
            all.push_back(show(page));
        }
        return all;
    }
    [[nodiscard]] const ui::Theme& theme() const { return theme_; }

  private:
    ui::Theme theme_;
    Letters letters_;
    FakePictures pictures_;
    ui::Interaction interaction_;
    pack::Strings strings_ = interface_strings();
};

/// On each of the panels that are audited.
Panel any_panel() {
    const auto [width, height, mm] =
        GENERATE(std::tuple{1920, 1080, 476.0}, std::tuple{1080, 1920, 476.0}, std::tuple{1280, 800, 476.0},
                 std::tuple{1024, 600, 476.0}, std::tuple{1024, 600, 223.0});
    CAPTURE(width, height, mm);
    return {{width, height}, mm};
}

Bar bar_told(Bar::Told told, double share = 0, double low = 0, double high = 0) {
    return {.label = "An answer",
            .told = told,
            .share = share,
            .low = low,
            .high = high,
            .count = "20",
            .percent = "40 %",
            .range = "20 to 60 %"};
}

/// The colours along the middle of a bar, a little above the whisker.
std::vector<ui::Color> colours_in(const ui::Scene& scene, const ui::Node& bar) {
    std::vector<ui::Color> all;
    for (float x = bar.rect.x + 2; x < bar.rect.right() - 2; x += 1)
        all.push_back(colour_at(scene.display, x, bar.rect.y + bar.rect.h * 0.3F).value());
    return all;
}

}  // namespace

TEST_CASE("bars: none, few, most and what is not told look each its own", "[staff-looks]") {
    auto panel = any_panel();
    Page page{.title = "Counts"};
    page.items.emplace_back(
        Chart{"Who?",
              "45 answered.",
              {bar_told(Bar::Told::share), bar_told(Bar::Told::few, 0, 0, 0.2), bar_told(Bar::Told::most),
               bar_told(Bar::Told::nothing), bar_told(Bar::Told::share, 1, 0.9, 1)},
              "Stripes."});
    std::vector<std::vector<ui::Color>> looks;
    for (const auto& scene : panel.parts(page))
        for (const auto& node : scene.nodes)
            if (node.role == ui::Role::image) looks.push_back(colours_in(scene, node));
    REQUIRE(looks.size() == 5);
    for (std::size_t i = 0; i < looks.size(); ++i)
        for (std::size_t k = i + 1; k < looks.size(); ++k) {
            std::size_t other = 0;
            const auto both = std::min(looks[i].size(), looks[k].size());
            for (std::size_t x = 0; x < both; ++x) other += contrast(looks[i][x], looks[k][x]) >= 3 ? 1U : 0U;
            INFO(i << " and " << k);
            CHECK(other * 50 > both);
        }
    // Of none there is no bar, but for the axis.
    const auto ground = panel.theme().palette().surface;
    CHECK(std::ranges::count_if(looks[0], [&](auto color) { return contrast(color, ground) > 1.5; }) <
          static_cast<long>(looks[0].size()) / 20);
}

TEST_CASE("bars: the interval is seen on the bar and beside it", "[staff-looks]") {
    auto panel = any_panel();
    Page page{.title = "Counts"};
    page.items.emplace_back(Chart{"Who?", "", {bar_told(Bar::Told::share, 0.4, 0.25, 0.65)}, ""});
    const auto scene = panel.parts(page).front();
    const auto* bar = scene.node("staff.bar.1");
    REQUIRE(bar);
    CHECK(bar->value == "20: 40 %, likely 20 to 60 %");
    const auto at = [&](double share, double down) {
        return colour_at(scene.display, bar->rect.x + bar->rect.w * static_cast<float>(share),
                         bar->rect.y + bar->rect.h * static_cast<float>(down))
            .value();
    };
    const auto on_bar = at(0.3, 0.3), beside = at(0.6, 0.3);
    CHECK(contrast(at(0.3, 0.5), on_bar) >= 3);
    CHECK(contrast(at(0.6, 0.5), beside) >= 3);
    CHECK(contrast(on_bar, beside) >= 3);
    CHECK(contrast(at(0.25, 0.4), on_bar) >= 3);  // its ends
    CHECK(contrast(at(0.65, 0.4), beside) >= 3);
}

TEST_CASE("a chart and a table say on each part of which question they are", "[staff-looks]") {
    auto panel = any_panel();
    Page page{.title = "Counts"};
    Chart chart{"Who?", "", std::vector(30, bar_told(Bar::Told::share, 0.4, 0.2, 0.6)), ""};
    page.items.emplace_back(chart);
    Table table{"How many?", {"When", "Began"}, {}};
    for (int i = 0; i < 60; ++i) table.rows.push_back({std::to_string(i), "5"});
    page.items.emplace_back(table);
    const auto parts = panel.parts(page);
    CHECK(parts.size() > 1);
    std::size_t bars = 0, cells = 0;
    for (const auto& scene : parts) {
        std::set<std::string> names;
        for (const auto& node : scene.nodes) names.insert(node.name);
        for (const auto& node : scene.nodes) {
            if (node.role == ui::Role::image) {
                ++bars;
                CHECK(names.contains("Who?"));
                CHECK(names.contains("50 %"));
            }
            if (node.id.starts_with("staff.row.") && node.id.ends_with(".2") && names.contains("How many?")) {
                ++cells;
                CHECK(names.contains("Began"));
            }
        }
    }
    CHECK(bars == 30);
    CHECK(cells >= 60);
}

TEST_CASE("the keys of the PIN stand together in the middle, and are larger than any target has to be",
          "[staff-looks]") {
    auto panel = any_panel();
    auto area = on(Screen::pin);
    for (int i = 0; i < 6; ++i) (void)area.update(Type{'8'}, start);
    const auto parts = panel.parts(page_of(area, {}));
    REQUIRE(parts.size() == 1);
    ui::Rect all{1e6F, 1e6F, 0, 0};
    float right = 0, bottom = 0;
    for (const auto& node : parts.front().nodes) {
        if (!node.id.starts_with("key.")) continue;
        all.x = std::min(all.x, node.rect.x), all.y = std::min(all.y, node.rect.y);
        right = std::max(right, node.rect.right()), bottom = std::max(bottom, node.rect.bottom());
        CHECK(node.rect.h >= panel.theme().target());
        CHECK(node.rect.w >= panel.theme().target() * 1.4F);
    }
    const auto whole = static_cast<float>(panel.theme().size().width);
    const auto* typed = parts.front().node("staff.typed.1");
    REQUIRE(typed);
    const float left = std::min(all.x, typed->rect.x);
    CHECK(std::abs(left + std::max(right, typed->rect.right()) - whole) < whole * 0.16F);
    CHECK(right - all.x < whole * 0.9F);
}

TEST_CASE("choices are radio buttons of which one is chosen", "[staff-looks]") {
    auto panel = any_panel();
    Page page{.title = "An event"};
    page.items.emplace_back(Choice{
        "When?", {{"Before", Do{Task::set_phase, "before"}, {}, true}, {"After", Do{Task::set_phase, "after"}}}});
    const auto scene = panel.parts(page).front();
    for (const auto* id : {"staff.choice.1", "staff.choice.2"}) {
        const auto* node = scene.node(id);
        REQUIRE(node);
        CHECK(node->role == ui::Role::radio);
        CHECK(node->checked == (node->position == 1));
        CHECK(node->total == 2);
    }
}

TEST_CASE("No is as large as Yes", "[staff-looks]") {
    auto panel = any_panel();
    const auto scene = panel.parts(page_of(on(Screen::sure), known())).front();
    const auto *no = scene.node("next.1"), *yes = scene.node("next.2");
    REQUIRE(no);
    REQUIRE(yes);
    CHECK(no->name == "No");
    CHECK(no->rect.w == yes->rect.w);
    CHECK(no->rect.h == yes->rect.h);
    CHECK(no->cap_px == yes->cap_px);
    CHECK(no->background == yes->background);
}

TEST_CASE("the parts of the form of an event are as even as they can be", "[staff-looks]") {
    auto panel = any_panel();
    Page page{.title = "A new event", .id = "new-event"};
    for (int i = 0; i < 6; ++i) page.items.emplace_back(Choice{"What?", {{"This", Do{}, {}, true}, {"That", Do{}}}});
    page.next = {{"Go on", Enter{}}};
    std::vector<std::size_t> questions;
    std::vector<std::size_t> choices;
    for (const auto& part : panel.parts(page)) {
        const auto count = [&](std::string_view id) {
            return static_cast<std::size_t>(std::ranges::count_if(
                part.nodes, [&](const ui::Node& node) { return node.id.find(id) != std::string::npos; }));
        };
        questions.push_back(count("staff.label.")), choices.push_back(count("staff.choice."));
    }
    const auto [fewest, most] = std::ranges::minmax(questions);
    CHECK(most - fewest <= 1);
    // What is asked and what is chosen stand together.
    for (std::size_t i = 0; i < questions.size(); ++i) CHECK(choices[i] == 2 * questions[i]);
}
