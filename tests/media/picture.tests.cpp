#include "catch.hpp"

#include "media/picture.hpp"
#include "media/samples.hpp"
#include "support.hpp"

#include <sys/stat.h>

#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

using namespace talkpoint;
using namespace talkpoint::media;
using namespace talkpoint::tests;
using base::ErrorKind;

namespace {

using Pixel = std::array<int, 4>;

Pixel pixel(const Bitmap& bitmap, int x, int y) {
    const auto at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(bitmap.width) + static_cast<std::size_t>(x)) * 4;
    return {bitmap.rgba.at(at), bitmap.rgba.at(at + 1), bitmap.rgba.at(at + 2), bitmap.rgba.at(at + 3)};
}

class Folder {
  public:
    base::Result<Bitmap> decode(const std::string& name, std::string_view bytes, int width = 64,
                                int height = 64) const {
        return decode_picture(temp.write(name, bytes), width, height);
    }
    /// What went wrong; a complaint names the file and is one line.
    std::optional<ErrorKind> refusal(const std::string& name, std::string_view bytes) const {
        const auto result = decode(name, bytes);
        if (result) return {};
        CHECK(result.error().place.starts_with((temp.path() / name).string()));
        CHECK(result.error().message.find('\n') == std::string::npos);
        return result.error().kind;
    }
    TempFolder temp;
};

const std::string red_square = svg_of(R"(<rect width="10" height="10" fill="#ff0000"/>)");

}  // namespace

TEST_CASE("picture: PNG, JPEG and SVG, by any spelling of their ending", "[picture]") {
    const Folder folder;
    for (const auto& [name, bytes] :
         {std::pair{"a.png", png_of(8, 8, 0xff0000ff)}, std::pair{"a.PNG", png_of(8, 8, 0xff0000ff)},
          std::pair{"a.jpg", jpeg_of(8, 8, 0xff0000ff)}, std::pair{"a.Jpeg", jpeg_of(8, 8, 0xff0000ff)},
          std::pair{"a.svg", red_square}}) {
        const auto bitmap = folder.decode(name, bytes);
        REQUIRE(bitmap);
        CHECK(bitmap->width == 64);
        CHECK(bitmap->height == 64);
        REQUIRE(bitmap->rgba.size() == 64 * 64 * 4);
        const auto [r, g, b, a] = pixel(*bitmap, 32, 32);
        CHECK(r > 250);
        CHECK(g < 5);
        CHECK(b < 5);
        CHECK(a == 255);
    }
}

TEST_CASE("picture: fitted into the middle, transparent around it", "[picture]") {
    const Folder folder;
    for (
        const auto& [name, bytes] :
        {std::pair{"wide.png", png_of(20, 10, 0x00ff00ff)},
         std::pair{
             "wide.svg",
             std::string{
                 R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#00ff00"/></svg>)"}}}) {
        const auto bitmap = folder.decode(name, bytes, 80, 80);
        REQUIRE(bitmap);
        CHECK(pixel(*bitmap, 40, 40) == Pixel{0, 255, 0, 255});
        CHECK(pixel(*bitmap, 2, 40)[3] == 255);
        CHECK(pixel(*bitmap, 40, 15) == Pixel{0, 0, 0, 0});
        CHECK(pixel(*bitmap, 40, 65) == Pixel{0, 0, 0, 0});
        CHECK(pixel(*bitmap, 40, 22)[3] == 255);
    }
}

TEST_CASE("picture: colours come premultiplied, in the order red, green, blue", "[picture]") {
    const Folder folder;
    for (const auto& [name, bytes] :
         {std::pair{"half.png", png_of(8, 8, 0xff800080)},
          std::pair{"half.svg", svg_of(R"(<rect width="10" height="10" fill="#ff8000" fill-opacity="0.502"/>)")}}) {
        const auto bitmap = folder.decode(name, bytes);
        REQUIRE(bitmap);
        const auto [r, g, b, a] = pixel(*bitmap, 32, 32);
        CHECK(std::abs(a - 128) <= 1);
        CHECK(std::abs(r - 128) <= 2);
        CHECK(std::abs(g - 64) <= 2);
        CHECK(b == 0);
    }
}

TEST_CASE("picture: what is cut short is no picture", "[picture]") {
    const Folder folder;
    const std::string png = png_of(40, 40, 0x336699ff), jpeg = jpeg_of(40, 40, 0x336699ff);
    for (std::size_t length = 0; length + 12 < png.size();
         length += 1 + png.size() / 60)  // the last 12 bytes only say "end"
        CHECK(folder.refusal("a.png", std::string_view{png}.substr(0, length)) == ErrorKind::malformed);
    for (std::size_t length = 0; length + 2 < jpeg.size(); length += 1 + jpeg.size() / 60)
        CHECK(folder.refusal("a.jpg", std::string_view{jpeg}.substr(0, length)) == ErrorKind::malformed);
    for (std::size_t length = 0; length < red_square.size(); length += 7)
        CHECK(folder.refusal("a.svg", std::string_view{red_square}.substr(0, length)) == ErrorKind::malformed);
}

TEST_CASE("picture: a flipped byte does no harm", "[picture]") {
    const Folder folder;
    for (const auto& [name, whole] :
         {std::pair{"a.png", png_of(16, 16, 0x336699ff)}, std::pair{"a.jpg", jpeg_of(16, 16, 0x336699ff)}})
        for (std::size_t i = 0; i < whole.size(); ++i) {
            std::string bytes = whole;
            bytes[i] = static_cast<char>(bytes[i] ^ 0x55);
            const auto bitmap = folder.decode(name, bytes);
            if (bitmap) CHECK(bitmap->rgba.size() == 64 * 64 * 4);
        }
}

TEST_CASE("picture: what is no picture at all", "[picture]") {
    const Folder folder;
    std::string noise;
    for (int i = 0; i < 5000; ++i) noise += static_cast<char>(i * 7919 >> 3);
    for (const char* name : {"a.png", "a.jpg", "a.svg"}) {
        CHECK(folder.refusal(name, "") == ErrorKind::malformed);
        CHECK(folder.refusal(name, noise) == ErrorKind::malformed);
        CHECK(folder.refusal(name, "Hello") == ErrorKind::malformed);
    }
    CHECK(folder.refusal("a.svg", png_of(4, 4, 0)) == ErrorKind::malformed);
    CHECK(folder.refusal("a.png", red_square) == ErrorKind::malformed);
    for (const char* name : {"a.gif", "a.webp", "a", "a.svg.txt", "a.svgz"})
        CHECK(folder.refusal(name, red_square) == ErrorKind::unsupported);
}

TEST_CASE("picture: files that are not there, not files, or too large", "[picture]") {
    const Folder folder;
    const auto kind = [&](const std::string& name) {
        return decode_picture(folder.temp.path() / name, 8, 8).error().kind;
    };
    for (const std::string ending : {".png", ".jpg", ".svg"}) {
        CHECK(kind("missing" + ending) == ErrorKind::not_found);
        std::filesystem::create_directory(folder.temp.path() / ("folder" + ending));
        CHECK(kind("folder" + ending) == ErrorKind::unreadable);
        REQUIRE(::mkfifo((folder.temp.path() / ("pipe" + ending)).c_str(), 0600) == 0);
        CHECK(kind("pipe" + ending) == ErrorKind::unreadable);
    }
    CHECK(folder.refusal("a.svg", red_square + std::string(max_drawing_bytes, ' ')) == ErrorKind::too_large);
    CHECK(folder.refusal("a.png", std::string(max_bitmap_bytes + 1, ' ')) == ErrorKind::too_large);
}

TEST_CASE("picture: a size that nobody can draw is refused before it costs anything", "[picture]") {
    const Folder folder;
    CHECK(cpu_seconds([&] {
              CHECK(folder.refusal("a.png", png_header(100'000, 100'000)).has_value());
              CHECK(folder.refusal("a.png", png_header(20'000, 10'000)) == ErrorKind::too_large);
              CHECK(folder.refusal("a.png", png_header(0x7fffffff, 0x7fffffff)).has_value());
              CHECK(folder.refusal("a.png", png_header(0, 10)).has_value());
          }) < 1);
    CHECK(folder.refusal("strip.png", png_of(40'000, 1, 0xff0000ff)) ==
          ErrorKind::too_large);  // wider than cairo draws
    const auto file = folder.temp.write("a.svg", red_square);
    for (const auto& [width, height] :
         {std::pair{0, 10}, std::pair{10, 0}, std::pair{-1, 10}, std::pair{100'000, 100'000}})
        CHECK(decode_picture(file, width, height).error().kind == ErrorKind::too_large);
}

TEST_CASE("picture: drawings that expand, run, or bring something in", "[picture]") {
    const Folder folder;
    std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "&a" + std::to_string(i - 1) + ";";
        laughs += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + "\">";
    }
    laughs += "]>" + svg_of("<text>&a29;</text>");
    CHECK(folder.refusal("laughs.svg", laughs) == ErrorKind::unsupported);
    std::string wide{"\xff\xfe"};  // the same in UTF-16, where no word of it can be found
    for (const char c : laughs) wide += c, wide += '\0';
    CHECK(folder.refusal("wide.svg", wide) == ErrorKind::malformed);

    const std::string pixel =
        "data:image/"
        "png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    for (const std::string& inside :
         {std::string{"<script>alert(1)</script>"}, std::string{"<foreignObject/>"},
          "<image xlink:href=\"" + pixel + "\"/>", std::string{"<image xlink:href=\"file:///etc/passwd\"/>"},
          std::string{"<filter id=\"f\"><feImage xlink:href=\"#x\"/></filter>"},
          std::string{"<s:image xmlns:s=\"http://www.w3.org/2000/svg\" xlink:href=\"&#100;ata:image/png;base64,\"/>"}})
        CHECK(folder.refusal("a.svg", svg_of(inside)) == ErrorKind::unsupported);
}

TEST_CASE("picture: drawings that would take for ever end in a moment", "[picture]") {
    const Folder folder;
    const std::string square = "<rect width=\"10\" height=\"10\" opacity=\"0.5\" fill=\"#fff\"/>";
    const auto times = [](const std::string& words, int count) {
        std::string out;
        for (int i = 0; i < count; ++i) out += words;
        return out;
    };
    /// Each level refers to the one before it, many times.
    const auto levels = [&](const std::string& element, const std::string& reference, int count, int references) {
        std::string out = "<" + element + " id=\"l0\">" + square + "</" + element + ">";
        for (int i = 1; i < count; ++i) {
            std::string refer = reference;
            refer.replace(refer.find('@'), 1, std::to_string(i - 1));
            out +=
                "<" + element + " id=\"l" + std::to_string(i) + "\">" + times(refer, references) + "</" + element + ">";
        }
        return out;
    };
    const std::map<std::string, std::string> drawings = {
        {"groups", times("<g>", 10'000) + times("</g>", 10'000)},
        {"uses", levels("g", "<use xlink:href=\"#l@\"/>", 12, 10)},
        {"few uses", levels("g", "<use xlink:href=\"#l@\"/>", 4, 2)},
        {"loop",
         "<g id=\"a\"><use xlink:href=\"#b\"/></g><g id=\"b\"><use xlink:href=\"#a\"/></g><use xlink:href=\"#a\"/>"},
        {"masks", levels("mask", "<rect width=\"10\" height=\"10\" mask=\"url(#l@)\"/>", 40, 2) +
                      "<rect width=\"10\" height=\"10\" mask=\"url(#l39)\"/>"},
        {"patterns", levels("pattern", "<rect width=\"10\" height=\"10\" fill=\"url(#l@)\"/>", 40, 2) +
                         "<rect width=\"10\" height=\"10\" fill=\"url(#l39)\"/>"},
        {"clips", levels("clipPath", "<rect width=\"10\" height=\"10\" clip-path=\"url(#l@)\"/>", 40, 2) +
                      "<rect width=\"10\" height=\"10\" clip-path=\"url(#l39)\"/>"},
        {"filter", "<filter id=\"f\">" + times("<feTurbulence baseFrequency=\"0.9\" numOctaves=\"60\"/>", 900) +
                       "</filter><rect width=\"10\" height=\"10\" filter=\"url(#f)\"/>"},
        {"layers", times("<g opacity=\"0.5\">" + square + "</g>", 5000)},
        {"markers", "<marker id=\"k\"><g opacity=\"0.5\">" + square +
                        "</g></marker><path marker-mid=\"url(#k)\" stroke=\"#000\" d=\"M0 0" +
                        times(" L1 1 L2 2", 20'000) + "\"/>"},
        {"long line",
         "<path stroke=\"#000\" stroke-linejoin=\"round\" d=\"M0 0" + times(" L9 1 L1 9 L3 0", 60'000) + "\"/>"},
        {"dashes", "<path d=\"M0 0 L1000000 1000000\" stroke=\"#000\" stroke-dasharray=\"0.01 0.01\"/>"}};
    for (const auto& [name, inside] : drawings) {
        INFO(name);
        CHECK(cpu_seconds([&] { (void)folder.decode("a.svg", svg_of(inside), 960, 960); }) < 4);
    }
}

TEST_CASE("picture: everything that is shipped can be drawn", "[picture]") {
    int count = 0;
    for (const char* folder : {"assets/icons", "assets/pictures", "content"})
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator{std::filesystem::path{TALKPOINT_SOURCE} / folder}) {
            if (entry.path().extension() != ".svg" && entry.path().extension() != ".png") continue;
            INFO(entry.path());
            CHECK(decode_picture(entry.path(), 64, 64));
            ++count;
        }
    CHECK(count > 10);
}
