#include "shell/tour_script.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <expected>
#include <optional>
#include <utility>

namespace talkpoint::shell {
namespace {

constexpr std::size_t max_tour_bytes = 4UL * 1024 * 1024;

const std::vector<std::string> step_names = {"tap",     "press", "touch",      "hold", "wait", "see",
                                             "not-see", "hear",  "headphones", "on",   "shot", "dump"};

constexpr std::array<std::pair<std::string_view, platform::KeyName>, 20> keys = {
    {{"Tab", platform::KeyName::tab},       {"Shift+Tab", platform::KeyName::shift_tab},
     {"Enter", platform::KeyName::enter},   {"Space", platform::KeyName::enter},
     {"Escape", platform::KeyName::escape}, {"Up", platform::KeyName::up},
     {"Down", platform::KeyName::down},     {"Left", platform::KeyName::left},
     {"Right", platform::KeyName::right},   {"Home", platform::KeyName::home},
     {"F1", platform::KeyName::f1},         {"F2", platform::KeyName::f2},
     {"F3", platform::KeyName::f3},         {"F4", platform::KeyName::f4},
     {"F5", platform::KeyName::f5},         {"F6", platform::KeyName::f6},
     {"F9", platform::KeyName::f9},         {"F10", platform::KeyName::f10},
     {"F11", platform::KeyName::f11},       {"Shift", platform::KeyName::shift}}};

/// `30s`, `1.5h`; units ms, s, m, h, d.
std::optional<base::Millis> read_duration(std::string_view text) {
    double amount = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
    if (error != std::errc{} || amount < 0) return {};
    const std::string_view unit = text.substr(static_cast<std::size_t>(rest - text.data()));
    constexpr std::array<std::pair<std::string_view, double>, 5> units = {
        {{"ms", 1}, {"s", 1e3}, {"m", 6e4}, {"h", 3.6e6}, {"d", 8.64e7}}};
    for (const auto& [name, millis] : units)
        if (unit == name && amount * millis < 4e10) return base::Millis{static_cast<std::int64_t>(amount * millis)};
    return {};
}

std::optional<float> read_number(std::string_view text) {
    float value = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || rest != text.data() + text.size()) return {};
    return value;
}

/// The rest of the line: in quotation marks with \" and \\ inside, or bare up to a comment.
std::optional<std::string> read_argument(std::string_view text) {
    if (!text.starts_with('"')) return std::string{base::trim(text.substr(0, text.find(" #")))};
    std::string out;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            out += text[++i];
        } else if (text[i] == '"') {
            const auto after = base::trim(text.substr(i + 1));
            if (after.empty() || after.starts_with('#')) return out;
            return {};
        } else {
            out += text[i];
        }
    }
    return {};
}

/// A file name, not a path: a tour writes into its own folder only.
bool is_plain_name(const std::string& name) {
    return !name.empty() && name.find('/') == std::string::npos && name != "." && name != "..";
}

std::expected<Step, std::string> read_step(std::string_view line) {
    const auto space = line.find_first_of(" \t");
    const std::string word{line.substr(0, space)};
    const auto argument =
        read_argument(base::trim(space == std::string_view::npos ? std::string_view{} : line.substr(space)));
    if (!argument) return std::unexpected("the quotation marks do not close; write \"…\" and nothing after it");
    Step step;
    step.text = line;
    const auto needs = [&](std::string_view what) {
        return std::unexpected(fmt::format("\"{}\" needs {}", word, what));
    };
    if (word == "tap") {
        if (argument->empty()) return needs("the name of a control, or #id");
        step.what = step::Tap{*argument};
    } else if (word == "press") {
        for (const auto& [name, key] : keys)
            if (*argument == name) {
                step.what = step::Press{key};
                return step;
            }
        return needs(
            "a key: Tab, Shift+Tab, Enter, Space, Escape, Up, Down, Left, Right, Home, F1 to F6, F9 to F11 or Shift");
    } else if (word == "touch") {
        const auto gap = argument->find_first_of(" \t");
        const auto x = read_number(std::string_view{*argument}.substr(0, gap));
        const auto y =
            gap == std::string::npos ? std::nullopt : read_number(base::trim(std::string_view{*argument}.substr(gap)));
        if (!x || !y) return needs("two numbers, x and y in pixels");
        step.what = step::Touch{*x, *y};
    } else if (word == "hold") {
        const auto words = base::split(*argument, ' ');
        const auto x = words.size() == 3 ? read_number(words[0]) : std::nullopt;
        const auto y = words.size() == 3 ? read_number(words[1]) : std::nullopt;
        const auto duration = words.size() == 3 ? read_duration(std::string{words[2]}) : std::nullopt;
        if (!x || !y || !duration) return needs("x and y in pixels, and a duration: 10 10 3s");
        step.what = step::Hold{*x, *y, *duration};
    } else if (word == "wait") {
        const auto duration = read_duration(*argument);
        if (!duration) return needs("a duration such as 500ms, 30s, 5m, 2h or 1d");
        step.what = step::Wait{*duration};
    } else if (word == "headphones") {
        if (*argument != "in" && *argument != "out") return needs("in or out");
        step.what = step::Headphones{*argument == "in"};
    } else if (word == "hear") {
        if (argument->empty()) return needs("a text");
        step.what = step::Hear{*argument};
    } else if (word == "see" || word == "not-see") {
        if (argument->empty()) return needs("a text");
        if (word == "see")
            step.what = step::See{*argument};
        else
            step.what = step::NotSee{*argument};
    } else if (word == "on") {
        if (argument->empty()) return needs("the id of a screen");
        step.what = step::On{*argument};
    } else if (word == "shot" || word == "dump") {
        if (!is_plain_name(*argument)) return needs("a file name without a folder and without an ending");
        if (word == "shot")
            step.what = step::Shot{*argument};
        else
            step.what = step::Dump{*argument};
    } else {
        const auto near = base::nearest(word, step_names);
        return std::unexpected(
            near ? fmt::format("\"{}\" is not a step; did you mean \"{}\"?", word, *near)
                 : fmt::format("\"{}\" is not a step; use one of: {}", word, base::join(step_names, ", ")));
    }
    return step;
}

}  // namespace

std::vector<Step> read_tour(const std::filesystem::path& file, base::Problems& problems) {
    std::vector<Step> steps;
    const auto text = base::read_text(file, max_tour_bytes);
    if (!text) {
        problems.push_back({base::Severity::error, text.error().place, 0, text.error().message});
        return steps;
    }
    int number = 0;
    for (const auto raw : base::lines_of(*text)) {
        ++number;
        const auto line = base::trim(raw);
        if (line.empty() || line.starts_with('#')) continue;
        auto step = read_step(line);
        if (step) {
            step->line = number;
            steps.push_back(std::move(*step));
        } else {
            problems.push_back({base::Severity::error, file.string(), number, step.error()});
        }
    }
    return steps;
}

}  // namespace talkpoint::shell
