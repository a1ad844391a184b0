// A bundle that somebody has changed, cut, built by hand or signed without being asked is refused, and says why.
#include "bundles.hpp"

#include <fstream>
#include <map>
#include <set>

using namespace talkpoint;
using namespace talkpoint::tests;
using bundle::Manifest;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

struct Signed {
    TempFolder folder;
    fs::path pack = folder.path() / "small", file = folder.path() / "small-2026.12.talkpack";
    Manifest manifest;

    Signed() {
        folder.write("small/pack.toml", small_toml);
        folder.write("small/messages/one.md", "Words.\n");
        folder.write("small/pictures/a picture.svg", std::string(2000, 'x'));
        folder.write("small/pictures/empty.svg", "");
        folder.write("small/.hidden/note", "not for the pack");
        manifest = {"small", "2026.12", day(2026, 11, 23), day(2027, 6, 30), bundle::files_of(pack).value()};
        REQUIRE(bundle::write_bundle(pack, manifest, team_key(), file));
    }
    [[nodiscard]] std::string bytes() const {
        std::ifstream in{file, std::ios::binary};
        return {std::istreambuf_iterator<char>{in}, {}};
    }
    /// Where each member begins: its header, and its bytes.
    [[nodiscard]] std::vector<std::size_t> places() const {
        std::vector<std::uint64_t> sizes{bundle::text_of(manifest).size(), bundle::signature_line_bytes};
        for (const auto& one : manifest.files) sizes.push_back(one.size);
        std::vector<std::size_t> places;
        std::size_t at = 0;
        for (const auto size : sizes) {
            places.push_back(at);
            at += bundle::tar_bytes(size);
        }
        places.push_back(at);
        return places;
    }
};

class Collected final : public bundle::FileSink {
  public:
    std::map<std::string, std::string> files;
    base::Result<void> begin(const bundle::ManifestFile& file) override {
        now_ = &files[file.path];
        return {};
    }
    base::Result<void> append(std::string_view bytes) override {
        now_->append(bytes);
        return {};
    }
    base::Result<void> end() override { return {}; }

  private:
    std::string* now_ = nullptr;
};

}  // namespace

TEST_CASE("bundle: what was signed comes out again, to the byte", "[bundle]") {
    const Signed made;
    auto reader = bundle::BundleReader::open(made.file, keys_of_kiosk());
    REQUIRE(reader);
    CHECK(reader->manifest() == made.manifest);
    CHECK(reader->key() == team_key().verifying_key().fingerprint());
    Collected out;
    REQUIRE(reader->read_files(&out));
    CHECK(out.files.size() == 4);
    CHECK(out.files.at("small/pack.toml") == small_toml);
    CHECK(out.files.at("small/pictures/a picture.svg") == std::string(2000, 'x'));
    CHECK(out.files.at("small/pictures/empty.svg").empty());
}

TEST_CASE("bundle: any tar program can look into it", "[bundle]") {
    const Signed made;
    const auto list = made.folder.path() / "list";
    REQUIRE(std::system(("tar -tf '" + made.file.string() + "' > '" + list.string() + "'").c_str()) == 0);
    std::ifstream in{list};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    CHECK(lines == std::vector<std::string>{"manifest.json", "manifest.sig", "small/messages/one.md", "small/pack.toml",
                                            "small/pictures/a picture.svg", "small/pictures/empty.svg"});
}

TEST_CASE("bundle: no byte of it can be changed", "[bundle]") {
    const Signed made;
    const auto good = made.bytes();
    REQUIRE(refusal_of(made.file).empty());
    std::set<std::string> reasons;
    for (std::size_t i = 0; i < good.size(); ++i) {
        auto bytes = good;
        bytes[i] = static_cast<char>(bytes[i] ^ 1);
        const auto why = refusal_of(made.folder.write("changed.talkpack", bytes));
        INFO("byte " << i);
        REQUIRE_FALSE(why.empty());
        reasons.insert(why.substr(0, 20));
    }
    CHECK(reasons.size() >= 3);  // no header, unknown key, changed
}

TEST_CASE("bundle: cut anywhere, or with something after it, it is refused", "[bundle]") {
    const Signed made;
    const auto good = made.bytes();
    for (std::size_t length = 0; length < good.size(); length += 97) {
        INFO("the first " << length << " bytes");
        CHECK_FALSE(refusal_of(made.folder.write("cut.talkpack", good.substr(0, length))).empty());
    }
    CHECK_THAT(refusal_of(made.folder.write("cut.talkpack", good.substr(0, good.size() - 1))),
               ContainsSubstring("not copied whole"));
    for (const auto& more : {std::string(1, '\0'), std::string(512, '\0'), tar_member({"small/more.md", "more"}), good})
        CHECK_THAT(refusal_of(made.folder.write("long.talkpack", good + more)), ContainsSubstring("longer than it"));
}

TEST_CASE("bundle: only of somebody whom this kiosk trusts", "[bundle]") {
    const Signed made;
    CHECK_THAT(refusal_of(made.file, {}), ContainsSubstring("a key that is not known here"));
    CHECK_THAT(refusal_of(made.file, {stranger_key().verifying_key()}),
               ContainsSubstring("a key that is not known here"));
    // A stranger's signature under the name of a key that is known.
    const auto text = bundle::text_of(small_manifest());
    const auto line =
        bundle::signature_line(team_key().verifying_key().fingerprint(), stranger_key().sign(text).value());
    const auto forged = tar_member({"manifest.json", text}) + tar_member({"manifest.sig", line}) +
                        tar_member({"small/pack.toml", std::string{small_toml}}) + std::string(bundle::tar_end, '\0');
    CHECK_THAT(refusal_of(made.folder.write("forged.talkpack", forged)), ContainsSubstring("changed since"));
    // The signature of another manifest.
    const auto other = bundle::signature_line(team_key().verifying_key().fingerprint(),
                                              team_key().sign(bundle::text_of(made.manifest)).value());
    const auto swapped = tar_member({"manifest.json", text}) + tar_member({"manifest.sig", other}) +
                         tar_member({"small/pack.toml", std::string{small_toml}}) + std::string(bundle::tar_end, '\0');
    CHECK_THAT(refusal_of(made.folder.write("swapped.talkpack", swapped)), ContainsSubstring("changed since"));
}

TEST_CASE("bundle: nothing but regular files, each where the manifest has it", "[bundle]") {
    const TempFolder folder;
    const Member toml{"small/pack.toml", std::string{small_toml}};
    const auto text = bundle::text_of(small_manifest({file_with("small/one.md", "Words.")}));
    const auto refused = [&](const std::vector<Member>& members) {
        return refusal_of(folder.write("made.talkpack", tar_of(text, members)));
    };
    REQUIRE(refused({toml, {"small/one.md", "Words."}}).empty());

    CHECK_FALSE(refused({toml, {"small/one.md", "Words?"}}).empty());
    CHECK_FALSE(refused({{"small/one.md", "Words."}, toml}).empty());  // another order
    CHECK_FALSE(refused({toml}).empty());
    CHECK_FALSE(refused({toml, toml}).empty());
    CHECK_FALSE(refused({toml, {"small/one.md", "Words."}, {"small/one.md", "Words."}}).empty());
    CHECK_FALSE(refused({toml, {"small/one.md", "Words."}, {"small/two.md", "Words."}}).empty());
    CHECK_FALSE(refused({toml, {"../one.md", "Words."}}).empty());
    CHECK_FALSE(refused({toml, {"/etc/one.md", "Words."}}).empty());
    CHECK_FALSE(refused({toml, {"small/ONE.md", "Words."}}).empty());
    // Hard and symbolic links, devices, folders, a pipe, contiguous and sparse files, longer names (GNU), pax records.
    for (const char type : {'1', '2', '3', '4', '5', '6', '7', 'S', 'L', 'K', 'x', 'g', '\0'}) {
        INFO("type " << type);
        CHECK_FALSE(refused({toml, {"small/one.md", "Words.", type, "/etc/passwd"}}).empty());
        CHECK_FALSE(refused({toml, {"small/one.md", "", type, "/etc/passwd"}, {"small/one.md", "Words."}}).empty());
    }
}

TEST_CASE("bundle: a manifest that asks for too much, or for what no pack has, is refused though it is signed",
          "[bundle]") {
    const TempFolder folder;
    const auto refused = [&](const Manifest& manifest) {
        return refusal_of(folder.write("made.talkpack", head_of(bundle::text_of(manifest))));
    };
    const auto with_path = [&](const std::string& path) { return refused(small_manifest({file_with(path, "x")})); };
    CHECK_THAT(with_path("small/../../etc/passwd"), ContainsSubstring("is no path"));
    CHECK_THAT(with_path("small/./one.md"), ContainsSubstring("is no path"));
    CHECK_THAT(with_path("small//one.md"), ContainsSubstring("is no path"));
    CHECK_THAT(with_path("small/one.md/"), ContainsSubstring("is no path"));
    CHECK_THAT(with_path("small/.hidden"), ContainsSubstring("is no path"));
    CHECK_THAT(with_path("/etc/passwd"), ContainsSubstring("does not lie in the pack"));
    CHECK_THAT(with_path("other/one.md"), ContainsSubstring("does not lie in the pack"));
    CHECK_THAT(with_path("small"), ContainsSubstring("does not lie in the pack"));
    CHECK_THAT(with_path("small/a\\b"), ContainsSubstring("other letters"));
    CHECK_THAT(with_path("small/a\nb"), ContainsSubstring("other letters"));
    CHECK_THAT(with_path("small/\xc3\xa9.md"), ContainsSubstring("other letters"));
    CHECK_THAT(with_path("small/" + std::string(100, 'a')), ContainsSubstring("more than 100 letters"));
    CHECK_THAT(with_path("small/a/b/c/d/e/f"), ContainsSubstring("more than 5 folders"));
    CHECK_THAT(with_path("small/PACK.toml"), ContainsSubstring("but for capitals"));
    CHECK_THAT(with_path("small/pack.toml"), ContainsSubstring("but for capitals"));
    CHECK_THAT(with_path("small/pack.toml/x"), ContainsSubstring("a file and a folder"));

    auto manifest = small_manifest({{"small/film.webm", bundle::most_file_bytes + 1, std::string(64, '0')}});
    CHECK_THAT(refused(manifest), ContainsSubstring("is larger than 2048 MiB"));
    for (auto size : {std::uint64_t{1} << 62U, ~std::uint64_t{0}}) {
        manifest.files.back().size = size;
        manifest.files.resize(2);
        manifest.files.push_back({"small/film2.webm", size, std::string(64, '0')});
        CHECK_THAT(refused(manifest), ContainsSubstring("is larger than"));
    }
    manifest = small_manifest();
    for (int i = 0; i < 5; ++i)
        manifest.files.push_back({"small/" + std::to_string(i), bundle::most_file_bytes, std::string(64, '0')});
    CHECK_THAT(refused(manifest), ContainsSubstring("larger than 8192 MiB together"));
    manifest = small_manifest();
    for (std::size_t i = 0; i < bundle::most_files; ++i)
        manifest.files.push_back(file_with("small/" + std::to_string(i), ""));
    CHECK_THAT(refused(manifest), ContainsSubstring("more than 20000 files"));
    manifest = small_manifest();
    manifest.version = "2026.12/../x";
    CHECK_THAT(refused(manifest), ContainsSubstring("must be numbers between dots"));
    manifest = small_manifest();
    manifest.id = "..";
    CHECK_THAT(refused(manifest), ContainsSubstring("is no id"));
    manifest = {"small", "1", day(2026, 11, 23), {}, {file_with("small/one.md", "x")}};
    CHECK_THAT(refused(manifest), ContainsSubstring("has no pack.toml"));
    manifest = small_manifest({{"small/one.md", 1, "no digest"}});
    CHECK_THAT(refused(manifest), ContainsSubstring("has no SHA-256"));
}

TEST_CASE("bundle: a manifest that can be read in two ways is refused though it is signed", "[bundle]") {
    const TempFolder folder;
    const auto good = bundle::text_of(small_manifest());
    const auto refused = [&](const std::string& text) {
        return refusal_of(folder.write("made.talkpack", head_of(text)));
    };
    const auto replaced = [&](std::string_view old, std::string_view now) {
        auto text = good;
        return text.replace(text.find(old), old.size(), now);
    };
    CHECK_THAT(refused("{}"), ContainsSubstring("cannot be understood"));
    CHECK_THAT(refused("[]"), ContainsSubstring("cannot be understood"));
    CHECK_THAT(refused(std::string(100'000, '[')), ContainsSubstring("cannot be understood"));
    CHECK_THAT(refused(good + " "), ContainsSubstring("cannot be understood"));
    CHECK_THAT(refused(replaced("\"format\": 1", "\"format\": 2")), ContainsSubstring("cannot be understood"));
    CHECK_THAT(refused(replaced("\"id\"", "\"id\": \"x\",\n \"id\"")), ContainsSubstring("cannot be understood"));
    CHECK_THAT(refused(replaced("\"made\"", "\"more\": 1,\n \"made\"")), ContainsSubstring("cannot be understood"));
    CHECK_THAT(refused(replaced("\"size\": ", "\"size\": -")), ContainsSubstring("cannot be understood"));
    CHECK_THAT(refused(replaced("2026-11-23", "2026-13-23")), ContainsSubstring("cannot be understood"));
    CHECK_THAT(refused(replaced("null", "\"soon\"")), ContainsSubstring("cannot be understood"));
}

TEST_CASE("bundle: compressed, a claim of gigabytes, a folder, a pipe, nothing: refused at once", "[bundle]") {
    const Signed made;
    REQUIRE(std::system(("gzip -k '" + made.file.string() + "'").c_str()) == 0);
    CHECK_THAT(refusal_of(made.file.string() + ".gz"), ContainsSubstring("is no signed pack"));
    auto header = bundle::tar_header("manifest.json", 7'000'000'000);
    CHECK_THAT(refusal_of(made.folder.write("bomb.talkpack", {header.data(), header.size()})),
               ContainsSubstring("is no signed pack"));
    // A hole of 8 GiB takes no room on the disk; nothing of it is read.
    const auto sparse = made.folder.write("sparse.talkpack", made.bytes());
    fs::resize_file(sparse, std::uint64_t{8} << 30U);
    CHECK_THAT(refusal_of(sparse), ContainsSubstring("longer than it should be"));
    CHECK_THAT(refusal_of(made.pack), ContainsSubstring("not a regular file"));
    CHECK_THAT(refusal_of(made.folder.path() / "none"), ContainsSubstring("no such file"));
    const auto pipe = made.folder.path() / "pipe.talkpack";
    REQUIRE(std::system(("mkfifo '" + pipe.string() + "'").c_str()) == 0);
    CHECK_THAT(refusal_of(pipe), ContainsSubstring("not a regular file"));
    CHECK_THAT(refusal_of(made.folder.write("empty.talkpack", "")), ContainsSubstring("ends too soon"));
}

TEST_CASE("bundle: what cannot be signed is said with its place", "[bundle]") {
    const Signed made;
    fs::create_symlink("/etc/passwd", made.pack / "messages/two.md");
    const auto files = bundle::files_of(made.pack);
    REQUIRE_FALSE(files);
    CHECK_THAT(files.error().text(), ContainsSubstring("messages/two.md: is a link"));
    fs::remove(made.pack / "messages/two.md");
    made.folder.write("small/messages/caf\xc3\xa9.md", "x");
    CHECK_FALSE(bundle::files_of(made.pack));

    // A file that changes between counting and writing leaves no bundle.
    const auto target = made.folder.path() / "again.talkpack";
    for (const auto* words : {"Other words.\n", "Swords.", "Worms.\n"}) {
        made.folder.write("small/messages/one.md", words);
        CHECK_FALSE(bundle::write_bundle(made.pack, made.manifest, team_key(), target));
        CHECK_FALSE(fs::exists(target));
    }
}
