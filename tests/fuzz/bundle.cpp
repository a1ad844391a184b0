// A signed pack: a manifest, and a file of which somebody has written what he likes.
#include "base/sha256.hpp"
#include "base/signature.hpp"
#include "bundle/bundle_reader.hpp"
#include "bundle/manifest.hpp"
#include "bundle/tar.hpp"
#include "input.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <filesystem>

using namespace talkpoint;
using namespace talkpoint::fuzz;

namespace {

// RFC 8032, 7.1, test 2.
constexpr std::string_view key_pem =
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7\n"
    "-----END PRIVATE KEY-----\n";

std::string member(std::string_view path, std::string_view bytes) {
    const auto header = bundle::tar_header(path, bytes.size());
    std::string out{header.data(), header.size()};
    return out.append(bytes).append(bundle::tar_padding(bytes.size()), '\0');
}

/// A bundle as it should be, in two parts: manifest and signature, and the rest.
struct Good {
    base::SigningKey key = base::SigningKey::from_pem(key_pem, "").value();
    std::array<base::VerifyingKey, 1> keys{key.verifying_key()};
    std::string head, rest;

    Good() {
        constexpr std::string_view toml = "version = \"2\"\n", page = "Words.\n";
        const bundle::Manifest manifest{"small",
                                        "2",
                                        base::parse_date("2026-11-23").value(),
                                        {},
                                        {{"small/pack.toml", toml.size(), base::sha256_of(toml)},
                                         {"small/page.md", page.size(), base::sha256_of(page)}}};
        const auto text = bundle::text_of(manifest);
        head = member(bundle::manifest_name, text) +
               member(bundle::signature_name, bundle::signature_line(keys[0].fingerprint(), key.sign(text).value()));
        rest = member("small/pack.toml", toml) + member("small/page.md", page) + std::string(bundle::tar_end, '\0');
    }
};

/// Nothing is written on the disk.
bool is_taken(const std::string& bytes, const Good& good) {
    const int file = ::memfd_create("bundle", MFD_CLOEXEC);
    claim(file >= 0 && ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()), "a file");
    auto reader = bundle::BundleReader::open("/proc/self/fd/" + std::to_string(file), good.keys);
    const auto read = reader ? reader->read_files(nullptr) : std::unexpected(reader.error());
    ::close(file);
    if (!read) claim_malformed(read.error());
    return read.has_value();
}

void check_manifest(std::string_view text) {
    const auto manifest = bundle::read_manifest(text);
    if (!manifest) return claim_malformed(manifest.error());
    claim(bundle::text_of(*manifest) == text, "there is one way to write a manifest", text);
    for (const auto& file : manifest->files) {
        const std::filesystem::path path = file.path;
        claim(path.is_relative() && path.lexically_normal() == path && *path.begin() == manifest->id,
              "a path stays in the pack", file.path);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Good good;
    const auto text = text_of(data, size);
    check_manifest(text);
    const std::string rest{text};
    claim(is_taken(good.head + rest, good) == (rest == good.rest), "only what was signed follows the signature");
    claim(is_taken(rest, good) == (rest == good.head + good.rest), "only what was signed is a bundle");
    return 0;
}
