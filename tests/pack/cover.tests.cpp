// Messages of which only the cover is kept, and their pages when somebody opens them.
#include "pack/cover.hpp"

#include "catch.hpp"
#include "pack/translation.hpp"
#include "pack_folder.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

constexpr std::string_view manifest =
    "id = \"small\"\ntitle = \"T\"\nsummary = \"S\"\nversion = \"1\"\nsource_language = \"en\"\n";

std::string message(std::string_view title, std::string_view pages, bool front = true) {
    return joined("+++\ntitle = \"", title, "\"\nsummary = \"S\"\n",
                  front ? "attract = true\nsources = [\"A book\"]\nreview_due = 2091-05-31\n" : "", "+++\n", pages);
}

struct Folder {
    TempFolder folder;
    base::Problems problems;

    Folder() {
        folder.write("small/pack.toml", manifest);
        folder.write("small/pictures/a.svg", "<svg/>");
        folder.write("small/messages/one.md", message("One", "First\n\n---\n\n![A bench](pictures/a.svg)\n\nSecond\n"));
        folder.write("small/messages/one.pl.md", message("Jeden", "Pierwsza\n\n---\n\nDruga\n", false));
    }
    [[nodiscard]] pack::Pack load(const std::filesystem::path& over = {}) {
        auto pack = pack::load_pack(folder.path() / "small", *base::parse_date("2026-11-23"), problems, over);
        REQUIRE(pack);
        return *pack;
    }
};

/// The pages of the only message, after its cover was all that was kept.
base::Result<std::vector<pack::Page>> reopened(pack::Pack& pack) {
    REQUIRE(pack.messages.size() == 1);
    pack::keep_cover(pack.messages[0], pack);
    CHECK(pack.messages[0].pages.empty());
    CHECK(pack.messages[0].page_count() == 2);
    return pack::read_pages(pack.messages[0], pack);
}

}  // namespace

TEST_CASE("cover: the pages come back as they were, in the words of the pack and of a translation") {
    Folder folder;
    auto pack = folder.load();
    auto polish = pack::translate_pack(pack, "pl", folder.problems);
    const auto pages = reopened(pack), in_polish = reopened(polish);
    REQUIRE(pages);
    REQUIRE(pages->size() == 2);
    CHECK((*pages)[0].blocks[0].text.text == "First");
    REQUIRE((*pages)[1].picture);
    CHECK((*pages)[1].picture->file == folder.folder.path() / "small/pictures/a.svg");
    REQUIRE(in_polish);
    CHECK((*in_polish)[1].blocks[0].text.text == "Druga");
    CHECK(pack.messages[0].title == "One");
    CHECK(polish.messages[0].title == "Jeden");
}

TEST_CASE("cover: a place's own message comes from the place's folder, with the pictures of the pack beneath") {
    Folder folder;
    folder.folder.write("over/messages/one.md", message("Ours", "Here\n\n---\n\n![A bench](pictures/a.svg)\n\nToo\n"));
    auto pack = folder.load(folder.folder.path() / "over");
    const auto pages = reopened(pack);
    REQUIRE(pages);
    CHECK((*pages)[0].blocks[0].text.text == "Here");
    REQUIRE((*pages)[1].picture);
    CHECK((*pages)[1].picture->file == folder.folder.path() / "small/pictures/a.svg");
}

TEST_CASE("cover: a file that is gone or another one is an error that says what to do") {
    Folder folder;
    auto pack = folder.load();
    SECTION("gone") {
        std::filesystem::remove(folder.folder.path() / "small/messages/one.md");
        const auto pages = reopened(pack);
        REQUIRE_FALSE(pages);
        CHECK(pages.error().kind == base::ErrorKind::unreadable);
        CHECK(pages.error().place == folder.folder.path() / "small/messages/one.md");
    }
    SECTION("of another number of pages") {
        folder.folder.write("small/messages/one.md", message("One", "Only this\n"));
        const auto pages = reopened(pack);
        REQUIRE_FALSE(pages);
        CHECK(pages.error().message.find("1 pages where it had 2") != std::string::npos);
    }
}

TEST_CASE("pack: reading ends when it is enough") {
    Folder folder;
    for (const char* id : {"three", "two"})
        folder.folder.write(joined("small/messages/", id, ".md"), message(id, "Page\n"));
    const auto pack = pack::load_pack(folder.folder.path() / "small", *base::parse_date("2026-11-23"), folder.problems,
                                      {}, [](const pack::Pack& so_far) { return so_far.messages.size() == 2; });
    REQUIRE(pack);
    CHECK(pack->messages.size() == 2);
    CHECK(folder.load().messages.size() == 3);
}
