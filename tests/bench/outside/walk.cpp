#include "walk.hpp"

#include <algorithm>
#include <fstream>

namespace talkpoint::bench {

namespace fs = std::filesystem;

namespace {

Point middle(const nlohmann::json& node) {
    const auto& rect = node.at("rect");
    return {rect[0].get<int>() + rect[2].get<int>() / 2, rect[1].get<int>() + rect[3].get<int>() / 2};
}

/// As a tour finds it: by id, by the exact name, else by a part of the name.
const nlohmann::json& control(const nlohmann::json& dump, const std::string& words) {
    const auto find = [&](const auto& is_it) -> const nlohmann::json* {
        for (const auto& node : dump.at("nodes"))
            if (node.at("action").get<bool>() && is_it(node)) return &node;
        return nullptr;
    };
    const auto* found =
        words.starts_with('#')
            ? find([&](const auto& node) { return "#" + node.at("id").template get<std::string>() == words; })
            : find([&](const auto& node) { return node.at("name") == words; });
    if (!found)
        found = find([&](const auto& node) { return node.at("name").template get<std::string>().contains(words); });
    if (!found) give_up("the visit finds no \"" + words + "\" on " + dump.at("screen").get<std::string>());
    return *found;
}

}  // namespace

Point middle_of(const nlohmann::json& dump, const std::string& id) { return middle(control(dump, "#" + id)); }

std::size_t stop_at(const std::vector<Stop>& stops, const std::string& screen) {
    const auto found =
        std::ranges::find(stops, screen, [](const Stop& stop) { return stop.dump.at("screen").get<std::string>(); });
    if (found == stops.end()) give_up("the visit does not come to " + screen);
    return static_cast<std::size_t>(found - stops.begin());
}

std::vector<Stop> walk_visit(const fs::path& scratch, int width, int height) {
    // The tour that people look at, with a dump before each touch.
    std::ifstream visit(source / "tests/tours/visit.tour");
    std::ofstream tour(scratch / "walk.tour");
    std::vector<std::string> taps;
    for (std::string line; std::getline(visit, line);) {
        if (!line.starts_with("tap \"")) continue;
        tour << "dump stop-" << taps.size() << '\n' << line << '\n';
        taps.push_back(line.substr(5, line.rfind('"') - 5));
    }
    tour << "on survey.thanks\ndump stop-" << taps.size() << '\n';
    tour.close();
    auto arguments = kiosk_arguments;
    arguments.insert(arguments.begin(), kiosk_program);
    for (const auto& more : {std::string{"--headless"}, std::to_string(width) + "x" + std::to_string(height),
                             std::string{"--state"}, (scratch / "walk").string(), std::string{"--shots"},
                             (scratch / "stops").string(), std::string{"--tour"}, (scratch / "walk.tour").string()})
        arguments.push_back(more);
    (void)ms_of_run(arguments);
    std::vector<Stop> stops;
    for (std::size_t i = 0; i <= taps.size(); ++i) {
        std::ifstream file(scratch / "stops" / ("stop-" + std::to_string(i) + ".json"));
        Stop stop{nlohmann::json::parse(file), "", {}};
        if (i < taps.size()) {
            const auto& node = control(stop.dump, taps[i]);
            stop.tapped = node.at("id");
            stop.point = middle(node);
        }
        stops.push_back(std::move(stop));
    }
    return stops;
}

}  // namespace talkpoint::bench
