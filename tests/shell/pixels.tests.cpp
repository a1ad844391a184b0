// What the real program shows, looked at pixel by pixel: the words of every dump stand in their colours where they say.
#include "catch.hpp"
#include "kiosk_runs.hpp"
#include "media/picture.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using nlohmann::json;

namespace {

struct Rgb {
    int r = 0, g = 0, b = 0;
};

double luminance(const Rgb& c) {
    const auto linear = [](int channel) {
        const double v = channel / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double contrast(const Rgb& a, const Rgb& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Rgb colour_of(const std::string& hex) {
    const auto value = std::stoul(hex.substr(1), nullptr, 16);
    return {static_cast<int>(value >> 16 & 255), static_cast<int>(value >> 8 & 255), static_cast<int>(value & 255)};
}

int distance(const Rgb& a, const Rgb& b) {
    return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
}

struct Picture {
    media::Bitmap bitmap;

    Picture(const fs::path& file, int width, int height) {
        auto decoded = media::decode_picture(file, width, height);
        REQUIRE(decoded);
        bitmap = std::move(*decoded);
        REQUIRE(bitmap.width == width);
    }
    [[nodiscard]] Rgb at(int x, int y) const {
        const auto* p = bitmap.rgba.data() + 4 * (static_cast<std::ptrdiff_t>(y) * bitmap.width + x);
        return {p[0], p[1], p[2]};
    }
};

/// What is wrong with one text: its colours are not there, or its ink goes on beyond its rectangle.
std::vector<std::string> faults_of(const Picture& picture, const json& node, double px_per_mm) {
    std::vector<std::string> faults;
    const auto rect = node.at("rect").get<std::vector<int>>();
    const Rgb words = colour_of(node.at("fg")), ground = colour_of(node.at("bg"));
    const auto is_ink = [&](const Rgb& c) { return distance(c, words) < distance(c, ground); };
    int of_words = 0, of_ground = 0, others = 0;
    const int slack = static_cast<int>(px_per_mm);  // ink may reach a little beyond: tails of letters
    for (int y = rect[1]; y < rect[1] + rect[3]; ++y)
        for (int x = rect[0]; x < rect[0] + rect[2]; ++x) {
            const Rgb c = picture.at(x, y);
            of_words += distance(c, words) <= 12;
            of_ground += distance(c, ground) <= 12;
            others += distance(c, words) > 12 && distance(c, ground) > 12;
        }
    const int area = rect[2] * rect[3];
    if (of_words * 200 < area) faults.push_back("hardly a pixel has the colour of the words");
    if (of_ground * 3 < area) faults.push_back("its ground is of another colour");
    if (others * 2 > area) faults.push_back("most of it is of other colours");
    if (contrast(words, ground) < 7) faults.push_back("its contrast is " + std::to_string(contrast(words, ground)));
    // The lines a little outside are free of ink, unless the edge of a box passes there: then they are all of it.
    const auto crossed = [&](int x, int y, int dx, int dy, int length) {
        int ink = 0;
        for (int i = 0; i < length; ++i) {
            const int px = x + dx * i, py = y + dy * i;
            if (px < 0 || py < 0 || px >= picture.bitmap.width || py >= picture.bitmap.height) return true;
            ink += is_ink(picture.at(px, py));
        }
        return ink > 0 && ink < length / 2;
    };
    if (crossed(rect[0] - slack, rect[1], 0, 1, rect[3])) faults.push_back("its ink goes on to the left");
    if (crossed(rect[0] + rect[2] + slack, rect[1], 0, 1, rect[3])) faults.push_back("its ink goes on to the right");
    return faults;
}

/// Every heading and text of every dump in the folder that has a picture beside it.
std::vector<std::string> faults_in(const fs::path& folder, std::size_t& texts) {
    std::vector<std::string> faults;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".json") continue;
        const auto dump = json::parse(std::ifstream{entry.path()});
        const auto size = dump.at("size_px").get<std::vector<int>>();
        const Picture picture{fs::path{entry.path()}.replace_extension(".png"), size[0], size[1]};
        for (const auto& node : dump.at("nodes")) {
            const auto role = node.at("role").get<std::string>();
            if (role != "heading" && role != "text") continue;
            ++texts;
            if (node.at("id") == "title") {  // a check that cannot fail is none
                json spoilt = node;
                spoilt["fg"] = "#7A1FA2";
                CHECK_FALSE(faults_of(picture, spoilt, dump.at("px_per_mm")).empty());
                bool cut_is_found = false;  // wherever it was cut: between two words there is no ink to be found
                for (const int part : {2, 3, 4, 5}) {
                    spoilt = node;
                    spoilt["rect"][2] = node.at("rect")[2].get<int>() / part;
                    cut_is_found = cut_is_found || !faults_of(picture, spoilt, dump.at("px_per_mm")).empty();
                }
                CHECK(cut_is_found);
            }
            for (const auto& fault : faults_of(picture, node, dump.at("px_per_mm")))
                faults.push_back(entry.path().stem().string() + ", " + node.at("id").get<std::string>() + " \"" +
                                 node.at("name").get<std::string>() + "\" " + node.at("rect").dump() + ": " + fault);
        }
    }
    return faults;
}

std::string tour_in(const std::string& language, bool high_contrast) {
    std::string tour = "on attract\ntap \"#begin\"\n";
    if (language != "en") tour += "tap \"#language\"\ntap \"#language." + language + "\"\n";
    if (high_contrast) tour += "tap \"#settings\"\ntap \"#settings.high_contrast\"\ntap \"#done\"\n";
    const auto show = [&](const std::string& name) { tour += "shot " + name + "\ndump " + name + "\n"; };
    const auto tap = [&](const std::string& id) { tour += "tap \"#" + id + "\"\n"; };
    show("home");
    tap("language"), show("languages"), tap("back");
    tap("settings"), show("settings"), tap("done");
    tap("help"), show("help"), tap("back");
    tap("topic.healthy-relationships"), show("topic");
    tap("message.good-friend"), show("message"), tap("home");
    tap("survey.healthy-relationships"), show("intro");
    tap("start"), tap("continue"), show("question"), tap("option.accept"), tap("continue"), show("check");
    tap("hide"), show("hidden");
    return tour;
}

struct Shipped : TestKiosk {
    explicit Shipped(const std::string& of_size) {
        config = fs::path{TALKPOINT_SOURCE} / "kiosk_config/kiosk.toml";
        size = of_size;
        seed = "36";
    }
};

}  // namespace

TEST_CASE("pixels: words stand in their colours, in their place, in every theme and direction") {
    const auto [language, high_contrast, size] =
        GENERATE(table<std::string, bool, std::string>({{"en", false, "1920x1080"},
                                                        {"ar", false, "1080x1920"},
                                                        {"uk", true, "1920x1080"},
                                                        {"ar", true, "1920x1080"}}));
    const Shipped kiosk{size};
    const auto ran = kiosk.tour(tour_in(language, high_contrast));
    INFO(language << " " << size << "\n" << ran.err);
    REQUIRE(ran.exit_code == 0);
    std::size_t texts = 0;
    for (const auto& fault : faults_in(kiosk.path("shots"), texts)) {
        UNSCOPED_INFO(fault);
        CHECK(fault.empty());
    }
    CHECK(texts > 30);
}
