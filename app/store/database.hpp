// The real outbox: one SQLite file, `responses.db`, in the state directory. On-disk format: store/README.md.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "outbox/outbox.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::store {

/// Counts of use: with one more the oldest period goes. 22 MB; five years in which all that is shipped is used daily.
inline constexpr std::int64_t most_use_rows = 400'000;

/// An open database. One thread at a time. WAL, `synchronous=FULL`, `secure_delete=ON`.
///
/// Damage that shows only in use is treated as damage at open(): set aside, begun anew, and the submit repeated. After
/// a full disk, a disk error, or when somebody has moved the file away, the next call opens the file again by itself.
class Database final : public outbox::Outbox, public outbox::Queue {
  public:
    /// For the kiosk: creates or migrates. A file that is damaged or is not ours is set aside whole, with its -wal
    /// and -shm, as `responses.damaged-<date>[-n].db`, and a new one is begun: `set_aside()` then says so.
    /// `today` names the set-aside file. unwritable, unreadable, in_use: the folder or the disk is at fault, nothing is
    /// set aside; but a disk that is merely full is opened by the first call that finds room on it. unsupported: a
    /// newer Talkpoint wrote the file; it is not touched.
    [[nodiscard]] static base::Result<Database> open(const std::filesystem::path& folder, base::Date today);

    /// For talkpointctl beside a running kiosk: never creates, migrates or sets aside. not_found if there is none;
    /// malformed: damaged; unsupported: of another version; unreadable. What it returns refuses to write.
    [[nodiscard]] static base::Result<Database> open_to_read(const std::filesystem::path& folder);

    /// For an uploader beside a kiosk that may be running: as open_to_read, but it may be written.
    [[nodiscard]] static base::Result<Database> open_beside(const std::filesystem::path& folder);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database() override;

    /// Where the damaged file went, if one was found, at open() or later.
    [[nodiscard]] const std::optional<std::filesystem::path>& set_aside() const;

    [[nodiscard]] base::Result<void> submit(const outbox::Record& record,
                                            const std::vector<outbox::Tally>& tallies) override;
    [[nodiscard]] base::Result<void> count(const outbox::Uses& uses, const std::string& period) override;
    void tidy() override;
    [[nodiscard]] outbox::Queue* queue() override { return this; }

    [[nodiscard]] base::Result<std::vector<Kind>> kinds() override;
    [[nodiscard]] base::Result<std::int64_t> waiting(const std::string& survey, std::int64_t limit) override;
    [[nodiscard]] base::Result<std::vector<Waiting>> next(const Selection& selection, const std::string& after,
                                                          std::size_t limit) override;
    [[nodiscard]] base::Result<void> mark_tried(const outbox::Record& record) override;
    [[nodiscard]] base::Result<void> receipt(const std::string& id, const std::string& period) override;
    [[nodiscard]] base::Result<void> park(const std::string& id, const std::string& reason,
                                          const std::string& under) override;
    [[nodiscard]] base::Result<void> park_kind(const Kind& kind, const std::string& reason,
                                               const std::string& under) override;
    [[nodiscard]] base::Result<void> unpark(const std::string& survey, const std::string& under) override;
    [[nodiscard]] base::Result<std::vector<std::string>> parked_surveys() override;
    [[nodiscard]] base::Result<std::vector<outbox::KnownForm>> forms() override;
    [[nodiscard]] base::Result<void> remember(const outbox::KnownForm& form) override;
    [[nodiscard]] base::Result<outbox::UploadState> upload_state() override;
    [[nodiscard]] base::Result<void> remember(const outbox::UploadState& state) override;
    void tidy_up() override { tidy(); }

    [[nodiscard]] base::Result<outbox::Counts> counts();
    /// Of which there are responses, sorted.
    [[nodiscard]] base::Result<std::vector<std::string>> surveys();
    /// Every response that is still here, parked or not, in order of its random key; of one survey, unless `survey` is
    /// empty. As of one moment; stops at the first error. Reads one at a time.
    [[nodiscard]] base::Result<void> for_each(const std::string& survey,
                                              const std::function<void(const outbox::Record&)>& visit);
    /// What `read` reads is all as of one moment, whatever a kiosk writes meanwhile. For what open_to_read returned.
    [[nodiscard]] base::Result<void> in_one_moment(const std::function<base::Result<void>()>& read);
    /// Every count, in order of its key.
    [[nodiscard]] base::Result<std::vector<std::pair<outbox::Tally, std::int64_t>>> tallies();
    /// Every count of use, in order of its key.
    [[nodiscard]] base::Result<std::vector<outbox::UseCount>> uses();

  private:
    struct Impl;
    explicit Database(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace talkpoint::store
