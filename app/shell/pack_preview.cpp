#include "shell/pack_preview.hpp"

#include "pack/folder.hpp"
#include "pack/strings.hpp"
#include "pack/translation.hpp"
#include "shell/content.hpp"
#include "shell/last_good.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace talkpoint::shell {
namespace fs = std::filesystem;
namespace {

/// Longer than anybody writes at one page, and its milliseconds fit where they must.
constexpr int for_ever_s = 24 * 24 * 3600;

/// Where the pack is, and what its place puts over it.
struct Folders {
    fs::path pack, over;
    std::string over_name;  ///< as talkpointctl begins its files: `sites/here/<pack>/`; empty: there is no place

    /// As a text of either names it: `pictures/one.svg`.
    [[nodiscard]] std::string name_of(const fs::path& file) const {
        const auto in_over = over.empty() ? fs::path{} : file.lexically_relative(over);
        const bool is_over = !in_over.empty() && *in_over.begin() != "..";
        return is_over ? in_over.string() : file.lexically_relative(pack).string();
    }
};

Folders folders_of(const config::Config& config) {
    const auto& pack = config.packs.front();
    return {config.pack_folder(pack), config.over_pack(pack),
            config.profile ? fmt::format("sites/{}/{}/", config.profile->id, pack) : ""};
}

/// What the author looks at, by the files it comes from.
struct Here {
    std::string heading;
    std::string beginning;  ///< of its own file and of its translations
    std::vector<std::string> pictures;
    [[nodiscard]] bool has(const std::string& file) const {
        return file.starts_with(beginning) || std::ranges::find(pictures, file) != pictures.end();
    }
};

/// `message` may be null: then what stands there is not the pack's.
Here here_on(const pack::Message* message, const Folders& folders) {
    if (!message) return {"The pack itself", "pack.", {}};
    Here here{"This message", "messages/" + message->id + ".", {}};
    const auto shows = [&](const std::optional<pack::Picture>& picture) {
        if (picture) here.pictures.push_back(folders.name_of(picture->file));
    };
    shows(message->picture);
    for (const auto& page : message->pages) shows(page.picture);
    return here;
}

Here here_of(const visit::Visit& visit, const Folders& folders) {
    const auto& place = visit.place();
    const auto& catalogue = visit.catalogue();
    Here here;
    const auto shows = [&](const fs::path& picture) {
        if (!picture.empty()) here.pictures.push_back(folders.name_of(picture));
    };
    switch (place.screen) {
        case visit::Screen::message:
            return here_on(catalogue.message(place.pack, place.message), folders);
        case visit::Screen::survey_intro:
        case visit::Screen::survey_question:
        case visit::Screen::survey_check:
        case visit::Screen::survey_saving:
        case visit::Screen::survey_thanks:
            here.heading = "This survey";
            here.beginning = "surveys/" + place.survey + ".";
            if (const auto* survey = catalogue.survey(place.survey)) {
                shows(survey->picture);
                for (const auto& question : survey->questions) {
                    shows(question.picture);
                    for (const auto& option : question.options) shows(option.picture);
                }
            }
            return here;
        case visit::Screen::help:
            return {"Who can help", "help.", {}};
        case visit::Screen::attract:
        case visit::Screen::home:
        case visit::Screen::topic:
        case visit::Screen::languages:
        case visit::Screen::settings:
            return {"The pack itself", "pack.", {}};
        case visit::Screen::hidden:
            return here_on(visit.notice(), folders);
    }
    return here;
}

std::string on_off(bool on) { return on ? "on" : "off"; }

std::string count_of(std::size_t n, std::string_view what) {
    return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

}  // namespace

config::Config preview_config(config::Config config, const fs::path& pack) {
    std::error_code error;
    const auto folder = fs::absolute(pack, error).lexically_normal();
    const auto name = pack::folder_name(folder);
    // A pack of this place is shown as the place has it, with its help lines and safe places; another one by itself.
    if (config.content_root.empty() || !fs::equivalent(config.pack_folder(name), folder, error)) {
        config.profile.reset();
        config.content_root = (folder.has_filename() ? folder : folder.parent_path()).parent_path();
    }
    if (config.profile) config.profile->hours.clear();
    config.packs = {name};
    config.for_author = true;
    config.surveys.clear();
    config.every_survey = true;
    config.idle_s = for_ever_s;
    config.display.rotation = 0;
    config.upload = {};
    return config;
}

PackPreview::PackPreview(config::Config config, std::string language, fs::path assets, const base::Clock& clock,
                         int input)
    : config_(std::move(config)),
      language_(std::move(language)),
      assets_(std::move(assets)),
      clock_(clock),
      input_(input) {
    read_pack();
}

void PackPreview::read_pack() {
    base::Problems problems;
    const auto today = base::date_of(clock_.local());
    auto catalogue = load_catalogue(config_, today, true, problems);
    readable_ = !catalogue.packs.empty();
    ever_readable_ = ever_readable_ || readable_;
    if (!readable_ && !languages_.catalogues.empty()) return;  // as it last was

    auto& offered = config_.languages;
    offered.clear();
    const auto offer = [&](const std::string& language) {
        if (!language.empty() && std::ranges::find(offered, language) == offered.end()) offered.push_back(language);
    };
    offer(language_);
    for (const auto& pack : catalogue.packs) {
        offer(pack.source_language);
        for (const auto& language : pack::languages_of(pack)) offer(language);
    }
    if (offered.empty()) offer(std::string{pack::interface_source});

    problems.clear();
    auto fresh = load_languages(config_, assets_, std::move(catalogue), today, true, problems);
    if (fresh.interface.empty()) return;
    keep_last_good(fresh, languages_);
    before_ = std::exchange(languages_, std::move(fresh));
    missing_.clear();
    for (const auto& problem : problems)
        if (problem.path == config_.file) missing_.push_back({{}, 0, problem.message, true});
}

bool PackPreview::look() {
    const auto line = input_.newest();
    if (!line) return false;
    understood_ = take_problems(*line);
    checked_at_ = clock_.local();
    read_pack();
    return true;
}

bool PackPreview::take_problems(const std::string& line) {
    const auto said = nlohmann::json::parse(line, nullptr, false);
    checked_.clear();
    if (!said.is_object() || !said.contains("problems") || !said["problems"].is_array()) return false;
    for (const auto& one : said["problems"]) {
        if (!one.is_object()) return false;
        const auto word = [&](const char* key) {
            const auto found = one.find(key);
            return found != one.end() && found->is_string() ? found->get<std::string>() : std::string{};
        };
        const auto number = one.find("line"), error = one.find("error");
        checked_.push_back({word("file"), number != one.end() && number->is_number_integer() ? number->get<int>() : 0,
                            word("text"), error == one.end() || !error->is_boolean() || error->get<bool>()});
    }
    return true;
}

std::string PackPreview::state() const {
    std::string state;
    if (!checked_at_)
        return input_.ended() ? "Nothing is checked: start this with talkpointctl preview." : "Reading the pack …";
    const auto errors = static_cast<std::size_t>(std::ranges::count(checked_, true, &Found::error)) + missing_.size();
    const auto warnings = checked_.size() + missing_.size() - errors;
    if (!understood_)
        state = "What the check found cannot be read; are talkpoint and talkpointctl of one version?";
    else if (errors + warnings == 0)
        state = "Nothing to mend.";
    else
        state = fmt::format("{}, {}.", count_of(errors, "error"), count_of(warnings, "warning"));
    state += fmt::format(" Read at {}.", base::format_local_time(*checked_at_).substr(11));
    if (!readable_)
        state += ever_readable_ ? " The pack cannot be read now: you see it as it was before."
                                : " The pack cannot be read yet: there is nothing to show.";
    return state;
}

ui::Strip PackPreview::strip(const visit::Visit& visit) const {
    ui::Strip strip;
    strip.title = "Preview of " + config_.packs.front();
    strip.state = state();
    strip.alarm = !readable_ || !understood_;
    const auto folders = folders_of(config_);
    const auto here = here_of(visit, folders);
    strip.groups = {{here.heading, {}}, {"Elsewhere", {}}};
    for (const bool errors : {true, false})
        for (const auto* list : {&missing_, &checked_})
            for (const auto& found : *list) {
                if (found.error != errors) continue;
                // What a place puts over a message is that message.
                const bool is_over = !folders.over_name.empty() && found.file.starts_with(folders.over_name);
                const bool is_here = here.has(is_over ? found.file.substr(folders.over_name.size()) : found.file);
                auto& group = strip.groups[is_here ? 0 : 1];
                const std::string file = found.file.empty() ? "this kiosk" : found.file;
                group.problems.push_back(
                    {found.line > 0 ? fmt::format("{}, line {}", file, found.line) : file, found.text, found.error});
            }
    const auto& settings = visit.settings();
    const auto& interface = languages_.interface;
    const auto language = std::ranges::find(interface, settings.language, &pack::Strings::language);
    strip.notes = {fmt::format("F9 language: {} · F10 large text: {} · F11 contrast: {}",
                               language == interface.end() ? settings.language : language->name(),
                               on_off(settings.large_text), on_off(settings.high_contrast)),
                   "Nothing is counted, kept or sent."};
    if (std::ranges::any_of(visit.catalogue().packs, &pack::Pack::behind_hide))
        strip.notes.insert(strip.notes.begin(), "These messages have no card: each Hide shows the next.");
    return strip;
}

}  // namespace talkpoint::shell
