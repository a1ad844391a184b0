#include "many_messages.hpp"

#include "../measuring.hpp"
#include "base/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::bench {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t film_bytes = 6'300'000;
const fs::path model = source / "content/healthy-relationships";
const std::string model_film = "good-friend";

std::string text_of(const fs::path& file) {
    auto text = base::read_file(file, std::size_t{1024} * 1024);
    if (!text) give_up(text.error().text());
    return std::move(*text);
}

void write(const fs::path& file, std::string_view text) {
    if (const auto written = base::write_file(file, text); !written) give_up(written.error().text());
}

/// Takes the line of that key out, if there is one.
void take_line(std::string& text, const std::string& key) {
    const auto at = text.find("\n" + key + " = ");
    if (at != std::string::npos) text.erase(at, text.find('\n', at + 1) - at);
}

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files{fs::directory_iterator{folder}, {}};
    std::ranges::sort(files);
    return files;
}

/// Two seconds that are as long as any film in bytes: an MP4 may have a box of nothing at its end.
void write_film(const fs::path& film) {
    auto bytes = text_of(source / "tests/media/films/steps.mp4");
    const auto nothing = film_bytes - bytes.size();
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(nothing >> shift & 0xffU);
    write(film, bytes + "free");
    fs::resize_file(film, film_bytes);
}

void give_film(const fs::path& pack, const fs::path& message, std::string text) {
    const auto id = message.stem().string();
    take_line(text, "attract");
    take_line(text, "film");
    text.insert(text.find("\n+++", 3), "\nfilm = \"films/" + id + ".mp4\"");
    write(message, text);
    write_film(pack / "films" / (id + ".mp4"));
    for (const auto& words : files_in(model / "films"))
        if (words.extension() == ".vtt")
            fs::copy_file(words, pack / "films" / (id + words.filename().string().substr(model_film.size())));
}

/// Returns how many messages it has.
std::size_t write_pack(const fs::path& pack, const std::string& id) {
    fs::copy(model, pack, fs::copy_options::recursive);
    fs::remove_all(pack / "surveys");
    fs::remove_all(pack / "films");
    fs::create_directory(pack / "films");
    auto manifest = text_of(pack / "pack.toml");
    const std::string line = "id = \"healthy-relationships\"";
    write(pack / "pack.toml", manifest.replace(manifest.find(line), line.size(), "id = \"" + id + '"'));
    std::size_t count = 0;
    for (const auto& file : files_in(pack / "messages")) {
        if (file.stem().has_extension()) continue;  // a translation
        auto text = text_of(file);
        if (count++ % 5 != 0) {
            give_film(pack, file, std::move(text));
        } else {
            take_line(text, "film");
            write(file, text);
        }
    }
    return count;
}

}  // namespace

ManyMessages write_messages(const fs::path& folder, std::size_t packs) {
    ManyMessages out{.config = folder / "kiosk.toml"};
    fs::create_directories(folder / "content");
    std::string ids;
    for (std::size_t i = 0; i < packs; ++i) {
        const auto id = fmt::format("pack-{}", i);
        out.messages += write_pack(folder / "content" / id, id);
        ids += fmt::format("{}\"{}\"", ids.empty() ? "" : ", ", id);
        for (const char* media : {"pictures", "films"})
            for (const auto& file : files_in(folder / "content" / id / media)) out.media_bytes += fs::file_size(file);
    }
    for (const auto& file : files_in(source / "content"))
        if (file.filename().string().starts_with("help.")) fs::copy_file(file, folder / "content" / file.filename());
    write(out.config, fmt::format("[content]\nroot = \"content\"\npacks = [{}]\n[languages]\noffered = [\"en\", "
                                  "\"easy\", \"pl\", \"ro\", \"uk\", \"ar\"]\n[survey]\noffered = []\n",
                                  ids));
    return out;
}

}  // namespace talkpoint::bench
