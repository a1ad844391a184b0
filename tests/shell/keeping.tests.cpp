// From the touch to the table: answers are exported as they were given, whatever happens to the disk meanwhile.
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "exported.hpp"
#include "kiosk_runs.hpp"

namespace fs = std::filesystem;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;
using std::chrono::seconds;

namespace {

/// One line a response, so that a difference can be read.
std::vector<std::string> lines_of(const std::vector<Row>& rows) {
    std::vector<std::string> lines;
    for (const auto& row : rows) {
        auto& line = lines.emplace_back();
        for (const auto& [column, value] : row) line.append(column).append("=").append(value).append(" ");
    }
    return lines;
}

json status(const TestKiosk& kiosk) {
    const auto ran = kiosk.ctl({"status"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    return json::parse(ran.out);
}

const std::string begin = "on attract\ntouch 1 1\ntap \"Every kind\"\ntap \"Start\"\n";
const std::string next = "tap \"Continue\"\n";
const std::string skip = "tap \"Skip this question\"\n";
const std::string end = "on survey.thanks\ntap \"Finish\"\n";
/// An answer and three questions skipped; the response is then on its way to the disk.
const std::string short_visit = begin + "tap \"Apple\"\n" + next + skip + skip + skip;

/// A disk of a quarter of a megabyte at `folder`, seen by this process and its children only. `mounted` is false where
/// that takes rights that we do not have.
class SmallDisk {
  public:
    explicit SmallDisk(fs::path folder) : folder_(std::move(folder)) {
        static const bool own =
            ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        fs::create_directories(folder_);
        mounted = own && ::mount("tmpfs", folder_.c_str(), "tmpfs", 0, "size=256k") == 0;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted) ::umount2(folder_.c_str(), MNT_DETACH);
    }
    void fill() const {
        std::ofstream filler{folder_ / "filler", std::ios::binary};
        for (int i = 0; i < 1024 && filler; ++i) filler << std::string(1024, 'x') << std::flush;
    }
    void make_room() const { fs::remove(folder_ / "filler"); }

    bool mounted = false;

  private:
    fs::path folder_;
};

/// A log that is nearly full: whoever writes more to it than there is room for waits until somebody has read. So a
/// program can be held where it says something.
class FullLog {
  public:
    FullLog(fs::path at, std::size_t room) : path(std::move(at)) {
        constexpr std::size_t page = 4096;  // the least that a pipe can be made to hold
        if (::mkfifo(path.c_str(), 0600) == 0) handle_ = ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        REQUIRE(handle_ >= 0);
        REQUIRE(::fcntl(handle_, F_SETPIPE_SZ, static_cast<int>(page)) == static_cast<int>(page));
        while (filled_ < page - room && ::write(handle_, "x", 1) == 1) ++filled_;
    }
    FullLog(const FullLog&) = delete;
    FullLog& operator=(const FullLog&) = delete;
    ~FullLog() { ::close(handle_); }

    /// Does this program wait in a write?
    [[nodiscard]] static bool holds(pid_t pid) {
        return contents_of("/proc/" + std::to_string(pid) + "/syscall").starts_with(std::to_string(SYS_write) + " ");
    }
    /// All that has been said so far; nobody waits then.
    std::string read() {
        std::string said(1 << 16, '\0');
        std::string all;
        for (ssize_t count = 0; (count = ::read(handle_, said.data(), said.size())) > 0;)
            all.append(said, 0, static_cast<std::size_t>(count));
        const auto filler = std::min(filled_, all.size());
        filled_ -= filler;
        return all.substr(filler);
    }

    fs::path path;

  private:
    int handle_ = -1;
    std::size_t filled_ = 0;
};

}  // namespace

TEST_CASE("what was answered at the kiosk is what the table says") {
    const TestKiosk kiosk;
    const std::string script =
        // changes their mind, takes one back, sorts anew
        begin + "tap \"Apple\"\ntap \"#option.b\"\n" + next +
        "tap \"Apple\"\ntap \"Bread\"\ntap \"Cheese\"\ntap \"Apple\"\n" + next + "tap \"Half\"\n" + next +
        "tap \"Door\"\ntap \"Shoes\"\ntap \"Socks\"\n" + next + end +
        // would rather not say
        begin + "tap \"#option.c\"\n" + next + skip + "tap \"Prefer not to say\"\n" + skip + end +
        // goes back and answers anew
        begin + skip + "tap \"Cheese\"\n" + "tap \"Back\"\ntap \"Apple\"\n" + next + next + "tap \"A lot\"\n" + next +
        "tap \"Socks\"\ntap \"Shoes\"\ntap \"Socks\"\ntap \"Socks\"\ntap \"Door\"\n" + next + end +
        // stops: nothing is kept
        begin + "tap \"Apple\"\n" + next + "tap \"Stop\"\non home\ntap \"Hide this page\"\ntouch 1 1\n" +
        // skips everything
        begin + skip + skip + skip + skip + end;
    const auto ran = kiosk.tour(script);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);

    const auto row = [](std::string one, std::string some, std::string ticks, std::string much, std::string steps,
                        std::string places) {
        const auto of = [](const std::string& all, std::size_t i) { return all.empty() ? "" : std::string{all[i]}; };
        return Row{{"survey", "kinds"},
                   {"version", "1"},
                   {"site", "test-site"},
                   {"period", "2026-11-23"},
                   {"language", "en"},
                   {"audience", "adult"},
                   {"event", ""},
                   {"phase", ""},
                   {"flag", ""},
                   {"trusted_clock", "1"},
                   {"one", one},
                   {"some", some},
                   {"some.a", of(ticks, 0)},
                   {"some.b", of(ticks, 1)},
                   {"some.c", of(ticks, 2)},
                   {"much", much},
                   {"steps", steps},
                   {"steps.x", of(places, 0)},
                   {"steps.y", of(places, 1)},
                   {"steps.z", of(places, 2)}};
    };
    std::vector<Row> given = {
        row("b", "b c", "011", "half", "z x y", "231"), row("c", "skipped", "", "prefer_not_to_say", "skipped", ""),
        row("a", "c", "001", "lots", "x y z", "123"), row("skipped", "skipped", "", "skipped", "skipped", "")};
    std::ranges::sort(given);
    CHECK(lines_of(exported(kiosk)) == lines_of(given));
    const auto counts = status(kiosk);
    CHECK(counts.at("queued") == 4);
    CHECK(counts.at("surveys").at("kinds").at("queued") == 4);
    CHECK(exported(kiosk).size() == 4);  // an export takes nothing away
}

TEST_CASE("the table can be written while the kiosk runs") {
    const TestKiosk kiosk;
    REQUIRE(kiosk.tour(short_visit + end).exit_code == 0);
    RunningProgram running{kiosk.command(), kiosk.path("log")};
    std::this_thread::sleep_for(std::chrono::milliseconds{500});
    CHECK(exported(kiosk).size() == 1);
    CHECK(status(kiosk).at("queued") == 1);
    running.signal(SIGTERM);
    CHECK(running.wait(seconds{10}) == 0);
}

TEST_CASE("a damaged database is set aside whole, staff are told, and the kiosk goes on") {
    const TestKiosk kiosk;
    std::string damage;
    SECTION("no database at all") {
        damage = "This is not a database, and it is long enough to be seen as one: " + std::string(4096, '?');
    }
    SECTION("cut short") {
        REQUIRE(kiosk.tour(short_visit + end).exit_code == 0);
        damage = contents_of(kiosk.path("state/responses.db"));
        damage.resize(damage.size() / 2);
    }
    SECTION("overwritten in the middle") {
        REQUIRE(kiosk.tour(short_visit + end).exit_code == 0);
        damage = contents_of(kiosk.path("state/responses.db"));
        std::fill(damage.begin() + 5000, damage.end() - 2000, '\xA5');
    }
    kiosk.write("state/responses.db", damage);
    const auto ran = kiosk.tour(short_visit + end);
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    const auto aside = kiosk.path("state/responses.damaged-2026-11-23.db");
    CHECK_THAT(ran.err, ContainsSubstring(aside.string()) && ContainsSubstring("damaged"));
    CHECK((contents_of(aside) == damage));
    CHECK(status(kiosk).at("queued") == 1);
    CHECK_THAT(status(kiosk).at("last_error").dump(), ContainsSubstring("responses.damaged-2026-11-23.db"));
}

TEST_CASE("on a full disk the answers are kept in hand until there is room, and then once") {
    const TestKiosk kiosk;
    const SmallDisk disk{kiosk.path("state")};
    if (!disk.mounted) {
        WARN("no rights to mount a small disk here: left out");
        return;
    }
    int before = 0;
    SECTION("full from the start") {}
    SECTION("full after the first") {
        REQUIRE(kiosk.tour(short_visit + end).exit_code == 0);
        before = 1;
    }
    disk.fill();
    // There is room for its first complaint, of which staff are told once: that nothing can be counted. It is held at
    // the next: the response could not be written.
    const std::string first = "warning: counts of use are not kept yet: " + kiosk.path("state/responses.db").string() +
                              ": cannot be written: the disk is full; free some space\n";
    FullLog log{kiosk.path("log"), first.size() + 20};
    RunningProgram running{
        kiosk.tour_command(short_visit + "on survey.saving\nsee \"not kept yet\"\nsee \"keep trying\"\n"
                                         "dump failing\nwait 3s\ndump kept\non survey.thanks\ntap \"Finish\"\n"),
        log.path};
    const bool held = comes_true(
        [&] { return FullLog::holds(running.pid()) || running.wait(std::chrono::milliseconds{0}); }, seconds{20});
    REQUIRE(held);
    disk.make_room();
    std::string said;
    CHECK(comes_true(
        [&] {
            said += log.read();
            return running.wait(std::chrono::milliseconds{0}).has_value();
        },
        seconds{20}));
    said += log.read();
    INFO(said);
    CHECK(running.wait(seconds{0}) == 0);
    CHECK_THAT(said, ContainsSubstring("a response is not kept yet"));
    CHECK(said.starts_with(first));
    CHECK(said.find("counts of use", 1 + first.find("counts of use")) == std::string::npos);
    CHECK(offers(kiosk.dump("failing"), "Stop"));
    CHECK(offers(kiosk.dump("failing"), "Get help"));
    const auto failing = kiosk.dump("failing");
    for (const auto& node : failing.at("nodes")) CHECK(node.at("cut") == false);
    CHECK(kiosk.dump("kept").at("screen") == "survey.thanks");
    CHECK(exported(kiosk).size() == static_cast<std::size_t>(before + 1));
}

TEST_CASE("whoever gives up waiting for a full disk leaves nothing") {
    const TestKiosk kiosk;
    const SmallDisk disk{kiosk.path("state")};
    if (!disk.mounted) {
        WARN("no rights to mount a small disk here: left out");
        return;
    }
    REQUIRE(kiosk.tour("on attract\n").exit_code == 0);
    disk.fill();
    const auto ran = kiosk.tour(
        short_visit + "on survey.saving\nwait 2m\non survey.saving\ntap \"Stop\"\non home\nwait 2m\non attract\n");
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    disk.make_room();
    CHECK(status(kiosk).at("queued") == 0);
}

TEST_CASE("`talkpointctl check` names a broken message and ends with 3; the kiosk shows the rest") {
    const TestKiosk kiosk;
    CHECK(kiosk.ctl({"check"}).exit_code == 0);
    const auto broken = kiosk.write("content/small/messages/broken.md", "+++\ntitle = \"Broken\"\n");
    const auto ran = kiosk.ctl({"check"});
    INFO(ran.out << ran.err);
    CHECK(ran.exit_code == 3);
    CHECK_THAT(ran.err, ContainsSubstring(broken.string()));
    CHECK(kiosk.tour("touch 1 1\ntap \"Small pack\"\ntap \"The only message\"\n").exit_code == 0);
}
