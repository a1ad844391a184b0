#include "bundle/manifest.hpp"

#include "base/strings.hpp"
#include "bundle/version.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>
#include <set>

namespace talkpoint::bundle {
namespace {

using Json = nlohmann::ordered_json;
constexpr int format = 1;

std::string in_quotes(std::string_view text) { return fmt::format("\"{}\"", base::printable(text)); }

bool is_digest(std::string_view text) {
    return text.size() == 64 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::string complaint_about_sizes(const Manifest& manifest) {
    for (const auto& file : manifest.files)
        if (file.size > most_file_bytes)
            return fmt::format("{} is larger than {} MiB; make it smaller", in_quotes(file.path),
                               most_file_bytes >> 20U);
    if (manifest.bytes() > most_bytes)
        return fmt::format("its files are larger than {} MiB together; make several packs of them", most_bytes >> 20U);
    return {};
}

/// No path twice, and none where another has a folder, whether or not the disk tells capitals from small letters.
std::string complaint_about_twins(const Manifest& manifest) {
    std::set<std::string> files, folders;
    for (const auto& file : manifest.files) {
        const auto path = base::lower_case(file.path);
        if (!files.insert(path).second)
            return fmt::format("two files are called {}, but for capitals; rename one", in_quotes(file.path));
        for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1))
            folders.insert(path.substr(0, slash));
    }
    for (const auto& folder : folders)
        if (files.contains(folder)) return fmt::format("{} is a file and a folder; rename one", in_quotes(folder));
    return {};
}

std::optional<std::string> text_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) return {};
    return found->get<std::string>();
}

std::optional<ManifestFile> file_of(const Json& json) {
    if (!json.is_object()) return {};
    const auto path = text_at(json, "path"), sha256 = text_at(json, "sha256");
    const auto size = json.find("size");
    if (!path || !sha256 || size == json.end() || !size->is_number_unsigned()) return {};
    return ManifestFile{*path, size->get<std::uint64_t>(), *sha256};
}

std::optional<Manifest> manifest_of(const Json& json) {
    if (!json.is_object()) return {};
    const auto id = text_at(json, "id"), version = text_at(json, "version"), made = text_at(json, "made"),
               expires = text_at(json, "expires");
    const auto made_on = base::parse_date(made.value_or("")), expires_on = base::parse_date(expires.value_or(""));
    const auto files = json.find("files");
    if (!id || !version || !made_on || (expires && !expires_on) || files == json.end() || !files->is_array()) return {};
    Manifest manifest{*id, *version, *made_on, expires_on, {}};
    for (const auto& item : *files) {
        auto file = file_of(item);
        if (!file) return {};
        manifest.files.push_back(std::move(*file));
    }
    return manifest;
}

}  // namespace

std::uint64_t Manifest::bytes() const {
    return std::accumulate(files.begin(), files.end(), std::uint64_t{0}, [](std::uint64_t sum, const auto& file) {
        return sum + std::min(file.size, most_bytes + 1);  // no sum of such sizes goes round
    });
}

std::string complaint_about_path(std::string_view path, std::string_view id) {
    if (path.size() > longest_path)
        return fmt::format("{} is a path of more than {} letters; shorten its name", in_quotes(path), longest_path);
    if (std::ranges::any_of(path, [](char c) { return c < ' ' || c > '~' || c == '\\'; }))
        return fmt::format("{} has other letters than a to z, digits and plain signs; rename it", in_quotes(path));
    const auto names = base::split(path, '/');
    if (names.size() > deepest_path)
        return fmt::format("{} lies in more than {} folders; move it up", in_quotes(path), deepest_path - 1);
    if (names.size() < 2 || names.front() != id) return fmt::format("{} does not lie in the pack", in_quotes(path));
    for (const auto& name : names)
        if (name.empty() || name.front() == '.')
            return fmt::format("{} is no path of a pack's file; rename it", in_quotes(path));
    return {};
}

std::string complaint_about(const Manifest& manifest) {
    if (!base::is_name_id(manifest.id)) return fmt::format("{} is no id of a pack", in_quotes(manifest.id));
    if (!is_version(manifest.version))
        return fmt::format("its version is {}; it must be numbers between dots, such as \"2026.11\"",
                           in_quotes(manifest.version));
    if (manifest.files.size() > most_files)
        return fmt::format("it has more than {} files; make several packs of them", most_files);
    for (const auto& file : manifest.files) {
        if (auto complaint = complaint_about_path(file.path, manifest.id); !complaint.empty()) return complaint;
        if (!is_digest(file.sha256)) return fmt::format("{} has no SHA-256", in_quotes(file.path));
    }
    if (auto complaint = complaint_about_sizes(manifest); !complaint.empty()) return complaint;
    if (auto complaint = complaint_about_twins(manifest); !complaint.empty()) return complaint;
    if (std::ranges::find(manifest.files, manifest.id + "/pack.toml", &ManifestFile::path) == manifest.files.end())
        return "it has no pack.toml";
    return {};
}

std::string text_of(const Manifest& manifest) {
    Json files = Json::array();
    for (const auto& [path, size, sha256] : manifest.files)
        files.push_back({{"path", path}, {"size", size}, {"sha256", sha256}});
    const Json json{{"format", format},
                    {"id", manifest.id},
                    {"version", manifest.version},
                    {"made", base::format_date(manifest.made)},
                    {"expires", manifest.expires ? Json(base::format_date(*manifest.expires)) : Json(nullptr)},
                    {"files", std::move(files)}};
    return json.dump(1, ' ', true, Json::error_handler_t::replace) + "\n";
}

base::Result<Manifest> read_manifest(std::string_view text) {
    const auto not_ours = [](const std::string& what) {
        return base::fail(base::ErrorKind::malformed,
                          what + "; ask those who made it to sign it with the Talkpoint of today");
    };
    if (text.size() > most_manifest_bytes) return not_ours("its manifest is too large");
    const auto json = Json::parse(text, nullptr, false);
    auto manifest = manifest_of(json);
    if (!manifest) return not_ours("its manifest cannot be understood");
    if (const auto complaint = complaint_about(*manifest); !complaint.empty()) return not_ours(complaint);
    // No key twice, none that is passed over, no other format: nothing that two readers could read in two ways.
    if (text_of(*manifest) != text) return not_ours("its manifest cannot be understood");
    return std::move(*manifest);
}

}  // namespace talkpoint::bundle
