// Responses to try a store with, and eyes that look into its file.
#pragma once

#include "base/random.hpp"
#include "catch.hpp"
#include "store/database.hpp"
#include "store/sqlite.hpp"
#include "support.hpp"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace talkpoint::tests {

inline constexpr base::Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

inline outbox::Record record(base::Random& random, const std::string& option = "control") {
    return {.id = base::uuid_v4(random),
            .survey = "healthy-relationships",
            .version = "2026.11",
            .period = "2026-11-23",
            .body = "<data id=\"healthy-relationships\"><messages>" + option + "</messages></data>",
            .attachment = ""};
}

inline std::vector<outbox::Tally> tallies(const std::string& option = "control") {
    return {{"healthy-relationships", "messages", option, "2026-11-23"},
            {"healthy-relationships", "confident", "skipped", "2026-11-23"}};
}

/// An opened database; the test ends if it cannot be.
inline store::Database opened(const std::filesystem::path& folder) {
    auto database = store::Database::open(folder, today);
    INFO((database ? "" : database.error().text()));
    REQUIRE(database);
    return std::move(*database);
}

inline void submit(store::Database& database, const outbox::Record& record,
                   const std::vector<outbox::Tally>& tallies = {}) {
    const auto done = database.submit(record, tallies);
    INFO((done ? "" : done.error().text()));
    REQUIRE(done);
}

/// How often each id is there.
inline std::map<std::string, int> ids_in(store::Database& database) {
    std::map<std::string, int> ids;
    const auto read = database.for_each("", [&](const outbox::Record& found) { ++ids[found.id]; });
    INFO((read ? "" : read.error().text()));
    REQUIRE(read);
    return ids;
}

using Counted = std::vector<std::pair<outbox::Tally, std::int64_t>>;

inline Counted counted(store::Database& database) {
    auto all = database.tallies();
    REQUIRE(all);
    return std::move(*all);
}

inline store::Connection raw(const std::filesystem::path& file) {
    auto connection = store::Connection::open(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    REQUIRE(connection);
    return std::move(*connection);
}

inline std::string ask(store::Connection& connection, const char* sql) {
    const auto said = connection.text(sql);
    INFO(sql);
    REQUIRE(said);
    return *said;
}

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream{file, std::ios::binary}.rdbuf();
    return std::move(bytes).str();
}

/// The names in a folder that begin so, sorted.
inline std::vector<std::string> names_in(const std::filesystem::path& folder, std::string_view beginning) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (entry.path().filename().string().starts_with(beginning)) names.push_back(entry.path().filename());
    std::ranges::sort(names);
    return names;
}

}  // namespace talkpoint::tests
