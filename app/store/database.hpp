// The real outbox: one SQLite file, `responses.db`, in the state directory. On-disk format: store/README.md.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "outbox/outbox.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace talkpoint::store {

/// An open database. One thread at a time. WAL, `synchronous=FULL`, `secure_delete=ON`.
///
/// Damage that shows only in use is treated as damage at open(): set aside, begun anew, and the submit repeated. After
/// a full disk, a disk error, or when somebody has moved the file away, the next call opens the file again by itself.
class Database final : public outbox::Outbox {
  public:
    /// For the kiosk: creates or migrates. A file that is damaged or is not ours is set aside whole, with its -wal
    /// and -shm, as `responses.damaged-<date>[-n].db`, and a new one is begun: `set_aside()` then says so.
    /// `today` names the set-aside file. unwritable, unreadable, in_use: the folder or the disk is at fault, nothing is
    /// set aside; but a disk that is merely full is opened by the first call that finds room on it. unsupported: a
    /// newer Talkpoint wrote the file; it is not touched.
    [[nodiscard]] static base::Result<Database> open(const std::filesystem::path& folder, base::Date today);

    /// For talkpointctl beside a running kiosk: never creates, migrates or sets aside. not_found if there is none;
    /// malformed: damaged; unsupported: of another version; unreadable. What it returns refuses submit().
    [[nodiscard]] static base::Result<Database> open_to_read(const std::filesystem::path& folder);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database() override;

    /// Where the damaged file went, if one was found, at open() or later.
    [[nodiscard]] const std::optional<std::filesystem::path>& set_aside() const;

    [[nodiscard]] base::Result<void> submit(const outbox::Record& record,
                                            const std::vector<outbox::Tally>& tallies) override;
    [[nodiscard]] base::Result<outbox::Counts> counts() override;
    void tidy() override;

    /// Every response that is still here, in order of its random key and as of one moment; stops at the first error.
    [[nodiscard]] base::Result<void> for_each(const std::function<void(const outbox::Record&)>& visit);
    /// Every count, in order of its key.
    [[nodiscard]] base::Result<std::vector<std::pair<outbox::Tally, std::int64_t>>> tallies();

  private:
    struct Impl;
    explicit Database(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace talkpoint::store
