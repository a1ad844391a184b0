#include "ctl/left_over.hpp"

#include "base/clock.hpp"
#include "ctl/stick_readme.hpp"
#include "ctl/sums.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view part = ".part";
constexpr std::size_t most_on_stick = 10'000, most_in_folder = 200'000;

/// What stands after `prefix` and before `ending`; nothing where the name does not have both.
std::optional<std::string_view> between(std::string_view name, std::string_view prefix, std::string_view ending) {
    if (name.size() < prefix.size() + ending.size() || !name.starts_with(prefix) || !name.ends_with(ending)) return {};
    return name.substr(prefix.size(), name.size() - prefix.size() - ending.size());
}

/// As NewFolder calls it until it is whole.
bool is_our_name(std::string_view name, const std::string& site) {
    constexpr std::size_t date = 10;
    const auto of_day = between(name, "talkpoint-" + site + "-", part);
    if (!of_day || !base::parse_date(of_day->substr(0, date))) return false;
    const auto number = of_day->substr(std::min(date, of_day->size()));
    if (number.empty()) return true;
    return number.size() > 1 && number.size() <= 5 && number.front() == '-' &&
           number.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::string_view without_part(std::string_view name) { return between(name, "", part).value_or(name); }

/// Of a file or folder at the top of what is taken away, or of one of what is sealed.
bool is_ours(const fs::directory_entry& entry, int depth) {
    std::error_code error;
    const auto type = entry.symlink_status(error).type();
    const auto full = entry.path().filename().string();
    const auto name = without_part(full);
    constexpr int of_sealed = 1, in_sealed = 2;
    if (type == fs::file_type::directory)
        return depth == 0 ? name.ends_with(".sealed") : depth == of_sealed && !name.starts_with('.');
    if (type != fs::file_type::regular || depth == of_sealed) return false;
    if (depth == in_sealed) return name == "submission.xml" || name == "submission.xml.enc";
    return name == readme_name || name == sums_name || name.ends_with(".csv") || name.ends_with(".form.xml");
}

bool is_surely_ours(const fs::path& folder) {
    std::error_code error;
    bool has_list = false, empty = true;
    std::size_t seen = 0;
    for (fs::recursive_directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error)) {
        if (++seen > most_in_folder || !is_ours(*entry, entry.depth())) return false;
        empty = false;
        has_list |= entry.depth() == 0 && without_part(entry->path().filename().string()) == sums_name;
    }
    return !error && (has_list || empty);
}

/// The list last: what is left of this, should it end in the middle, is known by it.
bool remove_part(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> inside;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error))
        if (without_part(entry->path().filename().string()) != sums_name) inside.push_back(entry->path());
    for (const auto& path : inside)
        if (!error) fs::remove_all(path, error);
    if (!error) fs::remove_all(folder, error);
    return !error;
}

}  // namespace

bool clear_left_over(const fs::path& stick, const std::string& site) {
    std::error_code error;
    std::vector<fs::path> folders;
    std::size_t seen = 0;
    for (fs::directory_iterator entry{stick, error}, end; !error && entry != end && seen < most_on_stick;
         entry.increment(error), ++seen) {
        std::error_code unknown;
        if (entry->symlink_status(unknown).type() == fs::file_type::directory &&
            is_our_name(entry->path().filename().string(), site))
            folders.push_back(entry->path());
    }
    bool removed = false;
    for (const auto& folder : folders)
        if (is_surely_ours(folder)) removed |= remove_part(folder);
    return removed;
}

}  // namespace talkpoint::ctl
