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

std::optional<survey::Response> opened(const outbox::Record& record) {
    if (record.sealed()) return {};
    auto instance = openrosa::read_instance(record.body);
    if (!instance) return {};
    return std::move(instance->response);
}

base::Result<void> write_listed(const fs::path& file, std::string_view bytes, Sums* sums, Exported& exported) {
    if (auto written = base::write_file(file, bytes); !written) return written;
    exported.files.push_back(file);
    return sums ? sums->add(file, bytes) : base::Result<void>{};
}

SurveyExport::SurveyExport(const fs::path& folder, const std::string& id, std::span<const survey::Survey> languages,
                           Sums* sums, const outbox::Leaving* leaving)
    : path_(folder / file_name(id)),
      languages_(languages),
      table_(languages.empty() ? nullptr : &languages.front()),
      sums_(sums),
      leaving_(leaving),
      sealed_(named(".sealed")),
      unreadable_(named(".unreadable")) {}

fs::path SurveyExport::named(const char* ending) const { return path_ + ending; }

bool SurveyExport::leaves(const outbox::Record& record, const std::optional<survey::Response>& response) const {
    return !leaving_ || leaving_->leaves(record, response ? &*response : nullptr);
}

void SurveyExport::meet(const outbox::Record& record) {
    const auto response = opened(record);
    if (response && leaves(record, response)) table_.meet(*response);
}

base::Result<void> SurveyExport::begin() {
    if (rows_) return {};
    auto writer = base::FileWriter::create(named(".csv"));
    if (!writer) return std::unexpected(std::move(writer.error()));
    rows_.emplace(std::move(*writer));
    return append(std::string{byte_order_mark} + table_.heading());
}

base::Result<void> SurveyExport::append(std::string_view rows) {
    if (sums_) rows_hash_.add(rows);
    return rows_->append(rows);
}

base::Result<void> SurveyExport::write_into(WholeFolder& folder, const fs::path& file, std::string_view bytes) {
    if (auto written = folder.write(file, bytes); !written || !sums_) return written;
    return sums_->add(folder.target() / file, bytes);
}

base::Result<void> SurveyExport::write(const outbox::Record& record) {
    auto response = opened(record);
    if (!leaves(record, response)) return {};
    if (auto begun = begin(); !begun) return begun;
    if (record.sealed()) return write_sealed(record);
    if (!response) {
        ++counts_.unreadable;
        return write_into(unreadable_, file_name(record.id) + ".xml", record.body);
    }
    ++counts_.rows;
    return append(table_.row(leaving_ ? leaving_->as_it_leaves(record, std::move(*response)) : *response));
}

base::Result<void> SurveyExport::write_sealed(const outbox::Record& record) {
    ++counts_.sealed;
    const fs::path place = file_name(record.id);
    if (auto manifest = write_into(sealed_, place / "submission.xml", record.body); !manifest) return manifest;
    return write_into(sealed_, place / "submission.xml.enc", record.attachment);
}

base::Result<void> SurveyExport::explain(Exported& exported) {
    if (languages_.empty()) return {};
    if (auto written = write_listed(named(".codebook.csv"), codebook_of(languages_), sums_, exported); !written)
        return written;
    return write_listed(named(".form.xml"), openrosa::write_form(languages_), sums_, exported);
}

base::Result<void> SurveyExport::commit(Exported& exported) {
    if (leaving_ && languages_.empty() && !rows_) return {};
    if (auto begun = begin(); !begun) return begun;
    // What takes long, or fails on a full disk, before the first of them takes its place.
    for (auto* folder : {&sealed_, &unreadable_})
        if (auto synced = folder->sync(); !synced) return synced;
    if (auto done = rows_->commit(); !done) return done;
    if (sums_)
        if (auto listed = sums_->add(named(".csv"), rows_hash_); !listed) return listed;
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
