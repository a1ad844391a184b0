#include "ctl/pack_watch.hpp"

#include "pack/folder.hpp"

#include <system_error>

namespace talkpoint::ctl {
namespace fs = std::filesystem;

PackWatch::Files PackWatch::files() const {
    Files files;
    add_files(folder_, files);
    if (!over_.empty()) add_files(over_, files);
    return files;
}

void PackWatch::add_files(const fs::path& folder, Files& files) {
    std::error_code error;
    fs::recursive_directory_iterator entry{folder, fs::directory_options::skip_permission_denied, error};
    for (; !error && entry != fs::recursive_directory_iterator{}; entry.increment(error)) {
        const auto& path = entry->path();
        std::error_code not_seen;
        if (path.filename().native().starts_with('.'))
            entry.disable_recursion_pending();
        else if (entry->is_directory(not_seen))
            files.emplace(path.native(), std::nullopt);  // what is in it counts, not that a hidden file came and went
        else
            files.emplace(path.native(), base::stamp_of(path));
        if (files.size() > pack::most_entries) break;  // no pack is read further
    }
}

bool PackWatch::look(base::Millis now) {
    auto files = this->files();
    if (!seen_) {
        seen_ = std::move(files);
        return true;
    }
    if (files != *seen_) {
        seen_ = std::move(files);
        since_ = now;
        unsettled_ = true;
        return false;
    }
    if (!unsettled_ || now - since_ < calm) return false;
    unsettled_ = false;
    return true;
}

}  // namespace talkpoint::ctl
