// The disk is full, fails, or loses its power: at every single operation in turn.
#include "catch.hpp"
#include "faulty_disk.hpp"
#include "samples.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using store::Database;

namespace {

void check_sound(const fs::path& folder) {
    auto connection = raw(folder / "responses.db");
    CHECK(ask(connection, "PRAGMA integrity_check") == "ok");
}

/// Every response is counted once, and nothing else is.
void check_counts(Database& database, std::size_t responses) {
    for (const auto& [tally, count] : counted(database)) CHECK(count == static_cast<std::int64_t>(responses));
    CHECK(ids_in(database).size() == responses);
}

}  // namespace

TEST_CASE("a commit that fails at any operation leaves nothing half done, and the next succeeds") {
    const int code = GENERATE(SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_READONLY);
    const bool lasting = GENERATE(false, true);
    CAPTURE(code, lasting);
    const TempFolder folder;
    base::Random random{21};
    std::size_t kept = 0;
    {
        FaultyDisk disk;
        auto database = opened(folder.path());
        bool reached = true;
        for (int n = 1; reached; ++n) {
            CAPTURE(n);
            const auto one = record(random);
            disk.fail_at(n, code, lasting);
            const auto done = database.submit(one, tallies());
            database.tidy();
            reached = disk.heal();
            if (!done)
                CHECK(
                    (done.error().kind == base::ErrorKind::unwritable || done.error().kind == base::ErrorKind::in_use));
            submit(database, one, tallies());  // the person tries again; or it is the same once more
            ++kept;
            check_counts(database, kept);
        }
        CHECK(kept > 10);
        CHECK_FALSE(database.set_aside());
    }
    check_sound(folder.path());
    CHECK(names_in(folder.path(), "responses.damaged").empty());
}

TEST_CASE("making the database may fail at any operation, and the next start succeeds") {
    const int code = GENERATE(SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC);
    CAPTURE(code);
    base::Random random{22};
    bool reached = true;
    for (int n = 1; reached; ++n) {
        CAPTURE(n);
        const TempFolder folder;
        FaultyDisk disk;
        disk.fail_at(n, code, true);
        const auto refused = Database::open(folder.path(), today);
        reached = disk.heal();
        if (!refused) CHECK(refused.error().kind == base::ErrorKind::unwritable);
        auto database = opened(folder.path());
        CHECK_FALSE(database.set_aside());
        submit(database, record(random), tallies());
    }
}

TEST_CASE("when the power goes at any operation, every acknowledged response is there once, and no other half") {
    const TempFolder folder;
    base::Random random{23};
    std::vector<std::pair<FaultyDisk::Image, std::vector<std::string>>> cuts;  // what is left, what was acknowledged
    std::vector<std::string> acknowledged;
    {
        FaultyDisk disk;
        auto database = opened(folder.path());
        disk.before = [&] { cuts.emplace_back(disk.image(random), acknowledged); };
        for (int i = 0; i < 25; ++i) {
            const auto one = record(random);
            submit(database, one, tallies());
            acknowledged.push_back(one.id);
            cuts.emplace_back(disk.image(random), acknowledged);
            if (i % 2 == 0) database.tidy();
        }
        disk.before = nullptr;
    }
    CHECK(cuts.size() > 200);
    for (const auto& [image, ids] : cuts) {
        const TempFolder left;
        for (const auto& [path, bytes] : image) left.write(fs::path{path}.filename().string(), bytes);
        auto database = opened(left.path());
        REQUIRE_FALSE(database.set_aside());
        const auto found = ids_in(database);
        for (const auto& id : ids) REQUIRE(found.contains(id));
        REQUIRE(found.size() <= ids.size() + 1);  // the commit in hand may have made it
        for (const auto& [tally, count] : counted(database)) REQUIRE(count == static_cast<std::int64_t>(found.size()));
    }
}

TEST_CASE("a file that may not grow is a full disk: refused, and taken when there is room again") {
    const TempFolder folder;
    base::Random random{24};
    auto database = opened(folder.path());
    for (int i = 0; i < 20; ++i) submit(database, record(random), tallies());
    database.tidy();

    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const rlimit tight{4096, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &tight) == 0);
    const auto one = record(random);
    const auto refused = database.submit(one, tallies());
    database.tidy();
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, SIG_DFL);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == base::ErrorKind::unwritable);
    check_counts(database, 20);
    submit(database, one, tallies());
    check_counts(database, 21);
    check_sound(folder.path());
}

TEST_CASE("a process killed while it submits has lost nothing that it had acknowledged") {
    constexpr int rounds = 50;
    const TempFolder folder;
    base::Random random{25};
    std::vector<std::string> acknowledged;
    for (int round = 0; round < rounds; ++round) {
        int pipe[2];
        REQUIRE(::pipe(pipe) == 0);
        const pid_t child = ::fork();
        if (child == 0) {  // as the kiosk's worker does: commit, acknowledge, tidy
            base::Random own{static_cast<std::uint64_t>(1000 + round)};
            auto database = Database::open(folder.path(), today);
            while (database) {
                const auto one = record(own);
                if (!database->submit(one, tallies()) || ::write(pipe[1], one.id.data(), 36) != 36) break;
                database->tidy();
            }
            ::_exit(1);
        }
        ::close(pipe[1]);
        const auto read_one = [&] {
            std::string id(36, ' ');
            if (::read(pipe[0], id.data(), id.size()) != 36) return false;
            acknowledged.push_back(id);
            return true;
        };
        for (int i = 0; i <= round % 3; ++i) REQUIRE(read_one());
        ::usleep(static_cast<useconds_t>(random.below(20'000)));
        ::kill(child, SIGKILL);
        while (read_one()) {
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK((WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL));
        ::close(pipe[0]);
    }
    auto database = opened(folder.path());
    CHECK_FALSE(database.set_aside());
    const auto found = ids_in(database);
    for (const auto& id : acknowledged) REQUIRE(found.contains(id));
    CHECK(found.size() <= acknowledged.size() + rounds);
    CHECK(acknowledged.size() > rounds);
    check_counts(database, found.size());
    check_sound(folder.path());
}
