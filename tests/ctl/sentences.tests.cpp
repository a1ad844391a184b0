// Paragraphs, sentences and words, in the punctuation of each language.
#include "ctl/sentences.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <string>
#include <vector>

using namespace talkpoint;
using ctl::paragraphs_in;
using ctl::sentences_in;
using ctl::words_in;
using Parts = std::vector<std::string_view>;

TEST_CASE("sentences end at . ! ? and …, with what closes behind them") {
    CHECK(sentences_in("One. Two! Three? Four… Five") == Parts{"One.", "Two!", "Three?", "Four…", "Five"});
    CHECK(sentences_in("“One.” (Two!) ‘Three?’ «Four.» Five.)") ==
          Parts{"“One.”", "(Two!)", "‘Three?’", "«Four.»", "Five.)"});
    CHECK(sentences_in("What?! Yes... No") == Parts{"What?!", "Yes...", "No"});
    CHECK(sentences_in("One.\nTwo.\n  Three.") == Parts{"One.", "Two.", "Three."});
    CHECK(sentences_in("**One.** Two.").size() == 2);
    CHECK(sentences_in("A heading") == Parts{"A heading"});
    CHECK(sentences_in("").empty());
    CHECK(sentences_in(" … — ?! ").empty());
}

TEST_CASE("sentences go on before a small letter: what is said inside them, and abbreviations") {
    CHECK(sentences_in("“No thanks!” she says.").size() == 1);
    CHECK(sentences_in("She… she does not know. Well… maybe.").size() == 2);
    CHECK(sentences_in("„Nie!” – mówi Leo.").size() == 1);
    CHECK(sentences_in("Znasz kogoś, np. nauczyciela?").size() == 1);
    CHECK(sentences_in("Și apoi etc. și gata.").size() == 1);
    CHECK(sentences_in("Це було 2019 р. у місті.").size() == 1);
}

TEST_CASE("sentences go on after initials and abbreviations, and inside numbers and addresses") {
    for (const auto* one :
         {"Ask Dr. Okoro.", "Ask Mr. Okoro and Mrs. Lee.", "St. Mary is here.", "J. R. Smith is here.",
          "Some people, e.g. Leo, know.", "The day (i.e. Friday) is near.", "It is No. 5 here.",
          "It takes 3.5 minutes.", "See www.nhs.uk for more.", "Look at https://www.gov.uk/a.b?c=D now.",
          "Zobacz ul. Długa 5.", "Це вул. Шевченка.", "Vezi str. Lungă nr. 5."}) {
        INFO(one);
        CHECK(sentences_in(one).size() == 1);
    }
    CHECK(sentences_in("She says no. Then he goes.") == Parts{"She says no.", "Then he goes."});
    CHECK(sentences_in("So do I. Then he goes.").size() == 2);
    CHECK(sentences_in("Це я. Він тут.").size() == 2);
    CHECK(sentences_in("It costs 5. Then he goes.").size() == 2);
    CHECK(sentences_in("See www.nhs.uk. It helps.").size() == 2);
}

TEST_CASE("sentences end as each script ends them") {
    CHECK(sentences_in("هل أنت بخير؟ نعم. هذا جيد!") == Parts{"هل أنت بخير؟", "نعم.", "هذا جيد!"});
    CHECK(sentences_in("يقول: «لا!» ثم يذهب.").size() == 2);  // no letter is small there
    CHECK(sentences_in("یہ ٹھیک ہے۔ کیا آپ ٹھیک ہیں؟").size() == 2);
    CHECK(sentences_in("«Так». Він тут. „Ні!“ Усе.").size() == 4);
    CHECK(sentences_in("„Tak”. On jest tu. „Nie!” Koniec.").size() == 4);
    CHECK(sentences_in("„Da.” El e aici. „Șapte?” Țara.").size() == 4);
    CHECK(sentences_in("यह ठीक है। क्या आप ठीक हैं?").size() == 2);
    CHECK(sentences_in("你好。你好吗？很好！").size() == 3);
    CHECK(sentences_in("「はい。」そうです。") == Parts{"「はい。」", "そうです。"});
    CHECK(sentences_in("Țara e mică. Ești aici? șase.").size() == 2);
    CHECK(sentences_in("مرحبا.\u200f نعم.").size() == 2);
}

TEST_CASE("words stand between blanks, and dashes are none") {
    CHECK(words_in("It’s a well-known “word” – or 2… no—yes, {count}!") ==
          Parts{"It’s", "a", "well-known", "“word”", "or", "2", "no", "yes,", "{count}!"});
    CHECK(words_in("w\u00a0domu").size() == 2);
    CHECK(words_in("هل أنت بخير؟").size() == 3);
    CHECK(words_in("… – !").empty());
    for (const auto* language : {"zh", "zh-Hant", "ja", "th", "km", "lo", "my", "vi"})
        CHECK_FALSE(ctl::has_blanks_between_words(language));
    for (const auto* language : {"en", "easy", "pl", "ro", "uk", "ar", "ur", "zu"})
        CHECK(ctl::has_blanks_between_words(language));
}

TEST_CASE("paragraphs have a blank line between them") {
    CHECK(paragraphs_in("One.\nStill one.\n\nTwo.\n \t\n\n\nThree.\n") == Parts{"One.\nStill one.", "Two.", "Three."});
    CHECK(paragraphs_in("One.\r\n\r\nTwo.") == Parts{"One.", "Two."});
    CHECK(paragraphs_in("").empty());
    CHECK(paragraphs_in("\n\n \n").empty());
}

TEST_CASE("sentences and words of anything at all take bounded time and stay inside the text") {
    constexpr std::size_t megabyte = 1024UL * 1024;
    const auto spent = tests::cpu_seconds([&] {
        for (const std::string part :
             {"a", ".", ". ", "A. ", "No. ", "a.a ", "\" ", "\xff", "\xe2\x80", "؟", "。", "\n\n"}) {
            std::string text;
            while (text.size() < megabyte) text += part;
            std::size_t seen = 0;
            for (const auto paragraph : paragraphs_in(text))
                for (const auto sentence : sentences_in(paragraph)) seen += words_in(sentence).size();
            CHECK(seen <= text.size());
        }
    });
    CHECK(spent < 10);
    CHECK(words_in("a\xe2\x80").size() == 1);
}
