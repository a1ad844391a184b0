// `talkpointctl keygen`, the real program: with a file, a pipe and a terminal.
#include "catch.hpp"
#include "openrosa/key.hpp"
#include "run_program.hpp"
#include "support.hpp"

#include <pty.h>
#include <sys/stat.h>
#include <termios.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <iterator>
#include <thread>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

constexpr const char* program = TALKPOINT_BIN "/talkpointctl";
constexpr const char* good = "four odd words ☂";

std::string text_of(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

int rights_of(const fs::path& file) { return static_cast<int>(fs::status(file).permissions() & fs::perms::mask); }

bool opens(const fs::path& folder, std::string_view passphrase) {
    base::Problems problems;
    const base::Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};
    return openrosa::PrivateKey::from_pem(text_of(folder / "private-key.pem"), passphrase) &&
           openrosa::PublicKey::load(folder / "public-key.pem", today, problems) && problems.empty();
}

/// A line on standard error, nothing on standard output.
std::string refusal(const Ran& ran) {
    CHECK(ran.exit_code == 2);
    CHECK(ran.out.empty());
    CHECK(std::ranges::count(ran.err, '\n') == 1);
    return ran.err;
}

/// The program on a terminal of its own.
class Terminal {
  public:
    explicit Terminal(const fs::path& to) {
        const std::string folder = to;
        child_ = ::forkpty(&master_, nullptr, nullptr, nullptr);
        if (child_ == 0) {
            ::execl(program, program, "keygen", "--to", folder.c_str(), nullptr);
            ::_exit(127);
        }
        REQUIRE(child_ > 0);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    ~Terminal() {
        ::close(master_);
        if (child_ > 0) {
            ::kill(child_, SIGKILL);
            ::waitpid(child_, nullptr, 0);
        }
    }

    /// Waits until it has said `words`; whether it did.
    bool wait_for(std::string_view words) {
        while (said_.find(words, read_to_) == std::string::npos)
            if (!more()) return false;
        read_to_ = said_.find(words, read_to_) + words.size();
        return true;
    }
    /// Waits until what is typed is shown, or is not.
    [[nodiscard]] bool shows(bool wanted) const {
        for (int i = 0; i < 1000; ++i) {
            termios now{};
            if (::tcgetattr(master_, &now) == 0 && ((now.c_lflag & ECHO) != 0) == wanted) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
        return false;
    }
    void type(std::string_view line) {
        REQUIRE(shows(false));
        REQUIRE(::write(master_, line.data(), line.size()) == static_cast<ssize_t>(line.size()));
    }
    /// Its exit code, 128 + signal.
    int end() {
        while (more()) {
        }
        int status = 0;
        ::waitpid(child_, &status, 0);
        child_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    [[nodiscard]] const std::string& said() const { return said_; }

  private:
    bool more() {
        pollfd waiting{master_, POLLIN, 0};
        std::array<char, 4096> block;
        if (::poll(&waiting, 1, 60'000) <= 0) return false;
        const auto count = ::read(master_, block.data(), block.size());
        if (count <= 0) return false;  // EIO: the other end is closed
        said_.append(block.data(), static_cast<std::size_t>(count));
        return true;
    }

    pid_t child_ = -1;
    int master_ = -1;
    std::string said_;
    std::size_t read_to_ = 0;
};

}  // namespace

TEST_CASE("keygen: a pair with the passphrase of a file") {
    const TempFolder folder;
    const auto to = folder.path() / "new" / "keys";
    const auto file = folder.write("passphrase", joined(good, "\r\na second line\n"));
    // With a mask that hides nothing: the private key's rights are its own.
    const auto ran = run_program(
        {"/bin/sh", "-c", "umask 0; exec \"$@\"", "sh", program, "keygen", "--to", to, "--passphrase-file", file});
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.empty());
    for (const char* words : {"private-key.pem", "never be on a kiosk", "public-key.pem", "public_key_file"})
        CHECK_THAT(ran.out, ContainsSubstring(words));
    CHECK(ran.out.find(good) == std::string::npos);
    CHECK(rights_of(to / "private-key.pem") == 0600);
    CHECK(opens(to, good));
    CHECK(std::distance(fs::directory_iterator{to}, fs::directory_iterator{}) == 2);
}

TEST_CASE("keygen: a passphrase from standard input, and the result as JSON") {
    const TempFolder folder;
    const auto to = folder.path() / "keys";
    const auto ran = run_program(
        {"/bin/sh", "-c", "printf '%s\\nmore\\n' \"$1\" | \"$2\" keygen --json --to \"$3\"", "sh", good, program, to});
    CHECK(ran.exit_code == 0);
    CHECK_THAT(ran.out, ContainsSubstring("\"private_key\""));
    CHECK(opens(to, good));
}

TEST_CASE("keygen: what is there is never overwritten") {
    for (const std::string there : {"private-key.pem", "public-key.pem"}) {
        const TempFolder folder;
        const auto file = folder.write("passphrase", good);
        (void)folder.write("keys/" + there, "mine");
        const auto to = folder.path() / "keys";
        const auto said = refusal(run_program({program, "keygen", "--to", to, "--passphrase-file", file}));
        CHECK_THAT(said, ContainsSubstring(there));
        CHECK_THAT(said, ContainsSubstring("never overwritten"));
        CHECK(text_of(to / there) == "mine");
        CHECK(std::distance(fs::directory_iterator{to}, fs::directory_iterator{}) == 1);

        fs::remove(to / there);
        fs::create_symlink(folder.path() / "elsewhere", to / there);
        (void)refusal(run_program({program, "keygen", "--to", to, "--passphrase-file", file}));
        CHECK_FALSE(fs::exists(folder.path() / "elsewhere"));
    }
}

TEST_CASE("keygen: a passphrase that will not do is refused, and nothing is made") {
    const TempFolder folder;
    const auto to = folder.path() / "keys";
    const auto said = [&](std::string_view passphrase) {
        const auto file = folder.write("passphrase", passphrase);
        return refusal(run_program({program, "keygen", "--to", to, "--passphrase-file", file}));
    };
    CHECK_THAT(said("\n"), ContainsSubstring("no passphrase"));
    CHECK_THAT(said("eleven lett\n"), ContainsSubstring("has 11 letters"));
    CHECK_THAT(said("äöüäöüäöüäö\n"), ContainsSubstring("has 11 letters"));
    CHECK_THAT(said(std::string(1001, 'a')), ContainsSubstring("at most 1000 bytes"));
    CHECK_THAT(said("\xff\xfe twelve letters"), ContainsSubstring("not UTF-8"));
    CHECK_THAT(said("twelve letters \x1b[D"), ContainsSubstring("control character"));
    CHECK_THAT(refusal(run_program({program, "keygen", "--to", to, "--passphrase-file", folder.path() / "none"})),
               ContainsSubstring("no such file"));
    CHECK_THAT(refusal(run_program({program, "keygen", "--to", to})), ContainsSubstring("no passphrase"));
    CHECK(run_program({program, "keygen"}).exit_code == 2);
    CHECK_FALSE(fs::exists(to));
}

TEST_CASE("keygen: a place where nothing can be made") {
    const TempFolder folder;
    const auto file = folder.write("passphrase", good);
    CHECK_THAT(refusal(run_program({program, "keygen", "--to", file / "below", "--passphrase-file", file})),
               ContainsSubstring("another --to"));
    CHECK_THAT(refusal(run_program({program, "keygen", "--to", "/proc", "--passphrase-file", file})),
               ContainsSubstring("cannot be created"));
}

TEST_CASE("keygen: typed on a terminal it is asked twice and never shown") {
    const TempFolder folder;
    Terminal terminal{folder.path() / "keys"};
    REQUIRE(terminal.wait_for("Passphrase"));
    terminal.type(joined(good, "\n"));
    REQUIRE(terminal.wait_for("again"));
    terminal.type(joined(good, "\n"));
    CHECK(terminal.wait_for("public_key_file"));
    CHECK(terminal.shows(true));
    CHECK(terminal.end() == 0);
    CHECK(terminal.said().find("odd") == std::string::npos);
    CHECK(opens(folder.path() / "keys", good));
}

TEST_CASE("keygen: typed two ways it is refused") {
    const TempFolder folder;
    Terminal terminal{folder.path() / "keys"};
    REQUIRE(terminal.wait_for("Passphrase"));
    terminal.type(joined(good, "\n"));
    REQUIRE(terminal.wait_for("again"));
    terminal.type("four odd word ☂\n");
    CHECK(terminal.wait_for("not the same"));
    CHECK(terminal.end() == 2);
    CHECK_FALSE(fs::exists(folder.path() / "keys"));
}

TEST_CASE("keygen: given up with Ctrl+C, the terminal shows again what is typed") {
    const TempFolder folder;
    Terminal terminal{folder.path() / "keys"};
    REQUIRE(terminal.wait_for("Passphrase"));
    terminal.type("four odd\x03");
    CHECK(terminal.shows(true));
    CHECK(terminal.end() == 128 + SIGINT);
    CHECK_FALSE(fs::exists(folder.path() / "keys"));
}
