// `talkpointctl export` of more responses than a kiosk has in years: the real program's memory.
#include "catch.hpp"
#include "kiosk.hpp"
#include "store/sqlite.hpp"
#include "tables.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

/// The program with no more memory than this for its data (its code and the libraries' are not counted).
Ran export_within(const std::string& kb, const Kiosk& kiosk, const fs::path& to) {
    return run_program({"/bin/sh", "-c", joined("ulimit -d ", kb, "; exec \"$@\""), "sh", TALKPOINT_BIN "/talkpointctl",
                        "export", "--to", to, "--config", kiosk.config(), "--state", kiosk.state()});
}

/// Each response again, under so many new ids.
void multiply(const Kiosk& kiosk, int times) {
    auto connection = store::Connection::open(kiosk.state() / "responses.db", SQLITE_OPEN_READWRITE);
    REQUIRE(connection);
    const auto sql =
        joined("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ", std::to_string(times),
               ") INSERT INTO response (id, survey, version, period, body, attachment, sealed)"
               " SELECT printf('%08x', (i * 2654435761) % 4294967296) || substr(id, 9), survey, version,"
               " period, body, attachment, sealed FROM response, n");
    REQUIRE(connection->run(sql.c_str()));
}

}  // namespace

TEST_CASE("export: two hundred thousand responses take no more memory than one") {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    const std::string bound_kb = "unlimited";  // the sanitizers' own memory is data, too
#else
    const std::string bound_kb = "8192";  // the table alone has 11,000
#endif
    Kiosk kiosk;
    {
        auto database = kiosk.database();
        for (int i = 0; i < 40; ++i) kiosk.keep(database, {{"sure", chosen("yes")}, {"who", chosen("friend")}});
    }
    multiply(kiosk, 5000);
    const auto out = kiosk.folder.path() / "out";
    const auto ran = export_within(bound_kb, kiosk, out);
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(std::ranges::count(text_of(out / "safe.csv"), '\n') == 1 + 40 * 5001);
}
