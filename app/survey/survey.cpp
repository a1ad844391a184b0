#include "survey/survey.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"
#include "base/toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace talkpoint::survey {
namespace {

using base::printable;
using base::Severity;
using base::TomlTable;

constexpr std::size_t longest_version = 64;

const std::vector<std::string> kind_names = {"choice", "choices", "scale", "sort"};
const std::vector<std::string> feedback_names = {"each", "end", "none"};
const std::vector<std::string> audience_names = {"child", "young-person", "parent", "adult", "professional"};

std::string list_of(std::vector<std::string> words) {
    for (auto& word : words) word = printable(word);
    return base::join(words, ", ");
}

/// One of a closed list of words, as an index; reports anything else with the nearest word.
std::optional<std::size_t> word_of(TomlTable& table, std::string_view key, const std::vector<std::string>& words) {
    const auto value = table.text(key);
    if (!value) return {};
    const auto found = std::ranges::find(words, *value);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    const auto near = base::nearest(*value, words);
    table.problem(
        key, near ? fmt::format("\"{}\" is not a known {}; did you mean \"{}\"?", printable(*value), key, *near)
                  : fmt::format("\"{}\" is not a known {}; use one of: {}", printable(*value), key, list_of(words)));
    return {};
}

/// Reads one survey file. Holds what every step needs, so that the steps stay short.
class Reader {
  public:
    Reader(const std::filesystem::path& pack_folder, std::string_view pack_language, TomlTable root)
        : pack_folder_(pack_folder), pack_language_(pack_language), root_(std::move(root)) {}

    Survey read(const std::string& file_id) {
        read_head(file_id);
        auto tables = root_.tables("question");
        if (tables.empty()) root_.problem("question", "asks nothing; add at least one [[question]]");
        if (tables.size() > max_questions) {
            root_.problem("question",
                          fmt::format("has more than {} questions; split it into several surveys", max_questions));
            tables.erase(tables.begin() + max_questions, tables.end());
        }
        for (auto& table : tables) survey_.questions.push_back(read_question(table));
        for (std::size_t i = 0; i < tables.size(); ++i) check_question(tables[i], i);
        check_sample();
        root_.finish();
        return std::move(survey_);
    }

  private:
    void read_head(const std::string& file_id) {
        survey_.id = root_.required_text("id", "the name of the file without .toml");
        if (!survey_.id.empty() && !base::is_name_id(survey_.id))
            root_.problem("id", fmt::format("\"{}\" is not an id; use small letters, digits and \"-\", a letter first",
                                            printable(survey_.id)));
        else if (!survey_.id.empty() && survey_.id != file_id)
            root_.problem("id", fmt::format("is \"{}\" but the file is \"{}.toml\"; make them the same",
                                            printable(survey_.id), file_id));
        survey_.version = root_.required_text("version", "changes whenever the questions change");
        // It stands in every response, as XML, and on the server, which adds its own ending to that of an encrypted
        // form.
        const bool plain = survey_.version.find_first_of("\t\r\n") == std::string::npos &&
                           survey_.version.find("[encrypted:") == std::string::npos;
        if (!plain || survey_.version.size() > longest_version || base::trim(survey_.version) != survey_.version)
            root_.problem("version", fmt::format("\"{}\" cannot be a version; use up to {} letters and digits, such as "
                                                 "\"2026.11\"",
                                                 printable(survey_.version), longest_version));
        survey_.title = root_.required_text("title", "what people read on the card");
        survey_.intro = root_.required_text("intro", "the purpose, the use, how long, stop any time");
        survey_.language = root_.text("language").value_or(std::string{pack_language_});
        if (!base::is_language_tag(survey_.language))
            root_.problem("language", fmt::format("\"{}\" is not a language code; use one such as \"en\" or \"pt-BR\"",
                                                  printable(survey_.language)));
        survey_.audiences = root_.texts("audiences").value_or(std::vector<std::string>{});
        for (const auto& audience : survey_.audiences)
            if (std::ranges::find(audience_names, audience) == audience_names.end())
                root_.problem("audiences", fmt::format("\"{}\" is not a known audience; use: {}", printable(audience),
                                                       list_of(audience_names)));
        if (const auto feedback = word_of(root_, "feedback", feedback_names))
            survey_.feedback = static_cast<Feedback>(*feedback);
        if (const auto sample = root_.integer("sample")) {
            if (*sample < 1) root_.problem("sample", "must be 1 or more; leave it out to ask every question");
            survey_.sample = static_cast<int>(std::clamp<std::int64_t>(*sample, 1, max_questions));
        }
        read_picture(root_, survey_.picture, survey_.picture_alt);
    }

    Question read_question(TomlTable& table) {
        Question question;
        question.id = table.required_text("id", "names the variable in the data");
        if (!question.id.empty() && !base::is_field_id(question.id))
            table.problem("id", fmt::format("\"{}\" is not an id; use small letters, digits and \"_\", a letter first",
                                            printable(question.id)));
        // A response that is sent has groups of these names beside its questions (openrosa/form.hpp, which is above
        // us).
        if (question.id == "context" || question.id == "meta")
            table.problem(
                "id", fmt::format("\"{}\" stands in the data for what is no answer; choose another id", question.id));
        if (!question.id.empty() && !question_ids_.insert(question.id).second)
            table.problem("id", fmt::format("\"{}\" is used twice in this survey; give each question its own id",
                                            printable(question.id)));
        if (!table.has("kind")) (void)table.required_text("kind", list_of(kind_names));
        if (const auto kind = word_of(table, "kind", kind_names)) question.kind = static_cast<QuestionKind>(*kind);
        question.text = table.required_text("text", "what people are asked");
        question.correct = table.texts("correct").value_or(std::vector<std::string>{});
        question.explain = table.text("explain").value_or("");
        question.outcome = table.text("outcome").value_or("");
        question.always = table.flag("always").value_or(false);
        question.about_you = table.flag("about_you").value_or(false);
        question.shuffle = table.flag("shuffle").value_or(true);
        if (const auto feedback = word_of(table, "feedback", feedback_names))
            question.feedback = static_cast<Feedback>(*feedback);
        read_picture(table, question.picture, question.picture_alt);
        read_options(table, question);
        if (auto condition = table.table("show_if")) {
            question.show_if = Condition{condition->required_text("question", "the id of an earlier question"),
                                         condition->texts("is").value_or(std::vector<std::string>{})};
            if (question.show_if->is.empty())
                condition->problem("is", "\"is\" is missing; name the option that must have been chosen");
            condition->finish();
        }
        table.finish();
        return question;
    }

    void read_options(TomlTable& table, Question& question) {
        std::set<std::string> ids;
        auto items = table.tables("options");
        if (items.size() > max_options) {
            table.problem("options", fmt::format("question \"{}\" has more than {} options; ask less at once",
                                                 printable(question.id), max_options));
            items.erase(items.begin() + max_options, items.end());
        }
        for (auto& item : items) {
            Option option{item.required_text("id", "names the value in the data"),
                          item.required_text("text", "what people read"), item.flag("fixed").value_or(false)};
            if (!option.id.empty() && !base::is_field_id(option.id))
                item.problem("id",
                             fmt::format("\"{}\" is not an id; use small letters, digits and \"_\", a letter first",
                                         printable(option.id)));
            if (option.id == "skipped" || option.id == "prefer_not_to_say")
                item.problem("id",
                             fmt::format("\"{}\" stands in the data for no answer; choose another id", option.id));
            if (!option.id.empty() && !ids.insert(option.id).second)
                item.problem("id", fmt::format("option \"{}\" is there twice; give each option its own id",
                                               printable(option.id)));
            option.alone = item.flag("alone").value_or(false);
            if (option.alone && question.kind != QuestionKind::choices)
                item.problem("alone", R"(only of "choices" can one go with no other; remove "alone")");
            read_picture(item, option.picture, option.picture_alt);
            if (item.has("picture_alt") && !item.has("picture"))
                item.problem("picture_alt", "says what a picture shows, but there is no \"picture\"; name it");
            item.finish();
            question.options.push_back(std::move(option));
        }
        check_pictures(items, question);
        if (question.options.size() < 2)
            table.problem("options", fmt::format("question \"{}\" has {} options; it needs two or more",
                                                 printable(question.id), question.options.size()));
    }

    /// Pictures are to be chosen from: a card beside cards, all alike.
    static void check_pictures(std::vector<TomlTable>& items, const Question& question) {
        const auto with_picture = [](const TomlTable& item) { return item.has("picture"); };
        const auto first = std::ranges::find_if(items, with_picture);
        if (first == items.end()) return;
        if (question.kind != QuestionKind::choice && question.kind != QuestionKind::choices)
            return first->problem("picture",
                                  fmt::format("options of a {} have no pictures; remove them, or make it a choice",
                                              name_of(question.kind)));
        for (std::size_t i = 0; i < items.size(); ++i)
            if (!with_picture(items[i]))
                items[i].problem("id", fmt::format("option \"{}\" has no picture, but others of its question have "
                                                   "one; give each a picture, or none",
                                                   printable(question.options[i].id)));
    }

    void read_picture(TomlTable& table, std::filesystem::path& picture, std::string& alt) {
        alt = table.text("picture_alt").value_or("");
        const auto named = table.text("picture");
        if (!named) return;
        if (auto found = base::resolve_inside(pack_folder_, *named))
            picture = std::move(*found);
        else
            table.problem("picture", "picture " + found.error().message);
        if (alt.empty())
            table.problem("picture", "has a picture but no \"picture_alt\"; say in a few words what it shows");
    }

    /// What can only be judged when the other questions are known.
    void check_question(TomlTable& table, std::size_t index) {
        const Question& question = survey_.questions[index];
        for (const auto& id : question.correct) check_option_named(table, "correct", question, id);
        const bool one = question.kind == QuestionKind::choice || question.kind == QuestionKind::scale;
        if (one && question.correct.size() > 1)
            table.problem("correct", "names several options, but only one can be chosen; name one");
        if (question.kind == QuestionKind::sort && !question.correct.empty() &&
            question.correct.size() != question.options.size())
            table.problem("correct", "must name every option once, first to last");
        if (std::set(question.correct.begin(), question.correct.end()).size() != question.correct.size())
            table.problem("correct", "names an option twice; name each once");
        if (!question.correct.empty() && question.explain.empty() && survey_.feedback_of(question) != Feedback::none)
            table.problem("correct",
                          fmt::format("question \"{}\" has a correct answer but no \"explain\"; say why it is so",
                                      printable(question.id)),
                          Severity::warning);
        if (question.show_if) check_condition(table, index, *question.show_if);
    }

    void check_condition(TomlTable& table, std::size_t index, const Condition& condition) {
        if (condition.question.empty()) return;
        const auto found = std::ranges::find(survey_.questions, condition.question, &Question::id);
        const auto place = static_cast<std::size_t>(found - survey_.questions.begin());
        if (found == survey_.questions.end()) {
            const std::vector<std::string> known(question_ids_.begin(), question_ids_.end());
            const auto near = base::nearest(condition.question, known);
            table.problem("show_if", fmt::format("show_if names question \"{}\", which is not in this survey{}",
                                                 printable(condition.question),
                                                 near ? "; did you mean \"" + printable(*near) + "\"?"
                                                      : "; name an earlier question"));
        } else if (place >= index) {
            table.problem("show_if",
                          fmt::format("show_if names question \"{}\", which is not asked before this one; move it up",
                                      printable(condition.question)));
        } else {
            for (const auto& id : condition.is) check_option_named(table, "show_if", *found, id);
        }
    }

    static void check_option_named(TomlTable& table, std::string_view key, const Question& question,
                                   const std::string& id) {
        if (question.option(id)) return;
        std::vector<std::string> known;
        known.reserve(question.options.size());
        for (const auto& option : question.options) known.push_back(option.id);
        const auto near = base::nearest(id, known);
        table.problem(
            key, fmt::format("{} names option \"{}\", which question \"{}\" does not have; {}", key, printable(id),
                             printable(question.id),
                             near ? "did you mean \"" + printable(*near) + "\"?" : "use one of: " + list_of(known)));
    }

    void check_sample() {
        if (!survey_.sample) return;
        const auto free = std::ranges::count_if(survey_.questions, [](const Question& q) { return !q.show_if; });
        const auto always =
            std::ranges::count_if(survey_.questions, [](const Question& q) { return q.always && !q.show_if; });
        if (*survey_.sample > free && !survey_.questions.empty())
            root_.problem("sample",
                          fmt::format("asks {} questions, but only {} can be drawn; lower it or add questions",
                                      *survey_.sample, free));
        if (always > *survey_.sample)
            root_.problem("sample", fmt::format("asks {} questions, but {} are marked always; raise it",
                                                *survey_.sample, always));
    }

    const std::filesystem::path& pack_folder_;
    std::string_view pack_language_;
    TomlTable root_;
    Survey survey_;
    std::set<std::string> question_ids_;
};

}  // namespace

std::string_view name_of(QuestionKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

const Option* Question::option(std::string_view option_id) const {
    const auto found = std::ranges::find(options, option_id, &Option::id);
    return found == options.end() ? nullptr : &*found;
}

const Question* Survey::question(std::string_view question_id) const {
    const auto found = std::ranges::find(questions, question_id, &Question::id);
    return found == questions.end() ? nullptr : &*found;
}

std::size_t Survey::asked_count() const {
    const auto free =
        static_cast<std::size_t>(std::ranges::count_if(questions, [](const Question& q) { return !q.show_if; }));
    return sample ? std::min(free, static_cast<std::size_t>(*sample)) : free;
}

bool asks_the_same(const Survey& one, const Survey& other) {
    return one.sample == other.sample &&
           std::ranges::equal(one.questions, other.questions, [](const Question& a, const Question& b) {
               return a.id == b.id && a.kind == b.kind &&
                      std::ranges::equal(a.options, b.options, {}, &Option::id, &Option::id);
           });
}

std::optional<Survey> load_survey(const std::filesystem::path& pack_folder, const std::filesystem::path& file,
                                  std::string_view pack_language, base::Problems& problems) {
    base::Problems found;
    std::optional<Survey> survey;
    if (auto root = TomlTable::load(file, found))
        survey = Reader(pack_folder, pack_language, std::move(*root)).read(file.stem().string());
    const bool broken = base::any_error(found);
    problems.insert(problems.end(), found.begin(), found.end());
    if (broken) return {};
    return survey;
}

}  // namespace talkpoint::survey
