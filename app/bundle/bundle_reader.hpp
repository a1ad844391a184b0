// Reads a signed pack (README.md), which may be anything at all: somebody has put it on a stick.
#pragma once

#include "base/result.hpp"
#include "base/signature.hpp"
#include "bundle/input_file.hpp"
#include "bundle/manifest.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talkpoint::bundle {

/// What takes the files out of a bundle: each begins, comes in pieces, and has ended when its SHA-256 was right. A
/// failure ends the reading.
class FileSink {
  public:
    virtual ~FileSink() = default;
    [[nodiscard]] virtual base::Result<void> begin(const ManifestFile& file) = 0;
    [[nodiscard]] virtual base::Result<void> append(std::string_view bytes) = 0;
    [[nodiscard]] virtual base::Result<void> end() = 0;
};

class BundleReader {
  public:
    /// Reads as far as the signature, and believes nothing before one of the keys has verified it. Then the file must
    /// be exactly as long as its manifest says. malformed: anything else, each with its own sentence (no bundle, not
    /// whole, an unknown key, changed since); else as InputFile::open.
    [[nodiscard]] static base::Result<BundleReader> open(const std::filesystem::path& file,
                                                         std::span<const base::VerifyingKey> keys);

    [[nodiscard]] const Manifest& manifest() const { return manifest_; }
    [[nodiscard]] const std::string& key() const { return key_; }  ///< fingerprint of the one that signed it
    [[nodiscard]] const std::string& manifest_text() const { return manifest_text_; }
    [[nodiscard]] const std::string& signature_text() const { return signature_text_; }

    /// All the rest, once: every byte must be the one that the manifest promises. At most `piece_bytes` are held.
    /// malformed; what `sink` (which may be null) returned; unreadable.
    [[nodiscard]] base::Result<void> read_files(FileSink* sink);

  private:
    explicit BundleReader(InputFile file) : file_(std::move(file)) {}
    [[nodiscard]] base::Result<void> read_head(std::span<const base::VerifyingKey> keys);
    [[nodiscard]] base::Result<void> check_signature(std::span<const base::VerifyingKey> keys);
    [[nodiscard]] base::Result<std::string> read_member(std::string_view path, std::uint64_t most);
    [[nodiscard]] base::Result<void> read_file(const ManifestFile& file, FileSink* sink, std::span<char> piece);
    [[nodiscard]] base::Result<void> read_zeros(std::size_t count);
    [[nodiscard]] std::unexpected<base::Error> refuse(std::string message) const;

    InputFile file_;
    Manifest manifest_;
    std::string key_, manifest_text_, signature_text_;
};

inline constexpr std::string_view manifest_name = "manifest.json", signature_name = "manifest.sig";

/// The member `manifest.sig`: fingerprint of the key, a blank, the signature in hex, a line end.
[[nodiscard]] std::string signature_line(std::string_view fingerprint, std::string_view signature);
inline constexpr std::size_t signature_line_bytes = 64 + 1 + 2 * base::signature_bytes + 1;

}  // namespace talkpoint::bundle
