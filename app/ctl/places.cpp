#include "ctl/places.hpp"

#include "base/strings.hpp"
#include "openrosa/key.hpp"

namespace talkpoint::ctl {
namespace fs = std::filesystem;

std::string file_name(std::string_view survey) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    constexpr std::size_t longest = 100;  // leaves room for the endings on every file system
    std::string name{survey.substr(0, longest)};
    for (char& c : name)
        if (letters.find(c) == std::string_view::npos) c = '_';
    if (name == survey && !name.empty() && name != use_name) return name;
    return name + "-" + openrosa::digest(survey).substr(0, 8);
}

std::string shown(const fs::path& path) {
    fs::path out;
    for (const auto& part : path) out /= base::printable(part.native());
    return out;
}

base::Result<void> make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error && fs::is_directory(folder, error)) return {};
    return base::fail(base::ErrorKind::unwritable, "cannot be made a folder; choose another --to", shown(folder));
}

}  // namespace talkpoint::ctl
