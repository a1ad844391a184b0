// A disk between SQLite and the real one: it can fail at any operation, and it knows what a power cut would leave.
#pragma once

#include "base/random.hpp"

#include <sqlite3.h>

#include <cstdio>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::tests {

/// The default disk of SQLite for as long as it lives; one at a time, one thread. Databases must be closed before it
/// goes.
class FaultyDisk {
  public:
    /// Files by path, as a power cut would leave them.
    using Image = std::map<std::string, std::string>;

    FaultyDisk() : real_(sqlite3_vfs_find(nullptr)), vfs_(*real_) {
        current_ = this;
        vfs_.zName = "faulty";
        vfs_.pNext = nullptr;
        vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
        vfs_.xOpen = open;
        vfs_.xDelete = remove;
        sqlite3_vfs_register(&vfs_, 1);
    }
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;
    ~FaultyDisk() {
        sqlite3_vfs_unregister(&vfs_);
        current_ = nullptr;
    }

    /// The n-th operation from now that changes the disk (1: the next) fails with this code, and all after it as well
    /// if `lasting`. A failing write still writes its first half.
    void fail_at(int n, int code, bool lasting) {
        fail_in_ = n;
        code_ = code;
        lasting_ = lasting;
    }
    /// From now on nothing fails. Did anything?
    bool heal() {
        fail_in_ = 0;
        return std::exchange(failed_, false);
    }

    /// Called before each operation that changes the disk.
    std::function<void()> before;

    /// What is on the disk if the power goes now: all that was synced, and of the rest each write or not, by chance.
    [[nodiscard]] Image image(base::Random& random) const {
        Image image;
        for (const auto& [path, file] : files_) {
            auto bytes = file.synced;
            const auto luck = random.below(3);  // nothing of the rest, all of it, or some
            for (const auto& change : file.unsynced)
                if (luck == 1 || (luck == 2 && random.below(2) == 0)) apply(bytes, change);
            image[path] = std::move(bytes);
        }
        return image;
    }

  private:
    struct Change {
        std::size_t at;
        std::optional<std::string> written;  ///< nothing: cut to `at`
    };
    struct Tracked {
        std::string synced;
        std::vector<Change> unsynced;
    };
    struct File {
        sqlite3_file base;
        char path[512];
        sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    };
    static File* file_of(sqlite3_file* file) { return reinterpret_cast<File*>(file); }

    static void apply(std::string& bytes, const Change& change) {
        if (!change.written) {
            bytes.resize(change.at);
            return;
        }
        if (bytes.size() < change.at + change.written->size()) bytes.resize(change.at + change.written->size());
        bytes.replace(change.at, change.written->size(), *change.written);
    }

    /// Counts one operation; the code with which it fails, or SQLITE_OK.
    int count() {
        if (before) before();
        if (fail_in_ == 0) return SQLITE_OK;
        if (fail_in_ > 1) {
            --fail_in_;
            return SQLITE_OK;
        }
        if (!lasting_) fail_in_ = 0;
        failed_ = true;
        return code_;
    }

    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
        auto* self = file_of(file);
        self->base.pMethods = nullptr;
        std::snprintf(self->path, sizeof self->path, "%s", name ? name : "");
        const int code = current_->real_->xOpen(current_->real_, name, self->real(), flags, out_flags);
        if (self->real()->pMethods) self->base.pMethods = methods();
        if (code == SQLITE_OK && name && !current_->files_.contains(name)) {
            std::ostringstream bytes;
            bytes << std::ifstream{name, std::ios::binary}.rdbuf();
            current_->files_[name].synced = std::move(bytes).str();
        }
        return code;
    }
    static int remove(sqlite3_vfs*, const char* name, int sync) {
        current_->files_.erase(name);
        return current_->real_->xDelete(current_->real_, name, sync);
    }
    static int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
        auto* self = file_of(file);
        const int failure = current_->count();
        const int written = failure == SQLITE_OK ? count : count / 2;
        const int code = self->real()->pMethods->xWrite(self->real(), bytes, written, at);
        current_->files_[self->path].unsynced.push_back(
            {static_cast<std::size_t>(at),
             std::string{static_cast<const char*>(bytes), static_cast<std::size_t>(written)}});
        return failure != SQLITE_OK ? failure : code;
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        auto* self = file_of(file);
        if (const int failure = current_->count(); failure != SQLITE_OK) return failure;
        current_->files_[self->path].unsynced.push_back({static_cast<std::size_t>(size), std::nullopt});
        return self->real()->pMethods->xTruncate(self->real(), size);
    }
    static int sync(sqlite3_file* file, int) {
        auto* self = file_of(file);
        if (const int failure = current_->count(); failure != SQLITE_OK) return failure;
        auto& tracked = current_->files_[self->path];
        for (const auto& change : tracked.unsynced) apply(tracked.synced, change);
        tracked.unsynced.clear();
        return SQLITE_OK;  // the real disk need not be waited for: what lasts is what is noted here
    }

    /// Everything else goes straight through.
    static const sqlite3_io_methods* methods() {
        static const sqlite3_io_methods table = [] {
            sqlite3_io_methods m{};
            m.iVersion = 2;
            m.xClose = [](sqlite3_file* f) { return file_of(f)->real()->pMethods->xClose(file_of(f)->real()); };
            m.xRead = [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
                return file_of(f)->real()->pMethods->xRead(file_of(f)->real(), to, n, at);
            };
            m.xWrite = write;
            m.xTruncate = truncate;
            m.xSync = sync;
            m.xFileSize = [](sqlite3_file* f, sqlite3_int64* n) {
                return file_of(f)->real()->pMethods->xFileSize(file_of(f)->real(), n);
            };
            m.xLock = [](sqlite3_file* f, int level) {
                return file_of(f)->real()->pMethods->xLock(file_of(f)->real(), level);
            };
            m.xUnlock = [](sqlite3_file* f, int level) {
                return file_of(f)->real()->pMethods->xUnlock(file_of(f)->real(), level);
            };
            m.xCheckReservedLock = [](sqlite3_file* f, int* out) {
                return file_of(f)->real()->pMethods->xCheckReservedLock(file_of(f)->real(), out);
            };
            m.xFileControl = [](sqlite3_file* f, int what, void* with) {
                return file_of(f)->real()->pMethods->xFileControl(file_of(f)->real(), what, with);
            };
            m.xSectorSize = [](sqlite3_file* f) {
                return file_of(f)->real()->pMethods->xSectorSize(file_of(f)->real());
            };
            m.xDeviceCharacteristics = [](sqlite3_file* f) {
                return file_of(f)->real()->pMethods->xDeviceCharacteristics(file_of(f)->real());
            };
            m.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
                return file_of(f)->real()->pMethods->xShmMap(file_of(f)->real(), page, size, extend, out);
            };
            m.xShmLock = [](sqlite3_file* f, int offset, int n, int flags) {
                return file_of(f)->real()->pMethods->xShmLock(file_of(f)->real(), offset, n, flags);
            };
            m.xShmBarrier = [](sqlite3_file* f) { file_of(f)->real()->pMethods->xShmBarrier(file_of(f)->real()); };
            m.xShmUnmap = [](sqlite3_file* f, int remove_it) {
                return file_of(f)->real()->pMethods->xShmUnmap(file_of(f)->real(), remove_it);
            };
            return m;
        }();
        return &table;
    }

    static inline FaultyDisk* current_ = nullptr;
    sqlite3_vfs* real_;
    sqlite3_vfs vfs_;
    std::map<std::string, Tracked> files_;
    int fail_in_ = 0;
    int code_ = SQLITE_OK;
    bool lasting_ = false;
    bool failed_ = false;
};

}  // namespace talkpoint::tests
