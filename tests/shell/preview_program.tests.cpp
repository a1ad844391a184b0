// `talkpoint --preview`, the real program.
#include "catch.hpp"
#include "kiosk_runs.hpp"

#include <filesystem>
#include <string>

using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("preview: the real program shows a pack without configuration, display or state") {
    const TempFolder folder;
    folder.write("small/pack.toml", small_pack);
    folder.write("small/messages/only.md", only_message);
    folder.write("lines", R"({"problems":[{"file":"pack.toml","line":3,"text":"is odd; mend it","error":false}]})"
                          "\n");
    folder.write(
        "tour",
        "see \"is odd; mend it\"\nsee \"pack.toml, line 3\"\nsee \"Preview of small\"\npress F10\non home\nshot it\n");
    const auto command = joined("cd '", folder.path().string(), "' && exec '" TALKPOINT_BIN,
                                "/talkpoint' --preview small --headless 1280x720 --tour tour --shots shots < lines");
    const auto ran = run_program({"/bin/sh", "-c", command}, {"HOME=" + folder.path().string()});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(std::filesystem::exists(folder.path() / "shots/it.png"));
    std::size_t entries = 0;
    for (const auto& entry : std::filesystem::directory_iterator{folder.path()})
        entries += entry.path().filename() == ".cache" ? 0U : 1U;  // where some drivers keep their shaders
    CHECK(entries == 4);                                           // small, lines, tour and shots: nothing was kept

    const auto refused = run_program({TALKPOINT_BIN "/talkpoint", "--preview", folder.path() / "small", "--language",
                                      "xx", "--headless", "640x640"});
    CHECK(refused.exit_code == 2);
    CHECK_THAT(refused.err, ContainsSubstring("\"xx\"") && ContainsSubstring("easy"));
}
