#include "base/log.hpp"
#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/json.hpp"
#include "visit/attract.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <utility>

namespace talkpoint::ctl {
namespace {

constexpr std::chrono::days usual_stretch{7}, longest_stretch{3 * 366};

/// A stretch in which the same plays.
struct Stretch {
    base::LocalTime from, until;
    playback::Plan plan;
    std::vector<std::pair<playback::Slide, std::size_t>> round;  ///< and how often in one round
};

std::optional<base::LocalTime> time_of(const std::string& text) {
    if (const auto date = base::parse_date(text)) return base::LocalTime{std::chrono::local_days{*date}};
    return base::parse_local_time(text);
}

visit::Catalogue catalogue_of(const config::Config& config, base::Date today, base::Problems& problems) {
    visit::Catalogue catalogue;
    for (auto& installed : load_all(config, today, problems)) catalogue.packs.push_back(std::move(installed.pack));
    std::error_code error;
    if (const auto file = config.safe_places(); !file.empty() && std::filesystem::exists(file, error))
        catalogue.places = visit::public_places(
            pack::load_safe_places(file, today, std::string{pack::language_of_shared_files}, problems), today, false);
    return catalogue;
}

std::vector<std::pair<playback::Slide, std::size_t>> counted(const std::vector<playback::Slide>& round) {
    std::vector<std::pair<playback::Slide, std::size_t>> out;
    for (const auto& slide : round) {
        const auto known = std::ranges::find(out, slide, &std::pair<playback::Slide, std::size_t>::first);
        if (known == out.end())
            out.emplace_back(slide, 1);
        else
            ++known->second;
    }
    return out;
}

std::vector<Stretch> stretches(const config::Config& config, const visit::Catalogue& catalogue, base::LocalTime from,
                               base::LocalTime until) {
    const auto schedule = config::schedule_of(config);
    std::vector<Stretch> out;
    for (auto when = from; when < until;) {
        const auto next = std::min(playback::next_change(schedule, when), until);
        const auto plan = playback::plan_at(schedule, when);
        std::vector<const pack::Pack*> offered;
        for (const auto& id : config::offered_at(config, when).packs)
            if (const auto* pack = catalogue.pack(id)) offered.push_back(pack);
        auto round = counted(visit::attract_round(catalogue, offered, plan));
        if (!out.empty() && out.back().plan == plan && out.back().round == round)
            out.back().until = next;
        else
            out.push_back({when, next, plan, std::move(round)});
        when = next;
    }
    return out;
}

std::string joined(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

std::string minute_of(base::LocalTime time) {
    const std::chrono::weekday day{std::chrono::floor<std::chrono::days>(time)};
    constexpr std::array names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    return fmt::format("{} {}", names[day.c_encoding()], base::format_local_time(time).substr(0, 16));
}

void print_table(const std::vector<Stretch>& all) {
    const std::vector<std::pair<playback::Slide, std::size_t>>* before = nullptr;
    for (const auto& one : all) {
        std::cout << minute_of(one.from) << " to " << minute_of(one.until) << "  ";
        if (!one.plan.open) {
            std::cout << "closed: dark\n";
            continue;
        }
        std::cout << (one.plan.part.empty() ? "usual" : one.plan.part);
        if (!one.plan.audiences.empty()) std::cout << " (" << joined(one.plan.audiences) << ")";
        if (!one.plan.campaigns.empty()) std::cout << "; campaign: " << joined(one.plan.campaigns);
        if (one.round.empty())
            std::cout << "\n    nothing is fit for the room: the welcome\n";
        else if (before && *before == one.round)
            std::cout << "\n    the same messages\n";
        else {
            std::cout << '\n';
            for (const auto& [slide, times] : one.round)
                std::cout << "    " << slide.pack << '/' << slide.message
                          << (times > 1 ? fmt::format(" x{}", times) : "") << '\n';
        }
        before = &one.round;
    }
}

void print_json(const std::vector<Stretch>& all) {
    Json out = Json::array();
    for (const auto& one : all) {
        Json messages = Json::array();
        for (const auto& [slide, times] : one.round)
            messages.push_back({{"pack", slide.pack}, {"message", slide.message}, {"times", times}});
        out.push_back({{"from", base::format_local_time(one.from)},
                       {"until", base::format_local_time(one.until)},
                       {"open", one.plan.open},
                       {"part", one.plan.part},
                       {"audiences", one.plan.audiences},
                       {"campaigns", one.plan.campaigns},
                       {"messages", std::move(messages)}});
    }
    print({{"schedule", std::move(out)}});
}

}  // namespace

int schedule(const Options& options, const std::string& from, const std::string& to, const base::Clock& clock) {
    const auto refuse = [](const std::string& what) {
        say(base::Error{base::ErrorKind::malformed, what, ""});
        return wrong_options;
    };
    const auto begin =
        from.empty() ? std::optional{std::chrono::floor<std::chrono::minutes>(clock.local())} : time_of(from);
    const auto end = to.empty() && begin ? std::optional{*begin + usual_stretch} : time_of(to);
    for (const auto& [time, option, text] : {std::tuple{begin, "--from", from}, {end, "--to", to}})
        if (!time)
            return refuse(
                fmt::format(R"({}: "{}" is no date; write it as 2026-11-23 or 2026-11-23T10:00)", option, text));
    if (*end <= *begin) return refuse("--to must be later than --from");
    if (*end - *begin > longest_stretch) return refuse("at most three years at once; ask for a part of them");
    base::Problems problems;
    const auto today = base::date_of(clock.local());
    const auto config = load_kiosk(options, today, problems);
    if (!config) {
        say(problems);
        return refused;
    }
    const auto catalogue = catalogue_of(*config, today, problems);
    const auto all = stretches(*config, catalogue, *begin, *end);
    if (options.json)
        print_json(all);
    else
        print_table(all);
    return done;
}

}  // namespace talkpoint::ctl
