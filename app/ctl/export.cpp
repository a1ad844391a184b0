#include "base/files.hpp"
#include "base/strings.hpp"
#include "config/find_config.hpp"
#include "ctl/codebook_rows.hpp"
#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/csv.hpp"
#include "ctl/json.hpp"
#include "ctl/reading.hpp"
#include "ctl/response_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

using BySurvey = std::map<std::string, std::vector<outbox::Record>>;

/// The surveys that are installed. Nothing if there is a configuration and it is broken: better to say so than to write
/// tables without their columns. No configuration at all: the columns are those of the data.
std::optional<std::vector<Installed>> load_definitions(const Options& options, base::Date today) {
    std::error_code error;
    if (options.config.empty() && !fs::exists(config::find_config(""), error)) {
        std::cerr << "no configuration: each table has the columns that its data has; name one with --config\n";
        return std::vector<Installed>{};
    }
    base::Problems problems;
    const auto config = load_config(options, problems);
    if (!config) {
        say(problems);
        return {};
    }
    auto all = load_all(*config, today, problems);
    std::erase_if(problems, [](const base::Problem& problem) { return problem.severity == base::Severity::warning; });
    say(problems);
    return all;
}

base::Result<BySurvey> read_records(const Options& options) {
    BySurvey records;
    const auto read = read_responses(options, [&](store::Database* database) -> base::Result<void> {
        records.clear();
        if (!database) return {};
        return database->for_each([&](const outbox::Record& record) { records[record.survey].push_back(record); });
    });
    if (!read) return std::unexpected(read.error());
    return records;
}

/// What a survey's files are called. An id from the data is not trusted with a path.
std::string file_name(const std::string& survey) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    std::string name = survey;
    for (char& c : name)
        if (letters.find(c) == std::string_view::npos) c = '_';
    return name;
}

/// Writes whole files into one folder and remembers their names.
class Writer {
  public:
    explicit Writer(fs::path folder) : folder_(std::move(folder)) {}

    base::Result<void> write(const std::string& name, const std::string& rows) {
        const fs::path file = folder_ / name;
        auto written = base::write_file(file, std::string{byte_order_mark} + rows);
        if (written) files_.push_back(file);
        return written;
    }
    [[nodiscard]] const std::vector<std::string>& files() const { return files_; }

  private:
    fs::path folder_;
    std::vector<std::string> files_;
};

base::Result<void> write_survey(Writer& writer, const std::string& id, const survey::Survey* survey,
                                const std::vector<outbox::Record>& records) {
    if (auto written = writer.write(file_name(id) + ".csv", response_table(survey, records)); !written) return written;
    if (!survey) return {};
    std::string rows;
    for (const auto& row : codebook_rows(*survey)) rows += csv_row(row);
    return writer.write(file_name(id) + ".codebook.csv", rows);
}

/// Those that are installed and those of which there are responses.
std::vector<std::string> all_surveys(const std::vector<Installed>& definitions, const BySurvey& records) {
    std::vector<std::string> ids;
    for (const auto& installed : definitions)
        for (const auto& survey : installed.surveys) ids.push_back(survey.id);
    for (const auto& [id, of_survey] : records) ids.push_back(id);
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

base::Result<void> make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error && fs::is_directory(folder, error)) return {};
    return base::fail(base::ErrorKind::unwritable, "cannot be made a folder; choose another --to", folder);
}

int refuse(const base::Error& error, ExitCode code) {
    say(error);
    return code;
}

}  // namespace

int export_responses(const Options& options, const std::string& folder, const std::string& survey,
                     const base::Clock& clock) {
    const auto definitions = load_definitions(options, base::date_of(clock.local()));
    if (!definitions) return refused;
    const auto records = read_records(options);
    if (!records) return refuse(records.error(), state_unusable);

    auto ids = all_surveys(*definitions, *records);
    if (!survey.empty()) {
        if (!std::ranges::binary_search(ids, survey))
            return refuse({base::ErrorKind::not_found, no_such_survey(ids, survey), {}}, wrong_options);
        ids = {survey};
    }
    if (auto made = make_folder(folder); !made) return refuse(made.error(), wrong_options);
    Writer writer{folder};
    std::size_t rows = 0;
    for (const auto& id : ids) {
        const auto found = records->find(id);
        const std::vector<outbox::Record> none;
        const auto& of_survey = found == records->end() ? none : found->second;
        rows += of_survey.size();
        if (auto written = write_survey(writer, id, find_survey(*definitions, id), of_survey); !written)
            return refuse(written.error(), wrong_options);
    }
    if (options.json)
        print({{"files", writer.files()}, {"rows", rows}});
    else
        std::cout << fmt::format("{} {} in {}\n", rows, rows == 1 ? "response" : "responses", folder);
    return done;
}

}  // namespace talkpoint::ctl
