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
#include "openrosa/instance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

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

/// The table of one survey, and its codebook. Counts the rows.
base::Result<void> write_survey(Writer& writer, const std::string& id, const survey::Survey* survey,
                                store::Database* database, std::size_t& rows) {
    ResponseTable table{survey};
    std::string text;
    const auto each = [&](auto use) -> base::Result<void> {
        if (!database) return {};
        return database->for_each(id, [&](const outbox::Record& record) {
            if (const auto instance = openrosa::read_instance(record.body)) use(instance->response);
        });
    };
    if (auto met = each([&](const survey::Response& response) { table.meet(response); }); !met) return met;
    text = table.heading();
    if (auto read = each([&](const survey::Response& response) {
            text += table.row(response);
            ++rows;
        });
        !read)
        return read;
    if (auto written = writer.write(file_name(id) + ".csv", text); !written) return written;
    if (!survey) return {};
    std::string lines;
    for (const auto& row : codebook_rows(*survey)) lines += csv_row(row);
    return writer.write(file_name(id) + ".codebook.csv", lines);
}

/// Those that are installed and those of which there are responses.
std::vector<std::string> all_surveys(const std::vector<Installed>& definitions, std::vector<std::string> ids) {
    for (const auto& installed : definitions)
        for (const auto& survey : installed.surveys) ids.push_back(survey.id);
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
    Writer writer{folder};
    std::size_t rows = 0;
    int code = done;
    const auto read = read_responses(options, [&](store::Database* database) -> base::Result<void> {
        rows = 0;
        std::vector<std::string> ids;
        if (database) {
            auto found = database->surveys();
            if (!found) return std::unexpected(std::move(found.error()));
            ids = std::move(*found);
        }
        ids = all_surveys(*definitions, std::move(ids));
        if (!survey.empty()) {
            if (!std::ranges::binary_search(ids, survey)) {
                code = refuse({base::ErrorKind::not_found, no_such_survey(ids, survey), {}}, wrong_options);
                return {};
            }
            ids = {survey};
        }
        if (auto made = make_folder(folder); !made) {
            code = refuse(made.error(), wrong_options);
            return {};
        }
        for (const auto& id : ids)
            if (auto written = write_survey(writer, id, find_survey(*definitions, id), database, rows); !written)
                return written;
        return {};
    });
    if (!read) return refuse(read.error(), state_unusable);
    if (code != done) return code;
    if (options.json)
        print({{"files", writer.files()}, {"rows", rows}});
    else
        std::cout << fmt::format("{} {} in {}\n", rows, rows == 1 ? "response" : "responses", folder);
    return done;
}

}  // namespace talkpoint::ctl
