#include "pack/file_problems.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::pack {
namespace {

constexpr std::size_t most_of_a_file = 100;

}  // namespace

LineIndex::LineIndex(std::string_view text) : starts_{0} {
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1))
        starts_.push_back(end + 1);
}

int LineIndex::line_at(std::size_t offset) const {
    return static_cast<int>(std::ranges::upper_bound(starts_, offset) - starts_.begin());
}

void FileProblems::error(int line, std::string message) {
    add({base::Severity::error, path_, line, std::move(message)});
}

void FileProblems::warning(int line, std::string message) {
    add({base::Severity::warning, path_, line, std::move(message)});
}

bool FileProblems::any_error(std::size_t since) const {
    return std::any_of(found_.begin() + static_cast<std::ptrdiff_t>(since), found_.end(),
                       [](const base::Problem& problem) { return problem.severity == base::Severity::error; });
}

void FileProblems::hand_over(base::Problems& out) {
    std::ranges::stable_sort(found_, {}, &base::Problem::line);
    const auto first = out.size();
    std::size_t left_out = 0;
    auto worst = base::Severity::warning;
    for (auto& problem : found_) {
        const auto repeated = [&](const base::Problem& other) {
            return other.line == problem.line && other.message == problem.message;
        };
        if (std::any_of(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), repeated)) continue;
        if (out.size() - first < most_of_a_file) {
            out.push_back(std::move(problem));
        } else {
            ++left_out;
            if (problem.severity == base::Severity::error) worst = base::Severity::error;
        }
    }
    if (left_out > 0)
        out.push_back({worst, path_, 0, fmt::format("has {} more problems; correct the first ones", left_out)});
    found_.clear();
}

}  // namespace talkpoint::pack
