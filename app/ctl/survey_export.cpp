#include "ctl/survey_export.hpp"

#include "ctl/codebook_rows.hpp"
#include "ctl/csv.hpp"
#include "ctl/places.hpp"
#include "openrosa/form.hpp"
#include "openrosa/instance.hpp"

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

std::string codebook_of(std::span<const survey::Survey> languages) {
    std::string text{byte_order_mark};
    for (const auto& row : codebook_rows(languages)) text += csv_row(row);
    return text;
}

}  // namespace

SurveyExport::SurveyExport(const fs::path& folder, const std::string& id, std::span<const survey::Survey> languages)
    : path_(folder / file_name(id)),
      languages_(languages),
      table_(languages.empty() ? nullptr : &languages.front()),
      sealed_(named(".sealed")),
      unreadable_(named(".unreadable")) {}

fs::path SurveyExport::named(const char* ending) const { return path_ + ending; }

void SurveyExport::meet(const outbox::Record& record) {
    if (record.sealed()) return;
    if (const auto instance = openrosa::read_instance(record.body)) table_.meet(instance->response);
}

base::Result<void> SurveyExport::begin() {
    if (rows_) return {};
    auto writer = base::FileWriter::create(named(".csv"));
    if (!writer) return std::unexpected(std::move(writer.error()));
    rows_.emplace(std::move(*writer));
    return rows_->append(std::string{byte_order_mark} + table_.heading());
}

base::Result<void> SurveyExport::write(const outbox::Record& record) {
    if (auto begun = begin(); !begun) return begun;
    if (record.sealed()) return write_sealed(record);
    const auto instance = openrosa::read_instance(record.body);
    if (!instance) {
        ++counts_.unreadable;
        return unreadable_.write(file_name(record.id) + ".xml", record.body);
    }
    ++counts_.rows;
    return rows_->append(table_.row(instance->response));
}

base::Result<void> SurveyExport::write_sealed(const outbox::Record& record) {
    ++counts_.sealed;
    const fs::path place = file_name(record.id);
    if (auto manifest = sealed_.write(place / "submission.xml", record.body); !manifest) return manifest;
    return sealed_.write(place / "submission.xml.enc", record.attachment);
}

base::Result<void> SurveyExport::explain(Exported& exported) {
    if (languages_.empty()) return {};
    const auto codebook = named(".codebook.csv"), form = named(".form.xml");
    if (auto written = base::write_file(codebook, codebook_of(languages_)); !written) return written;
    if (auto written = base::write_file(form, openrosa::write_form(languages_)); !written) return written;
    exported.files.insert(exported.files.end(), {codebook, form});
    return {};
}

base::Result<void> SurveyExport::commit(Exported& exported) {
    if (auto begun = begin(); !begun) return begun;
    // What takes long, or fails on a full disk, before the first of them takes its place.
    for (auto* folder : {&sealed_, &unreadable_})
        if (auto synced = folder->sync(); !synced) return synced;
    if (auto done = rows_->commit(); !done) return done;
    exported.files.push_back(named(".csv"));
    for (auto* folder : {&sealed_, &unreadable_})
        if (auto done = folder->swap_in(); !done) return done;
    if (auto explained = explain(exported); !explained) return explained;
    list(exported);
    return {};
}

void SurveyExport::list(Exported& exported) const {
    for (const auto* folder : {&sealed_, &unreadable_})
        if (folder->files() > 0) exported.files.push_back(folder->target());
    exported.rows += counts_.rows;
    exported.sealed += counts_.sealed;
    exported.unreadable += counts_.unreadable;
}

}  // namespace talkpoint::ctl
