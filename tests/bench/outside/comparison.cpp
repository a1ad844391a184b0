#include "comparison.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace talkpoint::bench {

namespace {

/// The smallest sample that no less than this share of them are at most.
double at_share(std::vector<double> samples, double share) {
    std::ranges::sort(samples);
    const auto rank = std::ceil(share * static_cast<double>(samples.size()));
    return samples[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

double median(const std::vector<double>& samples) { return at_share(samples, 0.5); }

std::string number(double value) {
    const double size = std::abs(value);
    return fmt::format("{:.{}f}", value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4);
}

std::string line_of(const std::vector<double>& samples) {
    return fmt::format("{:>9} {:>9} {:>9} {:>9} {:>3}", number(median(samples)), number(std::ranges::min(samples)),
                       number(at_share(samples, 0.95)), number(std::ranges::max(samples)), samples.size());
}

}  // namespace

void Comparison::add(const std::string& name, const std::string& unit, Side side, double sample, const Aim& aim) {
    auto found = std::ranges::find(figures_, name, &Figure::name);
    if (found == figures_.end()) found = figures_.insert(found, {name, unit, aim, {}, {}});
    (side == Side::ours ? found->ours : found->theirs).push_back(sample);
}

void Comparison::print() const {
    fmt::print("\n{}\n\n{:<58} {:>9} {:>9} {:>9} {:>9} {:>3}\n", machine_, "", "median", "least", "95 %", "most", "n");
    for (const auto& [name, unit, aim, ours, theirs] : figures_) {
        if (!ours.empty()) fmt::print("{:<58} {}  {}\n", name, line_of(ours), unit);
        if (theirs.empty()) continue;
        fmt::print("{:>58} {}\n", aim.theirs, line_of(theirs));
        if (ours.empty()) continue;
        const double ratio = median(ours) / median(theirs);
        fmt::print("{:>58} {:>9}", fmt::format("ours / {}", aim.theirs), number(ratio));
        if (aim.ratio > 0)
            fmt::print("  {} {:.2f}: {}", aim.at_least ? "aim: at least" : "aim: at most", aim.ratio,
                       (aim.at_least ? ratio >= aim.ratio : ratio <= aim.ratio) ? "met" : "NOT MET");
        fmt::print("\n");
    }
    for (const auto& note : notes_) fmt::print("* {}\n", note);
}

std::string Comparison::json() const {
    auto figures = nlohmann::json::array();
    for (const auto& [name, unit, aim, ours, theirs] : figures_) {
        nlohmann::json figure{
            {"name", name}, {"unit", unit}, {"ours", ours}, {"theirs", theirs}, {"theirs_is", aim.theirs}};
        if (!ours.empty() && !theirs.empty()) {
            figure["ratio_of_medians"] = median(ours) / median(theirs);
            if (aim.ratio > 0) figure[aim.at_least ? "ratio_at_least" : "ratio_at_most"] = aim.ratio;
        }
        figures.push_back(std::move(figure));
    }
    return nlohmann::json{{"machine", machine_}, {"figures", figures}, {"notes", notes_}}.dump(1) + "\n";
}

}  // namespace talkpoint::bench
