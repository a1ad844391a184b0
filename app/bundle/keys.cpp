#include "bundle/keys.hpp"

#include "base/files.hpp"

namespace talkpoint::bundle {

std::vector<base::VerifyingKey> load_keys(std::span<const std::filesystem::path> files, base::Problems& problems) {
    constexpr std::size_t most_bytes = 64UL * 1024;
    std::vector<base::VerifyingKey> keys;
    for (const auto& file : files) {
        const auto pem = base::read_file(file, most_bytes);
        auto key = pem ? base::VerifyingKey::from_pem(*pem) : std::unexpected(pem.error());
        if (key) {
            keys.push_back(std::move(*key));
            continue;
        }
        if (key.error().place.empty()) key.error().place = file;
        problems.push_back(base::problem_of(key.error()));
    }
    return keys;
}

}  // namespace talkpoint::bundle
