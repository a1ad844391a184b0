#include "ctl/checking_pictures.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"
#include "ctl/picture_contrast.hpp"
#include "media/picture.hpp"
#include "pack/folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t max_text_bytes = 1024UL * 1024;
constexpr int small_size = 160;  // decoded: everything that matters can still be seen
constexpr std::string_view folder_of_pictures = "pictures/";

/// Those that were read: they are there, and inside the pack.
std::set<fs::path> pictures_read(const Installed& installed, const std::vector<pack::Pack>& translated) {
    std::vector<fs::path> files;
    const auto note = [&](const std::optional<pack::Picture>& picture) {
        if (picture) files.push_back(picture->file);
    };
    const auto note_messages = [&](const pack::Pack& pack) {
        for (const auto& message : pack.messages) {
            note(message.picture);
            for (const auto& page : message.pages) note(page.picture);
        }
    };
    note(installed.pack.picture);
    note_messages(installed.pack);
    for (const auto& pack : translated) note_messages(pack);
    for (const auto& survey : installed.surveys) {
        files.push_back(survey.picture);
        for (const auto& question : survey.questions) {
            files.push_back(question.picture);
            for (const auto& option : question.options) files.push_back(option.picture);
        }
    }
    std::set<fs::path> pictures;
    for (const auto& file : files)
        if (!file.empty()) pictures.insert(plain(file));
    return pictures;
}

/// The files of a folder that have this ending, hidden ones left out; none where there is no folder. Links to folders
/// are not followed.
template <class Iterator>
std::vector<fs::path> files_in(const fs::path& folder, std::string_view ending) {
    std::vector<fs::path> files;
    std::error_code error;
    std::size_t entries = 0;
    for (Iterator entry{folder, error}, end; !error && entry != end && ++entries <= pack::most_entries;
         entry.increment(error)) {
        const auto name = entry->path().filename().string();
        std::error_code gone;
        if (!name.starts_with('.') && name.ends_with(ending) && fs::is_regular_file(entry->path(), gone))
            files.push_back(entry->path());
    }
    std::ranges::sort(files);
    return files;
}

/// `pictures/a.svg` wherever a text has it, in whichever key: what is broken elsewhere in the file, or of a kind that
/// nobody thought of here, still names its picture.
void note_names(std::string_view text, std::set<std::string, std::less<>>& names) {
    for (auto at = text.find(folder_of_pictures); at != std::string_view::npos;
         at = text.find(folder_of_pictures, at + 1)) {
        const auto rest = text.substr(at, text.find('\n', at) - at);
        names.emplace(rest.substr(0, rest.find_first_of("\"'")));
        names.emplace(rest.substr(0, rest.find_first_of(")>")));
        names.emplace(rest.substr(0, rest.find_first_of("\"') \t\r")));
    }
}

std::set<std::string, std::less<>> names_in(const std::vector<fs::path>& roots) {
    std::set<std::string, std::less<>> names;
    for (const auto& root : roots)
        for (const auto& [sub, ending] : {std::pair{"", ".toml"}, {"messages", ".md"}, {"surveys", ".toml"}})
            for (const auto& file : files_in<fs::directory_iterator>(root / sub, ending))
                if (const auto text = base::read_text(file, max_text_bytes)) note_names(*text, names);
    return names;
}

/// How large it is, if that is larger than it has to be.
std::optional<std::string> excess_of(const fs::path& file) {
    const bool drawing = base::lower_case(file.extension().string()) == ".svg";
    std::error_code error;
    const auto bytes = fs::file_size(file, error);
    if (!error && bytes > (drawing ? most_drawing_bytes : most_bitmap_bytes))
        return drawing ? fmt::format(
                             "with {} KiB it is larger than any drawing needs to be, and {} are the most; "
                             "simplify it, or save it as a PNG",
                             bytes / 1024, most_drawing_bytes / 1024)
                       : fmt::format(
                             "with {:.1f} MiB it is larger than any screen needs, and {:.1f} are the most; save "
                             "it again as a JPEG, at most {} pixels wide and high",
                             static_cast<double>(bytes) / (1024 * 1024),
                             static_cast<double>(most_bitmap_bytes) / (1024 * 1024), most_picture_pixels);
    if (drawing) return {};
    const auto size = media::pixel_size(file);
    if (!size || std::max(size->width, size->height) <= most_picture_pixels) return {};
    return fmt::format("with {}x{} pixels it is larger than any screen needs; make it at most {} wide and high",
                       size->width, size->height, most_picture_pixels);
}

std::optional<std::string> faint(const media::Bitmap& picture) {
    const bool light = share_that_stands_out(picture, light_page) < least_contrast_share;
    const bool dark = share_that_stands_out(picture, dark_page) < least_contrast_share;
    if (!light && !dark) return {};
    return fmt::format(
        "can hardly be made out{}: less than {:g} % of it has a contrast of 3:1 with what is around "
        "it; give it darker outlines or stronger colours{}",
        light && dark ? ""
        : light       ? " on the usual page"
                      : " on the black page of strong contrast",
        least_contrast_share * 100, dark && !light ? ", or a light ground of its own" : "");
}

void look_into(const fs::path& file, base::Problems& problems) {
    const auto warn = [&](std::optional<std::string> message) {
        if (message) problems.push_back({base::Severity::warning, file.string(), 0, std::move(*message)});
    };
    const auto picture = media::decode_picture(file, small_size, small_size);
    if (!picture) {
        problems.push_back(base::problem_of(picture.error()));
        return;
    }
    warn(excess_of(file));
    warn(faint(*picture));
}

}  // namespace

void check_pictures(const Installed& installed, const std::vector<pack::Pack>& translated, const fs::path& over,
                    base::Problems& problems) {
    std::vector<fs::path> roots{installed.pack.folder};
    if (!over.empty()) roots.push_back(over);
    auto used = pictures_read(installed, translated);
    const auto named = names_in(roots);
    for (const auto& root : roots)
        for (const auto& file : files_in<fs::recursive_directory_iterator>(root / folder_of_pictures, "")) {
            const auto relative = file.lexically_relative(root).generic_string();
            const auto inside = base::resolve_inside(root, relative);  // else its own reader refuses it
            if (named.contains(relative)) {
                if (inside) used.insert(*inside);
            } else if (!inside || !used.contains(*inside)) {
                problems.push_back({base::Severity::warning, (plain(file.parent_path()) / file.filename()).string(), 0,
                                    "is named by no message, survey or pack; name it, or remove it"});
            }
        }
    for (const auto& file : used) look_into(file, problems);
}

}  // namespace talkpoint::ctl
