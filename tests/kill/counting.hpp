// A kiosk whose visits can be told apart: the k-th answers with the digits of k to base 4.
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <set>
#include <string>

#include "catch.hpp"
#include "openrosa/instance.hpp"
#include "support.hpp"

namespace talkpoint::tests {

inline constexpr int questions = 8;  ///< of four options: enough for 65,536 visits, each with answers of its own

inline int digit(int k, int question) { return (k >> (2 * question)) & 3; }

inline std::string survey_text() {
    std::string text = R"(id = "count"
version = "1"
title = "Count with us"
intro = "Every visit gives answers of its own."
audiences = ["adult"]
feedback = "none"
)";
    for (int q = 0; q < questions; ++q) {
        text += fmt::format("\n[[question]]\nid = \"q{}\"\nkind = \"choice\"\ntext = \"Which digit is number {}?\"\n",
                            q, q);
        text += "shuffle = false\noptions = [";
        for (int o = 0; o < 4; ++o) text += fmt::format("{{ id = \"o{}\", text = \"Digit {}\" }}, ", o, o);
        text += "]\n";
    }
    return text;
}

/// Its kiosk.toml; `more` are further tables of it.
inline std::filesystem::path write_kiosk(const TempFolder& folder, const std::string& more = "") {
    folder.write("content/counting/pack.toml", R"(id = "counting"
title = "Counting"
summary = "Numbers."
version = "1"
source_language = "en"
licence = "CC0-1.0"
authors = ["Tests"]
)");
    folder.write("content/counting/messages/one.md", R"(+++
title = "One"
summary = "The first number."
audiences = ["adult"]
sources = ["Nobody"]
review_due = 2099-01-01
+++
One comes before two.
)");
    folder.write("content/counting/surveys/count.toml", survey_text());
    return folder.write("kiosk.toml", R"([content]
root = "content"
packs = ["counting"]
[survey]
offered = ["count"]
)" + more);
}

/// The visits from `first` on, each with proof that it was thanked, and `after` it.
inline std::string tour_text(int first, int visits, const std::string& after = "") {
    std::string text;
    for (int k = first; k < first + visits; ++k) {
        text += "touch 5 5\ntap \"Count with us\"\ntap \"Start\"\n";
        for (int q = 0; q < questions; ++q) text += fmt::format("tap \"#option.o{}\"\ntap \"Continue\"\n", digit(k, q));
        text += fmt::format("on survey.thanks\ndump thanks-{}\ntap \"Finish\"\n{}", k, after);
    }
    return text;
}

/// The visits of which there is proof that the thanks screen was shown.
inline std::set<int> thanked_in(const std::filesystem::path& shots) {
    std::set<int> out;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(shots, none)) {
        int k = -1;
        if (entry.path().extension() == ".json" &&
            std::sscanf(entry.path().filename().c_str(), "thanks-%d.json", &k) == 1)
            out.insert(k);
    }
    return out;
}

/// Whose response that is.
inline int visit_of(std::string_view body) {
    const auto instance = openrosa::read_instance(body);
    REQUIRE(instance);
    const auto& answers = instance->response.answers;
    REQUIRE(answers.size() == questions);
    int k = 0;
    for (const auto& [id, answer] : answers) {
        REQUIRE(answer.options.size() == 1);
        k |= (answer.options.front().back() - '0') << (2 * (id.back() - '0'));
    }
    return k;
}

}  // namespace talkpoint::tests
