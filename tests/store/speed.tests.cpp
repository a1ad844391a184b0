// Not run by itself: store_tests "[measure]". What durability costs, on the disk of the temporary folder.
#include "catch.hpp"
#include "samples.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

template <class Work>
double seconds(Work work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

double median(std::vector<double>& values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

}  // namespace

TEST_CASE("commits per second, against a bare insert with the same sync", "[.measure]") {
    base::Random random{51};
    const TempFolder folder;
    auto bare = raw(folder.path() / "bare.db");
    REQUIRE(
        bare.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                 "CREATE TABLE response (id TEXT PRIMARY KEY, answers TEXT) STRICT, WITHOUT ROWID"));
    const auto insert = bare.prepare("INSERT INTO response VALUES (?1, ?2)");
    REQUIRE(insert);
    auto database = opened(folder.path());
    std::vector<double> inserts, submits, tidies;
    for (int i = 0; i < 1000; ++i) {  // in turn: the disk's moods meet all alike
        const auto one = record(random);
        inserts.push_back(seconds([&] { REQUIRE(store::Run{*insert, one.id, one.body}.finish()); }));
        submits.push_back(seconds([&] { submit(database, one, tallies()); }));
        tidies.push_back(seconds([&] { database.tidy(); }));
    }
    std::printf(
        "medians of 1000: bare insert %.2f ms (%.0f/s), response with 2 tallies %.2f ms (%.0f/s), tidying after it "
        "%.2f ms\n",
        1e3 * median(inserts), 1 / median(inserts), 1e3 * median(submits), 1 / median(submits), 1e3 * median(tidies));
}

TEST_CASE("the time to open, by size", "[.measure]") {
    for (const int count : {1'000, 10'000, 100'000, 1'000'000}) {
        const TempFolder folder;
        {
            auto database = opened(folder.path());
            auto connection = raw(folder.path() / "responses.db");
            const std::string sql =
                "PRAGMA synchronous=OFF; INSERT INTO response (id, survey, version, period, body) WITH RECURSIVE n(i) "
                "AS (SELECT 1 UNION ALL SELECT i + 1 "
                "FROM n WHERE i < " +
                std::to_string(count) + ") SELECT printf('%08x-0000-4000-8000-%012x', i * " +
                std::to_string(4294967295LL / count) + ", i), 's', '1', '2026-11-23', hex(randomblob(400)) FROM n";
            REQUIRE(connection.run(sql.c_str()));
        }
        const auto bytes = std::filesystem::file_size(folder.path() / "responses.db");
        const double opens = seconds([&] { (void)opened(folder.path()); });
        auto database = opened(folder.path());
        const double counts = seconds([&] { (void)database.counts(); });
        const double tidies = seconds([&] { database.tidy(); });
        std::printf("%d responses, %.1f MB: open %.1f ms, counts %.1f ms, first tidy %.1f ms\n", count,
                    static_cast<double>(bytes) / 1e6, 1e3 * opens, 1e3 * counts, 1e3 * tidies);
    }
}
