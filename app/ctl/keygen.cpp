#include "base/files.hpp"
#include "base/strings.hpp"
#include "ctl/commands.hpp"
#include "ctl/json.hpp"
#include "ctl/passphrase.hpp"
#include "ctl/places.hpp"
#include "openrosa/key.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;
using base::fail;

constexpr std::ptrdiff_t shortest = 12;

std::unexpected<base::Error> is_there(const fs::path& file) {
    return fail(ErrorKind::unwritable,
                "is there already, and a key is never overwritten: what was sealed for it could not be read again; "
                "choose another --to",
                file);
}

base::Result<void> check_free(const fs::path& file) {
    std::error_code error;
    if (fs::symlink_status(file, error).type() == fs::file_type::not_found) return {};
    return is_there(file);
}

base::Result<void> create(const fs::path& file, std::string_view bytes, unsigned rights) {
    auto created = base::create_file(file, bytes, rights);
    if (!created) return created.error().kind == ErrorKind::in_use ? is_there(file) : created;
    if (auto synced = base::sync_file(file); !synced) return synced;
    return base::sync_folder(file.parent_path());
}

base::Result<std::string> read_new_passphrase(const std::string& file) {
    auto passphrase = read_passphrase(file, Typed::twice);
    if (!passphrase) return passphrase;
    const auto letters = std::ranges::count_if(*passphrase, [](char c) { return (c & 0xc0) != 0x80; });
    if (letters < shortest)
        return fail(ErrorKind::malformed,
                    fmt::format("the passphrase has {} letters; take {} or more: four or five words that do not belong "
                                "together are good",
                                letters, shortest),
                    file);
    return passphrase;
}

base::Result<void> write_pair(const openrosa::KeyPair& pair, const fs::path& private_key, const fs::path& public_key) {
    if (auto written = create(private_key, pair.private_pem, 0600); !written) return written;
    auto written = create(public_key, pair.public_pem, 0644);
    if (!written) ::unlink(private_key.c_str());  // half a pair would only stand in the way
    return written;
}

void say_what_to_do(const fs::path& private_key, const fs::path& public_key) {
    std::cout << fmt::format(
        "{}\n"
        "  Opens the responses. It belongs to the evaluation team and must never be on a kiosk.\n"
        "  Keep it in two places, and the passphrase in two places, apart from it.\n"
        "  If either is lost for good, nobody can read the responses any more: we cannot help then.\n"
        "{}\n"
        "  Seals the responses; anyone may have it. Put it on each kiosk, and its name into kiosk.toml:\n"
        "  [upload] public_key_file\n",
        private_key.string(), public_key.string());
}

int refuse(const base::Error& error, ExitCode code) {
    say(error);
    return code;
}

}  // namespace

int keygen(const Options& options, const std::string& folder, const std::string& passphrase_file) {
    const fs::path private_key = fs::path{folder} / "private-key.pem", public_key = fs::path{folder} / "public-key.pem";
    for (const auto& file : {private_key, public_key})
        if (auto is_free = check_free(file); !is_free) return refuse(is_free.error(), wrong_options);
    const auto passphrase = read_new_passphrase(passphrase_file);
    if (!passphrase) return refuse(passphrase.error(), wrong_options);
    const auto pair = openrosa::make_key_pair(*passphrase);
    if (!pair) return refuse(pair.error(), refused);
    if (auto made = make_folder(folder); !made) return refuse(made.error(), wrong_options);
    if (auto written = write_pair(*pair, private_key, public_key); !written)
        return refuse(written.error(), wrong_options);
    if (options.json)
        print({{"private_key", private_key.string()}, {"public_key", public_key.string()}});
    else
        say_what_to_do(private_key, public_key);
    return done;
}

}  // namespace talkpoint::ctl
