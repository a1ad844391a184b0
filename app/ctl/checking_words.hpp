// Which files `check` looks at for plain words.
#pragma once

#include "ctl/checking.hpp"
#include "ctl/checking_languages.hpp"
#include "ctl/content.hpp"
#include "ctl/plain_words.hpp"
#include "ctl/terms.hpp"

#include <string>
#include <vector>

namespace talkpoint::ctl {

/// The files of a pack from which words were read, in its own language and in `languages`, each with the grade that its
/// audiences ask for.
[[nodiscard]] std::vector<PlainFile> plain_files_of(const Installed& installed, const InLanguages& translated,
                                                    const std::vector<std::string>& languages);

/// Those of the interface: its own, and what there is of `languages`. None where there are no assets (said elsewhere).
[[nodiscard]] std::vector<PlainFile> plain_files_of_interface(const std::vector<std::string>& languages);

/// Measures them and says what is too hard, and which words to avoid.
void check_words(const std::vector<PlainFile>& files, const Terms& terms, Findings& findings);

}  // namespace talkpoint::ctl
