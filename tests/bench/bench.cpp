// How fast and how large the kiosk is: a table for people, JSON for scripts. No limits here: machines are noisy, so
// figures are given with their median and spread, and what depends on the disk beside something else in the same run.
#include "base/clock.hpp"
#include "base/files.hpp"
#include "subjects.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;
using namespace talkpoint;

namespace {

/// A folder of the bench's own; gone at the end, however it comes.
class Scratch {
  public:
    Scratch() : path_(fs::temp_directory_path() / ("talkpoint-bench-" + std::to_string(getpid()))) {
        fs::create_directories(path_);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code error;
        fs::remove_all(path_, error);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

}  // namespace

int main(int argc, char** argv) try {
    base::use_uk_local_time();
    const Scratch scratch;
    bench::Table table;
    const std::vector<std::string> words(argv + 1, argv + argc);
    const bool some = words.size() == 2 && words[0] == "--only";
    const auto wanted = [&](std::string_view subject) { return !some || words[1] == subject; };
    if (wanted("start")) bench::measure_start(table, scratch.path());
    // Before this process loads Mesa too: shared pages would be counted by halves.
    if (wanted("rest")) bench::measure_rest(table, scratch.path());
    if (wanted("touch")) bench::measure_touch(table);
    if (wanted("commits")) bench::measure_commits(table, scratch.path());
    if (wanted("million")) bench::measure_million(table, scratch.path());
    table.print();
    const fs::path json = !words.empty() && !some ? fs::path{words[0]} : fs::path{"build/bench.json"};
    if (const auto written = base::write_file(json, table.json()); !written)
        std::cerr << written.error().text() << '\n';
    else
        fmt::print("\nalso as JSON: {}\n", json.string());
    return 0;
} catch (const std::exception& error) {
    std::cerr << "bench: " << error.what() << '\n';
    return 1;
}
