// What was measured: a table for people, JSON for scripts.
#pragma once

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::bench {

class Table {
  public:
    void add(std::string name, std::string unit, std::vector<double> samples) {
        figures_.push_back({std::move(name), std::move(unit), std::move(samples)});
    }

    void print() const {
        fmt::print("{:<58} {:>10} {:>10} {:>10}  {}\n", "", "median", "least", "most", "n");
        for (auto figure : figures_) {
            std::ranges::sort(figure.samples);
            fmt::print("{:<58} {:>10.3f} {:>10.3f} {:>10.3f}  {}  {}\n", figure.name,
                       figure.samples[figure.samples.size() / 2], figure.samples.front(), figure.samples.back(),
                       figure.samples.size(), figure.unit);
        }
    }
    [[nodiscard]] std::string json() const {
        auto out = nlohmann::json::array();
        for (const auto& figure : figures_)
            out.push_back({{"name", figure.name}, {"unit", figure.unit}, {"samples", figure.samples}});
        return out.dump(1) + "\n";
    }

  private:
    struct Figure {
        std::string name, unit;
        std::vector<double> samples;
    };
    std::vector<Figure> figures_;
};

}  // namespace talkpoint::bench
