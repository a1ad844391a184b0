#include "ctl/checking_place_folder.hpp"

#include "base/strings.hpp"
#include "ctl/checking_place.hpp"
#include "ctl/content.hpp"
#include "pack/folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

constexpr std::array<std::string_view, 3> parts_of_packs{"messages", "pictures", "surveys"};

bool is_picture(const std::string& ending) {
    return ending == ".svg" || ending == ".png" || ending == ".jpg" || ending == ".jpeg";
}

/// What is in the folder, save hidden files, sorted; none where it cannot be listed.
std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error)) {
        if (entry->path().filename().native().starts_with('.')) continue;
        entries.push_back(entry->path());
        if (entries.size() == pack::most_entries) break;
    }
    std::ranges::sort(entries);
    return entries;
}

/// The two kinds of folder, and where what was meant for them goes.
class PlaceFolder {
  public:
    PlaceFolder(const config::Profile& profile, std::vector<std::string> packs, base::Problems& problems)
        : place_(profile.id), folder_(profile.folder()), packs_(std::move(packs)), problems_(problems) {}

    void check() {
        for (const auto& entry : entries_of(folder_)) {
            std::error_code error;
            if (!fs::is_directory(entry, error))
                check_file(entry);
            else if (!fs::exists(entry / "pack.toml", error))
                check_folder(entry);
        }
    }

  private:
    void refuse(const fs::path& path, std::string message) {
        problems_.push_back({base::Severity::error, path.string(), 0, std::move(message)});
    }

    /// `sites/here/<pack>/messages`, as somebody finds it beside the profile.
    [[nodiscard]] std::string in_pack(std::string_view part) const {
        return fmt::format("sites/{}/<pack>/{}", place_, part);
    }

    void check_file(const fs::path& file) {
        const auto name = file.filename().string();
        const auto ending = base::lower_case(file.extension().string());
        if (is_file_of_place(file)) {
            check_source_of(file);
        } else if (name == place_ + ".toml") {
            refuse(file, "the profile of a place lies beside its folder, and nobody reads this one; move it up");
        } else if (ending == ".md") {
            refuse(file, fmt::format("is in no pack, so nobody reads it; move it into the folder of its pack, {}/",
                                     in_pack("messages")));
        } else if (is_picture(ending)) {
            refuse(file, fmt::format("is in no pack, so nobody reads it; move it into the folder of its pack, {}/",
                                     in_pack("pictures")));
        } else {
            const std::vector<std::string> known{"help.toml", "places.toml"};
            const auto near = base::nearest(name, known);
            refuse(file, near ? fmt::format("is read by nobody; did you mean \"{}\"?", *near)
                              : "is read by nobody: a place has help.toml, places.toml, their translations and the "
                                "folders of packs; move it elsewhere");
        }
    }

    /// A translation of what is not there would never be read.
    void check_source_of(const fs::path& file) {
        const auto translation = file.filename().string();
        const auto source = translation.substr(0, translation.find('.')) + ".toml";
        std::error_code error;
        if (fs::exists(folder_ / source, error)) return;
        problems_.push_back(
            {base::Severity::warning, file.string(), 0,
             fmt::format("is a translation of \"{}\", which is not here; correct its name, or remove it", source)});
    }

    void check_folder(const fs::path& folder) {
        const auto name = folder.filename().string();
        if (std::ranges::binary_search(packs_, name)) {
            check_over_pack(folder, name);
        } else if (std::ranges::find(parts_of_packs, name) != parts_of_packs.end()) {
            refuse(folder, fmt::format("is in no pack, so nobody reads it; move it into the folder of its pack: {}/",
                                       in_pack(name)));
        } else if (!packs_.empty()) {  // else there is no content, which is said elsewhere
            const auto near = base::nearest(name, packs_);
            refuse(
                folder,
                near ? fmt::format("there is no such pack, so nobody reads it; did you mean \"{}\"? Name the folder so",
                                   *near)
                     : "there is no such pack, so nobody reads it; name it as the pack over which its messages go, or "
                       "write a pack.toml if it is a pack of this place alone");
        }
    }

    /// Over a pack go messages and what they name; the rest of a pack stays as it is.
    void check_over_pack(const fs::path& folder, const std::string& pack) {
        for (const auto& entry : entries_of(folder)) {
            const auto name = entry.filename().string();
            const auto ending = base::lower_case(entry.extension().string());
            std::error_code error;
            if (fs::is_directory(entry, error)) {
                if (name == "surveys")
                    refuse(entry,
                           "a place puts messages over a pack, and no surveys, so nobody reads these; move them "
                           "into a pack of this place, with a pack.toml");
            } else if (ending == ".md") {
                refuse(entry,
                       fmt::format("is not among the messages, so nobody reads it; move it into sites/{}/{}/messages/",
                                   place_, pack));
            } else if (name == "help.toml" || (ending == ".toml" && name.starts_with("help."))) {
                refuse(entry,
                       fmt::format("help lines of a place are for all packs, and nobody reads these; move them into "
                                   "sites/{}/{}",
                                   place_, name));
            } else if (ending == ".toml") {
                refuse(entry, "is read by nobody: a place puts messages over a pack, and nothing else; remove it");
            }
        }
    }

    std::string place_;
    fs::path folder_;
    std::vector<std::string> packs_;
    base::Problems& problems_;
};

}  // namespace

void check_place_folder(const config::Config& config, base::Problems& problems) {
    if (config.profile) PlaceFolder{*config.profile, packs_in(config.content_root), problems}.check();
}

}  // namespace talkpoint::ctl
