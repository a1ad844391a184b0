// Real disks that are full or read-only. Where the system does not let us mount, disk.tests.cpp stands in for them.
#include "catch.hpp"
#include "own_mounts.hpp"
#include "samples.hpp"
#include "store/state_folder.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using store::Database;

TEST_CASE("a full disk refuses the response, loses nothing, and takes it when there is room again") {
    const TempFolder folder;
    const auto said = in_own_mounts([&] {
        if (::mount("none", folder.path().c_str(), "tmpfs", 0, "size=400k") != 0) return 1;
        auto database = Database::open(folder.path(), today);
        if (!database) return 2;
        base::Random random{41};
        std::size_t kept = 0;
        auto one = record(random);
        while (database->submit(one, tallies())) {
            if (++kept > 5000) return 3;
            database->tidy();
            one = record(random);
        }
        for (int again = 0; again < 3; ++again) {  // until no page is left in the log either
            const auto refused = database->submit(one, tallies());
            if (refused) return 4;
            if (refused.error().kind != base::ErrorKind::unwritable) return 5;
        }
        if (database->counts()->queued != static_cast<std::int64_t>(kept)) return 6;
        const auto second = Database::open(folder.path(), today);  // as a kiosk that is started on the full disk
        if (!second || second->set_aside()) return 12;
        if (::mount("none", folder.path().c_str(), "tmpfs", MS_REMOUNT, "size=4m") != 0) return 7;
        if (!database->submit(one, tallies())) return 8;
        if (database->counts()->queued != static_cast<std::int64_t>(kept + 1)) return 9;
        const auto all = database->tallies();
        for (const auto& [tally, count] : *all)
            if (count != static_cast<std::int64_t>(kept + 1)) return 10;
        return database->set_aside() ? 11 : 0;
    });
    if (said) CHECK(*said == 0);
}

TEST_CASE("a kiosk may be started on a full disk, and keeps responses as soon as there is room") {
    const TempFolder folder;
    const auto said = in_own_mounts([&] {
        if (::mount("none", folder.path().c_str(), "tmpfs", 0, "size=64k") != 0) return 1;
        {
            std::ofstream filler{folder.path() / "filler"};
            filler << std::string(64 * 1024, 'x');
        }
        auto database = Database::open(folder.path(), today);
        if (!database) return 2;
        base::Random random{44};
        const auto one = record(random);
        const auto refused = database->submit(one, tallies());
        if (refused || refused.error().kind != base::ErrorKind::unwritable) return 3;
        database->tidy();
        if (::mount("none", folder.path().c_str(), "tmpfs", MS_REMOUNT, "size=4m") != 0) return 4;
        if (!database->submit(one, tallies())) return 5;
        return database->counts()->queued == 1 && !database->set_aside() ? 0 : 6;
    });
    if (said) CHECK(*said == 0);
}

TEST_CASE("a read-only disk is no place for a kiosk, and can still be read") {
    const TempFolder folder;
    base::Random random{42};
    {
        auto database = opened(folder.path());
        for (int i = 0; i < 3; ++i) submit(database, record(random));
    }
    const auto before = names_in(folder.path(), "");
    const auto said = in_own_mounts([&] {
        if (!make_read_only(folder.path().c_str())) return 1;
        const auto held = store::hold_state_folder(folder.path());
        if (held || held.error().kind != base::ErrorKind::unwritable) return 2;
        const auto kiosk = Database::open(folder.path(), today);
        if (kiosk || kiosk.error().kind != base::ErrorKind::unwritable) return 3;
        auto reader = Database::open_to_read(folder.path());
        if (!reader) return 4;
        return reader->counts()->queued == 3 ? 0 : 5;
    });
    if (said) CHECK(*said == 0);
    CHECK(names_in(folder.path(), "") == before);
}

TEST_CASE("a read-only disk with a log that was never put away is refused with what to do") {
    const TempFolder folder;
    const TempFolder copy;
    base::Random random{43};
    {
        auto database = opened(folder.path());
        submit(database, record(random));
        for (const char* name : {"responses.db", "responses.db-wal"}) copy.write(name, bytes_of(folder.path() / name));
    }
    const auto said = in_own_mounts([&] {
        if (!make_read_only(copy.path().c_str())) return 1;
        const auto reader = Database::open_to_read(copy.path());
        if (reader) return 2;
        if (reader.error().kind != base::ErrorKind::unreadable) return 3;
        return reader.error().message.find("copy") == std::string::npos ? 4 : 0;
    });
    if (said) CHECK(*said == 0);
    auto kiosk = opened(copy.path());
    CHECK(ids_in(kiosk).size() == 1);
}
