#include "catch.hpp"

#include "base/files.hpp"
#include "support.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>
#include <thread>

using namespace talkpoint;
using namespace talkpoint::base;
namespace fs = std::filesystem;

namespace {

ErrorKind kind(const auto& result) { return result.error().kind; }

std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
}

}  // namespace

TEST_CASE("files: read whole, within a bound", "[files]") {
    const tests::TempFolder folder;
    std::string bytes;
    for (int i = 0; i < 200'000; ++i) bytes += static_cast<char>(i * 31);
    const auto file = folder.write("a", bytes);
    CHECK(read_file(file, bytes.size()).value() == bytes);
    CHECK(kind(read_file(file, bytes.size() - 1)) == ErrorKind::too_large);
    CHECK(read_file(folder.write("empty", ""), 0).value().empty());
    CHECK(kind(read_file(folder.path() / "none", 9)) == ErrorKind::not_found);
    CHECK(kind(read_file(file / "below", 9)) == ErrorKind::not_found);
    // The kernel's own files say that they are empty.
    CHECK(kind(read_file("/proc/self/maps", 10)) == ErrorKind::too_large);
    CHECK_FALSE(read_file("/proc/self/status", 1 << 20).value().empty());
}

TEST_CASE("files: what is no file is refused and never waited for", "[files]") {
    const tests::TempFolder folder;
    CHECK(kind(read_file(folder.path(), 9)) == ErrorKind::unreadable);
    const auto pipe = folder.path() / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(kind(read_file(pipe, 9)) == ErrorKind::unreadable);
    CHECK(kind(read_file("/dev/zero", 9)) == ErrorKind::unreadable);
    fs::create_symlink(folder.path() / "loop", folder.path() / "loop");
    CHECK(kind(read_file(folder.path() / "loop", 9)) == ErrorKind::unreadable);
}

TEST_CASE("files: text is UTF-8 without control characters, and says where it is not", "[files]") {
    const tests::TempFolder folder;
    CHECK(read_text(folder.write("a", "\xEF\xBB\xBFé\r\n\tx\n"), 99).value() == "é\r\n\tx\n");
    const auto bad = read_text(folder.write("b", "one\ntwo\xff\n"), 99);
    CHECK(kind(bad) == ErrorKind::malformed);
    CHECK(bad.error().place == (folder.path() / "b").string() + ":2");
    const auto control = read_text(folder.write("c", std::string{"one\n\ntw\0o", 9}), 99);
    CHECK(kind(control) == ErrorKind::malformed);
    CHECK(control.error().place == (folder.path() / "c").string() + ":3");
    CHECK(kind(read_text(folder.path() / "none", 9)) == ErrorKind::not_found);
}

TEST_CASE("files: written in one step, with nothing left beside", "[files]") {
    const tests::TempFolder folder;
    const auto file = folder.path() / "a";
    REQUIRE(write_file(file, "old"));
    REQUIRE(write_file(file, std::string(300'000, 'n')));
    CHECK(read_file(file, 1 << 20).value() == std::string(300'000, 'n'));
    CHECK(entries(folder.path()) == 1);
    CHECK((fs::status(file).permissions() & fs::perms::others_all) == fs::perms::none);
}

TEST_CASE("files: who reads while it is written has the old or the new, never half", "[files]") {
    const tests::TempFolder folder;
    const auto file = folder.path() / "a";
    REQUIRE(write_file(file, "old"));
    const int held = ::open(file.c_str(), O_RDONLY);  // the old file itself
    REQUIRE(held >= 0);
    REQUIRE(write_file(file, "new!"));
    char bytes[8] = {};
    CHECK(::read(held, bytes, sizeof bytes) == 3);
    CHECK(std::string{bytes} == "old");
    ::close(held);
}

TEST_CASE("files: where nothing can be written, the old stays and nothing is left", "[files]") {
    const tests::TempFolder folder;
    CHECK(kind(write_file(folder.path() / "none/a", "x")) == ErrorKind::unwritable);
    fs::create_directory(folder.path() / "folder");
    CHECK(kind(write_file(folder.path() / "folder", "x")) == ErrorKind::unwritable);
    CHECK(entries(folder.path()) == 1);
    // The file beside it must not be somebody's link to another place.
    const auto target = folder.write("target", "keep");
    fs::create_symlink(target, folder.path() / "b.part");
    CHECK(kind(write_file(folder.path() / "b", "x")) == ErrorKind::unwritable);
    CHECK(read_file(target, 9).value() == "keep");
}

TEST_CASE("files: a long file is written a piece at a time, and is there when it is whole", "[files]") {
    const tests::TempFolder folder;
    const auto file = folder.write("a", "old");
    std::string all;
    {
        auto writer = FileWriter::create(file);
        REQUIRE(writer);
        auto moved = std::move(*writer);
        for (int i = 0; i < 30'000; ++i) {
            const std::string piece(static_cast<std::size_t>(i % 23), static_cast<char>('a' + i % 26));
            REQUIRE(moved.append(piece));
            all += piece;
        }
        const std::string longer(200'000, '\0');
        REQUIRE(moved.append(longer));
        REQUIRE(moved.append("end"));
        CHECK(read_file(file, 9).value() == "old");
        REQUIRE(moved.commit());
        CHECK(read_file(file, 1 << 20).value() == all + longer + "end");
    }
    CHECK(entries(folder.path()) == 1);
}

TEST_CASE("files: a long file that is given up leaves the old one, and what was left is written anew", "[files]") {
    const tests::TempFolder folder;
    const auto file = folder.write("a", "old");
    {
        auto writer = FileWriter::create(file);
        REQUIRE(writer);
        REQUIRE(writer->append(std::string(100'000, 'n')));
    }
    CHECK(read_file(file, 9).value() == "old");
    CHECK(entries(folder.path()) == 1);
    (void)folder.write("a.part", std::string(100'000, 'x'));  // of one that the power ended
    auto writer = FileWriter::create(file);
    REQUIRE(writer);
    REQUIRE(writer->append("new"));
    REQUIRE(writer->commit());
    CHECK(read_file(file, 9).value() == "new");
    CHECK(entries(folder.path()) == 1);
}

TEST_CASE("files: a disk that is full in the middle of a file is said, and the old one stays", "[files]") {
    const tests::TempFolder folder;
    const auto file = folder.write("a", "old");
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {  // a bound on the size of files stands in for the disk's
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit bound{100'000, 100'000};
        if (::setrlimit(RLIMIT_FSIZE, &bound) != 0) ::_exit(1);
        auto writer = FileWriter::create(file);
        if (!writer) ::_exit(2);
        auto written = writer->append(std::string(60'000, 'x'));
        for (int i = 0; written && i < 10; ++i) written = writer->append(std::string(60'000, 'x'));
        if (written || written.error().kind != ErrorKind::unwritable) ::_exit(3);
        if (written.error().message.find("make room") == std::string::npos) ::_exit(4);
        const auto small = create_file(folder.path() / "b", std::string(100'001, 'x'));
        if (small || small.error().place != folder.path() / "b" || fs::exists(folder.path() / "b")) ::_exit(5);
        {
            const auto gone = std::move(*writer);
        }
        ::_exit(7);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WEXITSTATUS(status) == 7);
    CHECK(read_file(file, 9).value() == "old");
    CHECK_FALSE(fs::exists(folder.path() / "a.part"));
}

TEST_CASE("files: a new file is new", "[files]") {
    const tests::TempFolder folder;
    REQUIRE(create_file(folder.path() / "a", std::string{"x\0y", 3}));
    CHECK(read_file(folder.path() / "a", 9).value() == std::string{"x\0y", 3});
    const auto again = create_file(folder.path() / "a", "z");
    CHECK(kind(again) == ErrorKind::in_use);
    CHECK(again.error().place == folder.path() / "a");
    fs::create_symlink(folder.path() / "elsewhere", folder.path() / "link");
    CHECK(kind(create_file(folder.path() / "link", "z")) == ErrorKind::in_use);
    CHECK_FALSE(fs::exists(folder.path() / "elsewhere"));
}

TEST_CASE("files: why nothing can be written is said with what helps", "[files]") {
    const auto said = [](int code) { return write_failure("written", code, "/stick/a").text(); };
    CHECK(said(ENOSPC) ==
          "/stick/a: cannot be written (No space left on device); make room there, or choose another place");
    CHECK(said(EIO).find("stick still in place?") != std::string::npos);
    CHECK(said(EROFS).find("can be written") != std::string::npos);
    CHECK(said(EACCES).find("check rights") != std::string::npos);
}

TEST_CASE("files: names stay inside their folder", "[files]") {
    const tests::TempFolder outer;
    const auto root = outer.path() / "root";
    (void)outer.write("root/sub/a.svg", "x");
    (void)outer.write("secret", "x");
    (void)outer.write("root-beside/b", "x");
    fs::create_symlink(outer.path() / "secret", root / "out");
    fs::create_directory_symlink(outer.path(), root / "out_folder");
    fs::create_symlink("sub/a.svg", root / "in");
    fs::create_symlink("../root-beside/b", root / "beside");

    CHECK(resolve_inside(root, "sub/a.svg").value() == root / "sub/a.svg");
    CHECK(resolve_inside(root, "./sub//a.svg").value() == root / "sub/a.svg");
    CHECK(resolve_inside(root, "in").value() == root / "sub/a.svg");
    for (const char* bad : {"", "/etc/passwd", "..", "../secret", "sub/../../secret", "sub/..", "out",
                            "out_folder/secret", "beside", "a\x01", "a\xff"}) {
        INFO(bad);
        CHECK(kind(resolve_inside(root, bad)) == ErrorKind::malformed);
    }
    CHECK(kind(resolve_inside(root, "none")) == ErrorKind::not_found);
    CHECK(kind(resolve_inside(root, "sub/a.svg/none")) == ErrorKind::not_found);
    CHECK(kind(resolve_inside(root / "none", "a")) == ErrorKind::not_found);
    for (const char* odd : {"a\nb", "a\x01"})
        CHECK(resolve_inside(root, odd).error().message.find_first_of("\n\x01") == std::string::npos);
}

TEST_CASE("files: a root that is itself a link is a root", "[files]") {
    const tests::TempFolder outer;
    (void)outer.write("real/a", "x");
    fs::create_directory_symlink(outer.path() / "real", outer.path() / "link");
    CHECK(resolve_inside(outer.path() / "link", "a").value() == outer.path() / "real/a");
}

TEST_CASE("files: a lock is held by one, let go at the end, and lost with its process", "[files]") {
    const tests::TempFolder folder;
    const auto file = folder.path() / "lock";
    {
        auto held = FileLock::take(file);
        REQUIRE(held);
        CHECK(kind(FileLock::take(file)) == ErrorKind::in_use);
        const FileLock moved = std::move(*held);
        CHECK(kind(FileLock::take(file)) == ErrorKind::in_use);
    }
    CHECK(FileLock::take(file).has_value());

    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto held = FileLock::take(file);
        ::_exit(held ? 7 : 1);  // without letting go
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WEXITSTATUS(status) == 7);
    CHECK(FileLock::take(file).has_value());
    CHECK(kind(FileLock::take(folder.path() / "none/lock")) == ErrorKind::unwritable);
}

TEST_CASE("files: whether a lock is held can be asked without taking it", "[files]") {
    const tests::TempFolder folder;
    const auto file = folder.path() / "lock";
    CHECK_FALSE(FileLock::is_held(file));
    CHECK(fs::is_empty(folder.path()));
    {
        const auto held = FileLock::take(file);
        CHECK(FileLock::is_held(file));
        CHECK(FileLock::is_held(file));
    }
    CHECK_FALSE(FileLock::is_held(file));
    CHECK(FileLock::take(file).has_value());
}

TEST_CASE("files: who waits for a lock has it when the other lets go", "[files]") {
    const tests::TempFolder folder;
    const auto file = folder.path() / "lock";
    std::atomic<bool> let_go = false;
    auto held = std::optional{FileLock::take_in_turn(file).value()};
    std::thread other{[&] {
        const auto second = FileLock::take_in_turn(file);
        CHECK(second.has_value());
        CHECK(let_go);
    }};
    CHECK(kind(FileLock::take(file)) == ErrorKind::in_use);
    std::this_thread::sleep_for(std::chrono::milliseconds{50});  // time to be wrong
    let_go = true;
    held.reset();
    other.join();
    CHECK(kind(FileLock::take_in_turn(folder.path() / "none/lock")) == ErrorKind::unwritable);
}

TEST_CASE("files: lines are added, and half a line stays alone", "[files]") {
    const tests::TempFolder folder;
    const auto file = folder.path() / "log";
    REQUIRE(append_to_file(file, "a\n"));
    REQUIRE(append_to_file(file, "b\nc"));
    REQUIRE(append_to_file(file, "d\n"));
    CHECK(read_file(file, 100).value() == "a\nb\nc\nd\n");
    CHECK(kind(append_to_file(folder.path() / "none/log", "a\n")) == ErrorKind::unwritable);
    fs::create_symlink(file, folder.path() / "link");
    CHECK(kind(append_to_file(folder.path() / "link", "e\n")) == ErrorKind::unwritable);
}

TEST_CASE("files: a folder is held by one, and nothing is made in it", "[files]") {
    const tests::TempFolder folder;
    {
        const auto held = FileLock::take_folder(folder.path());
        REQUIRE(held);
        CHECK(kind(FileLock::take_folder(folder.path())) == ErrorKind::in_use);
    }
    CHECK(FileLock::take_folder(folder.path()).has_value());
    CHECK(entries(folder.path()) == 0);
    CHECK(kind(FileLock::take_folder(folder.path() / "none")) == ErrorKind::unreadable);
}

TEST_CASE("files: free space", "[files]") {
    const tests::TempFolder folder;
    CHECK(free_space_mb(folder.path()) >= 0);
    CHECK(free_space_mb(folder.path() / "none") == -1);
}
