#include "config/config.hpp"

#include "base/strings.hpp"
#include "base/toml.hpp"
#include "config/base_url.hpp"
#include "config/lists.hpp"
#include "config/plays.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace talkpoint::config {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t max_config_bytes = 64UL * 1024;
constexpr std::array<std::pair<Period, std::string_view>, 3> period_names{{
    {Period::day, "day"},
    {Period::half_day, "half-day"},
    {Period::week, "week"},
}};
constexpr std::array<std::pair<Headphones, std::string_view>, 3> headphone_names{{
    {Headphones::detect, "detect"},
    {Headphones::always, "always"},
    {Headphones::never, "never"},
}};

/// The folder to which paths in the configuration are relative.
fs::path folder_of(const fs::path& file) {
    std::error_code error;
    return fs::absolute(file, error).lexically_normal().parent_path();
}

template <class Number>
void check_range(base::TomlTable& table, std::string_view key, Number value, Number least, Number most) {
    if (value >= least && value <= most) return;
    table.problem(key, fmt::format(R"("{}" is {}; it must be from {} to {})", key, value, least, most));
}

void read_number(base::TomlTable& table, std::string_view key, double& value, double least, double most) {
    const auto written = table.number(key);
    if (!written) return;
    check_range(table, key, *written, least, most);
    value = *written;
}

void read_count(base::TomlTable& table, std::string_view key, int& value, int least, int most) {
    const auto written = table.integer(key);
    if (!written) return;
    check_range<std::int64_t>(table, key, *written, least, most);
    value = static_cast<int>(std::clamp<std::int64_t>(*written, least, most));
}

void read_path(base::TomlTable& table, std::string_view key, const fs::path& folder, fs::path& value) {
    if (const auto written = table.text(key); written && !written->empty())
        value = (folder / *written).lexically_normal();
}

void read_site(base::TomlTable& table, const fs::path& folder, Config& config, base::Problems& problems) {
    Site& site = config.site;
    site.id = table.text("id").value_or(site.id);
    if (!base::is_name_id(site.id))
        table.problem("id", fmt::format(R"("{}" is not {})", base::printable(site.id), name_rule));
    site.name = table.text("name").value_or(site.name);
    if (base::trim(site.name).empty())
        table.problem("name", R"("name" is empty; write what people call this place, or remove the key)");
    site.profile = table.text("profile").value_or(site.profile);
    if (site.profile.empty()) return;
    if (!base::is_name_id(site.profile)) {
        table.problem("profile", fmt::format(R"("{}" is not {})", base::printable(site.profile), name_rule));
        return;
    }
    const auto named = fs::path{"sites"} / (site.profile + ".toml");
    std::error_code error;
    if (!fs::is_regular_file(folder / named, error)) {
        table.problem("profile",
                      fmt::format(R"(there is no {} beside this file; add it, or write profile = "")", named.string()));
        return;
    }
    base::Problems of_profile;
    config.profile = load_profile(folder / named, of_profile);
    if (!config.profile)
        table.problem("profile", fmt::format("{} cannot be used; correct what is named there", named.string()));
    std::ranges::move(of_profile, std::back_inserter(problems));
}

// As ui/theme.cpp has them.
constexpr int smallest_true_size_mm = 340;
constexpr int highest_lower_edge_mm = 1015 - 112;

void read_display(base::TomlTable& table, Display& display) {
    read_number(table, "width_mm", display.width_mm, 100, 3000);
    if (display.width_mm >= 100 && display.width_mm < smallest_true_size_mm)
        table.problem("width_mm",
                      fmt::format("a panel under {} mm is too small to show everything at its true size: controls will "
                                  "be smaller than 20 mm; use a larger panel where you can",
                                  smallest_true_size_mm),
                      base::Severity::warning);
    read_number(table, "viewing_distance_mm", display.viewing_distance_mm, 200, 3000);
    read_number(table, "mount_height_mm", display.mount_height_mm, 0, 2500);
    if (display.mount_height_mm > highest_lower_edge_mm && display.mount_height_mm <= 2500)
        table.problem("mount_height_mm",
                      fmt::format("a panel whose lower edge hangs higher than {} mm cannot bring its controls within "
                                  "reach (1015 mm) with \"Buttons lower down\"; hang it lower where you can",
                                  highest_lower_edge_mm),
                      base::Severity::warning);
    const auto rotation = table.integer("rotation").value_or(display.rotation);
    constexpr std::array<std::int64_t, 4> turns{0, 90, 180, 270};
    if (std::ranges::find(turns, rotation) == turns.end()) {
        table.problem("rotation", fmt::format(R"("rotation" is {}; it must be 0, 90, 180 or 270)", rotation));
    } else {
        display.rotation = static_cast<int>(rotation);
    }
}

/// Paths, each relative to `folder`; as they were where the key is absent.
void read_paths(base::TomlTable& table, std::string_view key, const fs::path& folder, std::vector<fs::path>& paths) {
    const auto written = table.texts(key);
    if (!written) return;
    paths.clear();
    for (std::size_t i = 0; i < written->size(); ++i) {
        if ((*written)[i].empty())
            table.problem(key, i, fmt::format(R"("{}" has an empty path; write it, or remove it)", key));
        paths.push_back((folder / (*written)[i]).lexically_normal());
    }
}

void read_content(base::TomlTable& table, const fs::path& folder, Config& config) {
    read_path(table, "root", folder, config.content_root);
    if (auto packs = read_list(table, "packs", name_rule, base::is_name_id)) {
        config.packs = std::move(*packs);
        config.own_packs = true;
    }
    read_paths(table, "keys", folder, config.pack_keys);
    if (config.packs.empty()) table.problem("packs", R"("packs" is empty; name at least one folder of content)");
}

void read_languages(base::TomlTable& table, Config& config) {
    config.languages = read_list(table, "offered", language_rule, base::is_language_tag).value_or(config.languages);
    if (config.languages.empty())
        table.problem("offered", R"("offered" is empty; name at least one language, the default first)");
}

void read_visit(base::TomlTable& table, Config& config) {
    read_count(table, "idle_s", config.idle_s, 10, 3600);
    const auto warn_s = table.integer("warn_s");
    if (!warn_s) return;
    if (*warn_s < 20)
        table.problem(
            "warn_s",
            fmt::format(R"("warn_s" is {}; everyone has at least 20 s to go on: it must be from 20 to 600)", *warn_s));
    else
        check_range<std::int64_t>(table, "warn_s", *warn_s, 20, 600);
    config.warn_s = static_cast<int>(std::clamp<std::int64_t>(*warn_s, 20, 600));
}

void read_privacy(base::TomlTable& table, Config& config) {
    read_count(table, "batch_min", config.batch_min, 1, 1000);
    const auto written = table.text("period");
    if (!written) return;
    const auto* found = std::ranges::find(period_names, *written, &std::pair<Period, std::string_view>::second);
    if (found == period_names.end()) {
        table.problem("period", fmt::format(R"("{}" is not a period; use "day", "half-day" or "week")",
                                            base::printable(*written)));
    } else {
        config.period = found->first;
    }
}

void read_sound(base::TomlTable& table, Sound& sound) {
    read_count(table, "volume", sound.volume, 10, 100);
    sound.read_aloud = table.flag("read_aloud").value_or(sound.read_aloud);
    const auto written = table.text("headphones");
    if (!written) return;
    const auto* found = std::ranges::find(headphone_names, *written, &std::pair<Headphones, std::string_view>::second);
    if (found == headphone_names.end()) {
        table.problem("headphones", fmt::format(R"("{}" is not known; use "detect", "always" or "never")",
                                                base::printable(*written)));
    } else {
        sound.headphones = found->first;
    }
}

void read_upload(base::TomlTable& table, const fs::path& folder, Upload& upload) {
    read_path(table, "token_file", folder, upload.token_file);
    read_path(table, "public_key_file", folder, upload.public_key_file);
    read_path(table, "password_file", folder, upload.password_file);
    read_path(table, "ca_file", folder, upload.ca_file);
    read_count(table, "every_min", upload.every_min, 1, 1440);
    upload.proxy = table.text("proxy").value_or("");
    if (const auto complaint = complaint_about_proxy(upload.proxy); !upload.proxy.empty() && !complaint.empty())
        table.problem("proxy", complaint);
    upload.user = table.text("user").value_or("");
    if (upload.user.empty() != upload.password_file.empty())
        table.problem(upload.user.empty() ? "password_file" : "user",
                      R"("user" and "password_file" belong together; write both or neither)");
    const auto written = table.text("base_url").value_or("");
    if (written.empty()) return;
    auto url = checked_base_url(written);
    if (!url) {
        table.problem("base_url", url.error());
        return;
    }
    upload.base_url = std::move(*url);
    if (upload.base_url.find("{token}") != std::string::npos && upload.token_file.empty())
        table.problem("base_url",
                      R"("base_url" has {token} in it; name the file that holds the token in "token_file")");
}

void read_staff(base::TomlTable& table, const fs::path& folder, Staff& staff) {
    staff.require_checklist = table.flag("require_checklist").value_or(staff.require_checklist);
    staff.project_page = table.text("project_page").value_or(staff.project_page);
    constexpr std::size_t longest = 300;  // in a QR code that a telephone reads from a hand's distance
    if (!staff.project_page.empty() &&
        (!staff.project_page.starts_with("https://") || staff.project_page.size() > longest ||
         std::ranges::any_of(staff.project_page, [](char c) { return c <= ' ' || c > '~'; })))
        table.problem("project_page",
                      fmt::format(R"("project_page" must be an address that begins with https://, of at most {} plain )"
                                  R"(characters; correct it, or write "")",
                                  longest));
    read_paths(table, "sticks", folder, staff.sticks);
}

/// Reads one table of the document if it is there, and reports the keys in it that nobody knows.
template <class Read>
void read_table(base::TomlTable& root, std::string_view key, Read read) {
    auto table = root.table(key);
    if (!table) return;
    read(*table);
    table->finish();
}

Config usual_config(const fs::path& file) {
    Config config;
    config.file = file;
    config.content_root = (folder_of(file) / "../content").lexically_normal();
    config.packs = {"healthy-relationships"};
    return config;
}

/// What the profile of the place says holds where kiosk.toml, which is read after it, says nothing.
void take_from(const Profile& profile, Config& config) {
    if (!profile.packs.empty()) config.packs = profile.packs;
    if (profile.says_surveys) {
        config.surveys = profile.surveys;
        config.every_survey = false;
    }
    if (!profile.languages.empty()) config.languages = profile.languages;
    config.opening = profile.opening;
}

void read_all(base::TomlTable& root, const fs::path& folder, Config& config, base::Problems& of_profile) {
    read_table(root, "site", [&](base::TomlTable& table) { read_site(table, folder, config, of_profile); });
    if (config.profile) take_from(*config.profile, config);
    read_table(root, "display", [&](base::TomlTable& table) { read_display(table, config.display); });
    read_table(root, "content", [&](base::TomlTable& table) { read_content(table, folder, config); });
    read_table(root, "languages", [&](base::TomlTable& table) { read_languages(table, config); });
    read_table(root, "opening", [&](base::TomlTable& table) { read_opening(table, config.opening); });
    read_table(root, "visit", [&](base::TomlTable& table) { read_visit(table, config); });
    read_table(root, "survey", [&](base::TomlTable& table) {
        auto offered = read_list(table, "offered", name_rule, base::is_name_id);
        if (!offered) return;
        config.surveys = std::move(*offered);
        config.own_surveys = true;
        config.every_survey = false;
    });
    read_table(root, "privacy", [&](base::TomlTable& table) { read_privacy(table, config); });
    read_table(root, "access",
               [&](base::TomlTable& table) { config.scanning = table.flag("scanning").value_or(config.scanning); });
    read_table(root, "sound", [&](base::TomlTable& table) { read_sound(table, config.sound); });
    read_table(root, "upload", [&](base::TomlTable& table) { read_upload(table, folder, config.upload); });
    read_table(root, "staff", [&](base::TomlTable& table) { read_staff(table, folder, config.staff); });
    root.finish();
}

}  // namespace

fs::path Config::pack_folder(std::string_view pack) const {
    const auto found = installed.find(pack);
    return found == installed.end() ? shipped_folder(pack) : found->second;
}

void Config::leave_out_withdrawn(pack::Pack& pack) const {
    const auto found = withdrawn.find(pack.id);
    if (found == withdrawn.end()) return;
    std::erase_if(pack.messages, [&](const pack::Message& message) { return found->second.contains(message.id); });
}

fs::path Config::shipped_folder(std::string_view pack) const {
    std::error_code error;
    if (profile && fs::is_regular_file(profile->folder() / pack / "pack.toml", error)) return profile->folder() / pack;
    return content_root / pack;
}

fs::path Config::over_pack(std::string_view pack) const {
    std::error_code error;
    if (!profile || !fs::is_directory(profile->folder() / pack, error)) return {};
    return fs::exists(profile->folder() / pack / "pack.toml", error) ? fs::path{} : profile->folder() / pack;
}

Offer offered_at(const Config& config, base::LocalTime when) {
    Offer offer{config.packs, {}};
    if (!config.every_survey) offer.surveys = config.surveys;
    if (!config.profile || !base::clock_is_plausible(when)) return offer;
    const auto now = std::ranges::find_if(config.profile->hours, [&](const Hours& h) { return h.when.contains(when); });
    if (now == config.profile->hours.end()) return offer;
    // What kiosk.toml says itself holds at every hour.
    if (now->packs && !config.own_packs) offer.packs = *now->packs;
    if (now->surveys && !config.own_surveys) offer.surveys = *now->surveys;
    return offer;
}

playback::Schedule schedule_of(const Config& config) {
    playback::Schedule schedule{.opening = config.opening, .parts = {}, .campaigns = {}, .usual = {}, .fallback = {}};
    if (!config.profile) return schedule;
    for (const auto& hours : config.profile->hours)
        schedule.parts.push_back({hours.name, hours.when, hours.audiences, hours.plays});
    schedule.campaigns = config.profile->campaigns;
    schedule.usual = config.profile->plays;
    schedule.fallback = config.profile->fallback;
    return schedule;
}

std::optional<base::Problem> refused_to_children(const Config& config, std::string_view survey) {
    if (config.for_author) return {};
    if (config.profile && std::ranges::find(config.profile->surveys, survey) != config.profile->surveys.end())
        return {};
    return base::Problem{
        base::Severity::warning, config.file.string(), 0,
        fmt::format("the survey \"{}\" is for children, and is not offered: only the profile of a place can offer it; "
                    "name it in \"surveys\" there once the place has agreed to it",
                    survey)};
}

std::string_view name_of(Period period) {
    const auto* found = std::ranges::find(period_names, period, &std::pair<Period, std::string_view>::first);
    return found == period_names.end() ? std::string_view{} : found->second;
}

std::optional<Config> config_of_profile(const fs::path& file, base::Problems& problems) {
    const auto beside = folder_of(file).parent_path() / "kiosk.toml";
    auto config = usual_config(beside);
    std::error_code error;
    if (fs::exists(beside, error)) {
        base::Problems of_others;  // it is asked about by its own name
        if (const auto kiosk = load_config(beside, of_others)) config.content_root = kiosk->content_root;
    }
    config.site.profile = file.stem().string();
    config.profile = load_profile(file, problems);
    if (!config.profile) return {};
    take_from(*config.profile, config);
    config.file = file;
    return config;
}

std::optional<Config> load_config(const fs::path& file, base::Problems& problems) {
    const auto folder = folder_of(file);
    Config config = usual_config(file);
    base::Problems found, of_profile;
    if (auto root = base::TomlTable::load(file, found, max_config_bytes)) read_all(*root, folder, config, of_profile);
    const bool refused = base::any_error(found);
    std::ranges::stable_sort(found, {}, &base::Problem::line);
    std::ranges::move(found, std::back_inserter(problems));
    std::ranges::move(of_profile, std::back_inserter(problems));
    if (refused) return {};
    return config;
}

}  // namespace talkpoint::config
