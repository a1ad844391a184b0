// Good content of which one thing is spoiled, and what `talkpointctl check` says of it.
#pragma once

#include "kiosk.hpp"

#include <algorithm>
#include <string>

namespace talkpoint::tests {

/// A kiosk of which `check` says nothing, until something is written over it.
class Spoiled : public Kiosk {
  public:
    [[nodiscard]] std::string in(const std::string& file) const { return (folder.path() / file).string(); }
    [[nodiscard]] std::string pack() const { return in("content/safety"); }
    void replace(const std::string& file, const std::string& what, const std::string& by) const {
        auto text = text_of(folder.path() / file);
        const auto at = text.find(what);
        REQUIRE(at != std::string::npos);
        text.replace(at, what.size(), by);
        folder.write(file, text);
    }

    /// The whole configuration and the pack alone have this one complaint, which begins and continues so; nothing else.
    void has_only(const std::string& beginning, const std::string& part, int exit_code = 0) const {
        for (const auto& ran : {ctl({"check"}), bare({"check", pack()})}) {
            INFO(ran.err);
            CHECK(says(ran, beginning, part));
            CHECK(std::ranges::count(ran.err, '\n') == 1);
            CHECK(ran.exit_code == exit_code);
        }
    }
    void is_sound() const {
        for (const auto& ran : {ctl({"check"}), bare({"check", pack()})}) {
            INFO(ran.err);
            CHECK(ran.err.empty());
            CHECK(ran.exit_code == 0);
        }
    }
};

}  // namespace talkpoint::tests
