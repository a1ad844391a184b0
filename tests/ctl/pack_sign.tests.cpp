// `talkpointctl pack keygen`, `sign`, `verify`: the real program, as an author's team uses it.
#include "packs.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

struct AuthorsTeam : PackKiosk {
    fs::path passphrase = folder.write("passphrase", "four odd words\n"), keys = folder.path() / "team-keys",
             out = folder.path() / "out", pack_folder = folder.path() / "content/safety";

    [[nodiscard]] Ran keygen() const { return bare({"pack", "keygen", "--to", keys, "--passphrase-file", passphrase}); }
    [[nodiscard]] Ran sign(std::vector<std::string> more = {}) const {
        std::vector<std::string> words{"pack", "sign", pack_folder,         "--key",   keys / "pack-private-key.pem",
                                       "--to", out,    "--passphrase-file", passphrase};
        words.insert(words.end(), more.begin(), more.end());
        return bare(words);
    }
};

}  // namespace

TEST_CASE("pack sign: from the folder to the kiosk, with what the program itself made", "[ctl]") {
    const AuthorsTeam team;
    REQUIRE(team.keygen().exit_code == 0);
    CHECK((fs::status(team.keys / "pack-private-key.pem").permissions() & fs::perms::mask) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(team.keygen().exit_code == 2);  // never overwritten
    team.shipped("2026.12");
    const auto ran = team.sign({"--expires", "2099-12-31", "--json"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(ran.err.empty());
    const auto said = nlohmann::json::parse(ran.out);
    CHECK(said.at("file") == (team.out / "safety-2026.12.talkpack").string());
    CHECK(said.at("files") == 4);
    CHECK(team.sign().exit_code == 3);  // a version is signed once

    const auto verified =
        Kiosk::bare({"pack", "verify", said.at("file"), "--config", team.folder.path() / "none.toml", "--key",
                     team.keys / "pack-public-key.pem", "--json", "--state", team.folder.path() / "nowhere"});
    INFO(verified.err);
    CHECK(verified.exit_code == 0);
    CHECK(nlohmann::json::parse(verified.out).at("expires") == "2099-12-31");
    CHECK_FALSE(fs::exists(team.folder.path() / "nowhere"));

    team.shipped("2026.11");
    fs::copy_file(team.keys / "pack-public-key.pem", team.folder.path() / "keys/team.pem",
                  fs::copy_options::overwrite_existing);
    CHECK(team.pack({"verify", said.at("file")}).at("before") == "2026.11");
    CHECK_FALSE(fs::exists(team.state()));
    CHECK(team.pack({"install", said.at("file")}).at("before") == "2026.11");
    CHECK_THAT(team.pack({"verify", said.at("file")}, 3).at("error").get<std::string>(),
               ContainsSubstring("the same is in use"));
}

TEST_CASE("pack sign: what cannot be signed is refused, and leaves nothing", "[ctl]") {
    const AuthorsTeam team;
    REQUIRE(team.keygen().exit_code == 0);
    const auto refused = [&](int exit_code, const std::string& why, std::vector<std::string> more = {}) {
        const auto ran = team.sign(std::move(more));
        INFO(ran.err);
        CHECK(ran.exit_code == exit_code);
        CHECK_THAT(ran.err, ContainsSubstring(why));
        CHECK((!fs::exists(team.out) || fs::is_empty(team.out)));
    };
    team.folder.write("content/safety/messages/broken.md", "no front matter\n");
    refused(3, "content/safety/messages/broken.md:1: ");
    fs::remove(team.pack_folder / "messages/broken.md");
    team.shipped("first draft");
    refused(3, "must be numbers between dots");
    team.shipped("2");
    fs::create_symlink("/etc/passwd", team.pack_folder / "passwd");
    refused(3, "is a link or a device");
    fs::remove(team.pack_folder / "passwd");
    refused(2, "--expires is no day to come", {"--expires", "2020-01-01"});
    refused(2, "--expires is no day to come", {"--expires", "soon"});
    team.folder.write("passphrase", "other words than those\n");
    refused(2, "is not opened by this passphrase");
    team.folder.write("passphrase", "four odd words\n");
    fs::permissions(team.keys / "pack-private-key.pem", fs::perms::others_read, fs::perm_options::add);
    const auto ran = team.sign();
    CHECK(ran.exit_code == 0);
    CHECK_THAT(ran.err, ContainsSubstring("chmod 600"));
}
