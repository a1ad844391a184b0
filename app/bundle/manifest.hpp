// What a signed pack says of itself: the manifest, whose bytes are what is signed.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::bundle {

struct ManifestFile {
    std::string path;  ///< `<id>/pack.toml`
    std::uint64_t size = 0;
    std::string sha256;  ///< 64 hex digits
    friend bool operator==(const ManifestFile&, const ManifestFile&) = default;
};

struct Manifest {
    std::string id;       ///< of the pack
    std::string version;  ///< is_version()
    base::Date made{};
    std::optional<base::Date> expires;  ///< the last day on which it may be installed
    std::vector<ManifestFile> files;    ///< in the order in which they lie in the file; `<id>/pack.toml` is one

    [[nodiscard]] std::uint64_t bytes() const;  ///< of all files together
    friend bool operator==(const Manifest&, const Manifest&) = default;
};

inline constexpr std::size_t most_files = 20'000;
inline constexpr std::uint64_t most_file_bytes = 2ULL << 30U;   ///< of one
inline constexpr std::uint64_t most_bytes = 8ULL << 30U;        ///< of all
inline constexpr std::size_t most_manifest_bytes = 6UL << 20U;  ///< room for `most_files` with the longest paths
inline constexpr std::size_t longest_path = 100;                ///< what a tar's header has room for
inline constexpr std::size_t deepest_path = 6;                  ///< names in it

/// Why there can be no such file in a pack of that id; empty if there can. A path is `<id>/…`, of letters that are
/// ASCII (so that it is known which names differ in capitals alone), none of its names hidden, `.` or `..`.
[[nodiscard]] std::string complaint_about_path(std::string_view path, std::string_view id);

/// Why this cannot be the manifest of a pack: an id, a version, a path, a size that are not allowed, two paths that are
/// the same on a disk which does not tell capitals from small letters, no pack.toml. Empty if it can.
[[nodiscard]] std::string complaint_about(const Manifest& manifest);

/// JSON, always the same bytes for the same manifest.
[[nodiscard]] std::string text_of(const Manifest& manifest);

/// malformed: not exactly what text_of() writes of a manifest that nothing is to be said against; without a place.
[[nodiscard]] base::Result<Manifest> read_manifest(std::string_view text);

}  // namespace talkpoint::bundle
