#include "ctl/sealed_folders.hpp"

#include "ctl/places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;

constexpr int deepest = 6;  // Briefcase has four, and somebody may have put it all into a folder
constexpr std::size_t most_entries = 8'000'000;
constexpr std::string_view form_ending = ".form.xml";

bool is_half_written(std::string_view name) { return name.ends_with(".sealed.part") || name.ends_with(".sealed.old"); }

/// Would it be read, were it no link?
bool is_wanted(std::string_view name) {
    return name == manifest_name || name == attachment_name || name.ends_with(".sealed") || name.ends_with(form_ending);
}

class Search {
  public:
    base::Result<SealedFolders> in(const fs::path& folder) {
        waiting_.emplace_back(folder, 0);
        while (!waiting_.empty()) {
            const auto [place, depth] = std::move(waiting_.back());
            waiting_.pop_back();
            if (auto looked = look_into(place, depth); !looked) return std::unexpected(std::move(looked.error()));
        }
        std::ranges::sort(found_.responses);
        std::ranges::sort(found_.forms);
        return std::move(found_);
    }

  private:
    base::Result<void> look_into(const fs::path& folder, int depth) {
        std::error_code error;
        bool manifest = false, attachment = false, sound = true;
        fs::directory_iterator entry{folder, error};
        for (; !error && entry != fs::directory_iterator{}; entry.increment(error)) {
            if (++entries_ > most_entries)
                return base::fail(ErrorKind::too_large, "has more files than any export; name a smaller folder");
            const auto& path = entry->path();
            const auto name = path.filename().native();
            const auto type = type_of(*entry);
            if (type == fs::file_type::directory) {
                add_folder(path, depth);
                continue;
            }
            manifest = manifest || name == manifest_name;
            attachment = attachment || name == attachment_name;
            if (type == fs::file_type::regular) {
                if (name.ends_with(form_ending)) found_.forms.push_back(path);
            } else if (is_wanted(name)) {
                sound = false;
                complain(path, "is a link or no file; copy what it should be to this place");
            }
        }
        if (error) complain(folder, fmt::format("cannot be read ({}); check its rights, or the disk", error.message()));
        if (manifest && attachment && sound) found_.responses.push_back(folder);
        if (manifest != attachment)
            complain(folder / (manifest ? attachment_name : manifest_name), "is missing; copy the whole export again");
        return {};
    }

    static fs::file_type type_of(const fs::directory_entry& entry) {
        std::error_code error;
        return entry.symlink_status(error).type();
    }

    void add_folder(const fs::path& folder, int depth) {
        if (is_half_written(folder.filename().native()))
            complain(folder, "is left of an export that was ended in the middle; export again from the kiosk");
        else if (depth < deepest)
            waiting_.emplace_back(folder, depth + 1);
    }

    void complain(const fs::path& path, std::string why) {
        found_.problems.push_back({ErrorKind::unreadable, std::move(why), shown(path)});
    }

    std::vector<std::pair<fs::path, int>> waiting_;
    std::size_t entries_ = 0;
    SealedFolders found_;
};

}  // namespace

base::Result<SealedFolders> find_sealed(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return base::fail(ErrorKind::unreadable, "is no folder; name the folder of an export", shown(folder));
    auto found = Search{}.in(folder);
    if (!found) return base::fail(found.error().kind, found.error().message, shown(folder));
    // One of an export's own folders: what explains it is beside it.
    const auto whole = fs::canonical(folder, error);
    const auto form = whole.parent_path() / whole.stem().concat(form_ending);
    if (!error && whole.extension() == ".sealed" && fs::is_regular_file(form, error)) found->forms.push_back(form);
    return found;
}

}  // namespace talkpoint::ctl
