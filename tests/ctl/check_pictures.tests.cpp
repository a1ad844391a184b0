// `talkpointctl check` of pictures, the real program; and what can be made out of one.
#include "catch.hpp"
#include "ctl/checking_pictures.hpp"
#include "ctl/picture_contrast.hpp"
#include "spoiled.hpp"

#include <array>
#include <cstdint>
#include <filesystem>

using namespace talkpoint;
using namespace talkpoint::tests;
namespace fs = std::filesystem;

namespace {

const std::string message = "content/safety/messages/say-no.md", svg = "content/safety/pictures/p.svg";

std::string drawing(const std::string& inside) {
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">)" + inside + "</svg>";
}
/// A pale ground, as our drawings have it, and something on it.
std::string disc(const std::string& ground, const std::string& figure) {
    return drawing("<circle cx='50' cy='50' r='46' fill='" + ground +
                   "'/><rect x='30' y='30' width='30' height='30' fill='" + figure + "'/>");
}

void append_number(std::string& out, std::uint32_t number) {
    for (const int shift : {24, 16, 8, 0}) out += static_cast<char>(number >> shift & 0xFFU);
}

std::string chunk(const std::string& data) {  // its kind first
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : data) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    std::string out;
    append_number(out, static_cast<std::uint32_t>(data.size() - 4));
    out += data;
    append_number(out, ~crc);
    return out;
}

/// Grey, black on the left and white on the right, not compressed (up to 64 KiB of pixels); `ballast`: bytes of a note
/// in it.
std::string png(int width, int height, std::size_t ballast = 0) {
    std::string rows, header = "IHDR", pixels = "IDAT\x78\x01\x01", note = "teXt";
    for (int y = 0; y < height; ++y) {
        rows += '\0';
        for (int x = 0; x < width; ++x) rows += x < width / 2 ? '\0' : '\xFF';
    }
    for (const auto size : {rows.size(), ~rows.size()}) {
        pixels += static_cast<char>(size & 0xFFU);
        pixels += static_cast<char>(size >> 8U & 0xFFU);
    }
    pixels += rows;
    std::uint32_t a = 1, b = 0;
    for (const char c : rows) b = (b + (a = (a + static_cast<unsigned char>(c)) % 65521)) % 65521;
    append_number(pixels, b << 16U | a);
    append_number(header, static_cast<std::uint32_t>(width));
    append_number(header, static_cast<std::uint32_t>(height));
    header.append("\x08\0\0\0\0", 5);
    note.append(ballast, 'x');
    return "\x89PNG\r\n\x1A\n" + chunk(header) + (ballast > 0 ? chunk(note) : "") + chunk(pixels) + chunk("IEND");
}

class Pictured : public Spoiled {
  public:
    /// The message's page has the picture of that name.
    explicit Pictured(const std::string& name = "p.svg") {
        replace(message, "You may say no.\n", "You may say no.\n\n![A person](pictures/" + name + ")\n");
    }
};

double share(const std::string& file, ctl::Ground page = ctl::light_page) {
    const TempFolder folder;
    const auto picture = media::decode_picture(folder.write("a.svg", file), 100, 100);
    REQUIRE(picture);
    return ctl::share_that_stands_out(*picture, page);
}

}  // namespace

TEST_CASE("check: a picture that can hardly be made out is a warning") {
    const Pictured kiosk;
    kiosk.folder.write(svg, disc("#CFE8E3", "#12343B"));
    kiosk.is_sound();
    kiosk.folder.write(svg, disc("#FBE0E4", "#F6C9D0"));
    kiosk.has_only(kiosk.in(svg) + ": warning: can hardly be made out on the usual page: less than 1.5 % of it has a ",
                   "give it darker outlines or stronger colours");
    kiosk.folder.write(svg, drawing("<path d='M20 20L80 80' stroke='#111' stroke-width='8'/>"));
    kiosk.has_only(kiosk.in(svg) + ": warning: can hardly be made out on the black page of strong contrast: ",
                   "or a light ground of its own");
    kiosk.folder.write(svg, disc("#808080", "#909090"));
    CHECK(says(kiosk.ctl({"check"}), kiosk.in(svg) + ": warning: can hardly be made out", "") ==
          false);  // the disc can
    kiosk.folder.write(svg, drawing(""));
    kiosk.has_only(kiosk.in(svg) + ": warning: can hardly be made out: ", "");
}

TEST_CASE("contrast: what is counted is what differs from most of the picture") {
    CHECK(share(drawing("<rect width='100' height='100' fill='#fff'/><rect width='50' height='20' fill='#000'/>")) ==
          Approx(0.1).margin(0.005));
    CHECK(share(drawing("<rect width='100' height='100' fill='#000'/><rect width='50' height='20' fill='#fff'/>")) ==
          Approx(0.1).margin(0.005));
    // What is empty around it is no part of it.
    CHECK(share(drawing("<rect y='40' width='100' height='20' fill='#fff'/><rect y='40' width='50' height='10'/>")) ==
          Approx(0.25).margin(0.01));
    // 2.9:1 and 3.1:1 on white.
    CHECK(share(drawing("<rect width='100' height='100' fill='#fff'/><rect width='20' height='100' fill='#999'/>")) ==
          0);
    CHECK(share(drawing("<rect width='100' height='100' fill='#fff'/><rect width='20' height='100' fill='#929292'/>")) >
          0.19);
    CHECK(share(drawing("")) == 0);
    CHECK(share(drawing("<rect width='10' height='10' fill='#000'/>")) == 0);  // all one colour
}

TEST_CASE("contrast: the pages are those of the screens") {
    const auto theme = text_of(TALKPOINT_SOURCE "/app/ui/theme.hpp");
    CHECK(theme.find("Color paper = rgb(0xFFF7EA);") != std::string::npos);
    CHECK(ctl::light_page.r == 0xFF);
    CHECK(ctl::light_page.g == 0xF7);
    CHECK(ctl::light_page.b == 0xEA);
    CHECK(text_of(TALKPOINT_SOURCE "/app/ui/theme.cpp")
              .find("p.paper = p.surface = p.mint = p.sun = p.peach = p.sky = "
                    "p.leaf = p.lilac = black") != std::string::npos);
}

TEST_CASE("check: every shipped picture can be made out") {
    int count = 0;
    for (const auto* folder : {"assets/pictures", "content"})
        for (const auto& entry : fs::recursive_directory_iterator{fs::path{TALKPOINT_SOURCE} / folder}) {
            if (entry.path().extension() != ".svg" && entry.path().extension() != ".png") continue;
            const auto picture = media::decode_picture(entry.path(), 160, 160);
            INFO(entry.path());
            REQUIRE(picture);
            CHECK(ctl::share_that_stands_out(*picture, ctl::light_page) >= ctl::least_contrast_share);
            CHECK(ctl::share_that_stands_out(*picture, ctl::dark_page) >= ctl::least_contrast_share);
            ++count;
        }
    CHECK(count > 100);
}

TEST_CASE("check: a picture that nothing names is a warning") {
    const Spoiled kiosk;
    kiosk.folder.write(svg, disc("#CFE8E3", "#12343B"));
    kiosk.has_only(kiosk.in(svg) + ": warning: is named by no message, survey or pack; name it, or remove it", "");
    CHECK(says(Kiosk::bare({"check", kiosk.in(svg)}), kiosk.in(svg) + ": warning: is named by no message", ""));
    // As the beginning of another's name it is not named.
    kiosk.replace(message, "You may say no.\n", "You may say no.\n\n![A person](pictures/p.svg.png)\n");
    CHECK(says(kiosk.ctl({"check"}), kiosk.in(svg) + ": warning: is named by no message", ""));
}

TEST_CASE("check: a picture is used wherever a file of the pack names it") {
    const std::string alt = "picture_alt = \"A person\"\n", key = "picture = \"pictures/p.svg\"\n";
    const std::string option = "picture = \"pictures/p.svg\", picture_alt = \"A person\" }";
    for (const auto& [file, what, by] :
         {std::array<std::string, 3>{"content/safety/pack.toml", "version", key + alt + "version"},
          {message, "audiences", key + alt + "audiences"},
          {message, "You may say no.\n", "You may say no.\n\n![A person](<pictures/p.svg> \"Title\")\n"},
          {"content/safety/surveys/safe.toml", "intro", key + alt + "intro"},
          {"content/safety/surveys/safe.toml", "{ id = \"yes\", text = \"Yes\" }, { id = \"no\", text = \"No\" }",
           "{ id = \"yes\", text = \"Yes\", " + option + ", { id = \"no\", text = \"No\", " + option}}) {
        INFO(file << by);
        const Spoiled kiosk;
        kiosk.folder.write(svg, disc("#CFE8E3", "#12343B"));
        kiosk.replace(file, what, by);
        kiosk.is_sound();
    }
    // In a translation, or in a message that is broken otherwise, it is named, too.
    const Spoiled kiosk;
    kiosk.folder.write(svg, disc("#CFE8E3", "#12343B"));
    const auto translation = kiosk.folder.write("content/safety/messages/say-no.easy.md",
                                                "+++\nreviewed = true\ntitle = \"T\"\nsummary = \"S\"\n+++\nA\n\n"
                                                "![A person](pictures/p.svg)\n");
    CHECK_FALSE(says(Kiosk::bare({"check", kiosk.pack()}), kiosk.in(svg), ""));
    fs::remove(translation);
    kiosk.folder.write(message, "+++\ntitle = 7\n+++\n![A person](pictures/p.svg)\n");
    CHECK_FALSE(says(kiosk.ctl({"check"}), kiosk.in(svg), ""));
}

TEST_CASE("check: a picture is larger than any screen needs") {
    const Pictured kiosk{"p.png"};
    const std::string file = "content/safety/pictures/p.png";
    kiosk.folder.write(file, png(2000, 20));
    kiosk.is_sound();
    kiosk.folder.write(file, png(2001, 20));
    kiosk.has_only(kiosk.in(file) + ": warning: with 2001x20 pixels it is larger than any screen needs",
                   "at most 2000");
    kiosk.folder.write(file, png(20, 2001));
    kiosk.has_only(kiosk.in(file) + ": warning: with 20x2001 pixels it is larger than any screen needs",
                   "at most 2000");
    kiosk.folder.write(file, png(200, 200, 2UL * 1024 * 1024));
    kiosk.has_only(kiosk.in(file) + ": warning: with 2.0 MiB it is larger than any screen needs", "1.5 are the most");
}

TEST_CASE("check: a drawing is larger than it needs to be") {
    const Pictured kiosk;
    kiosk.folder.write(svg, disc("#CFE8E3", "#12343B") + "<!--" + std::string(299UL * 1024 - 400, 'x') + "-->");
    kiosk.is_sound();
    kiosk.folder.write(svg, disc("#CFE8E3", "#12343B") + "<!--" + std::string(301UL * 1024, 'x') + "-->");
    kiosk.has_only(kiosk.in(svg) + ": warning: with 301 KiB it is larger than any drawing needs to be", "simplify it");
}

TEST_CASE("check: links that lead out of the pack are not looked into") {
    const Pictured kiosk;
    const auto outside = kiosk.folder.write("outside.svg", drawing(""));
    fs::create_directories(fs::path{kiosk.in(svg)}.parent_path());
    fs::create_symlink(outside, kiosk.in(svg));
    const auto ran = kiosk.ctl({"check"});
    INFO(ran.err);
    CHECK(ran.err.find("outside.svg") == std::string::npos);
    CHECK(ran.err.find("can hardly") == std::string::npos);
    CHECK(ran.exit_code == 3);
}
