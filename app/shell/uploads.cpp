#include "shell/uploads.hpp"

#include "base/log.hpp"

#include <fmt/format.h>

#include <utility>

namespace talkpoint::shell {

Uploads::Uploads(std::unique_ptr<outbox::Queue> queue, upload::Setup setup, const std::filesystem::path& state_folder,
                 const base::Clock& clock, MainQueue& results, KnowForms on_forms)
    : clock_(clock),
      schedule_(setup.every, chance_, clock.monotonic()),
      on_forms_(std::move(on_forms)),
      worker_(
          std::move(queue),
          [options = std::move(setup.transport)](const std::atomic<bool>& stop) {
              return upload::make_curl_transport(options, stop);
          },
          std::move(setup.settings), state_folder / upload::lock_name,
          [&results](std::function<void()> task) { results.post(std::move(task)); }) {}

bool Uploads::is_due() const {
    const auto due = schedule_.due();
    return due && *due <= clock_.monotonic();
}

void Uploads::start_pass(const std::string& period) {
    schedule_.begin();
    busy_ = true;
    worker_.start_pass(period, [this](const upload::Report& report) { ended(report); });
}

void Uploads::ended(const upload::Report& report) {
    busy_ = false;
    // Said once, not with every try of a night without a network.
    if (!report.error.empty() && report.error != last_error_) base::log_warning("upload: " + report.error);
    for (const auto& [survey, why] : report.parked) base::log_warning(fmt::format("upload: {}: {}", survey, why));
    for (const auto& [survey, count] : report.sent) base::log_note(fmt::format("upload: {}: {} sent", survey, count));
    for (const auto& [survey, text] : report.warnings) {
        const auto warning = fmt::format("upload: {}: {}", survey, text);
        if (warned_.insert(warning).second) base::log_warning(warning);
    }
    last_error_ = report.error;
    if (!report.forms.empty()) on_forms_(report.forms);
    const auto now = clock_.monotonic();
    schedule_.end(report.end, report.wait, now, !report.sent.empty());
    const auto due = schedule_.due();
    // One that the server refuses is not tried by itself, only looked at again.
    const bool tries = due && report.end != outbox::PassEnd::stopped;
    worker_.note_next_try(
        tries ? base::format_local_time(std::chrono::floor<std::chrono::minutes>(clock_.local() + (*due - now))) : "");
}

}  // namespace talkpoint::shell
