#include "outbox/answered_question.hpp"

#include "base/redacted.hpp"
#include "outbox/cells.hpp"
#include "outbox/tallies.hpp"
#include "survey/codebook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace talkpoint::outbox {
namespace {

using survey::QuestionKind;

/// One sentence for both: which of them it is would tell how many did not answer.
std::string too_few() {
    return fmt::format(
        "Not shown: answers are shown from {} people on ({} where several can be chosen), and only where they differ "
        "so "
        "much that nobody's can be worked out.",
        fewest_told, fewest_told_of_each);
}
constexpr const char* follow_up =
    "Not shown: only those who gave a certain answer before are asked this, so how many there are would tell that "
    "answer.";
constexpr const char* nobody_asked = "Nobody was asked this.";

/// What a count of 1 to 7 is taken for where others are compared with it.
constexpr double middle_of_few = 4;

std::int64_t count_of(const OptionCounts& counts, std::string_view option) {
    const auto found = counts.find(std::string{option});
    return found == counts.end() ? 0 : found->second;
}

AnswerBar bar_of(const survey::Option& option, const survey::Question& question) {
    const bool correct = question.kind != QuestionKind::sort && std::ranges::count(question.correct, option.id) > 0;
    return {.option = option.id, .text = option.text, .correct = correct, .count = {}, .share = {}, .interval = {}};
}

/// `total` is of what is shown, too.
void tell(AnswerBar& bar, const Told& told, double total) {
    bar.count = text_of(told);
    if (told.kind != Told::Kind::number || total <= 0) return;
    const double number = std::min(static_cast<double>(told.number), total);
    bar.share = number / total;
    bar.interval = survey::wilson_interval(number, total);
}

std::int64_t not_answered(const OptionCounts& counts) {
    return count_of(counts, survey::skipped_value) + count_of(counts, survey::not_saying_value);
}

/// The options of the survey, then those that only an older version had: everybody must be in one.
std::vector<AnswerBar> parts_of(const survey::Question& question, const OptionCounts& counts) {
    std::vector<AnswerBar> bars;
    bars.reserve(question.options.size());
    for (const auto& option : question.options) bars.push_back(bar_of(option, question));
    if (question.kind == QuestionKind::sort) return bars;
    for (const auto& [option, count] : counts)
        if (!question.option(option) && option != survey::skipped_value && option != survey::not_saying_value)
            bars.push_back(bar_of({.id = option, .text = option}, question));
    return bars;
}

/// Where the answers cannot be told one by one, perhaps this can: right, or not.
void tell_right_alone(AnsweredQuestion& out, const AnswerBar& right, const std::vector<std::int64_t>& cells,
                      std::size_t at, std::int64_t asked) {
    const auto told = tell_one_beside_rest(cells, at, asked);
    if (told.front().kind == Told::Kind::nothing) return;
    tell(out.right.emplace(right), told.front(), static_cast<double>(told.front().number + told.back().number));
}

/// Who takes a share of how many answered would take it for wrong where the numbers beside it are not these together:
/// that they are not can be seen, so this tells nothing.
std::string shares_of(const std::vector<Told>& told, double total) {
    const bool any_few = std::ranges::count(told, Told::Kind::few, &Told::kind) > 0;
    return "Shares are of the numbers here together" +
           (any_few ? fmt::format(", with {} as {}", base::redacted(1), middle_of_few) : "") +
           fmt::format(": {}", total);
}

/// Each who answered is in one: of a `sort` by what was put first.
void tell_parts_of(AnsweredQuestion& out, const survey::Question& question, const OptionCounts& counts,
                   std::int64_t finished) {
    auto bars = parts_of(question, counts);
    std::vector<std::int64_t> cells;
    std::int64_t asked = not_answered(counts);
    for (const auto& bar : bars) {
        cells.push_back(count_of(counts, question.kind == QuestionKind::sort ? bar.option + ".1" : bar.option));
        asked += cells.back();
    }
    const auto told = tell_parts(cells, asked);
    double total = 0;
    for (const auto& one : told) {
        if (one.kind == Told::Kind::nothing) continue;
        out.bars = bars;
        total += one.kind == Told::Kind::few ? middle_of_few : static_cast<double>(one.number);
    }
    for (std::size_t i = 0; i < out.bars.size(); ++i) tell(out.bars[i], told[i], total);
    if (total > 0) {
        out.answered = base::redacted(std::min(static_cast<std::int64_t>(total), finished));
        const bool any_share =
            std::ranges::any_of(out.bars, [](const AnswerBar& bar) { return bar.share.has_value(); });
        if (any_share && out.answered != fmt::format("{}", total)) out.shares = shares_of(told, total);
    }
    if (question.kind == QuestionKind::sort || question.correct.empty()) return;
    const auto right = std::ranges::find(bars, true, &AnswerBar::correct);
    if (right == bars.end()) return;
    const auto at = static_cast<std::size_t>(right - bars.begin());
    if (!out.bars.empty())
        out.right = out.bars[at];
    else
        tell_right_alone(out, *right, cells, at, asked);
}

/// Each who answered is in any number of them.
void tell_each_of(AnsweredQuestion& out, const survey::Question& question, const OptionCounts& counts) {
    const auto answered = count_of(counts, answered_count);
    std::vector<std::int64_t> cells;
    cells.reserve(question.options.size());
    for (const auto& option : question.options) cells.push_back(count_of(counts, option.id));
    const auto told = tell_each(cells, answered);
    if (std::ranges::all_of(told, [](const Told& one) { return one.kind == Told::Kind::nothing; })) return;
    for (std::size_t i = 0; i < told.size(); ++i)
        tell(out.bars.emplace_back(bar_of(question.options[i], question)), told[i],
             static_cast<double>(base::rounded(answered)));
    out.answered = base::redacted(answered);
}

/// Of an order, who had it right and who had not.
void tell_right_order(AnsweredQuestion& out, const OptionCounts& counts) {
    const auto answered = count_of(counts, answered_count), right = count_of(counts, right_count);
    if (right > answered) return;
    const auto told = tell_parts({right, answered - right}, answered).front();
    if (told.kind == Told::Kind::nothing) return;
    auto& bar = out.right.emplace();
    bar.text = "The right order";
    bar.correct = true;
    tell(bar, told, static_cast<double>(base::rounded(answered)));
}

}  // namespace

AnsweredQuestion answered_question(const survey::Question& question, const OptionCounts& counts,
                                   std::int64_t finished) {
    AnsweredQuestion out;
    out.question = question.id;
    out.text = question.text;
    out.kind = question.kind;
    if (question.show_if) {  // first: that nobody was asked it would tell that nobody gave that answer
        out.why = follow_up;
        return out;
    }
    if (counts.empty()) {
        out.why = nobody_asked;
        return out;
    }
    if (question.kind == QuestionKind::choices)
        tell_each_of(out, question, counts);
    else
        tell_parts_of(out, question, counts, finished);
    if (question.kind == QuestionKind::sort && !question.correct.empty()) tell_right_order(out, counts);
    if (out.bars.empty()) out.why = too_few();
    if (!out.shares.empty())
        out.shares += out.right && question.kind == QuestionKind::sort
                          ? "; that of the right order is of all who answered."
                          : ".";
    return out;
}

}  // namespace talkpoint::outbox
