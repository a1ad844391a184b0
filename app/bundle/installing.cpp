#include "bundle/installing.hpp"

#include "base/strings.hpp"
#include "bundle/bundle_reader.hpp"
#include "bundle/version.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace talkpoint::bundle {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;
using base::fail;

/// A folder that goes, with all that is in it, unless it has been moved away.
class Staging final : public FileSink {
  public:
    static base::Result<Staging> make(const fs::path& folder) {
        if (::mkdir(folder.c_str(), 0750) != 0) return std::unexpected(base::write_failure("made", errno, folder));
        return Staging{folder};
    }
    Staging(Staging&& other) noexcept
        : folder_(std::exchange(other.folder_, {})),
          itself_(std::exchange(other.itself_, -1)),
          file_(std::exchange(other.file_, -1)) {}
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;
    Staging& operator=(Staging&&) = delete;
    ~Staging() override {
        for (const int descriptor : {file_, itself_})
            if (descriptor >= 0) ::close(descriptor);
        std::error_code unsaid;
        if (!folder_.empty()) fs::remove_all(folder_, unsaid);
    }

    [[nodiscard]] const fs::path& folder() const { return folder_; }

    // Nothing in the way is followed or replaced: the folder was empty, and the manifest names no path twice.
    [[nodiscard]] base::Result<void> begin(const ManifestFile& file) override {
        path_ = folder_ / file.path;
        std::error_code error;
        if (fs::create_directories(path_.parent_path(), error); error)
            return std::unexpected(base::write_failure("made", error.value(), path_.parent_path()));
        file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0640);
        if (file_ < 0) return std::unexpected(base::write_failure("created", errno, path_));
        return {};
    }
    [[nodiscard]] base::Result<void> append(std::string_view bytes) override {
        while (!bytes.empty()) {
            const auto count = ::write(file_, bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return std::unexpected(base::write_failure("written", errno, path_));
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return {};
    }
    [[nodiscard]] base::Result<void> end() override {
        ::close(std::exchange(file_, -1));
        return {};
    }

    /// All of it at once; it survives a power cut after this, once its own name does.
    [[nodiscard]] base::Result<void> sync() const {
        if (::syncfs(itself_) != 0) return std::unexpected(base::write_failure("synced", errno, folder_));
        return {};
    }
    [[nodiscard]] base::Result<void> move_to(const fs::path& target) {
        if (::rename(folder_.c_str(), target.c_str()) != 0)
            return std::unexpected(base::write_failure("renamed", errno, folder_));
        folder_.clear();
        return {};
    }

  private:
    explicit Staging(fs::path folder)
        : folder_(std::move(folder)), itself_(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {}
    fs::path folder_, path_;
    int itself_ = -1;  ///< from its beginning: sync() is told of what failed since
    int file_ = -1;    ///< that is being written
};

base::Result<void> check_clock(base::LocalTime now) {
    if (base::clock_is_plausible(now)) return {};
    return fail(ErrorKind::malformed,
                fmt::format("the clock of this machine says {}, which cannot be right; set the clock, then do it again",
                            base::format_date(base::date_of(now))));
}

/// What of this pack is shown now; empty: nothing.
std::string version_in_use(const fs::path& state, const std::string& id, const Terms& terms) {
    const auto in_use = packs_in_use(state, terms.shipped, base::date_of(terms.now));
    const auto found = in_use.folders.find(id);
    return version_in(found == in_use.folders.end() ? terms.shipped(id) : found->second);
}

base::Result<void> check_version(const Manifest& manifest, const std::string& in_use, const fs::path& file) {
    const auto order = compare_versions(manifest.version, in_use);
    if (in_use.empty() || !order || *order > 0) return {};  // one that is no version is an author's draft
    return fail(ErrorKind::malformed,
                fmt::format("holds \"{}\" {}, and {} is in use here already; ask those who made it for a newer one",
                            manifest.id, manifest.version, *order == 0 ? "the same" : in_use),
                file);
}

base::Result<void> check_expiry(const Manifest& manifest, base::LocalTime now, const fs::path& file) {
    if (!manifest.expires || base::date_of(now) <= *manifest.expires) return {};
    return fail(ErrorKind::malformed,
                fmt::format("could be installed until {}, and has expired; ask those who made it for a new one",
                            base::format_date(*manifest.expires)),
                file);
}

base::Result<void> check_room(const Manifest& manifest, const fs::path& where, const fs::path& file) {
    constexpr std::uint64_t per_file = 4096;  // a disk gives room in blocks
    const auto needed_mb = static_cast<std::int64_t>((manifest.bytes() + per_file * manifest.files.size()) >> 20U) + 1 +
                           room_for_responses_mb;
    const auto free_mb = base::free_space_mb(where);
    if (free_mb < 0 || free_mb >= needed_mb) return {};
    return fail(ErrorKind::too_large,
                fmt::format("needs {} MB of the disk (with {} MB for responses), and {} MB are free; make room",
                            needed_mb, room_for_responses_mb, free_mb),
                file);
}

struct Prepared {
    Staging staging;
    Accepted accepted;
};

base::Result<Prepared> prepare(const fs::path& file, const fs::path& state, const fs::path& folder,
                               const Terms& terms) {
    if (auto right = check_clock(terms.now); !right) return std::unexpected(right.error());
    auto reader = BundleReader::open(file, terms.keys);
    if (!reader) return std::unexpected(std::move(reader.error()));
    const auto& manifest = reader->manifest();
    auto before = version_in_use(state, manifest.id, terms);
    for (const auto& checked : {check_version(manifest, before, file), check_expiry(manifest, terms.now, file),
                                check_room(manifest, folder.parent_path(), file)})
        if (!checked) return std::unexpected(checked.error());

    auto staging = Staging::make(folder);
    if (!staging) return std::unexpected(std::move(staging.error()));
    auto kept = reader->read_files(&*staging);
    for (const auto& [name, text] :
         {std::pair{manifest_name, &reader->manifest_text()}, {signature_name, &reader->signature_text()}}) {
        const auto path = staging->folder() / name;
        if (kept) kept = base::create_file(path, *text);
    }
    if (kept) kept = staging->sync();
    const auto pack_folder = staging->folder() / manifest.id;
    if (kept && version_in(pack_folder) != manifest.version)
        kept = fail(ErrorKind::malformed, "its pack.toml and its manifest differ in the version; get it again", file);
    if (kept && terms.validate) kept = terms.validate(pack_folder, manifest);
    if (!kept) return std::unexpected(std::move(kept.error()));
    return Prepared{std::move(*staging), {manifest, reader->key(), std::move(before)}};
}

/// An edition of that name which nobody shows any more: cut off before the switch, or rolled back.
base::Result<void> clear_way(const fs::path& target, const fs::path& aside) {
    if (::rename(target.c_str(), aside.c_str()) != 0 && errno != ENOENT)
        return std::unexpected(base::write_failure("renamed", errno, target));
    std::error_code unsaid;
    fs::remove_all(aside, unsaid);
    return {};
}

void remember(InstalledPacks& packs, const Accepted& accepted, base::LocalTime now) {
    const auto& manifest = accepted.manifest;
    auto& versions = packs[manifest.id];
    std::erase_if(versions, [&](const auto& one) { return one.version == manifest.version; });
    versions.insert(versions.begin(), {manifest.version, now, manifest.expires, accepted.key});
    if (versions.size() > 2) versions.resize(2);
}

}  // namespace

base::Result<Accepted> verify(const fs::path& file, const fs::path& state, const fs::path& scratch,
                              const Terms& terms) {
    auto prepared = prepare(file, state, scratch / fmt::format("talkpack-{}", ::getpid()), terms);
    if (!prepared) return std::unexpected(std::move(prepared.error()));
    return std::move(prepared->accepted);
}

base::Result<Accepted> install(const fs::path& file, const fs::path& state, const Terms& terms) {
    const auto lock = lock_packs(state);
    if (!lock) return std::unexpected(lock.error());
    const auto folder = packs_folder(state);
    const auto staging = folder / staging_name, aside = folder / fmt::format("{}-old", staging_name);
    std::error_code error;
    for (const auto& left : {staging, aside}) fs::remove_all(left, error);
    auto packs = read_installed(state);
    if (!packs) return std::unexpected(packs.error());
    auto prepared = prepare(file, state, staging, terms);
    if (!prepared) return std::unexpected(std::move(prepared.error()));

    auto& accepted = prepared->accepted;
    const auto target = version_folder(state, accepted.manifest.id, accepted.manifest.version);
    if (fs::create_directories(target.parent_path(), error); error)
        return std::unexpected(base::write_failure("made", error.value(), target.parent_path()));
    auto done = clear_way(target, aside);
    if (done) done = prepared->staging.move_to(target);
    for (const auto& synced : {target.parent_path(), folder})
        if (done) done = base::sync_folder(synced);
    remember(*packs, accepted, terms.now);
    if (done) done = write_installed(state, *packs);  // from here on it is in use
    if (!done) return std::unexpected(std::move(done.error()));
    return std::move(accepted);
}

}  // namespace talkpoint::bundle
