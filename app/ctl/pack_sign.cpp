#include "base/files.hpp"
#include "base/signature.hpp"
#include "bundle/bundle_writer.hpp"
#include "bundle/version.hpp"
#include "ctl/checking.hpp"
#include "ctl/commands.hpp"
#include "ctl/key_files.hpp"
#include "ctl/pack_results.hpp"
#include "ctl/passphrase.hpp"
#include "ctl/places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;
using base::fail;

constexpr std::size_t most_key_bytes = 64UL * 1024;

base::Result<base::SigningKey> load_key(const Signing& signing, base::Problems& problems) {
    const auto pem = base::read_file(signing.key_file, most_key_bytes);
    if (!pem) return std::unexpected(pem.error());
    std::error_code error;
    constexpr auto others = fs::perms::group_all | fs::perms::others_all;
    if ((fs::status(signing.key_file, error).permissions() & others) != fs::perms::none)
        problems.push_back({base::Severity::warning, signing.key_file, 0,
                            "others than its owner may read or write it; run: chmod 600 " + signing.key_file});
    std::string passphrase;
    if (base::SigningKey::needs_passphrase(*pem)) {
        auto read = read_secret(signing.passphrase_file, Typed::once);
        if (!read) return std::unexpected(std::move(read.error()));
        passphrase = std::move(*read);
    }
    auto key = base::SigningKey::from_pem(*pem, passphrase);
    if (!key && key.error().place.empty()) key.error().place = signing.key_file;
    return key;
}

base::Result<bundle::Manifest> manifest_of(const fs::path& folder, std::optional<base::Date> expires,
                                           base::Date today) {
    bundle::Manifest manifest{folder.filename(), bundle::version_in(folder), today, expires, {}};
    auto files = bundle::files_of(folder);
    if (!files) return std::unexpected(std::move(files.error()));
    manifest.files = std::move(*files);
    return manifest;
}

base::Result<void> check_place(const fs::path& target) {
    if (auto made = make_folder(target.parent_path()); !made) return made;
    std::error_code error;
    if (!fs::exists(fs::symlink_status(target, error))) return {};
    return fail(ErrorKind::malformed,
                "is there already; give the pack a higher \"version\" in pack.toml, or remove this file if nobody has "
                "it yet",
                target);
}

}  // namespace

int pack_keygen(const Options& options, const std::string& folder, const std::string& passphrase_file) {
    const fs::path private_key = fs::path{folder} / "pack-private-key.pem",
                   public_key = fs::path{folder} / "pack-public-key.pem";
    for (const auto& file : {private_key, public_key})
        if (auto is_free = check_free(file); !is_free) return refuse_pack(options, is_free.error(), wrong_options);
    const auto passphrase = read_new_passphrase(passphrase_file);
    if (!passphrase) return refuse_pack(options, passphrase.error(), wrong_options);
    const auto pair = base::make_signing_pair(*passphrase);
    if (!pair) return refuse_pack(options, pair.error());
    if (auto written = write_pair({private_key, pair->private_pem}, {public_key, pair->public_pem}); !written)
        return refuse_pack(options, written.error(), wrong_options);
    const auto fingerprint = base::VerifyingKey::from_pem(pair->public_pem)->fingerprint();
    return tell_pack(
        options,
        {{"private_key", private_key.string()}, {"public_key", public_key.string()}, {"fingerprint", fingerprint}},
        fmt::format("{}\n"
                    "  Signs packs. It belongs to those who answer for what children read on the kiosks, "
                    "and must never be on one.\n"
                    "  Keep it in two places, and the passphrase apart from it. Whoever has both can show "
                    "anything there.\n"
                    "{}\n"
                    "  Lets a kiosk take the packs; anyone may have it. Put it on each kiosk, and its name "
                    "into kiosk.toml:\n"
                    "  [content] keys\n"
                    "fingerprint {}",
                    private_key.string(), public_key.string(), fingerprint));
}

int pack_sign(const Options& options, const Signing& signing, const base::Clock& clock) {
    const auto today = base::date_of(clock.local());
    const auto expires = base::parse_date(signing.expires);
    if (!signing.expires.empty() && (!expires || *expires < today))
        return refuse_pack(options, {ErrorKind::malformed, "--expires is no day to come; write it as 2027-06-30", ""},
                           wrong_options);
    std::error_code error;
    auto folder = fs::canonical(signing.pack, error);
    if (error || !fs::is_directory(folder, error))
        return refuse_pack(options, {ErrorKind::not_found, "is no pack's folder; correct the name", signing.pack});

    auto findings = check_path(folder, today);
    std::erase_if(findings.problems, [](const auto& problem) { return problem.severity != base::Severity::error; });
    if (!findings.problems.empty())
        return refuse_pack(options,
                           {ErrorKind::malformed,
                            "is not signed while it has errors; mend them (talkpointctl check names them all)", folder},
                           findings.problems);
    const auto manifest = manifest_of(folder, expires, today);
    if (!manifest) return refuse_pack(options, manifest.error());
    if (const auto complaint = bundle::complaint_about(*manifest); !complaint.empty())
        return refuse_pack(options, {ErrorKind::malformed, complaint, folder});
    const auto target = fs::path{signing.to} / bundle::bundle_name(*manifest);
    if (auto is_free = check_place(target); !is_free) return refuse_pack(options, is_free.error());
    base::Problems of_key;
    const auto key = load_key(signing, of_key);
    say(of_key);
    if (!key) return refuse_pack(options, key.error(), wrong_options);
    if (auto written = bundle::write_bundle(folder, *manifest, *key, target); !written)
        return refuse_pack(options, written.error());
    const auto fingerprint = key->verifying_key().fingerprint();
    return tell_pack(
        options,
        {{"file", target.string()},
         {"pack", manifest->id},
         {"version", manifest->version},
         {"files", manifest->files.size()},
         {"bytes", manifest->bytes()},
         {"fingerprint", fingerprint}},
        fmt::format("{}: {} files, signed with the key {}", target.string(), manifest->files.size(), fingerprint));
}

}  // namespace talkpoint::ctl
