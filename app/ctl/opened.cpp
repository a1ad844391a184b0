#include "ctl/opened.hpp"

#include "base/files.hpp"
#include "ctl/commands.hpp"
#include "ctl/csv.hpp"
#include "ctl/places.hpp"
#include "ctl/response_table.hpp"
#include "ctl/sealed_folders.hpp"
#include "openrosa/form.hpp"
#include "openrosa/instance.hpp"
#include "openrosa/seal.hpp"

#include <fmt/format.h>

#include <utility>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;
using base::fail;

constexpr std::size_t largest_file = std::size_t{1024} * 1024;  // a response has some hundred bytes
constexpr std::size_t largest_form = std::size_t{16} * 1024 * 1024;
constexpr std::size_t most_bytes = std::size_t{2048} * 1024 * 1024;

base::Result<std::string> read_part(const fs::path& file) {
    auto bytes = base::read_file(file, largest_file);
    if (bytes || bytes.error().kind != ErrorKind::too_large) return bytes;
    return fail(ErrorKind::too_large,
                fmt::format("its {} is larger than any response, so it is not one of Talkpoint's; leave it out",
                            file.filename().native()));
}

base::Result<std::string> opened_xml(const fs::path& folder, const openrosa::PrivateKey& key) {
    const auto manifest = read_part(folder / manifest_name);
    if (!manifest) return manifest;
    const auto attachment = read_part(folder / attachment_name);
    if (!attachment) return attachment;
    return openrosa::unseal(*manifest, *attachment, key);
}

/// The survey of each form by its id, the newest version of each.
std::map<std::string, survey::Survey> surveys_in(const std::vector<fs::path>& forms) {
    std::map<std::string, survey::Survey> surveys;
    for (const auto& file : forms) {
        const auto text = base::read_file(file, largest_form);
        const auto form = text ? openrosa::read_form(*text) : std::unexpected(text.error());
        if (!form) {
            say({form.error().kind, "cannot be used, so that columns may be missing: " + form.error().message,
                 shown(file)});
            continue;
        }
        auto& survey = surveys[form->id];
        if (survey.id.empty() || survey.version < form->version) survey = openrosa::survey_in(*form);
    }
    return surveys;
}

base::Result<void> write_table(const fs::path& file, const survey::Survey* survey,
                               const std::map<std::string, std::string>& responses) {
    ResponseTable table{survey};
    const auto each = [&](auto use) {
        for (const auto& [id, xml] : responses)
            if (const auto instance = openrosa::read_instance(xml)) use(instance->response);
    };
    each([&](const survey::Response& response) { table.meet(response); });
    auto writer = base::FileWriter::create(file);
    if (!writer) return std::unexpected(std::move(writer.error()));
    auto written = writer->append(std::string{byte_order_mark} + table.heading());
    each([&](const survey::Response& response) {
        if (written) written = writer->append(table.row(response));
    });
    return written ? writer->commit() : written;
}

}  // namespace

base::Result<void> Opened::add(const fs::path& folder, const openrosa::PrivateKey& key) {
    const auto refuse = [&](const base::Error& error) { return fail(error.kind, error.message, shown(folder)); };
    auto xml = opened_xml(folder, key);
    if (!xml) return refuse(xml.error());
    const auto instance = openrosa::read_instance(*xml);
    if (!instance) return refuse(instance.error());
    if (bytes_ + xml->size() > most_bytes)
        return refuse({ErrorKind::too_large, "is more than fits into memory; open fewer folders at a time", {}});
    auto& survey = surveys_[instance->response.survey];
    const auto known = survey.find(instance->id);
    if (known == survey.end()) {
        bytes_ += xml->size();
        ++count_;
        survey.emplace(instance->id, std::move(*xml));
        return {};
    }
    if (known->second != *xml)
        return refuse({ErrorKind::malformed,
                       "has the id of another response and not its content, so one of them is not genuine; ask where "
                       "it comes from",
                       {}});
    ++copies_;
    return {};
}

base::Result<std::vector<std::string>> Opened::write(const fs::path& folder, const std::vector<fs::path>& forms) const {
    const auto known = surveys_in(forms);
    std::vector<std::string> files;
    for (const auto& [id, responses] : surveys_) {
        const auto survey = known.find(id);
        const auto file = folder / (file_name(id) + ".csv");
        if (auto written = write_table(file, survey == known.end() ? nullptr : &survey->second, responses); !written)
            return std::unexpected(std::move(written.error()));
        files.push_back(file);
    }
    return files;
}

}  // namespace talkpoint::ctl
