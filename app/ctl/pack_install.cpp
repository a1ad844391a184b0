#include "base/strings.hpp"
#include "bundle/installing.hpp"
#include "bundle/keys.hpp"
#include "ctl/checking_help.hpp"
#include "ctl/checking_pack.hpp"
#include "ctl/commands.hpp"
#include "ctl/pack_results.hpp"
#include "store/state_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;
using base::fail;

/// What a pack would be to this kiosk.
class Judge {
  public:
    Judge(const config::Config& config, base::Date today) : config_(config), today_(today) {}

    /// As the kiosk will read it: a pack with errors is refused, with all of them in problems().
    base::Result<void> judge(const fs::path& folder, const bundle::Manifest& manifest) {
        Findings findings;
        const auto terms = load_terms(config_.content_root / terms_file, unsaid_);
        const auto checked = check_pack(folder, config_.languages, today_, terms, findings);
        if (checked) {
            title_ = checked->installed.pack.title;
            for (const auto& message : checked->installed.pack.messages)
                messages_.push_back({{"message", message.id}, {"title", message.title}});
            check_shared_lines(checked->installed.pack, config_.shared_help(), today_, findings.problems);
            check_surveys(*checked, folder, findings.problems);
        }
        const auto scratch = folder.parent_path().string() + "/";
        for (auto& problem : findings.problems) {
            if (problem.severity != base::Severity::error) continue;
            if (problem.path.starts_with(scratch)) problem.path.erase(0, scratch.size());
            problems_.push_back(std::move(problem));
        }
        if (problems_.empty() && checked) return {};
        return fail(ErrorKind::malformed,
                    fmt::format("the pack \"{}\" has errors, and would not be shown whole; send what is named here to "
                                "those who made it",
                                manifest.id));
    }

    [[nodiscard]] const base::Problems& problems() const { return problems_; }
    [[nodiscard]] const std::string& title() const { return title_; }
    /// Of the pack's messages ids and titles.
    [[nodiscard]] const Json& messages() const { return messages_; }
    [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

  private:
    /// Two surveys of one id could not be told apart; one that is offered and gone is said.
    void check_surveys(const Checked& checked, const fs::path& folder, base::Problems& problems) {
        const auto has = [](const fs::path& pack, const std::string& id) {
            std::error_code error;
            return fs::exists(pack / "surveys" / (id + ".toml"), error);
        };
        const auto& own = checked.installed.pack.id;
        for (const auto& file : checked.installed.pack.survey_files)
            for (const auto& other : config_.packs)
                if (other != own && has(config_.pack_folder(other), file.stem()))
                    problems.push_back({base::Severity::error, file.string(), 0,
                                        fmt::format("the pack \"{}\" has a survey \"{}\" as well; their responses "
                                                    "could not be told apart",
                                                    other, file.stem().string())});
        for (const auto& id : config_.surveys)
            if (has(config_.pack_folder(own), id) && !has(folder, id))
                notes_.push_back(fmt::format("the survey \"{}\" is offered here, and is no longer in the pack", id));
    }

    const config::Config& config_;
    base::Date today_;
    base::Problems problems_, unsaid_;
    std::string title_;
    Json messages_ = Json::array();
    std::vector<std::string> notes_;
};

std::vector<std::string> notes_on(const config::Config& config, const bundle::Manifest& manifest, const Judge& judge) {
    auto notes = judge.notes();
    if (std::ranges::find(config.packs, manifest.id) == config.packs.end())
        notes.push_back(fmt::format(
            "nothing of it is shown until \"{}\" is named in \"packs\", in kiosk.toml or the profile of the place",
            manifest.id));
    if (const auto found = config.withdrawn.find(manifest.id); found != config.withdrawn.end()) {
        const std::vector<std::string> messages{found->second.begin(), found->second.end()};
        notes.push_back(fmt::format("still withdrawn: {}", base::join(messages, ", ")));
    }
    return notes;
}

Json json_of(const bundle::Accepted& accepted, const Judge& judge, const std::vector<std::string>& notes) {
    const auto& manifest = accepted.manifest;
    return {{"pack", manifest.id},
            {"title", judge.title()},
            {"messages", judge.messages()},
            {"version", manifest.version},
            {"before", accepted.before.empty() ? Json(nullptr) : Json(accepted.before)},
            {"expires", manifest.expires ? Json(base::format_date(*manifest.expires)) : Json(nullptr)},
            {"key", accepted.key},
            {"notes", notes}};
}

enum class Wish { verify, install };

int take(const Options& options, const std::string& file, const std::vector<std::string>& key_files, Wish wish,
         const base::Clock& clock) {
    const auto today = base::date_of(clock.local());
    base::Problems problems;
    auto config = load_kiosk(options, today, problems);
    if (!config && key_files.empty())
        return refuse_pack(options,
                           {ErrorKind::malformed, "the configuration cannot be used; correct what is named here", ""},
                           problems);
    if (!config) config.emplace();  // somebody who has no kiosk, and names a key
    if (!key_files.empty()) config->pack_keys.assign(key_files.begin(), key_files.end());
    problems.clear();
    const auto keys = bundle::load_keys(config->pack_keys, problems);
    say(problems);
    if (config->pack_keys.empty())
        return refuse_pack(options,
                           {ErrorKind::malformed,
                            "this kiosk takes no signed packs: name the public keys of those whom it may trust "
                            "in \"keys\" of [content]",
                            config->file});
    const auto state = store::state_folder(options.state);
    if (!state) return refuse_pack(options, state.error());

    Judge judge{*config, today};
    const bundle::Terms terms{
        keys, clock.local(), [&](std::string_view pack) { return config->shipped_folder(pack); },
        [&](const fs::path& folder, const auto& manifest) { return judge.judge(folder, manifest); }};
    std::error_code error;
    const auto accepted = wish == Wish::install ? bundle::install(file, *state, terms)
                                                : bundle::verify(file, *state, fs::temp_directory_path(error), terms);
    if (!accepted) return refuse_pack(options, accepted.error(), judge.problems());
    const auto& manifest = accepted->manifest;
    const auto notes = notes_on(*config, manifest, judge);
    auto sentence = fmt::format("\"{}\" ({}) {} is {}", judge.title(), manifest.id, manifest.version,
                                wish == Wish::install ? "installed; it is shown when the kiosk starts again"
                                                      : "signed, whole and sound; nothing has been installed");
    if (!accepted->before.empty()) sentence += fmt::format("\nin use before: {}", accepted->before);
    for (const auto& note : notes) sentence += "\n" + note;
    return tell_pack(options, json_of(*accepted, judge, notes), sentence);
}

}  // namespace

int pack_verify(const Options& options, const std::string& file, const std::vector<std::string>& key_files,
                const base::Clock& clock) {
    return take(options, file, key_files, Wish::verify, clock);
}

int pack_install(const Options& options, const std::string& file, const base::Clock& clock) {
    return take(options, file, {}, Wish::install, clock);
}

}  // namespace talkpoint::ctl
