#include "survey/codebook.hpp"

#include "base/strings.hpp"
#include "survey/quality.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::survey {
namespace {

std::string column_of(const std::string& question) {
    const bool taken = std::ranges::find(meta_columns, question) != meta_columns.end();
    return taken ? question + "-answer" : question;
}

std::string column_of(const std::string& question, const std::string& option) { return question + "." + option; }

bool has_option_columns(QuestionKind kind) { return kind == QuestionKind::choices || kind == QuestionKind::sort; }

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::ranges::find(list, item) != list.end();
}

/// Writes the lines of one survey, variable by variable in the order of columns().
class Writer {
  public:
    explicit Writer(const Survey& survey) : survey_(survey) {}

    std::vector<CodebookLine> write() {
        write_meta();
        for (const auto& question : survey_.questions) write_question(question);
        return std::move(lines_);
    }

  private:
    void meta(std::string_view variable, std::string_view what,
              std::vector<std::pair<std::string, std::string>> values) {
        for (auto& [value, label] : values)
            lines_.push_back(
                {std::string{variable}, "meta", std::string{what}, std::move(value), std::move(label), false, {}});
    }

    void write_meta() {
        meta("survey", "The survey", {{survey_.id, survey_.title}});
        meta("version", "The version of the questions", {{"(any)", "now " + survey_.version}});
        meta("site", "The site", {{"(any)", "the site's id in its configuration"}});
        meta("period", "When, and never more exactly",
             {{"(YYYY-MM-DD)", "that day"},
              {"(YYYY-MM-DD-am)", "before noon"},
              {"(YYYY-MM-DD-pm)", "after noon"},
              {"(YYYY-Www)", "that week, ISO 8601"},
              {"(first/last)", "on a stick: of the whole group, from the first of these to the last"}});
        meta("language", "The language in which it was answered",
             {{"(any)", "language tag, BCP 47; easy: English, Easy Read"},
              {"", "on a stick: not told, since few of the group had one of them"}});
        meta("audience", "For whom the visit was", {{"(any)", base::join(survey_.audiences, ", ")}, {"", "not said"}});
        meta("event", "The event", {{"(any)", "the event's code"}, {"", "no event"}});
        meta("phase", "Before or after the event's activity",
             {{"before", "before it"}, {"after", "after it"}, {"", "no event, or neither"}});
        meta("flag", "The quality of the response",
             {{std::string{fast_flag}, "under half of the usual time"},
              {std::string{straight_flag}, "the same answer throughout a scale"},
              {"", "nothing to note"}});
        meta("trusted_clock", "Could the kiosk's clock be right?",
             {{"1", "yes"}, {"0", "no: do not rely on the period"}});
    }

    void add(const Question& question, std::string variable, std::string_view value, std::string label,
             bool correct = false) {
        lines_.push_back({std::move(variable), std::string{name_of(question.kind)}, question.text, std::string{value},
                          std::move(label), correct, question.outcome});
    }

    void write_question(const Question& question) {
        const std::string variable = column_of(question.id);
        if (question.kind == QuestionKind::sort)
            write_order(question, variable);
        else
            for (const auto& option : question.options)
                add(question, variable, option.id, option.text, contains(question.correct, option.id));
        if (question.kind == QuestionKind::choices) add(question, variable, none_chosen_value, "none of them");
        add(question, variable, skipped_value, "skipped the question");
        if (question.about_you) add(question, variable, not_saying_value, "prefers not to say");
        add(question, variable, not_asked_value, "was not asked");
        if (!has_option_columns(question.kind)) return;
        for (const auto& option : question.options) write_option(question, option);
    }

    void write_order(const Question& question, const std::string& variable) {
        add(question, variable, "(any)", "the options in the chosen order, a space between");
        if (!question.correct.empty())
            add(question, variable, base::join(question.correct, " "), "the right order", true);
    }

    void write_option(const Question& question, const Option& option) {
        const std::string variable = column_of(question.id, option.id);
        const bool known = !question.correct.empty();
        if (question.kind == QuestionKind::choices) {
            const bool right = contains(question.correct, option.id);
            add(question, variable, "1", "chosen: " + option.text, known && right);
            add(question, variable, "0", "not chosen: " + option.text, known && !right);
        } else {
            for (std::size_t i = 0; i < question.options.size(); ++i)
                add(question, variable, fmt::to_string(i + 1), fmt::format("in place {}: {}", i + 1, option.text),
                    known && i < question.correct.size() && question.correct[i] == option.id);
        }
        add(question, variable, not_asked_value, "was not asked, or did not answer");
    }

    const Survey& survey_;
    std::vector<CodebookLine> lines_;
};

std::string text_of(const Answer& answer, const Question* question) {
    switch (answer.kind) {
        case Answer::Kind::skipped:
            return std::string{skipped_value};
        case Answer::Kind::not_saying:
            return std::string{not_saying_value};
        case Answer::Kind::chosen:
            break;
    }
    if (answer.options.empty() && (!question || question->kind == QuestionKind::choices))
        return std::string{none_chosen_value};
    return base::join(answer.options, " ");
}

}  // namespace

std::vector<std::string> columns(const Survey& survey) {
    std::vector<std::string> all(meta_columns.begin(), meta_columns.end());
    for (const auto& question : survey.questions) {
        all.push_back(column_of(question.id));
        if (!has_option_columns(question.kind)) continue;
        for (const auto& option : question.options) all.push_back(column_of(question.id, option.id));
    }
    return all;
}

std::vector<CodebookLine> codebook(const Survey& survey) { return Writer(survey).write(); }

std::map<std::string, std::string> cells(const Survey* survey, const std::map<std::string, Answer>& answers) {
    std::map<std::string, std::string> out;
    for (const auto& [id, answer] : answers) {
        const Question* question = survey ? survey->question(id) : nullptr;
        out[column_of(id)] = text_of(answer, question);
        if (!question || !has_option_columns(question->kind) || answer.kind != Answer::Kind::chosen) continue;
        const bool places = question->kind == QuestionKind::sort;
        if (!places)
            for (const auto& option : question->options) out[column_of(id, option.id)] = "0";
        for (std::size_t i = 0; i < answer.options.size(); ++i)
            out[column_of(id, answer.options[i])] = places ? fmt::to_string(i + 1) : "1";
    }
    return out;
}

}  // namespace talkpoint::survey
