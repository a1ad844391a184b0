#include "bundle/editions.hpp"

#include "bundle/version.hpp"

#include <algorithm>
#include <iterator>

namespace talkpoint::bundle {
namespace {

Edition edition_of(const std::string& id, const InUse& in_use, const InstalledPacks& installed,
                   const Shipped& shipped) {
    Edition edition{.id = id,
                    .in_use = {},
                    .before = {},
                    .came_with_kiosk = version_in(shipped(id)),
                    .installed = {},
                    .withdrawn = {}};
    const auto folder = in_use.folders.find(id);
    const auto versions = installed.find(id);
    if (folder == in_use.folders.end() || versions == installed.end()) {
        edition.in_use = edition.came_with_kiosk;
        return edition;
    }
    edition.in_use = folder->second.parent_path().filename();
    const auto at = std::ranges::find(versions->second, edition.in_use, &InstalledVersion::version);
    if (at == versions->second.end()) return edition;
    edition.installed = *at;
    edition.before = std::next(at) == versions->second.end() ? edition.came_with_kiosk : std::next(at)->version;
    return edition;
}

}  // namespace

base::Result<Editions> read_editions(const std::filesystem::path& state, std::span<const std::string> packs,
                                     const Shipped& shipped, base::Date today) {
    const auto installed = read_installed(state);
    if (!installed) return std::unexpected(installed.error());
    const auto withdrawn = read_withdrawn(state);
    if (!withdrawn) return std::unexpected(withdrawn.error());
    auto in_use = packs_in_use(state, shipped, today);
    std::vector<std::string> ids{packs.begin(), packs.end()};
    const auto add = [&](const std::string& id) {
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    };
    for (const auto& [id, versions] : *installed) add(id);
    for (const auto& one : *withdrawn) add(one.pack);
    Editions editions{{}, std::move(in_use.problems)};
    for (const auto& id : ids) {
        auto& edition = editions.packs.emplace_back(edition_of(id, in_use, *installed, shipped));
        std::ranges::copy_if(*withdrawn, std::back_inserter(edition.withdrawn),
                             [&](const Withdrawn& one) { return one.pack == id; });
    }
    return editions;
}

}  // namespace talkpoint::bundle
