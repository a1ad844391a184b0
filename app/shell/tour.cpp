#include "shell/tour.hpp"

#include "base/files.hpp"
#include "base/overload.hpp"
#include "base/strings.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>

namespace talkpoint::shell {
namespace {

using base::Millis;

constexpr Millis frame_interval{16};

std::string controls_of(const ui::Scene& scene) {
    std::vector<std::string> names;
    for (const auto& node : scene.nodes)
        if (node.action && !node.disabled) names.push_back("\"" + node.name + "\"");
    return names.empty() ? "there is nothing to touch" : "there are " + base::join(names, ", ");
}

std::string words_of(const ui::Scene& scene) {
    std::vector<std::string> words;
    for (const auto& node : scene.nodes) {
        if (!node.name.empty()) words.push_back("\"" + node.name + "\"");
        if (!node.value.empty()) words.push_back("\"" + node.value + "\"");
    }
    return base::join(words, ", ");
}

bool shows(const ui::Scene& scene, const std::string& text) {
    return std::ranges::any_of(scene.nodes, [&](const ui::Node& node) {
        return node.name.find(text) != std::string::npos || node.value.find(text) != std::string::npos;
    });
}

/// `survey.question` is on "survey.question", on "survey" and on "question": a whole id, its beginning, or a later part
/// of it.
bool is_on(const std::string& screen, const std::string& wanted) {
    return screen.starts_with(wanted) || screen.find("." + wanted) != std::string::npos;
}

/// By `#id`, by exact name, or by the only name that contains it.
std::expected<const ui::Node*, std::string> find_control(const ui::Scene& scene, const std::string& name) {
    std::vector<const ui::Node*> exact, containing;
    for (const auto& node : scene.nodes) {
        if (!node.action || node.disabled) continue;
        if (name.starts_with('#') ? node.id == name.substr(1) : node.name == name) exact.push_back(&node);
        if (node.name.find(name) != std::string::npos) containing.push_back(&node);
    }
    const auto& found = exact.empty() ? containing : exact;
    if (found.size() == 1) return found.front();
    if (found.empty())
        return std::unexpected(fmt::format("no such control on {}; {}", scene.screen, controls_of(scene)));
    return std::unexpected(
        fmt::format("{} controls on {} have that name; {}", found.size(), scene.screen, controls_of(scene)));
}

}  // namespace

void Tour::frame() {
    clock_.advance(frame_interval);
    kiosk_.settle_due();
    kiosk_.show_whole();
}

std::expected<void, std::string> Tour::run(const std::vector<Step>& steps, const std::atomic<bool>& stop) {
    kiosk_.settle_due();
    kiosk_.show_whole();
    for (const auto& step : steps) {
        if (stop || kiosk_.quit_requested()) return {};
        if (auto outcome = walk(step); !outcome) {
            if (!shots_.empty()) {
                const std::string name = "failed-line-" + std::to_string(step.line);
                std::ignore = shot(name);
                std::ignore = dump(name);
            }
            return std::unexpected(
                fmt::format("{}:{}: {}: {}", script_.string(), step.line, step.text, outcome.error()));
        }
    }
    return {};
}

Tour::Outcome Tour::walk(const Step& step) {
    return std::visit(
        base::Overload{
            [&](const step::Tap& s) { return tap(s.name); },
            [&](const step::Press& s) -> Outcome {
                kiosk_.handle(platform::KeyPress{s.key});
                kiosk_.wait_for_workers();
                frame();
                return {};
            },
            [&](const step::Touch& s) { return touch(s.x, s.y); },
            [&](const step::Hold& s) -> Outcome {
                hold(s);
                return {};
            },
            [&](const step::Wait& s) -> Outcome {
                wait(s.duration);
                return {};
            },
            [&](const step::See& s) -> Outcome {
                if (shows(kiosk_.scene(), s.text)) return {};
                return std::unexpected(
                    fmt::format("not on {}; there are {}", kiosk_.scene().screen, words_of(kiosk_.scene())));
            },
            [&](const step::NotSee& s) -> Outcome {
                if (!shows(kiosk_.scene(), s.text)) return {};
                return std::unexpected(fmt::format("it is on {}", kiosk_.scene().screen));
            },
            [&](const step::Hear& s) -> Outcome {
                const auto said = kiosk_.speaking();
                if (said && said->find(s.text) != std::string::npos) return {};
                return std::unexpected(said ? "what is being said is \"" + *said + "\"" : "nothing is being said");
            },
            [&](const step::Headphones& s) -> Outcome {
                kiosk_.headphones(s.in);
                frame();
                return {};
            },
            [&](const step::On& s) -> Outcome {
                if (is_on(kiosk_.scene().screen, s.screen)) return {};
                return std::unexpected(fmt::format("the screen is {}", kiosk_.scene().screen));
            },
            [&](const step::Shot& s) { return shot(s.name); },
            [&](const step::Dump& s) { return dump(s.name); },
        },
        step.what);
}

Tour::Outcome Tour::tap(const std::string& name) {
    const auto node = find_control(kiosk_.scene(), name);
    if (!node) return std::unexpected(node.error());
    const float x = (*node)->rect.x + (*node)->rect.w / 2, y = (*node)->rect.y + (*node)->rect.h / 2;
    const auto* hit = kiosk_.scene().control_at(x, y);
    if (!hit || hit->id != (*node)->id)
        return std::unexpected(
            fmt::format("a touch on its middle would not reach it, but {}", hit ? "\"" + hit->name + "\"" : "nothing"));
    kiosk_.forget_last_touch();
    return touch(x, y);
}

Tour::Outcome Tour::touch(float x, float y) {
    kiosk_.handle(platform::Touch{platform::Touch::Phase::down, x, y});
    kiosk_.show_whole();
    kiosk_.handle(platform::Touch{platform::Touch::Phase::up, x, y});
    kiosk_.wait_for_workers();
    frame();
    return {};
}

void Tour::hold(const step::Hold& where) {
    kiosk_.handle(platform::Touch{platform::Touch::Phase::down, where.x, where.y});
    kiosk_.show_whole();
    wait(where.duration);
    kiosk_.handle(platform::Touch{platform::Touch::Phase::up, where.x, where.y});
    kiosk_.wait_for_workers();
    frame();
}

void Tour::wait(Millis duration) {
    const Millis end = clock_.monotonic() + duration;
    // Whatever is due comes at its time, so that a wait can be cut anywhere. Only the frames of what moves are left out
    // while nobody can look at them.
    constexpr Millis looked_at{20'000};
    while (clock_.monotonic() < end && !kiosk_.quit_requested()) {
        const Millis now = clock_.monotonic();
        const auto due = kiosk_.next_due(end - now <= looked_at);
        clock_.advance(std::clamp(due.value_or(end), now + Millis{1}, end) - now);
        kiosk_.settle_due();
        kiosk_.wait_for_workers();
        kiosk_.show_whole();
    }
}

Tour::Outcome Tour::shot(const std::string& name) {
    if (shots_.empty()) return std::unexpected("there is no folder for it; give --shots DIR");
    kiosk_.wait_for_everything();
    if (const auto written = platform::write_png(canvas_.read(), shots_ / (name + ".png")); !written)
        return std::unexpected(written.error().text());
    return {};
}

Tour::Outcome Tour::dump(const std::string& name) {
    if (shots_.empty()) return std::unexpected("there is no folder for it; give --shots DIR");
    kiosk_.wait_for_everything();
    const auto json =
        ui::dump(kiosk_.scene(), base::format_local_time(clock_.local()), kiosk_.frames_drawn(), kiosk_.speaking());
    if (const auto written = base::write_file(shots_ / (name + ".json"), json.dump(1) + "\n"); !written)
        return std::unexpected(written.error().text());
    return {};
}

}  // namespace talkpoint::shell
