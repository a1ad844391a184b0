#include "ctl/commands.hpp"
#include "ctl/json.hpp"
#include "ctl/key_files.hpp"
#include "ctl/passphrase.hpp"
#include "openrosa/key.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

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
    if (auto written = write_pair({private_key, pair->private_pem}, {public_key, pair->public_pem}); !written)
        return refuse(written.error(), wrong_options);
    if (options.json)
        print({{"private_key", private_key.string()}, {"public_key", public_key.string()}});
    else
        say_what_to_do(private_key, public_key);
    return done;
}

}  // namespace talkpoint::ctl
