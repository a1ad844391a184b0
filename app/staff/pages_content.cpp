// The pages of content: what is on the kiosk, what a stick brings, and what is taken off.
#include "staff/pages_work.hpp"

#include "staff/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::staff {
namespace {

using Json = nlohmann::json;

const Around::PackHere* pack_here(const Known& known, const std::string& id) {
    const auto found = std::ranges::find(known.around.packs, id, [](const auto& here) { return here.pack.id; });
    return found == known.around.packs.end() ? nullptr : &*found;
}

/// What people call it; its id where it is not shown.
std::string title_of(const Known& known, const std::string& id) {
    const auto* here = pack_here(known, id);
    return here ? here->pack.name : id;
}

Page messages_page(const std::string& id, const Known& known) {
    Page page{.title = title_of(known, id)};
    page.items.emplace_back(Sentence{Mark::none, "A message that you take off is gone at once, in every language.",
                                     "Tell those who write the messages, too."});
    for (const auto& gone : list(known.packs, "withdrawn"))
        if (text(gone, "pack") == id)
            page.items.emplace_back(
                Line{.mark = Mark::attention,
                     .label = text(gone, "title"),
                     .value = "Taken off",
                     .buttons = {{"Put it back", Do{Task::restore, id + "/" + text(gone, "message")}}}});
    if (const auto* pack = pack_here(known, id))
        for (const auto& message : pack->messages)
            page.items.emplace_back(
                Line{.label = message.name,
                     .value = {},
                     .buttons = {
                         {.label = "Take it off", .action = Do{Task::withdraw, id + "/" + message.id}, .ends = true}}});
    return page;
}

Line line_of(const Json& row, const Known& known) {
    const auto id = text(row, "pack"), installed = text(row, "installed");
    Line line{.label = title_of(known, id), .value = "Version " + text(row, "version")};
    if (!installed.empty()) line.value += ", installed on " + period_in_words(installed.substr(0, 10));
    if (is_true(row, "expired")) line.mark = Mark::attention, line.value += ". It should be replaced.";
    line.buttons = {{"Messages", Open{Screen::content, id}}};
    if (!installed.empty()) line.buttons.push_back({"Go back", Do{Task::rollback, id}, "back"});
    return line;
}

/// Of each message that stands in one list and not in the other, by its id, a line.
void add_only_in(Page& page, const std::vector<Named>& these, const std::vector<Named>& those, Mark mark,
                 const char* label) {
    for (const auto& one : these)
        if (std::ranges::find(those, one.id, &Named::id) == those.end())
            page.items.emplace_back(Line{.mark = mark, .label = label, .value = one.name});
}

/// What would be another after it.
void add_changes(Page& page, const Json& pack, const Known& known) {
    std::vector<Named> to_come, here, withdrawn;
    for (const auto& message : list(pack, "messages"))
        to_come.push_back({text(message, "message"), text(message, "title")});
    if (const auto* now = pack_here(known, text(pack, "pack"))) here = now->messages;
    // What is taken off stays off, and is no news.
    for (const auto& gone : list(known.packs, "withdrawn"))
        if (text(gone, "pack") == text(pack, "pack")) withdrawn.push_back({text(gone, "message"), ""});
    std::erase_if(to_come,
                  [&](const auto& one) { return std::ranges::find(withdrawn, one.id, &Named::id) != withdrawn.end(); });
    page.items.emplace_back(Line{.label = "Messages", .value = fmt::format("{}", to_come.size())});
    add_only_in(page, to_come, here, Mark::none, "New");
    add_only_in(page, here, to_come, Mark::attention, "Not in it any more");
}

}  // namespace

Page content_page(const Area& area, const Known& known) {
    if (!area.which().empty()) return messages_page(area.which(), known);
    Page page{.title = "Content"};
    if (known.packs.is_null() || known.sticks.is_null())
        page.items.emplace_back(Sentence{Mark::none, "One moment: looking.", ""});
    bool any = false;
    for (const auto& stick : list(known.sticks, "sticks"))
        for (const auto& name : list(stick, "packs")) {
            if (!name.is_string()) continue;
            any = true;
            const auto file = name.get<std::string>();
            page.items.emplace_back(
                Line{.label = fmt::format("A pack on the stick “{}”", text(stick, "name")),
                     .value = file,
                     .buttons = {{"Look at it", Open{Screen::install, text(stick, "path") + "/" + file}, "up"}}});
        }
    if (!known.sticks.is_null() && !any)
        page.items.emplace_back(Sentence{Mark::none, "No new pack is here.",
                                         "A new pack comes as a file on a stick, signed by those who write it."});
    for (const auto& problem : list(known.packs, "problems"))
        if (problem.is_string())
            page.items.emplace_back(Sentence{Mark::attention, "Something is wrong with a pack that was installed.",
                                             "Tell whoever looks after this computer: " + problem.get<std::string>()});
    for (const auto& row : list(known.packs, "packs")) page.items.emplace_back(line_of(row, known));
    page.next = {{"Look again", Do{Task::look_again}, "again"}};
    return page;
}

Page install_page(const Area& area, const Known& known) {
    const auto& pack = known.looked_at;
    Page page{.title = "A new pack"};
    if (pack.is_null()) {
        page.items.emplace_back(
            Sentence{Mark::none, "One moment: looking at all that is in it.", "A pack with films takes longer."});
        return page;
    }
    if (!is_true(pack, "ok")) {
        page.items.emplace_back(Sentence{Mark::attention, "This pack is not installed here.", text(pack, "sentence")});
        page.next = {{"Look again", Do{Task::look_again}, "again"}};
        return page;
    }
    page.items.emplace_back(Sentence{Mark::good, fmt::format("“{}” can be installed.", text(pack, "title")),
                                     "It is whole, and signed by people whom this kiosk trusts."});
    const auto before = text(pack, "before"), expires = text(pack, "expires");
    page.items.emplace_back(Line{.label = "File", .value = std::filesystem::path{area.which()}.filename().string()});
    page.items.emplace_back(
        Line{.label = "Version",
             .value = text(pack, "version") + (before.empty() ? ", new to this kiosk" : ", in place of " + before)});
    add_changes(page, pack, known);
    if (!expires.empty())
        page.items.emplace_back(Line{.label = "To be installed until", .value = period_in_words(expires)});
    for (const auto& note : list(pack, "notes"))
        if (note.is_string())
            page.items.emplace_back(Line{.mark = Mark::attention, .label = "Note", .value = note.get<std::string>()});
    page.next = {{"Install it", Do{Task::install, area.which()}, "up"}};
    return page;
}

std::string after_rollback(const std::string& id, const Known& known) {
    for (const auto& row : list(known.packs, "packs")) {
        if (text(row, "pack") != id) continue;
        const auto before = text(row, "before"), came = text(row, "came_with_kiosk");
        if (!before.empty()) return fmt::format("Version {} is shown at once.", before);
        if (!came.empty()) return fmt::format("Version {}, which came with the kiosk, is shown at once.", came);
        return "The kiosk came without it, so nothing of it is shown then.";
    }
    return "The kiosk shows it at once.";
}

}  // namespace talkpoint::staff
