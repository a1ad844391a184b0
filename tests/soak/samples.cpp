#include "samples.hpp"

#include "counted.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace talkpoint::soak {
namespace fs = std::filesystem;
namespace {

constexpr double mib = 1024 * 1024;

double entries_of(const char* folder) {
    return static_cast<double>(std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
}

/// Not shared with any other process: what they do would be seen in it.
double resident_bytes() {
    std::ifstream file{"/proc/self/status"};
    for (std::string word; file >> word;)
        if (word == "RssAnon:" && file >> word) return std::stod(word) * 1024;
    return 0;
}

double bytes_below(const fs::path& folder) {
    double sum = 0;
    for (const auto& entry : fs::recursive_directory_iterator{folder})
        if (entry.is_regular_file()) sum += static_cast<double>(entry.file_size());
    return sum;
}

double median(const std::vector<Sample>& samples, std::size_t from, std::size_t to, double Sample::* what) {
    std::vector<double> values;
    for (auto i = from; i < to; ++i) values.push_back(samples[i].*what);
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// By how much something may grow. Objects of C++ stand still, so a leak of a hundred bytes a visit is seen in them.
/// The whole heap moves to and fro by a megabyte with what libraries keep of letters and pixels, and grows with the
/// database, of which SQLite keeps two megabytes at hand: a long soak sees what is hidden there.
struct Limit {
    double Sample::* what;
    const char* name;
    double at_all, a_visit;
};
constexpr Limit limits[] = {{&Sample::own, "bytes of C++ objects", 16'384, 30},
                            {&Sample::objects, "C++ objects", 40, 0.03},
                            {&Sample::heap, "bytes of the heap", 3 * mib, 50},
                            {&Sample::resident, "resident bytes", 10 * mib, 100},
                            {&Sample::files, "open files", 0, 0},
                            {&Sample::threads, "threads", 0, 0},
                            {&Sample::textures, "textures", 0, 0}};
constexpr double bytes_a_response = 4096;  ///< of the state directory, index and tallies included

}  // namespace

Sample sample(Place& place, int visits) {
    Sample now;
    now.visits = visits;
    now.textures = static_cast<double>(place.forgotten_textures());
    malloc_trim(0);
    now.own = static_cast<double>(counted().bytes);
    now.objects = static_cast<double>(counted().objects);
    const auto heap = ::mallinfo2();
    now.heap = static_cast<double>(heap.uordblks + heap.hblkhd);
    now.resident = resident_bytes();
    now.files = entries_of("/proc/self/fd");
    now.threads = entries_of("/proc/self/task");
    now.state = bytes_below(place.state());
    now.responses = static_cast<double>(place.responses());
    place.pass({});
    return now;
}

std::string heading() {
    return "visits  own KiB  objects  heap MiB  resident MiB  files  threads  textures  state MiB  responses";
}

std::string line_of(const Sample& s) {
    return fmt::format("{:6}  {:7.0f}  {:7}  {:8.3f}  {:12.2f}  {:5}  {:7}  {:8}  {:9.2f}  {:9}", s.visits,
                       s.own / 1024, s.objects, s.heap / mib, s.resident / mib, s.files, s.threads, s.textures,
                       s.state / mib, s.responses);
}

std::vector<std::string> growth_in(const std::vector<Sample>& samples) {
    const auto third = samples.size() / 3;
    if (third == 0) return {"three days at least are needed to see what grows"};
    const auto grown = [&](double Sample::* what) {
        return median(samples, samples.size() - third, samples.size(), what) - median(samples, third, 2 * third, what);
    };
    const double visits = samples[samples.size() - third].visits - samples[third].visits;
    std::vector<std::string> faults;
    for (const auto& limit : limits) {
        const double by = grown(limit.what);
        fmt::print("{}: {:+.0f}, {:+.2f} a visit\n", limit.name, by, by / visits);
        if (const double most = limit.at_all + limit.a_visit * visits; by > most)
            faults.push_back(fmt::format("{} have grown by {:.0f}; at most {:.0f}", limit.name, by, most));
    }
    const double responses = grown(&Sample::responses), each = grown(&Sample::state) / std::max(1.0, responses);
    fmt::print("state directory: {:+.0f} bytes a response\n", each);
    if (each > bytes_a_response)
        faults.push_back(
            fmt::format("the state directory grows by {:.0f} bytes a response; at most {}", each, bytes_a_response));
    if (responses <= 0) faults.emplace_back("no response was kept: nothing was soaked");
    return faults;
}

}  // namespace talkpoint::soak
