// A pack: messages, help lines and surveys that belong together, as a folder (see pack/README.md).
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "pack/help_lines.hpp"
#include "pack/message.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::pack {

struct Pack {
    std::string id;
    std::string title;
    std::string summary;
    std::string version;
    std::string source_language;
    std::string licence;
    std::vector<std::string> authors;
    std::optional<Picture> picture;
    std::vector<Message> messages;         ///< in the order of the pack's `messages` list, the others after, by id
    std::vector<HelpLine> help;            ///< in the order of the file
    std::vector<std::string> shared_help;  ///< ids of lines that packs have in common, which come before its own
    bool behind_hide = false;  ///< its messages are notices: they stand there after Hide, and have no card at home
    std::vector<std::filesystem::path> survey_files;  ///< `surveys/<id>.toml`, sorted; read by survey/
    std::filesystem::path folder;
    std::string language = "en";  ///< of title, summary and picture: source_language, unless this is a translation
    bool reviewed = true;         ///< of a translation of those: by somebody who speaks its language
};

/// The help lines that packs have in common, and what a place fills in, are written in English.
inline constexpr std::string_view language_of_shared_files = "en";

inline constexpr std::size_t max_manifest_bytes = 256UL * 1024;
/// A pack with more messages is refused.
inline constexpr std::size_t max_messages = 2000;
/// Of all messages together; those beyond are left out. Bounds what a hostile pack costs in time and memory.
inline constexpr std::size_t max_pack_bytes = 32UL * 1024 * 1024;

/// Is what has been read of a pack's messages enough? Asked after each; nothing: all are read.
using Enough = std::function<bool(const Pack&)>;

/// Reads the folder. A broken message, picture or help line is reported and left out; the rest is kept. Nothing is
/// returned only where the pack itself cannot be used: no folder, no readable pack.toml, no id or not the folder's
/// name. `today` is for the review and check dates. Messages in `over`, if it is given, take the place of those of the
/// same name, or are added after the others. `checks` are what was found of its help lines since.
[[nodiscard]] std::optional<Pack> load_pack(const std::filesystem::path& folder, base::Date today,
                                            base::Problems& problems, const std::filesystem::path& over = {},
                                            const Enough& enough = {}, const HelpChecks& checks = {});

}  // namespace talkpoint::pack
