// The export of one survey: its table, what explains it, and what cannot stand in it.
#pragma once

#include "base/files.hpp"
#include "base/result.hpp"
#include "base/sha256.hpp"
#include "ctl/response_table.hpp"
#include "ctl/sums.hpp"
#include "ctl/whole_folder.hpp"
#include "outbox/leaving.hpp"
#include "outbox/outbox.hpp"
#include "survey/survey.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::ctl {

/// What an export has written.
struct Exported {
    std::vector<std::string> files;  ///< and folders
    std::size_t rows = 0;
    std::size_t sealed = 0;      ///< as they are, in a folder of their own
    std::size_t unreadable = 0;  ///< kept as their bytes
    outbox::Held held;           ///< what is not among these: of an export, nothing
};

/// What is in a response; nothing where it is sealed, or cannot be read.
[[nodiscard]] std::optional<survey::Response> opened(const outbox::Record& record);

/// Writes one file of an export whole. `sums`: null, or told of it. unwritable.
[[nodiscard]] base::Result<void> write_listed(const std::filesystem::path& file, std::string_view bytes, Sums* sums,
                                              Exported& exported);

/// Into `folder`: `<survey>.csv`; where the survey is installed its codebook and its form, which gives sealed responses
/// the same columns elsewhere; `<survey>.sealed/<id>/submission.xml` and `.enc`, byte for byte (as ODK Briefcase has
/// them); `<survey>.unreadable/<id>.xml`. Holds no more than one response: first meet() them all, then write() the same
/// again, then commit(). Until then only what earlier exports wrote is there.
class SurveyExport {
  public:
    /// `languages`: the survey and its translations; empty where it is not installed. Must outlive this, as must
    /// `sums`: null, or told of every file. `leaving`: null, or what may leave: of the rest nothing is written, nor of
    /// a survey that is gone and of which nothing leaves.
    SurveyExport(const std::filesystem::path& folder, const std::string& id, std::span<const survey::Survey> languages,
                 Sums* sums, const outbox::Leaving* leaving = nullptr);

    void meet(const outbox::Record& record);
    /// unwritable: nothing more needs to be written.
    [[nodiscard]] base::Result<void> write(const outbox::Record& record);
    /// Everything takes its place. What it was is added to `exported`.
    [[nodiscard]] base::Result<void> commit(Exported& exported);

  private:
    [[nodiscard]] std::filesystem::path named(const char* ending) const;
    [[nodiscard]] base::Result<void> begin();
    [[nodiscard]] base::Result<void> append(std::string_view rows);
    [[nodiscard]] base::Result<void> write_into(WholeFolder& folder, const std::filesystem::path& file,
                                                std::string_view bytes);
    [[nodiscard]] base::Result<void> write_sealed(const outbox::Record& record);
    [[nodiscard]] base::Result<void> explain(Exported& exported);
    void list(Exported& exported) const;
    [[nodiscard]] bool leaves(const outbox::Record& record, const std::optional<survey::Response>& response) const;

    std::string path_;  ///< of every file, but for its ending
    std::span<const survey::Survey> languages_;
    ResponseTable table_;
    Sums* sums_;
    const outbox::Leaving* leaving_;
    std::optional<base::FileWriter> rows_;
    base::Sha256 rows_hash_;
    WholeFolder sealed_, unreadable_;
    Exported counts_;
};

}  // namespace talkpoint::ctl
