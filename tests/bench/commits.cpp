// What a response costs, beside a bare insert in the same run.
#include "base/random.hpp"
#include "measuring.hpp"
#include "store/database.hpp"
#include "subjects.hpp"

#include <sqlite3.h>

namespace talkpoint::bench {

namespace fs = std::filesystem;

void measure_commits(Table& table, const fs::path& scratch) {
    constexpr int rounds = 5, each = 400;
    base::Random random;
    fs::create_directories(scratch / "commits");
    auto database = store::Database::open(
        scratch / "commits", base::Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}});
    if (!database) give_up("the database does not take what it should");
    sqlite3* bare = nullptr;
    sqlite3_open((scratch / "bare.db").c_str(), &bare);
    sqlite3_exec(bare, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(a TEXT)", nullptr, nullptr,
                 nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(bare, "INSERT INTO t VALUES(?)", -1, &insert, nullptr);
    // As long as an instance of six questions.
    const std::string body = "<data>" + std::string(800, 'x') + "</data>";
    std::vector<double> ours, theirs, ratio;
    for (int round = 0; round < rounds; ++round) {
        auto begin = Clock::now();
        for (int i = 0; i < each; ++i) {
            sqlite3_bind_text(insert, 1, body.c_str(), -1, SQLITE_STATIC);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        theirs.push_back(each / ms_since(begin) * 1000);
        begin = Clock::now();
        for (int i = 0; i < each; ++i) {
            const outbox::Record record{base::uuid_v4(random), "s", "1", "2026-11-23", body, ""};
            std::vector<outbox::Tally> tallies;
            for (const char* question : {"a", "b", "c", "d", "e", "f"})
                tallies.push_back({"s", question, "x", "2026-11-23"});
            if (!database->submit(record, tallies)) give_up("the database does not take what it should");
        }
        ours.push_back(each / ms_since(begin) * 1000);
        ratio.push_back(ours.back() / theirs.back());
    }
    sqlite3_finalize(insert);
    sqlite3_close(bare);
    table.add("responses committed (with six tallies), synced", "/s", ours);
    table.add("bare SQLite inserts with the same sync", "/s", theirs);
    table.add("ours against bare", "ratio", ratio);
}

}  // namespace talkpoint::bench
