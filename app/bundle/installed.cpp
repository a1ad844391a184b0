#include "bundle/installed.hpp"

#include "base/sha256.hpp"
#include "base/strings.hpp"
#include "bundle/bundle_reader.hpp"
#include "bundle/version.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

namespace talkpoint::bundle {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;
using base::ErrorKind;

constexpr std::size_t most_record_bytes = 4UL << 20U;
constexpr std::string_view installed_file = "installed.json", withdrawn_file = "withdrawn.json";

/// The array `key` of such a record; empty where there is no file.
base::Result<Json> read_list(const fs::path& file, const char* key, std::string_view what_to_do) {
    const auto text = base::read_file(file, most_record_bytes);
    if (!text && text.error().kind == ErrorKind::not_found) return Json::array();
    if (!text) return std::unexpected(text.error());
    const auto json = Json::parse(*text, nullptr, false);
    const auto found = json.is_object() ? json.find(key) : json.end();
    if (!json.is_object() || found == json.end() || !found->is_array())
        return base::fail(ErrorKind::malformed, fmt::format("cannot be understood; {}", what_to_do), file);
    return *found;
}

base::Result<void> write_list(const fs::path& file, const char* key, Json list) {
    const Json json{{"format", 1}, {key, std::move(list)}};
    return base::write_file(file, json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::string text_at(const Json& json, const char* key) {
    const auto found = json.is_object() ? json.find(key) : json.end();
    return json.is_object() && found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<InstalledVersion> version_of(const Json& json) {
    const auto at = base::parse_local_time(text_at(json, "installed"));
    InstalledVersion one{text_at(json, "version"), at.value_or(base::LocalTime{}),
                         base::parse_date(text_at(json, "expires")), text_at(json, "key")};
    if (!at || !is_version(one.version)) return {};
    return one;
}

Json json_of(const InstalledVersion& one) {
    return {{"version", one.version},
            {"installed", base::format_local_time(one.installed)},
            {"expires", one.expires ? Json(base::format_date(*one.expires)) : Json(nullptr)},
            {"key", one.key}};
}

/// Why this edition cannot be shown; empty if it is whole.
std::string damage_of(const fs::path& folder, std::string_view id) {
    const auto text = base::read_file(folder / manifest_name, most_manifest_bytes);
    const auto manifest = text ? read_manifest(*text) : std::unexpected(text.error());
    if (!manifest || manifest->id != id) return "its manifest cannot be read";
    for (const auto& file : manifest->files) {
        std::error_code error;
        if (fs::file_size(folder / file.path, error) != file.size || error)
            return fmt::format("its file \"{}\" is gone or damaged", file.path);
        if (file.path != manifest->id + "/pack.toml") continue;
        const auto toml = base::read_file(folder / file.path, static_cast<std::size_t>(file.size));
        if (!toml || base::sha256_of(*toml) != file.sha256) return "its pack.toml is damaged";
    }
    return {};
}

/// What is to be said of an edition, and whether it can be shown.
class Choice {
  public:
    Choice(InUse& in_use, const fs::path& state, const Shipped& shipped, base::Date today)
        : in_use_(in_use), state_(state), shipped_(shipped), today_(today) {}

    void choose(const std::string& id, const std::vector<InstalledVersion>& versions) {
        const auto came_with = version_in(shipped_(id));
        for (const auto& one : versions) {
            const auto folder = version_folder(state_, id, one.version);
            if (compare_versions(one.version, came_with).value_or(std::strong_ordering::greater) <= 0) {
                say(base::Severity::warning, folder,
                    fmt::format("the pack \"{}\" that came with the kiosk ({}) is no older than this one, and is shown",
                                id, base::printable(came_with)));
                return;
            }
            if (const auto damage = damage_of(folder, id); !damage.empty()) {
                say(base::Severity::error, folder,
                    fmt::format("the pack \"{}\" {} is not shown, but an edition before it: {}; install it again", id,
                                one.version, damage));
                continue;
            }
            if (one.expires && today_ > *one.expires)
                say(base::Severity::warning, folder,
                    fmt::format("the pack \"{}\" {} has expired on {}, and is still shown; ask those who made it for "
                                "a new one",
                                id, one.version, base::format_date(*one.expires)));
            in_use_.folders.emplace(id, folder / id);
            return;
        }
    }

  private:
    void say(base::Severity severity, const fs::path& folder, std::string message) {
        in_use_.problems.push_back({severity, folder.string(), 0, std::move(message)});
    }
    InUse& in_use_;
    const fs::path& state_;
    const Shipped& shipped_;
    base::Date today_;
};

base::Result<void> write_withdrawn(const fs::path& state, const std::vector<Withdrawn>& all) {
    Json list = Json::array();
    for (const auto& one : all)
        list.push_back({{"pack", one.pack}, {"message", one.message}, {"since", base::format_local_time(one.since)}});
    return write_list(packs_folder(state) / withdrawn_file, "messages", std::move(list));
}

void take_away(const fs::path& path) {
    std::error_code unsaid;
    fs::remove_all(path, unsaid);
}

std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code error;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error))
        entries.push_back(entry->path());
    return entries;
}

}  // namespace

fs::path packs_folder(const fs::path& state) { return state / "packs"; }

fs::path version_folder(const fs::path& state, std::string_view id, std::string_view version) {
    return packs_folder(state) / id / version;
}

base::Result<InstalledPacks> read_installed(const fs::path& state) {
    const auto file = packs_folder(state) / installed_file;
    constexpr std::string_view what_to_do =
        "remove it, and the kiosk shows the packs that came with it; then install again";
    const auto list = read_list(file, "packs", what_to_do);
    if (!list) return std::unexpected(list.error());
    InstalledPacks packs;
    for (const auto& item : *list) {
        const auto id = text_at(item, "id");
        const auto versions = item.is_object() ? item.find("versions") : item.end();
        bool sound = base::is_name_id(id) && versions != item.end() && versions->is_array();
        std::vector<InstalledVersion> read;
        for (std::size_t i = 0; sound && i < versions->size(); ++i) {
            auto one = version_of((*versions)[i]);
            sound = one.has_value();
            if (one) read.push_back(std::move(*one));
        }
        if (!sound) return base::fail(ErrorKind::malformed, fmt::format("cannot be understood; {}", what_to_do), file);
        if (!read.empty()) packs[id] = std::move(read);
    }
    return packs;
}

base::Result<void> write_installed(const fs::path& state, const InstalledPacks& packs) {
    Json list = Json::array();
    for (const auto& [id, versions] : packs) {
        Json all = Json::array();
        for (const auto& one : versions) all.push_back(json_of(one));
        if (!versions.empty()) list.push_back({{"id", id}, {"versions", std::move(all)}});
    }
    return write_list(packs_folder(state) / installed_file, "packs", std::move(list));
}

base::Result<std::vector<Withdrawn>> read_withdrawn(const fs::path& state) {
    const auto file = packs_folder(state) / withdrawn_file;
    constexpr std::string_view what_to_do = "remove it, and withdraw again each message that is not to be shown";
    const auto list = read_list(file, "messages", what_to_do);
    if (!list) return std::unexpected(list.error());
    std::vector<Withdrawn> all;
    for (const auto& item : *list) {
        const auto since = base::parse_local_time(text_at(item, "since"));
        all.push_back({text_at(item, "pack"), text_at(item, "message"), since.value_or(base::LocalTime{})});
        if (!since || !base::is_name_id(all.back().pack) || !base::is_name_id(all.back().message))
            return base::fail(ErrorKind::malformed, fmt::format("cannot be understood; {}", what_to_do), file);
    }
    return all;
}

InUse packs_in_use(const fs::path& state, const Shipped& shipped, base::Date today) {
    InUse in_use;
    if (const auto packs = read_installed(state)) {
        Choice choice{in_use, state, shipped, today};
        for (const auto& [id, versions] : *packs) choice.choose(id, versions);
    } else {
        in_use.problems.push_back(base::problem_of(packs.error()));
    }
    if (const auto all = read_withdrawn(state)) {
        for (const auto& one : *all) in_use.withdrawn[one.pack].insert(one.message);
    } else {
        in_use.problems.push_back(base::problem_of(all.error()));
    }
    return in_use;
}

base::Result<base::FileLock> lock_packs(const fs::path& state) {
    const auto folder = packs_folder(state);
    std::error_code error;
    const bool made = fs::create_directories(folder, error);
    if (error) return std::unexpected(base::write_failure("made", error.value(), folder));
    if (made)
        if (auto synced = base::sync_folder(state); !synced) return std::unexpected(synced.error());
    struct stat owner{};
    if (::stat(folder.c_str(), &owner) == 0 && owner.st_uid != ::geteuid())
        return base::fail(ErrorKind::unwritable,
                          "belongs to another user, and the kiosk could not read what you put there; do it as the "
                          "kiosk's own user (sudo -u)",
                          folder);
    auto lock = base::FileLock::take(folder / ".lock");
    if (!lock && lock.error().kind == ErrorKind::in_use)
        lock.error().message = "another program is changing the packs of this kiosk; wait until it is done";
    return lock;
}

base::Result<RolledBack> rollback(const fs::path& state, std::string_view pack) {
    const auto lock = lock_packs(state);
    if (!lock) return std::unexpected(lock.error());
    auto packs = read_installed(state);
    if (!packs) return std::unexpected(packs.error());
    const auto found = packs->find(pack);
    if (found == packs->end())
        return base::fail(ErrorKind::not_found,
                          fmt::format("of the pack \"{}\" nothing is installed: what came with the kiosk is shown, and "
                                      "there is none before it",
                                      base::printable(pack)));
    auto& versions = found->second;
    RolledBack done{versions.front().version, versions.size() > 1 ? versions[1].version : ""};
    versions.erase(versions.begin());
    if (auto written = write_installed(state, *packs); !written) return std::unexpected(written.error());
    return done;
}

base::Result<bool> withdraw(const fs::path& state, const std::string& pack, const std::string& message,
                            base::LocalTime now) {
    const auto lock = lock_packs(state);
    if (!lock) return std::unexpected(lock.error());
    auto all = read_withdrawn(state);
    if (!all) return std::unexpected(all.error());
    if (std::ranges::any_of(*all, [&](const auto& one) { return one.pack == pack && one.message == message; }))
        return false;
    all->push_back({pack, message, now});
    if (auto written = write_withdrawn(state, *all); !written) return std::unexpected(written.error());
    return true;
}

base::Result<bool> take_back_withdrawal(const fs::path& state, std::string_view pack, std::string_view message) {
    const auto lock = lock_packs(state);
    if (!lock) return std::unexpected(lock.error());
    auto all = read_withdrawn(state);
    if (!all) return std::unexpected(all.error());
    if (std::erase_if(*all, [&](const auto& one) { return one.pack == pack && one.message == message; }) == 0)
        return false;
    if (auto written = write_withdrawn(state, *all); !written) return std::unexpected(written.error());
    return true;
}

void remove_unused(const fs::path& state, const std::map<std::string, fs::path, std::less<>>& shown) {
    std::error_code error;
    if (!fs::is_directory(packs_folder(state), error)) return;
    const auto lock = lock_packs(state);
    const auto packs = read_installed(state);
    if (!lock || !packs) return;
    std::set<fs::path> kept;
    for (const auto& [id, versions] : *packs)
        for (const auto& one : versions) kept.insert(version_folder(state, id, one.version));
    for (const auto& [id, folder] : shown) kept.insert(folder.parent_path());
    for (const auto& entry : entries_of(packs_folder(state))) {
        if (entry.filename().string().starts_with(staging_name)) take_away(entry);
        if (!base::is_name_id(entry.filename().string())) continue;
        for (const auto& version : entries_of(entry))
            if (!kept.contains(version)) take_away(version);
        fs::remove(entry, error);  // where nothing is left in it
    }
}

}  // namespace talkpoint::bundle
