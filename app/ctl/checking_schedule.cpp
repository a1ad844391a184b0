#include "ctl/checking_schedule.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"
#include "visit/attract.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace talkpoint::ctl {
namespace {

constexpr std::size_t most_bytes = 64UL * 1024;

using Entries = std::vector<playback::Entry>;

/// As people write it, without how often.
std::string name_of(const playback::Entry& entry) {
    return entry.message.empty() ? entry.pack : entry.pack + "/" + entry.message;
}

class ScheduleCheck {
  public:
    ScheduleCheck(const config::Config& config, const std::vector<Installed>& all, base::Problems& problems)
        : config_(config), problems_(problems), text_(base::read_text(config.profile->file, most_bytes).value_or("")) {
        for (const auto& installed : all) catalogue_.packs.push_back(installed.pack);
        catalogue_.for_author = true;  // safe places may still be filled in
    }

    void check() {
        const auto& profile = *config_.profile;
        check_entries(profile.plays);
        check_entries(profile.fallback);
        for (const auto& campaign : profile.campaigns) check_entries(campaign.plays);
        for (const auto& hours : profile.hours) {
            check_entries(hours.plays);
            check_part(hours);
        }
    }

  private:
    void complain(base::Severity severity, const std::string& named, std::string message) {
        const auto found = text_.find("\"" + named);
        const int line = found == std::string::npos ? 0 : base::line_of(text_, found);
        problems_.push_back({severity, config_.profile->file.string(), line, std::move(message)});
    }

    void check_entries(const Entries& entries) {
        for (const auto& entry : entries) {
            const auto* pack = catalogue_.pack(entry.pack);
            if (!pack) continue;  // said elsewhere, or kiosk.toml has packs of its own
            const auto name = name_of(entry);
            const auto fit = [](const pack::Message& message) { return message.attract; };
            if (entry.message.empty()) {
                if (std::ranges::none_of(pack->messages, fit))
                    complain(base::Severity::error, name,
                             fmt::format("no message of \"{}\" is for the whole room (attract = true), so none of them "
                                         "ever plays; remove it here",
                                         name));
                continue;
            }
            const auto* message = catalogue_.message(entry.pack, entry.message);
            if (!message) {
                std::vector<std::string> known;
                for (const auto& one : pack->messages) known.push_back(one.id);
                const auto near = base::nearest(entry.message, known);
                complain(base::Severity::error, name,
                         fmt::format("there is no message \"{}\"; {}", name,
                                     near ? fmt::format("did you mean \"{}/{}\"?", entry.pack, *near)
                                          : "correct its name, or remove it"));
            } else if (!fit(*message)) {
                complain(base::Severity::error, name,
                         fmt::format("\"{}\" is not for the whole room, so it never plays; write attract = true there "
                                     "if every child may see it, or remove it here",
                                     name));
            }
        }
    }

    void check_part(const config::Hours& hours) {
        Entries plays = hours.plays.empty() ? config_.profile->plays : hours.plays;
        if (plays.empty())
            for (const auto& id : hours.packs ? *hours.packs : config_.packs) plays.push_back({id, "", 1});
        playback::Plan plan;
        plan.plays = std::move(plays);
        plan.audiences = hours.audiences;
        if (visit::attract_round(catalogue_, {}, plan).empty())
            complain(base::Severity::warning, hours.name,
                     fmt::format("in \"{}\" no message is for the whole room and for these audiences, so others play "
                                 "instead; name other messages or audiences",
                                 hours.name));
    }

    const config::Config& config_;
    base::Problems& problems_;
    std::string text_;
    visit::Catalogue catalogue_;
};

}  // namespace

void check_schedule(const config::Config& config, const std::vector<Installed>& all, base::Problems& problems) {
    if (config.profile) ScheduleCheck{config, all, problems}.check();
}

}  // namespace talkpoint::ctl
