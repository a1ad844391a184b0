#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "openrosa/form.hpp"
#include "openrosa/key.hpp"
#include "survey/translation.hpp"

#include <iostream>
#include <set>

namespace talkpoint::ctl {
namespace {

/// What was wrong with the translations of one survey, among the problems of all content.
base::Problems of_translations(const std::vector<Installed>& all, const std::string& id,
                               const base::Problems& problems) {
    std::set<std::string> files;
    for (const auto& installed : all)
        for (const auto& file : installed.pack.survey_files)
            if (file.stem() == id)
                for (const auto& translation : survey::translation_files(file)) files.insert(translation);
    base::Problems out;
    for (const auto& problem : problems)
        if (files.contains(problem.path)) out.push_back(problem);
    return out;
}

/// The configured key as a form has it, empty where none is configured; what is wrong with it is in `problems`.
std::string public_key(const config::Config& config, base::Date today, base::Problems& problems) {
    if (config.upload.public_key_file.empty()) return {};
    const auto key = openrosa::PublicKey::load(config.upload.public_key_file, today, problems);
    return key ? key->base64() : std::string{};
}

}  // namespace

int xform(const Options& options, const std::string& id, const base::Clock& clock) {
    const auto today = base::date_of(clock.local());
    base::Problems problems;
    const auto config = load_kiosk(options, today, problems);
    if (!config) {
        say(problems);
        return refused;
    }
    const auto all = load_all(*config, today, problems);
    const auto languages = in_every_language(all, id);
    if (languages.empty()) return say_no_survey(all, id, *config, problems);
    // A form in fewer languages than were written, or without its key, would be published by mistake.
    auto relevant = of_translations(all, id, problems);
    const auto key = public_key(*config, today, relevant);
    say(relevant);
    if (base::any_error(relevant)) return refused;
    std::cout << openrosa::write_form(languages, key);
    return done;
}

}  // namespace talkpoint::ctl
