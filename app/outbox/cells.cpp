#include "outbox/cells.hpp"

#include "base/redacted.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace talkpoint::outbox {
namespace {

using base::most_hidden;
using Cells = std::vector<std::int64_t>;

/// The least that a count told so may be.
std::int64_t least(std::int64_t count) {
    if (count <= most_hidden) return std::min<std::int64_t>(count, 1);
    return std::max(most_hidden + 1, base::rounded(count) - base::rounded_to / 2);
}

/// The most.
std::int64_t greatest(std::int64_t count) {
    if (count <= most_hidden) return count == 0 ? 0 : most_hidden;
    return base::rounded(count) + base::rounded_to / 2;
}

/// May each count that is told as 1 to 7 be any of these, for somebody who knows how many were asked, and the least
/// that all others may be? Those who did not answer are any number, so nothing makes it larger than it is told. This
/// asks for nothing but what is told, and so tells nothing more.
bool keeps_few(const Cells& cells, std::int64_t asked) {
    std::int64_t sum = 0;
    for (const auto count : cells) sum += least(count);
    const bool any_few = std::ranges::any_of(cells, [](auto count) { return count > 0 && count <= most_hidden; });
    return !any_few || asked - (sum - 1) >= most_hidden;
}

Told told(std::int64_t count) {
    if (count > 0 && count <= most_hidden) return {Told::Kind::few};
    return {Told::Kind::number, base::rounded(count)};
}

}  // namespace

std::string text_of(const Told& told) {
    switch (told.kind) {
        case Told::Kind::nothing:
            return {};
        case Told::Kind::few:
            return base::redacted(1);
        case Told::Kind::number:
            return fmt::format("{}", told.number);
        case Told::Kind::most:
            return "most";
    }
    return {};
}

std::vector<Told> tell_parts(const Cells& cells, std::int64_t asked) {
    std::vector<Told> all(cells.size());
    const auto answered = std::accumulate(cells.begin(), cells.end(), std::int64_t{0});
    const auto most = std::ranges::max_element(cells);
    if (answered < fewest_told || *most <= most_hidden) return all;
    // That everybody has said the same would be each one's answer; so it looks like when a few have not.
    if (answered - *most <= most_hidden)
        all[static_cast<std::size_t>(most - cells.begin())].kind = Told::Kind::most;
    else if (keeps_few(cells, asked))
        std::ranges::transform(cells, all.begin(), told);
    return all;
}

std::vector<Told> tell_one_beside_rest(const Cells& cells, std::size_t one, std::int64_t asked) {
    const auto is_told = [](const Told& part) { return part.kind != Told::Kind::nothing; };
    if (one >= cells.size() || std::ranges::any_of(tell_parts(cells, asked), is_told)) return std::vector<Told>(2);
    const auto answered = std::accumulate(cells.begin(), cells.end(), std::int64_t{0});
    return tell_parts({cells[one], answered - cells[one]}, asked);
}

std::vector<Told> tell_each(const Cells& cells, std::int64_t answered) {
    std::vector<Told> all(cells.size());
    const auto can_be = [&](std::int64_t count) { return count <= answered; };  // else a part is of another time
    if (answered < fewest_told_of_each || !std::ranges::all_of(cells, can_be)) return all;
    // By what would be told, so that a number that is told may be any that is rounded to it.
    const auto is_most = [&](std::int64_t count) { return answered - greatest(count) <= most_hidden; };
    const bool any_most = std::ranges::any_of(cells, is_most);
    // Each has chosen something, so a small number among numbers that hardly reach is not as small as it may be.
    std::int64_t sum = 0;
    for (const auto count : cells) sum += greatest(count);
    if (!any_most && sum - most_hidden < answered - 1) return all;
    std::ranges::transform(cells, all.begin(), [&](std::int64_t count) -> Told {
        if (is_most(count)) return {Told::Kind::most};
        // Beside what most have chosen, that nobody chose anything else would be each one's answer.
        if (any_most && count <= most_hidden) return {};
        return told(count);
    });
    return all;
}

}  // namespace talkpoint::outbox
