// The file with the words of another in another language, which lies beside it.
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <optional>
#include <string_view>

namespace talkpoint::pack {

/// `<stem>.<language><ending>` beside `file`, if it is there and inside `root`. Else that is said: that people will
/// read it in `source_language`, as a warning, or that it leads out of `root`.
[[nodiscard]] std::optional<std::filesystem::path> translation_beside(const std::filesystem::path& root,
                                                                      const std::filesystem::path& file,
                                                                      std::string_view language,
                                                                      std::string_view source_language,
                                                                      base::Problems& problems);

}  // namespace talkpoint::pack
