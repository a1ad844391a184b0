// Writes a signed pack (README.md): on the computer of those who answer for its content.
#pragma once

#include "base/result.hpp"
#include "base/signature.hpp"
#include "bundle/manifest.hpp"

#include <filesystem>
#include <string>

namespace talkpoint::bundle {

/// `files` of the manifest: all that lies in the folder, which is called as the pack, in the order of the paths.
/// Hidden files are left out. malformed: a link, a device, or a name that no bundle can have, with its place;
/// too_large; unreadable.
[[nodiscard]] base::Result<std::vector<ManifestFile>> files_of(const std::filesystem::path& pack_folder);

/// `<id>-<version>.talkpack`
[[nodiscard]] std::string bundle_name(const Manifest& manifest);

/// Writes `target` in one step, and reads it back: a bundle that is there is whole. The manifest's files are those of
/// `pack_folder`. malformed: complaint_about(manifest), or a file that has changed meanwhile; unreadable; unwritable.
[[nodiscard]] base::Result<void> write_bundle(const std::filesystem::path& pack_folder, const Manifest& manifest,
                                              const base::SigningKey& key, const std::filesystem::path& target);

}  // namespace talkpoint::bundle
