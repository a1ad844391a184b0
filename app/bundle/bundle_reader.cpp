#include "bundle/bundle_reader.hpp"

#include "base/sha256.hpp"
#include "bundle/tar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace talkpoint::bundle {
namespace {

constexpr std::string_view changed =
    "has been changed since it was signed; do not use it, and get it again from those who made it";

/// The bytes that `hex` (two small digits each) stands for; empty where it is none.
std::string bytes_of(std::string_view hex) {
    const auto value = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        const int high = value(hex[i]), low = value(hex[i + 1]);
        if (high < 0 || low < 0) return {};
        bytes += static_cast<char>(high * 16 + low);
    }
    return bytes;
}

}  // namespace

std::string signature_line(std::string_view fingerprint, std::string_view signature) {
    return fmt::format("{} {}\n", fingerprint, base::hex_of(signature));
}

std::unexpected<base::Error> BundleReader::refuse(std::string message) const {
    return base::fail(base::ErrorKind::malformed, std::move(message), file_.path());
}

base::Result<BundleReader> BundleReader::open(const std::filesystem::path& file,
                                              std::span<const base::VerifyingKey> keys) {
    auto input = InputFile::open(file);
    if (!input) return std::unexpected(std::move(input.error()));
    BundleReader reader{std::move(*input)};
    if (auto read = reader.read_head(keys); !read) return std::unexpected(std::move(read.error()));
    return reader;
}

base::Result<void> BundleReader::read_head(std::span<const base::VerifyingKey> keys) {
    auto manifest = read_member(manifest_name, most_manifest_bytes);
    if (!manifest) return std::unexpected(manifest.error());
    auto signature = read_member(signature_name, signature_line_bytes);
    if (!signature) return std::unexpected(signature.error());
    manifest_text_ = std::move(*manifest);
    signature_text_ = std::move(*signature);
    if (auto checked = check_signature(keys); !checked) return checked;

    auto read = read_manifest(manifest_text_);
    if (!read) return refuse(read.error().message);
    manifest_ = std::move(*read);
    auto whole = tar_bytes(manifest_text_.size()) + tar_bytes(signature_text_.size()) + tar_end;
    for (const auto& one : manifest_.files) whole += tar_bytes(one.size);
    if (file_.size() < whole) return refuse("is shorter than it should be: it was not copied whole; copy it again");
    if (file_.size() > whole) return refuse("is longer than it should be; get it again from those who made it");
    return {};
}

base::Result<void> BundleReader::check_signature(std::span<const base::VerifyingKey> keys) {
    const auto fingerprint =
        std::string_view{signature_text_}.substr(0, std::min<std::size_t>(64, signature_text_.size()));
    const auto key = std::ranges::find(keys, fingerprint, &base::VerifyingKey::fingerprint);
    if (key == keys.end())
        return refuse(
            "is signed with a key that is not known here; ask those who look after this kiosk whether it is to be "
            "trusted: then its file belongs into \"keys\" of [content] in kiosk.toml");
    const auto hex = std::string_view{signature_text_}.substr(fingerprint.size());
    const auto signature = hex.empty() ? std::string{} : bytes_of(hex.substr(1, 2 * base::signature_bytes));
    if (signature_line(fingerprint, signature) != signature_text_ || !key->verifies(manifest_text_, signature))
        return refuse(std::string{changed});
    key_ = key->fingerprint();
    return {};
}

base::Result<std::string> BundleReader::read_member(std::string_view path, std::uint64_t most) {
    TarHeader header{};
    if (auto filled = file_.fill(header); !filled) return std::unexpected(filled.error());
    const auto size = size_in(header, path);
    if (!size || *size > most)
        return refuse(
            "is no signed pack of Talkpoint (a .talkpack as `talkpointctl pack sign` writes it, not compressed), or is "
            "damaged; copy it again");
    std::string bytes(static_cast<std::size_t>(*size), '\0');
    if (auto filled = file_.fill(bytes); !filled) return std::unexpected(filled.error());
    if (auto zeros = read_zeros(tar_padding(*size)); !zeros) return std::unexpected(zeros.error());
    return bytes;
}

base::Result<void> BundleReader::read_zeros(std::size_t count) {
    std::array<char, tar_end> block{};
    const auto zeros = std::span{block}.first(count);
    if (auto filled = file_.fill(zeros); !filled) return filled;
    if (std::ranges::any_of(zeros, [](char c) { return c != '\0'; })) return refuse(std::string{changed});
    return {};
}

base::Result<void> BundleReader::read_files(FileSink* sink) {
    std::vector<char> piece(piece_bytes);
    for (const auto& file : manifest_.files)
        if (auto read = read_file(file, sink, piece); !read) return read;
    return read_zeros(tar_end);
}

base::Result<void> BundleReader::read_file(const ManifestFile& file, FileSink* sink, std::span<char> piece) {
    TarHeader header{};
    if (auto filled = file_.fill(header); !filled) return filled;
    if (header != tar_header(file.path, file.size)) return refuse(fmt::format("{} (at \"{}\")", changed, file.path));
    if (sink)
        if (auto begun = sink->begin(file); !begun) return begun;
    base::Sha256 hash;
    for (auto left = file.size; left > 0;) {
        const auto part = piece.first(static_cast<std::size_t>(std::min<std::uint64_t>(left, piece.size())));
        if (auto filled = file_.fill(part); !filled) return filled;
        const std::string_view bytes{part.data(), part.size()};
        hash.add(bytes);
        if (sink)
            if (auto appended = sink->append(bytes); !appended) return appended;
        left -= part.size();
    }
    if (hash.hex() != file.sha256) return refuse(fmt::format("{} (in \"{}\")", changed, file.path));
    if (auto zeros = read_zeros(tar_padding(file.size)); !zeros) return zeros;
    return sink ? sink->end() : base::Result<void>{};
}

}  // namespace talkpoint::bundle
