// The interface's words: each is used, and each that is used is there.
#include "catch.hpp"

#include "ui/stage.hpp"

#include <fstream>
#include <iterator>
#include <regex>

using namespace talkpoint;
using namespace talkpoint::tests;
namespace fs = std::filesystem;

namespace {

/// Everything that is written in quotation marks in the programs.
std::set<std::string> literals_of_the_programs() {
    std::set<std::string> literals;
    const std::regex quoted{"\"([a-z_]+(\\.[a-z_]+)*)\""};
    for (const auto* folder : {"app/ui", "app/shell"})
        for (const auto& entry : fs::recursive_directory_iterator(fs::path{TALKPOINT_SOURCE} / folder)) {
            if (entry.path().extension() != ".cpp") continue;
            std::ifstream in{entry.path()};
            const std::string text{std::istreambuf_iterator<char>{in}, {}};
            for (std::sregex_iterator match{text.begin(), text.end(), quoted}, end; match != end; ++match)
                literals.insert((*match)[1]);
        }
    return literals;
}

}  // namespace

TEST_CASE("strings: no text of the interface is there for nothing", "[strings]") {
    const auto used = literals_of_the_programs();
    const auto strings = interface_strings();
    for (const auto& [key, text] : strings.texts()) {
        INFO(key);
        CHECK((key == "language_name" || used.contains(key)));
    }
}

TEST_CASE("strings: every text that the programs ask for by its key is there", "[strings]") {
    const auto strings = interface_strings();
    const std::regex asked{"strings(?:\\(\\))?\\(\\s*\"([a-z_.]+)\""};
    std::size_t found = 0;
    for (const auto* folder : {"app/ui", "app/shell"})
        for (const auto& entry : fs::recursive_directory_iterator(fs::path{TALKPOINT_SOURCE} / folder)) {
            if (entry.path().extension() != ".cpp") continue;
            std::ifstream in{entry.path()};
            const std::string text{std::istreambuf_iterator<char>{in}, {}};
            for (std::sregex_iterator match{text.begin(), text.end(), asked}, end; match != end; ++match) {
                INFO(entry.path() << ": " << (*match)[1]);
                CHECK(strings.has((*match)[1].str()));
                ++found;
            }
        }
    CHECK(found > 30);
}
