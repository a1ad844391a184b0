#include "staff/acts.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"
#include "staff/document.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <ranges>

namespace talkpoint::staff {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t most_bytes = 4UL * 1024 * 1024;
constexpr std::size_t slack = 500;  // so that the whole file is seldom written

struct Entry {
    Act act;
    std::string_view name, sentence;
};

constexpr std::array entries{
    Entry{Act::opened_area, "opened-area", "The staff area was opened"},
    Entry{Act::pin_failed, "pin-failed", "A wrong PIN was tried"},
    Entry{Act::first_pin, "first-pin", "The first PIN was shown and written down"},
    Entry{Act::pin_changed, "pin-changed", "The PIN was changed"},
    Entry{Act::help_confirmed, "help-confirmed", "A help line was confirmed"},
    Entry{Act::help_withdrawn, "help-withdrawn", "A help line was found wrong and taken off"},
    Entry{Act::item_confirmed, "item-confirmed", "An item of the checklist was confirmed"},
    Entry{Act::opened_to_public, "opened-to-public", "The kiosk was opened to the public"},
    Entry{Act::closed_for_today, "closed-for-today", "The kiosk was closed for today"},
    Entry{Act::reopened, "reopened", "The kiosk was opened again before the day was over"},
    Entry{Act::event_started, "event-started", "An event was started"},
    Entry{Act::event_ended, "event-ended", "An event ended"},
    Entry{Act::exported, "exported", "Data was taken away"},
    Entry{Act::pack_installed, "pack-installed", "A pack was installed"},
    Entry{Act::pack_refused, "pack-refused", "A pack was refused"},
    Entry{Act::pack_rolled_back, "pack-rolled-back", "A pack was rolled back"},
    Entry{Act::message_withdrawn, "message-withdrawn", "A message was withdrawn"},
    Entry{Act::message_restored, "message-restored", "A message was put back"},
    Entry{Act::rehearsal_on, "rehearsal-on", "A rehearsal was begun"},
    Entry{Act::rehearsal_off, "rehearsal-off", "A rehearsal was ended"},
    Entry{Act::sent_now, "sent-now", "Answers were sent by hand"},
    Entry{Act::restarted, "restarted", "The kiosk was restarted"},
    Entry{Act::shut_down, "shut-down", "The kiosk was shut down"},
};
// In the order of the enumeration, so that each has its entry.
static_assert([] {
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (static_cast<std::size_t>(entries[i].act) != i) return false;
    return entries.size() == static_cast<std::size_t>(Act::shut_down) + 1;
}());

const Entry& entry_of(Act act) { return entries[static_cast<std::size_t>(act)]; }

bool concerns_pin(Act act) { return act == Act::pin_failed || act == Act::pin_changed || act == Act::first_pin; }

fs::path file_in(const fs::path& folder) { return folder / "acts.jsonl"; }

std::optional<Deed> deed_of(std::string_view line) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object()) return {};
    const auto when = base::parse_local_time(text_in(json, "when").value_or(""));
    const auto what = text_in(json, "what");
    const auto entry = std::ranges::find(entries, what.value_or(""), &Entry::name);
    if (!when || entry == entries.end()) return {};
    return Deed{*when, entry->act, base::printable(text_in(json, "detail").value_or(""))};
}

std::string line_of(const Deed& deed) {
    nlohmann::ordered_json json = {{"when", base::format_local_time(deed.when).substr(0, 16)},
                                   {"what", name_of(deed.act)}};
    if (!deed.detail.empty()) json["detail"] = deed.detail;
    return json.dump() + "\n";
}

base::Result<std::string> text_of_log(const fs::path& folder) {
    auto text = base::read_file(file_in(folder), most_bytes);
    if (!text && text.error().kind == base::ErrorKind::not_found) return std::string{};
    return text;
}

}  // namespace

std::string_view sentence_of(Act act) { return entry_of(act).sentence; }
std::string_view name_of(Act act) { return entry_of(act).name; }

base::Result<void> record(const fs::path& folder, base::LocalTime now, Act act, std::string_view detail) {
    const Deed deed{std::chrono::floor<std::chrono::minutes>(now), act,
                    concerns_pin(act) ? std::string{} : base::printable(detail)};
    const auto lock = hold_document(folder, "acts");
    if (!lock) return std::unexpected(lock.error());
    const auto text = text_of_log(folder);
    if (!text) return std::unexpected(text.error());
    const auto lines = base::lines_of(*text);
    if (lines.size() < kept_deeds + slack) return base::append_to_file(file_in(folder), line_of(deed));
    std::string newest;
    for (const auto line : lines | std::views::drop(lines.size() - kept_deeds + 1))
        if (!line.empty()) newest.append(line).append("\n");
    return base::write_file(file_in(folder), newest + line_of(deed));
}

base::Result<std::vector<Deed>> read_deeds(const fs::path& folder, std::size_t most) {
    const auto text = text_of_log(folder);
    if (!text) return std::unexpected(text.error());
    std::vector<Deed> deeds;
    for (const auto line : base::lines_of(*text) | std::views::reverse) {
        if (deeds.size() == most) break;
        if (auto deed = deed_of(line)) deeds.push_back(std::move(*deed));
    }
    return deeds;
}

}  // namespace talkpoint::staff
