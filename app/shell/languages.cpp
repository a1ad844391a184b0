#include "shell/languages.hpp"

#include "base/languages.hpp"
#include "base/strings.hpp"
#include "pack/help_translation.hpp"
#include "pack/translation.hpp"
#include "survey/translation.hpp"
#include "ui/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <future>
#include <iterator>
#include <optional>
#include <utility>

namespace talkpoint::shell {
namespace {

/// The survey in that language, or in its own where it has no translation.
survey::Survey in_language(const survey::Survey& source, const std::vector<pack::Pack>& packs,
                           const std::string& language, base::Problems& problems) {
    if (source.language == language) return source;
    for (const auto& pack : packs)
        for (const auto& file : pack.survey_files) {
            if (file.stem() != source.id) continue;
            for (const auto& translation : survey::translation_files(file))
                if (translation.filename() == fmt::format("{}.{}.toml", source.id, language))
                    if (auto translated = survey::load_translation(source, translation, problems)) return *translated;
            return source;
        }
    return source;
}

visit::Catalogue translate(const config::Config& config, const visit::Catalogue& source, const std::string& language,
                           base::Date today, bool rehearsal, base::Problems& problems) {
    visit::Catalogue out;
    out.language = language;
    out.site_name = source.site_name;
    out.for_author = source.for_author;
    for (const auto& pack : source.packs)
        out.packs.push_back(pack.source_language == language ? pack : pack::translate_pack(pack, language, problems));
    for (const auto& survey : source.surveys)
        out.surveys.push_back(in_language(survey, source.packs, language, problems));
    const std::string shared_language{pack::language_of_shared_files};
    out.help_sources = source.help_sources;
    for (const auto& [file, lines] :
         {std::pair{config.shared_help(), &out.help_sources.shared}, {config.local_help(), &out.help_sources.local}})
        *lines = pack::translate_help(file.parent_path(), file, std::move(*lines), shared_language, language, problems);
    out.help = visit::public_help(out.help_sources, out.packs, today, rehearsal);
    out.places = pack::translate_safe_places(config.safe_places(), source.places, language, problems);
    return out;
}

/// Everything that has letters: of the interface, and of what the packs say in that language.
std::string letters_of(const pack::Strings& strings, const visit::Catalogue& catalogue) {
    std::string all;
    const auto& language = catalogue.language;
    for (const auto& [key, text] : strings.texts()) all += text;
    for (const auto& pack : catalogue.packs) {
        if (pack.language == language) all += pack.title + pack.summary;
        for (const auto& line : pack.help)
            if (line.language == language) all += line.name + line.for_whom + line.hours;
        for (const auto& message : pack.messages) {
            if (message.language != language) continue;
            all += message.title + message.summary;
            for (const auto& page : message.pages)
                for (const auto& block : page.blocks) all += block.text.text;
        }
    }
    for (const auto& survey : catalogue.surveys) {
        if (survey.language != language) continue;
        all += survey.title + survey.intro;
        for (const auto& question : survey.questions) {
            all += question.text + question.explain;
            for (const auto& option : question.options) all += option.text;
        }
    }
    return all;
}

/// `ß, ş and 3 more`.
std::string shown(const std::vector<char32_t>& characters) {
    constexpr std::size_t most = 8;
    std::string out;
    for (std::size_t i = 0; i < std::min(most, characters.size()); ++i)
        out += fmt::format("{}U+{:04X}", i > 0 ? ", " : "", static_cast<std::uint32_t>(characters[i]));
    if (characters.size() > most) out += fmt::format(" and {} more", characters.size() - most);
    return out;
}

/// One language as it was read; nothing of it is there where it cannot be offered, and then the problems say why.
struct Spoken {
    std::optional<pack::Strings> interface;
    visit::Catalogue catalogue;
    base::Problems problems;
};

/// What all languages are read with.
struct Reading {
    const config::Config& config;
    std::filesystem::path folder;  ///< of the interface's words
    const pack::Strings& english;
    std::vector<std::string> known;
    const visit::Catalogue& source;
    base::Date today;
    bool rehearsal;
};

base::Problem left_out(const config::Config& config, const std::string& language, const std::string& why) {
    return {base::Severity::error, config.file.string(), 0,
            fmt::format("the language \"{}\" is not offered: {}", base::printable(language), why)};
}

/// The number to call in danger is there whatever is wrong with the files of help lines.
void keep_emergency(visit::Catalogue& catalogue, const pack::Strings& interface) {
    if (std::ranges::any_of(catalogue.help, &pack::HelpLine::emergency)) return;
    pack::HelpLine line;
    line.id = "emergency";
    line.name = line.for_whom = interface("help.emergency");
    line.phone = interface("help.emergency_number");
    line.emergency = true;
    line.language = interface.language();
    catalogue.help.insert(catalogue.help.begin(), std::move(line));
}

/// Any thread: it only reads, and what it is given.
Spoken read_language(const Reading& with, const std::string& language) {
    Spoken out;
    const auto leave_out = [&](const std::string& why) {
        out.problems.push_back(left_out(with.config, language, why));
        return std::move(out);
    };
    if (std::ranges::find(with.known, language) == with.known.end()) {
        const auto near = base::nearest(language, with.known);
        return leave_out(near
                             ? "there is no such one; did you mean \"" + *near + "\"?"
                             : "the kiosk does not speak it; write assets/strings/" + language + ".toml, or remove it");
    }
    const bool is_english = language == with.english.language();
    auto strings = is_english ? with.english : pack::Strings::load(with.folder / (language + ".toml"), out.problems);
    if (strings.texts().empty()) return leave_out("its interface cannot be read; correct what is named above");
    if (!is_english && !with.english.texts().empty()) strings.complete_from(with.english, out.problems);
    out.interface = std::move(strings);
    out.catalogue = translate(with.config, with.source, language, with.today, with.rehearsal, out.problems);
    keep_emergency(out.catalogue, *out.interface);
    return out;
}

}  // namespace

Languages load_languages(const config::Config& config, const std::filesystem::path& assets, visit::Catalogue source,
                         base::Date today, bool rehearsal, base::Problems& problems) {
    const auto folder = assets / "strings";
    const auto english = pack::Strings::load(folder / "en.toml", problems);
    const Reading with{config, folder, english, pack::interface_languages(folder), source, today, rehearsal};
    // Each is some hundred small files: read beside each other, because people wait for the first picture.
    std::vector<std::future<Spoken>> reading;
    for (const auto& language : config.languages)
        reading.push_back(std::async(std::launch::async, [&with, language] { return read_language(with, language); }));
    Languages out;
    for (std::size_t i = 0; i < reading.size(); ++i) {
        auto spoken = reading[i].get();
        std::ranges::move(spoken.problems, std::back_inserter(problems));
        if (!spoken.interface) continue;
        const auto missing = ui::TextEngine::missing_characters(letters_of(*spoken.interface, spoken.catalogue));
        if (!missing.empty() && config.languages[i] != english.language()) {
            problems.push_back(
                left_out(config, config.languages[i],
                         fmt::format("no font here has {}; install the fonts that the README names", shown(missing))));
            continue;
        }
        if (!missing.empty())
            problems.push_back({base::Severity::error, config.file.string(), 0,
                                fmt::format("no font here has {}, and people see boxes in place of them; install the "
                                            "fonts that the README names, or write something else",
                                            shown(missing))});
        out.interface.push_back(std::move(*spoken.interface));
        out.catalogues.push_back(std::move(spoken.catalogue));
    }
    if (out.interface.empty() && !english.texts().empty()) {
        out.interface.push_back(english);
        out.catalogues.push_back(translate(config, source, english.language(), today, rehearsal, problems));
        keep_emergency(out.catalogues.back(), english);
    }
    return out;
}

}  // namespace talkpoint::shell
