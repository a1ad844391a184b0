#include "pack/beside.hpp"

#include "base/languages.hpp"
#include "pack/folder.hpp"

#include <fmt/format.h>

namespace talkpoint::pack {
namespace fs = std::filesystem;

std::optional<fs::path> translation_beside(const fs::path& root, const fs::path& file, std::string_view language,
                                           std::string_view source_language, base::Problems& problems) {
    const auto name = fmt::format("{}.{}{}", file.stem().string(), language, file.extension().string());
    const auto beside = file.parent_path() / name;
    const auto before = problems.size();
    if (is_inside(root, beside.lexically_relative(root), problems)) return beside;
    if (problems.size() == before)
        problems.push_back({base::Severity::warning, file.string(), 0,
                            fmt::format("is not translated into {}, and people will read it in \"{}\"; write {}",
                                        base::language_in_english(language), source_language, name)});
    return {};
}

}  // namespace talkpoint::pack
