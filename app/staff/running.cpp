#include "staff/running.hpp"

#include "staff/document.hpp"

#include <nlohmann/json.hpp>

namespace talkpoint::staff {
namespace {

constexpr const char* document_name = "kiosk";

bool is_set(const nlohmann::json& document, const char* key) {
    const auto found = document.find(key);
    return found != document.end() && found->is_boolean() && found->get<bool>();
}

}  // namespace

base::Result<void> write_running(const std::filesystem::path& folder, const Running& running) {
    return write_document(folder, document_name,
                          {{"since", base::format_local_time(running.since).substr(0, 16)},
                           {"version", running.version},
                           {"screen", running.screen},
                           {"sound", running.sound},
                           {"rehearsal", running.rehearsal},
                           {"fixed_rehearsal", running.fixed_rehearsal},
                           {"closed_for_today", running.closed_for_today},
                           {"cannot_keep", running.cannot_keep}});
}

base::Result<std::optional<Running>> read_running(const std::filesystem::path& folder) {
    const auto document = read_document(folder, document_name);
    if (!document && document.error().kind == base::ErrorKind::unreadable) return std::unexpected(document.error());
    const auto since = base::parse_local_time(document ? text_in(*document, "since").value_or("") : "");
    if (!since) return std::nullopt;
    return Running{*since,
                   text_in(*document, "version").value_or(""),
                   text_in(*document, "screen").value_or(""),
                   text_in(*document, "sound").value_or(""),
                   is_set(*document, "rehearsal"),
                   is_set(*document, "fixed_rehearsal"),
                   is_set(*document, "closed_for_today"),
                   text_in(*document, "cannot_keep").value_or("")};
}

}  // namespace talkpoint::staff
