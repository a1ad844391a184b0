// The subjects of the bench. Each adds its figures to the table; `scratch` is a folder that goes away afterwards.
#pragma once

#include "table.hpp"

#include <filesystem>

namespace talkpoint::bench {

void measure_start(Table& table, const std::filesystem::path& scratch);
void measure_rest(Table& table, const std::filesystem::path& scratch);
void measure_touch(Table& table);
void measure_commits(Table& table, const std::filesystem::path& scratch);
/// With a million responses that wait against ten, alternating.
void measure_million(Table& table, const std::filesystem::path& scratch);

}  // namespace talkpoint::bench
