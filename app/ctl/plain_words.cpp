#include "ctl/plain_words.hpp"

#include "base/languages.hpp"
#include "base/strings.hpp"
#include "ctl/sentences.hpp"
#include "ctl/syllables.hpp"
#include "pack/file_problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace talkpoint::ctl {
namespace {

/// Places are looked for as long as somebody may read the complaint.
constexpr std::size_t most_located = 200;

struct Counts {
    std::size_t sentences = 0, words = 0, syllables = 0;
};

/// Not rounded. Of nothing it is 0.
double grade_of(const Counts& counts) {
    if (counts.words == 0) return 0;
    const auto ratio = [](std::size_t a, std::size_t b) { return static_cast<double>(a) / static_cast<double>(b); };
    return 0.39 * ratio(counts.words, counts.sentences) + 11.8 * ratio(counts.syllables, counts.words) - 15.59;
}

/// A limit of 5 is kept by what is shown as 5.0.
double to_one_place(double grade) { return std::round(grade * 10) / 10; }

bool is_english(std::string_view language) {
    const auto tag = base::text_language(language);
    return tag.substr(0, tag.find('-')) == "en";
}

/// One sentence of a text with what raises the grade.
struct Measured {
    std::string_view text;
    std::size_t from = 0;  ///< where the line of its piece begins
    Counts counts;
};

class Checker {
  public:
    Checker(const PlainFile& file, base::Problems& problems)
        : file_(file),
          texts_(read_texts(file.path, file.kind)),
          found_(file.path.string()),
          problems_(problems),
          words_known_(has_blanks_between_words(file.language)),
          english_(is_english(file.language)) {}

    PlainWords check() {
        measured_.path = file_.path;
        measured_.kind = file_.kind;
        measured_.language = file_.language;
        for (const auto& piece : texts_.pieces)
            if (!piece.description) check(piece);
        measured_.sentences = all_.sentences;
        if (words_known_) {
            measured_.words = all_.words;
            measured_.longest_sentence = longest_sentence_;
        }
        if (english_ && all_.words > 0) {
            measured_.grade = to_one_place(grade_of(all_));
            check_grade();
        }
        found_.hand_over(problems_);
        return measured_;
    }

  private:
    void check(const Piece& piece) {
        auto from = piece.begin;
        for (const auto paragraph : paragraphs_in(piece.text)) {
            const auto sentences = sentences_in(paragraph);
            measured_.longest_paragraph = std::max(measured_.longest_paragraph, sentences.size());
            for (const auto sentence : sentences) check(sentence, piece, from);
            if (sentences.size() <= most_sentences) continue;
            auto place = piece.begin;
            int line = 0;  // of the sentence with which the next one has to begin
            for (std::size_t i = 0; i <= most_sentences; ++i) line = line_of(sentences[i], place);
            found_.warning(line,
                           fmt::format("a paragraph has {} sentences, and {} are the most; begin a new one at the "
                                       "latest with \"{}\"",
                                       sentences.size(), most_sentences, base::printable(sentences[most_sentences])));
        }
    }

    void check(std::string_view sentence, const Piece& piece, std::size_t& from) {
        ++all_.sentences;
        if (!words_known_) return;
        const auto words = words_in(sentence);
        Counts counts{1, words.size(), 0};
        if (english_)
            for (const auto word : words) counts.syllables += syllables_in(word);
        all_.words += counts.words;
        all_.syllables += counts.syllables;
        longest_sentence_ = std::max(longest_sentence_, counts.words);
        if (english_) sentences_.push_back({sentence, piece.begin, counts});
        const auto most = file_.language == base::easy_read ? most_words_easy : most_words;
        if (counts.words <= most) return;
        found_.warning(line_of(sentence, from),
                       fmt::format("a sentence has {} words, and {} are the most{}; divide \"{}\"", counts.words, most,
                                   most == most_words_easy ? " in Easy Read" : "", base::printable(sentence)));
    }

    /// `from` moves behind the sentence if it is found; else it is as good a place as any.
    int line_of(std::string_view sentence, std::size_t& from) {
        if (found_.count() < most_located)
            if (const auto place = texts_.places.find(sentence, from)) {
                from = place->end;
                return texts_.places.line_at(place->begin);
            }
        return texts_.places.line_at(from);
    }

    void check_grade() {
        if (!file_.grade_limit || *measured_.grade <= *file_.grade_limit) return;
        found_.warning(0, fmt::format("reading grade {:.1f} (Flesch-Kincaid) of the whole {}, and {} is the most {}; "
                                      "use shorter words and sentences, first in those that are named here",
                                      *measured_.grade, name_of(file_.kind), *file_.grade_limit,
                                      *file_.grade_limit == most_grade_shared ? "where children or all may read it"
                                                                              : "for adults"));
        // How much the text would be easier without the sentence: long words count for it, and so does its length.
        const auto weight = [&](const Measured& sentence) {
            return grade_of(all_) - grade_of({all_.sentences - 1, all_.words - sentence.counts.words,
                                              all_.syllables - sentence.counts.syllables});
        };
        std::vector<Measured> hardest(std::min<std::size_t>(2, sentences_.size()));
        std::ranges::partial_sort_copy(sentences_, hardest, std::ranges::greater{}, weight, weight);
        for (const auto& sentence : hardest) {
            if (weight(sentence) <= 0) break;  // it makes the text easier
            auto from = sentence.from;
            const auto& counts = sentence.counts;
            found_.warning(
                line_of(sentence.text, from),
                fmt::format("raises the reading grade most, with {} words of {:.1f} syllables: \"{}\"; "
                            "use shorter words, or divide it",
                            counts.words, static_cast<double>(counts.syllables) / static_cast<double>(counts.words),
                            base::printable(sentence.text)));
        }
    }

    const PlainFile& file_;
    FileTexts texts_;
    pack::FileProblems found_;
    base::Problems& problems_;
    bool words_known_;
    bool english_;
    PlainWords measured_;
    Counts all_;
    std::size_t longest_sentence_ = 0;
    std::vector<Measured> sentences_;  ///< of English
};

}  // namespace

PlainWords check_plain_words(const PlainFile& file, base::Problems& problems) {
    return Checker{file, problems}.check();
}

}  // namespace talkpoint::ctl
