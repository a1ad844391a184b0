// The keys of those whose packs this kiosk takes.
#pragma once

#include "base/result.hpp"
#include "base/signature.hpp"

#include <filesystem>
#include <span>
#include <vector>

namespace talkpoint::bundle {

/// Of each file its public key; one that cannot be used is left out, and is an error in `problems`.
[[nodiscard]] std::vector<base::VerifyingKey> load_keys(std::span<const std::filesystem::path> files,
                                                        base::Problems& problems);

}  // namespace talkpoint::bundle
