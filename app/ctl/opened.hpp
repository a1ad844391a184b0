// Sealed responses as they are opened, until they are all there and can be written as tables.
#pragma once

#include "base/result.hpp"
#include "openrosa/key.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace talkpoint::ctl {

/// In memory only: opened responses are never written but as rows of a table.
class Opened {
  public:
    /// The response in that folder. One whose id is here already with the same content (a copy) counts once. not_found:
    /// sealed with another key; malformed, too_large and the like: it cannot be opened; the error has its place.
    [[nodiscard]] base::Result<void> add(const std::filesystem::path& folder, const openrosa::PrivateKey& key);

    /// `<survey>.csv` of each survey into `folder`, as an export writes it: the columns are those of its form among
    /// `forms`, the one of the newest version; without one, those of the data. Returns the files.
    [[nodiscard]] base::Result<std::vector<std::string>> write(const std::filesystem::path& folder,
                                                               const std::vector<std::filesystem::path>& forms) const;

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t copies() const { return copies_; }

  private:
    std::map<std::string, std::map<std::string, std::string>> surveys_;  ///< XML by id, by survey
    std::size_t count_ = 0, copies_ = 0, bytes_ = 0;
};

}  // namespace talkpoint::ctl
