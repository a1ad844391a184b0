// Bundles of a test's own, good ones and such as nobody should make.
#pragma once

#include "base/sha256.hpp"
#include "base/signature.hpp"
#include "bundle/bundle_reader.hpp"
#include "bundle/bundle_writer.hpp"
#include "bundle/tar.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talkpoint::tests {

/// Whoever signs packs. Made once: the rounds of its passphrase take a moment.
inline const base::SigningPair& team_pair() {
    static const auto made = base::make_signing_pair("four odd words").value();
    return made;
}
inline const base::SigningKey& team_key() {
    static const auto key = base::SigningKey::from_pem(team_pair().private_pem, "four odd words").value();
    return key;
}
inline const base::SigningKey& stranger_key() {
    static const auto key =
        base::SigningKey::from_pem(base::make_signing_pair("other words").value().private_pem, "other words").value();
    return key;
}
inline std::vector<base::VerifyingKey> keys_of_kiosk() { return {team_key().verifying_key()}; }

inline constexpr base::Date day(int year, unsigned month, unsigned number) {
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

inline bundle::ManifestFile file_with(const std::string& path, std::string_view bytes) {
    return {path, bytes.size(), base::sha256_of(bytes)};
}

/// A file of a tar as any program may have written it.
struct Member {
    std::string path, bytes;
    char type = '0';
    std::string link = {};
};

inline std::string tar_member(const Member& member) {
    auto header = bundle::tar_header(member.path.substr(0, 100), member.bytes.size());
    header[156] = member.type;
    std::ranges::copy(member.link, header.begin() + 157);
    std::fill_n(header.begin() + 148, 8, ' ');
    unsigned sum = 0;
    for (const char c : header) sum += static_cast<unsigned char>(c);
    for (int i = 5; i >= 0; --i, sum /= 8) header[static_cast<std::size_t>(148 + i)] = static_cast<char>('0' + sum % 8);
    header[154] = '\0';
    return std::string{header.data(), header.size()} + member.bytes +
           std::string(bundle::tar_padding(member.bytes.size()), '\0');
}

/// Signed, whatever it says.
inline std::string head_of(const std::string& manifest, const base::SigningKey& key = team_key()) {
    const auto line = bundle::signature_line(key.verifying_key().fingerprint(), key.sign(manifest).value());
    return tar_member({"manifest.json", manifest}) + tar_member({"manifest.sig", line});
}
inline std::string tar_of(const std::string& manifest, const std::vector<Member>& members) {
    std::string tar = head_of(manifest);
    for (const auto& member : members) tar += tar_member(member);
    return tar + std::string(bundle::tar_end, '\0');
}

inline constexpr std::string_view small_toml =
    "id = \"small\"\ntitle = \"Small\"\nsummary = \"For a test.\"\nversion = \"2026.12\"\nsource_language = \"en\"\n"
    "licence = \"CC0-1.0\"\nauthors = [\"us\"]\n";

inline bundle::Manifest small_manifest(std::vector<bundle::ManifestFile> more = {}) {
    bundle::Manifest manifest{"small", "2026.12", day(2026, 11, 23), {}, {file_with("small/pack.toml", small_toml)}};
    for (auto& file : more) manifest.files.push_back(std::move(file));
    return manifest;
}

/// Why it is refused; empty if it is taken whole.
inline std::string refusal_of(const std::filesystem::path& file,
                              const std::vector<base::VerifyingKey>& keys = keys_of_kiosk()) {
    auto reader = bundle::BundleReader::open(file, keys);
    if (!reader) return reader.error().message;
    const auto read = reader->read_files(nullptr);
    return read ? "" : read.error().message;
}

}  // namespace talkpoint::tests
