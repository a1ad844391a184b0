// The card as a viewer and a telephone read it: poppler and ZBar, which know nothing of ours.
#include "print/prompt_card.hpp"
#include "base/strings.hpp"
#include "catch.hpp"
#include "run_program.hpp"
#include "support.hpp"

#include <regex>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

const auto ten = *base::parse_local_time("2026-11-23T10:00");
const std::string page = "https://www.example.org/talkpoint?from=card&n=7";

std::string made(const print::PromptCard& card) {
    const auto pdf = print::prompt_card(card, ten);
    INFO((pdf ? "" : pdf.error().text()));
    REQUIRE(pdf);
    return *pdf;
}

/// A program of the machine.
Ran run(std::vector<std::string> words) {
    words.insert(words.begin(), "/usr/bin/env");
    auto ran = run_program(std::move(words), {});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    return ran;
}

/// Blanks and line ends are the page's.
std::string words_of(const TempFolder& folder, const std::string& pdf) {
    folder.write("card.pdf", pdf);
    const auto text = run({"pdftotext", "-layout", (folder.path() / "card.pdf").string(), "-"}).out;
    return std::regex_replace(text, std::regex{"\\s+"}, " ");
}

/// What a telephone makes of the page's picture, one code a line.
std::string codes_on(const TempFolder& folder) {
    const auto picture = (folder.path() / "card").string();
    run({"pdftoppm", "-r", "300", "-png", "-singlefile", (folder.path() / "card.pdf").string(), picture});
    return run_program({"/usr/bin/env", "zbarimg", "--quiet", "--raw", picture + ".png"}, {}).out;
}

}  // namespace

TEST_CASE("the card is one page of A5 with its fonts in it, and says what it should") {
    const TempFolder folder;
    const auto text = words_of(folder, made({"Ernesettle Community Centre", "Open day", page}));
    for (const auto* said : {"Have you got a minute?", "at Ernesettle Community Centre.", "Open day", "about a minute",
                             "do not ask for your name", "www.example.org/talkpoint?", "from=card&n=7"}) {
        CAPTURE(said, text);
        CHECK(text.find(said) != std::string::npos);
    }
    const auto info = run({"pdfinfo", (folder.path() / "card.pdf").string()}).out;
    CHECK(std::regex_search(info, std::regex{"Pages: +1\n"}));
    CHECK(std::regex_search(info, std::regex{"Page size: +419\\.5[0-9]* x 595\\.2[0-9]* pts"}));
    const auto fonts = run({"pdffonts", (folder.path() / "card.pdf").string()}).out;
    CHECK(fonts.find("Andika") != std::string::npos);
    // Under the heading of two lines each font says: embedded yes, subset yes, Unicode yes.
    const auto lines = base::lines_of(fonts);
    REQUIRE(lines.size() >= 3);
    for (const auto line : std::vector(lines.begin() + 2, lines.end()))
        if (!line.empty()) CHECK(std::regex_search(std::string{line}, std::regex{"yes +yes +yes"}));
}

TEST_CASE("a telephone reads the project's page from the card's picture") {
    const TempFolder folder;
    const auto address =
        GENERATE(as<std::string>{}, page, "https://a.uk", "https://example.org/" + std::string(280, 'x'));
    folder.write("card.pdf", made({"The Centre", "", address}));
    CHECK(codes_on(folder) == address + "\n");
}

TEST_CASE("without a page there is no code") {
    const TempFolder folder;
    const auto text = words_of(folder, made({"The Centre", "", ""}));
    CHECK(text.find("Find out more") == std::string::npos);
    CHECK(codes_on(folder).empty());
}

TEST_CASE("long names make the letters smaller, and what does not fit at all is refused") {
    const TempFolder folder;
    const std::string name(80, 'W');
    const auto text = words_of(folder, made({name, "“" + name + "”", page}));
    CHECK(text.find("get stuck, ask us") != std::string::npos);
    CHECK(codes_on(folder) == page + "\n");
    const auto refused = print::prompt_card({std::string(2000, 'W'), "", page}, ten);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == base::ErrorKind::malformed);
    CHECK_FALSE(print::prompt_card({"The Centre", "", "https://" + std::string(4000, 'x')}, ten));
}

TEST_CASE("the same card made at the same time has the same bytes") {
    CHECK(made({"The Centre", "Open day", page}) == made({"The Centre", "Open day", page}));
    CHECK(made({"The Centre", "Open day", page}) != made({"The Centre", "Open days", page}));
}
