// A real X server of a test's own (Xvfb).
#pragma once

#include "catch.hpp"
#include "kiosk_runs.hpp"
#include "running_program.hpp"
#include "support.hpp"

#include <csignal>
#include <filesystem>
#include <string>

namespace talkpoint::tests {

/// A display server without a display.
class XServer {
  public:
    XServer()
        : program_{{"/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten", "tcp"},
                   folder_.path() / "said"} {
        // The number stands on a line of its own, after complaints about displays of others.
        const auto named = [this] {
            const auto said = program_.said();
            if (!said.ends_with('\n')) return false;
            for (const auto& line : lines_in(said))
                if (!line.empty() && line.find_first_not_of("0123456789") == std::string::npos) name_ = ":" + line;
            return !name_.empty();
        };
        REQUIRE(comes_true(named, std::chrono::seconds{20}));
    }
    [[nodiscard]] const std::string& name() const { return name_; }
    void resize_window(const std::string& width, const std::string& height) const {
        const auto ran = run_program(
            {"/usr/bin/xdotool", "search", "--name", "^Talkpoint$", "windowsize", width, height}, {"DISPLAY=" + name_});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
    }
    void die() const { program_.signal(SIGKILL); }

  private:
    TempFolder folder_;
    RunningProgram program_;
    std::string name_;
};

inline bool can_try_x11() {
    const bool there = std::filesystem::exists("/usr/bin/Xvfb") && std::filesystem::exists("/usr/bin/xdotool");
    if (!there) WARN("not tried: there is no Xvfb or no xdotool here (apt-get install xvfb xdotool)");
    return there;
}

}  // namespace talkpoint::tests
