// Which sticks there are: the list of mounts as text, and `talkpointctl sticks`, the real program.
#include "ctl/sticks.hpp"

#include "catch.hpp"
#include "stick.hpp"
#include "store/own_mounts.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using ctl::Mount;

namespace {

constexpr const char* some_mounts =
    "22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw\n"
    "23 22 0:21 / /proc rw,nosuid - proc proc rw\n"
    "40 22 8:17 / /media/talkpoint/sdb1 rw,nosuid,nodev,noexec shared:3 master:1 - vfat /dev/sdb1 rw,uid=104\n"
    "41 22 8:33 / /media/MY\\040STICK\\134\\011 ro,nosuid - exfat /dev/sdc1 rw\n"
    "42 22 8:49 / /media/locked rw - vfat /dev/sdd1 ro,flush\n"
    "43 22 8:2 / /media/own rw - ext4 /dev/sda2 rw\n"
    "44 22 8:65 /part /media/part rw - ext4 /dev/sde1 rw\n"
    "45 22 0:50 / /media/auto rw - autofs systemd-1 rw\n"
    "46 22 8:81 / /mediaeval rw - vfat /dev/sdf1 rw\n"
    "47 22 8:97 / /media/talkpoint/sdb1 rw - vfat /dev/sdg1 rw\n"
    "48 22 8:113 / /boot/efi rw - vfat /dev/sdh1 rw\n"
    "49 22 8:113 / /media/talkpoint/sdh1 rw - vfat /dev/sdh1 rw\n"
    "50 22 0:60 / /media/nas rw - nfs4 nas:/all rw\n"
    "51 22 0:61 / /media/ssh rw - fuse.sshfs host: rw\n"
    "52 22 8:129 / /media/ntfs rw - fuseblk /dev/sdi1 rw\n"
    "half a line - vfat\n"
    "\n";

std::vector<fs::path> points(const std::vector<Mount>& mounts) {
    std::vector<fs::path> out;
    for (const auto& mount : mounts) out.push_back(mount.point);
    return out;
}

}  // namespace

TEST_CASE("sticks: the kernel's list of mounts is read, with the escapes of its names") {
    const auto mounts = ctl::mounts_in(some_mounts);
    REQUIRE(mounts.size() == 15);
    CHECK(mounts[2] == Mount{"8:17", "/", "/media/talkpoint/sdb1", "vfat", false});
    CHECK(mounts[3] == Mount{"8:33", "/", "/media/MY STICK\\\t", "exfat", true});
    CHECK(mounts[4].read_only);
    CHECK(mounts[6].root == "/part");
    CHECK(ctl::mounts_in("\\").empty());
    CHECK(ctl::mounts_in("1 2 3:4 / /media/a\\ rw - vfat x rw").front().point == "/media/a\\");
    CHECK(ctl::mounts_in("1 2 3:4 / /media/a\\0 rw - vfat x rw").front().point == "/media/a\\0");
}

TEST_CASE("sticks: whole file systems below the folders that are named, and none of the machine's own") {
    const auto mounts = ctl::mounts_in(some_mounts);
    CHECK(points(ctl::stick_mounts(mounts, {"/media", "/mnt"}, {"8:2"})) ==
          std::vector<fs::path>{"/media/MY STICK\\\t", "/media/locked", "/media/talkpoint/sdb1", "/media/ntfs"});
    CHECK(ctl::stick_mounts(mounts, {"/media"}, {"8:2"}).at(2).device == "8:97");  // the one on top
    CHECK(points(ctl::stick_mounts(mounts, {"/media/talkpoint/sdb1"}, {"8:2"})) ==
          std::vector<fs::path>{"/media/talkpoint/sdb1"});
    CHECK(ctl::stick_mounts(mounts, {"/media/talkpoint/sdb"}, {}).empty());
    CHECK(ctl::stick_mounts(mounts, {}, {}).empty());
}

TEST_CASE("sticks: none, with what to do; a folder that is no mount only if it is marked") {
    KioskWithStick kiosk{false};
    const auto none = with_json(kiosk.ctl({"sticks", "--json"}));
    CHECK(none.ran.exit_code == 0);
    CHECK(none.json["sticks"].empty());
    CHECK(none.json["sentence"] == "There is no USB stick in the kiosk.");
    CHECK(none.json["to_do"].get<std::string>().starts_with("Put a USB stick into the kiosk. If nothing appears"));

    // A link of that name, or a folder, is not what somebody who set up the machine has put there.
    fs::create_symlink("/etc/passwd", kiosk.stick / ".talkpoint-stick");
    CHECK(with_json(kiosk.ctl({"sticks", "--json"})).json["sticks"].empty());
    kiosk.folder.write("media/.talkpoint-stick", "");
    const auto one = with_json(kiosk.ctl({"sticks", "--json"})).json;
    REQUIRE(one["sticks"].size() == 1);
    CHECK(one["sticks"][0]["path"] == kiosk.stick.string());
    CHECK(one["sticks"][0]["name"] == "media");
    CHECK(one["sticks"][0]["writable"] == true);
    CHECK(one["sticks"][0]["free_mb"].get<std::int64_t>() > 0);
    CHECK(one["sticks"][0]["sentence"] == "");
    CHECK(one["to_do"] == "");
    CHECK_FALSE(fs::exists(kiosk.state()));
    CHECK(kiosk.ctl({"sticks"}).out.starts_with(kiosk.stick.string() + "  "));
}

TEST_CASE("sticks: the state directory, what is in it and what it is in are no stick") {
    const KioskWithStick kiosk;
    for (const auto& state : {kiosk.stick, kiosk.stick / "state", kiosk.folder.path() / "media/a/b"}) {
        const auto said = Kiosk::bare({"sticks", "--json", "--config", kiosk.config(), "--state", state});
        CHECK(with_json(said).json["sticks"].empty());
    }
    const auto said = Kiosk::bare({"sticks", "--json", "--config", kiosk.config(), "--state", kiosk.folder.path()});
    CHECK(with_json(said).json["sticks"].empty());
}

TEST_CASE("sticks: a broken configuration is said in JSON, too") {
    const KioskWithStick kiosk;
    kiosk.folder.write("kiosk.toml", "[staff\n");
    for (const std::string command : {"sticks", "take-away"}) {
        const auto said = with_json(kiosk.ctl({command, "--json"}));
        CHECK(said.ran.exit_code == 3);
        CHECK(said.json["sentence"] == "The settings of this kiosk cannot be read.");
        CHECK(says(said.ran, kiosk.config(), ""));
    }
}

TEST_CASE("sticks: real mounts") {
    KioskWithStick kiosk{false};
    const auto inside = kiosk.stick / "A B", locked = kiosk.stick / "locked";
    fs::create_directory(inside);
    fs::create_directory(locked);
    const auto result = in_own_mounts([&] {
        if (::mount("none", inside.c_str(), "tmpfs", 0, "size=20m") != 0) return 1;
        const auto list = [&] { return nlohmann::json::parse(kiosk.ctl({"sticks", "--json"}).out); };
        auto json = list();
        if (json["sticks"].size() != 1 || json["sticks"][0]["name"] != "A B") return 2;
        if (json["sticks"][0]["free_mb"] != 20 || json["sticks"][0]["writable"] != true) return 3;
        if (::mount("none", locked.c_str(), "tmpfs", MS_RDONLY, "size=1m") != 0) return 4;
        json = list();
        if (json["sticks"].size() != 2 || json["sticks"][1]["writable"] != false) return 5;
        if (json["sticks"][1]["sentence"] != "The stick can only be read.") return 6;
        if (json["sentence"] != "There are 2 USB sticks in the kiosk.") return 7;
        // A part of the machine's own disk, as a service's rules mount it.
        if (::umount(inside.c_str()) != 0 || ::umount(locked.c_str()) != 0) return 8;
        if (::mount(kiosk.stick.c_str(), kiosk.stick.c_str(), nullptr, MS_BIND, nullptr) != 0) return 9;
        return list()["sticks"].empty() ? 0 : 10;
    });
    if (result) CHECK(*result == 0);
}
