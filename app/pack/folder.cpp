#include "pack/folder.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace talkpoint::pack {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t most_translations = 40;  // of each file
constexpr std::size_t most_reported = 200;

enum class Kind { source, translation, hidden, unknown };

Kind kind_of(std::string_view name, std::string_view extension) {
    if (name.starts_with('.')) return Kind::hidden;  // left by editors and file managers
    if (translation_name(name, extension)) return Kind::translation;
    if (!name.ends_with(extension)) return Kind::unknown;
    name.remove_suffix(extension.size());
    return base::is_name_id(name) ? Kind::source : Kind::unknown;
}

/// A translation of what is not there would never be read.
std::optional<std::string> nothing_translated(const std::vector<std::string>& names, const std::string& name,
                                              std::string_view extension) {
    const auto source = fmt::format("{}{}", name.substr(0, name.find('.')), extension);
    if (std::ranges::binary_search(names, source)) return {};
    return fmt::format(R"(is a translation of "{}", which is not here; correct its name, or remove it)", source);
}

std::string unknown_file(std::string_view name, std::string_view extension) {
    return fmt::format(
        R"("{}" does not belong here; name it <id>{} with an id of small letters, digits and hyphens, or )"
        "move it elsewhere",
        base::printable(name), extension);
}

}  // namespace

std::string folder_name(const fs::path& folder) {
    std::error_code error;
    const auto absolute = fs::absolute(folder, error).lexically_normal();
    return absolute.has_filename() ? absolute.filename().string() : absolute.parent_path().filename().string();
}

std::optional<TranslationName> translation_name(std::string_view name, std::string_view ending) {
    if (!name.ends_with(ending)) return {};
    name.remove_suffix(ending.size());
    const auto dot = name.find('.');
    if (dot == std::string_view::npos) return {};
    const TranslationName parts{name.substr(0, dot), name.substr(dot + 1)};
    if (!base::is_name_id(parts.id) || !base::is_language_tag(parts.language)) return {};
    return parts;
}

void check_translations_beside(const fs::path& pack_folder, base::Problems& problems) {
    constexpr std::string_view ending = ".toml";
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry{pack_folder, error}, end; !error && entry != end && names.size() < most_reported;
         entry.increment(error)) {
        auto name = entry->path().filename().string();
        const bool ours = name.starts_with("pack.") || name.starts_with("help.");
        if (ours && name.ends_with(ending)) names.push_back(std::move(name));
    }
    std::ranges::sort(names);
    for (const auto& name : names) {
        const auto file = (pack_folder / name).string();
        if (name == "pack.toml" || name == "help.toml") continue;
        if (!translation_name(name, ending)) {
            problems.push_back({base::Severity::error, file, 0,
                                fmt::format("is not named as a translation; name it {}.<language>.toml with a "
                                            "language such as \"fr\" or \"pt-BR\"",
                                            name.substr(0, name.find('.')))});
        } else if (auto why = nothing_translated(names, name, ending)) {
            problems.push_back({base::Severity::warning, file, 0, std::move(*why)});
        }
    }
}

bool is_inside(const fs::path& pack_folder, const fs::path& relative, base::Problems& problems) {
    const auto inside = base::resolve_inside(pack_folder, relative.string());
    if (inside) return true;
    const auto file = (pack_folder / relative).lexically_normal();
    const auto refuse = [&](std::string_view what) {
        problems.push_back(
            {base::Severity::error, file.string(), 0, fmt::format("{}; put the file itself here", what)});
        return false;
    };
    if (inside.error().kind != base::ErrorKind::not_found) return refuse("is a link that leads out of the pack");
    std::error_code error;
    return fs::is_symlink(fs::symlink_status(file, error)) && refuse("is a link to nowhere");
}

std::optional<std::vector<std::string>> ids_in(const fs::path& pack_folder, std::string_view sub,
                                               std::string_view extension, std::size_t most, base::Problems& problems) {
    std::vector<std::string> ids;
    if (!is_inside(pack_folder, sub, problems)) return ids;
    const auto folder = pack_folder / sub;
    const auto refuse = [&](std::string message) {
        problems.push_back({base::Severity::error, folder.string(), 0, std::move(message)});
    };
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error)) {
        names.push_back(entry->path().filename().string());
        if (names.size() > most * most_translations) break;
    }
    if (error) refuse("cannot be listed; make it a folder that can be read");
    std::ranges::sort(names);
    for (const auto& name : names) {
        const auto kind = kind_of(name, extension);
        if (kind == Kind::source) ids.push_back(name.substr(0, name.size() - extension.size()));
        if (kind == Kind::translation)
            if (auto why = nothing_translated(names, name, extension))
                problems.push_back({base::Severity::warning, (folder / name).string(), 0, std::move(*why)});
        if (kind == Kind::unknown) refuse(unknown_file(name, extension));
        if (ids.size() <= most && names.size() <= most * most_translations) continue;
        refuse(fmt::format("holds more than {} of them; make several packs of it", most));
        return {};
    }
    std::ranges::sort(ids);
    return ids;
}

}  // namespace talkpoint::pack
