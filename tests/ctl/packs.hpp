// A kiosk that takes signed packs, and the team that signs them.
#pragma once

#include "base/signature.hpp"
#include "bundle/bundle_writer.hpp"
#include "kiosk.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace talkpoint::tests {

/// Made once: the rounds of its passphrase take a moment.
inline const base::SigningPair& pack_pair() {
    static const auto made = base::make_signing_pair("four odd words").value();
    return made;
}
inline const base::SigningKey& pack_key() {
    static const auto key = base::SigningKey::from_pem(pack_pair().private_pem, "four odd words").value();
    return key;
}

class PackKiosk : public Kiosk {
  public:
    PackKiosk() {
        folder.write("keys/team.pem", pack_pair().public_pem);
        folder.write("kiosk.toml",
                     "[content]\nroot = \"content\"\npacks = [\"safety\"]\nkeys = [\"keys/team.pem\"]\n"
                     "[survey]\noffered = [\"safe\"]\n");
        shipped("1");
    }
    /// The edition that comes with the kiosk.
    void shipped(std::string_view version) const { write_edition("content", version); }

    /// A signed edition of the pack `safety`, whose title is its version, as a file on a stick. `change` may spoil the
    /// folder before it is signed.
    template <class Change>
    [[nodiscard]] std::filesystem::path edition(const std::string& version, Change change,
                                                std::optional<base::Date> expires = {}) const {
        write_edition("team", version);
        const auto pack = folder.path() / "team/safety";
        std::filesystem::copy(folder.path() / "content/safety", pack,
                              std::filesystem::copy_options::recursive | std::filesystem::copy_options::skip_existing);
        change(pack);
        const bundle::Manifest manifest{"safety", version,
                                        base::Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{1}},
                                        expires, bundle::files_of(pack).value()};
        auto target = folder.path() / ("stick/" + bundle::bundle_name(manifest));
        std::filesystem::create_directories(target.parent_path());
        REQUIRE(bundle::write_bundle(pack, manifest, pack_key(), target));
        std::filesystem::remove_all(folder.path() / "team");
        return target;
    }
    [[nodiscard]] std::filesystem::path edition(const std::string& version) const {
        return edition(version, [](const auto&) {});
    }

    /// `pack WORDS --json`, with what it printed.
    [[nodiscard]] nlohmann::json pack(std::vector<std::string> words, int exit_code = 0) const {
        words.insert(words.begin(), "pack");
        words.emplace_back("--json");
        const auto ran = ctl(words);
        INFO(ran.out << ran.err);
        CHECK(ran.exit_code == exit_code);
        auto said = nlohmann::json::parse(ran.out, nullptr, false);
        REQUIRE(said.is_object());
        CHECK(said.at("ok") == (exit_code == 0));
        return said;
    }
    [[nodiscard]] std::string refused(const std::filesystem::path& file, int exit_code = 3) const {
        return pack({"install", file}, exit_code).at("error");
    }
    /// Of the pack `safety`: which edition is in use, by `pack list`, which must have nothing to complain about.
    [[nodiscard]] std::string in_use() const {
        const auto said = pack({"list"});
        CHECK(said.at("problems").empty());
        return said.at("packs").at(0).at("version");
    }

  private:
    void write_edition(std::string_view root, std::string_view version) const {
        folder.write(
            joined(root, "/safety/pack.toml"),
            joined("id = \"safety\"\ntitle = \"Edition ", version, "\"\nsummary = \"Being safe\"\nversion = \"",
                   version, "\"\nsource_language = \"en\"\nlicence = \"CC0-1.0\"\nauthors = [\"us\"]\n"));
    }
};

}  // namespace talkpoint::tests
