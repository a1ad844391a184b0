// The languages that this kiosk can offer: interface, packs and surveys in each.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "config/config.hpp"
#include "pack/strings.hpp"
#include "visit/catalogue.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::shell {

/// One catalogue and one interface for each language, in the same order; the first is the one in which a visit begins.
struct Languages {
    std::vector<pack::Strings> interface;
    std::vector<visit::Catalogue> catalogues;
};

/// Reads all content anew: any thread. What it returns puts that in the place of the languages there are, and returns
/// those: main thread.
using ReadAnew = std::function<std::function<Languages()>()>;

/// What is kept of each message. Notices are always whole: they must stand there at once.
enum class Keep { whole, covers };

/// One language as it was read; there is no interface where it cannot be offered, and then the problems say why.
struct ReadLanguage {
    std::string language;
    std::optional<pack::Strings> interface;
    visit::Catalogue catalogue;
    std::string letters;  ///< of its own texts, each once
    base::Problems problems;
};

struct ReadLanguages {
    std::vector<ReadLanguage> offered;  ///< in the order of the configuration
    /// Stands in where none of them can be offered; nothing where its interface cannot be read either.
    std::function<std::optional<ReadLanguage>()> english;
    base::Problems problems;
};

/// What the packs hold in the languages of the configuration. `source` is what they hold in their own words. Any
/// thread. `config` must outlive what is returned.
[[nodiscard]] ReadLanguages read_languages(const config::Config& config, const std::filesystem::path& assets,
                                           visit::Catalogue source, base::Date today, bool rehearsal,
                                           Keep keep = Keep::whole);

/// Those that can be offered: a language without an interface, or with letters that no font here can draw, is left
/// out, and a problem says so. Empty where nothing can be read: then there is nothing to show. Main thread: it asks the
/// fonts.
[[nodiscard]] Languages offer_languages(const config::Config& config, ReadLanguages read, base::Problems& problems);

/// Both. Main thread.
[[nodiscard]] Languages load_languages(const config::Config& config, const std::filesystem::path& assets,
                                       visit::Catalogue source, base::Date today, bool rehearsal,
                                       base::Problems& problems);

}  // namespace talkpoint::shell
