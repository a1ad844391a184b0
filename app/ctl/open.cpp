#include "base/files.hpp"
#include "ctl/commands.hpp"
#include "ctl/json.hpp"
#include "ctl/opened.hpp"
#include "ctl/passphrase.hpp"
#include "ctl/places.hpp"
#include "ctl/sealed_folders.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <iostream>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;
using base::fail;

constexpr std::size_t largest_key = std::size_t{64} * 1024;

base::Result<openrosa::PrivateKey> read_key(const std::string& file, const std::string& passphrase_file) {
    const auto pem = base::read_file(file, largest_key);
    if (!pem) return std::unexpected(pem.error());
    std::string passphrase;
    if (openrosa::PrivateKey::needs_passphrase(*pem)) {
        auto read = read_secret(passphrase_file, Typed::once);
        if (!read) return std::unexpected(std::move(read.error()));
        passphrase = std::move(*read);
    }
    auto key = openrosa::PrivateKey::from_pem(*pem, passphrase);
    if (!key) return fail(key.error().kind, key.error().message, shown(file));
    return key;
}

/// "out/" has a parent that is itself.
fs::path without_slash(const fs::path& path) { return path.has_filename() ? path : path.parent_path(); }

bool ends_like_export(const fs::path& path) {
    const auto name = path.filename().string();
    return name.ends_with(".sealed") || name.ends_with(".codebook.csv") || name.ends_with(".form.xml");
}

/// Where the tables go: for our eyes only, and never where tables of the responses that were not sealed may be.
class Place {
  public:
    explicit Place(fs::path folder) : folder_(std::move(folder)) {}
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    /// Not left empty, if it was made here.
    ~Place() {
        std::error_code error;
        if (made_) fs::remove(folder_, error);
    }

    base::Result<void> make() {
        if (const auto parent = folder_.parent_path(); !parent.empty())
            if (auto made = make_folder(parent); !made) return made;
        made_ = ::mkdir(folder_.c_str(), 0700) == 0;
        if (auto there = make_folder(folder_); !there) return there;
        std::error_code error;
        for (fs::directory_iterator entry{folder_, error}; !error && entry != fs::directory_iterator{};
             entry.increment(error))
            if (ends_like_export(entry->path()))
                return fail(ErrorKind::unwritable,
                            "holds an export, whose tables must not be overwritten; choose another --to",
                            shown(folder_));
        return {};
    }

  private:
    fs::path folder_;
    bool made_ = false;
};

/// What became of them.
struct Outcome {
    Opened opened;
    std::size_t failed = 0;
    std::size_t of_other_keys = 0;  ///< among those that failed
    [[nodiscard]] int exit_code() const {
        if (failed == 0) return done;
        return opened.count() == 0 && of_other_keys == failed ? wrong_options : refused;
    }
};

void open_all(const SealedFolders& found, const openrosa::PrivateKey& key, Outcome& outcome) {
    for (const auto& problem : found.problems) say(problem);
    outcome.failed = found.problems.size();
    for (const auto& folder : found.responses) {
        const auto added = outcome.opened.add(folder, key);
        if (added) continue;
        say(added.error());
        ++outcome.failed;
        if (added.error().kind == ErrorKind::not_found) ++outcome.of_other_keys;
    }
}

void say_done(const Options& options, const fs::path& to, const std::vector<std::string>& files,
              const Outcome& outcome) {
    const auto rows = outcome.opened.count(), copies = outcome.opened.copies();
    if (options.json) {
        print({{"files", files}, {"rows", rows}, {"copies", copies}, {"failed", outcome.failed}});
        return;
    }
    std::cout << fmt::format("{} {}", rows, rows == 1 ? "response" : "responses");
    if (!files.empty()) std::cout << " in " << to.string();
    if (copies > 0) std::cout << fmt::format(", {} more {} a copy", copies, copies == 1 ? "was" : "were");
    if (outcome.failed > 0) std::cout << fmt::format(", {} could not be opened", outcome.failed);
    std::cout << '\n';
}

int refuse(const base::Error& error) {
    say(error);
    return wrong_options;
}

}  // namespace

int open_sealed(const Options& options, const std::string& folder, const std::string& key_file, const std::string& to,
                const std::string& passphrase_file) {
    const auto found = find_sealed(folder);
    if (!found) return refuse(found.error());
    if (found->responses.empty() && found->problems.empty())
        return refuse({ErrorKind::not_found, "has no sealed responses; name the folder of an export", shown(folder)});
    const auto key = read_key(key_file, passphrase_file);
    if (!key) return refuse(key.error());
    const auto place = without_slash(to.empty() ? fs::path{folder} / "opened" : fs::path{to});
    Place target{place};
    if (auto made = target.make(); !made) return refuse(made.error());
    const auto alone = base::FileLock::take_folder(place);
    if (!alone) return refuse(alone.error());

    Outcome outcome;
    open_all(*found, *key, outcome);
    const auto files = outcome.opened.write(place, found->forms);
    if (!files) return refuse(files.error());
    say_done(options, place, *files, outcome);
    return outcome.exit_code();
}

}  // namespace talkpoint::ctl
