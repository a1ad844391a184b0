// `talkpointctl export` and `take-away` of more responses than a kiosk has in years: the real program's memory.
#include "catch.hpp"
#include "stick.hpp"
#include "store/own_mounts.hpp"
#include "store/sqlite.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

/// The program with no more memory than this for its data (its code and the libraries' are not counted).
Ran ctl_within(const std::string& kb, const Kiosk& kiosk, const std::vector<std::string>& words) {
    std::vector<std::string> command{"/bin/sh", "-c", joined("ulimit -d ", kb, "; exec \"$@\""), "sh",
                                     TALKPOINT_BIN "/talkpointctl"};
    command.insert(command.end(), words.begin(), words.end());
    command.insert(command.end(), {"--config", kiosk.config(), "--state", kiosk.state()});
    return run_program(command);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
const std::string bound_kb = "unlimited";  // the sanitizers' own memory is data, too
#else
const std::string bound_kb = "8192";  // the table alone has 11,000, the list of sums of the sealed ones 10,000
#endif

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

/// As many have finished as are here.
bool count_all(const Kiosk& kiosk) {
    auto connection = store::Connection::open(kiosk.state() / "responses.db", SQLITE_OPEN_READWRITE);
    return connection &&
           connection->run("UPDATE tally SET count = (SELECT count(*) FROM response) WHERE question = ''");
}

}  // namespace

TEST_CASE("export: two hundred thousand responses take no more memory than one") {
    Kiosk kiosk;
    {
        auto database = kiosk.database();
        for (int i = 0; i < 40; ++i) kiosk.keep(database, {{"sure", chosen("yes")}, {"who", chosen("friend")}});
    }
    multiply(kiosk, 5000);
    const auto out = kiosk.folder.path() / "out";
    const auto ran = ctl_within(bound_kb, kiosk, {"export", "--to", out});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(std::ranges::count(text_of(out / "safe.csv"), '\n') == 1 + 40 * 5001);
}

TEST_CASE("take-away: nor do thirty thousand sealed ones, each with the sums of its two files") {
    KioskWithStick kiosk{false};
    kiosk.keep_some(0, 10);
    multiply(kiosk, 2999);
    REQUIRE(count_all(kiosk));
    // In memory, where so many files are gone at once.
    const auto taken = in_own_mounts([&] {
        if (::mount("none", kiosk.stick.c_str(), "tmpfs", 0, "size=900m") != 0) return 1;
        const auto ran = ctl_within(bound_kb, kiosk, KioskWithStick::taking());
        if (ran.exit_code != 0 || !ran.out.starts_with("30000 responses are on the stick.")) return 2;
        const auto sums = text_of(exports_on(kiosk.stick).at(0) / "SHA256SUMS.txt");
        return std::ranges::count(sums, '\n') > 60'000 ? 0 : 3;
    });
    if (taken) CHECK(*taken == 0);
}
