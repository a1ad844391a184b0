#include "shell/languages.hpp"

#include "base/languages.hpp"
#include "base/strings.hpp"
#include "pack/cover.hpp"
#include "pack/help_translation.hpp"
#include "pack/translation.hpp"
#include "survey/translation.hpp"
#include "ui/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <future>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <unordered_set>
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

/// The letters of texts, each once.
class Letters {
  public:
    void add(std::string_view text) {
        while (!text.empty()) {
            const auto length = std::min(text.size(), base::utf8_length(text.front()));
            all_.emplace(text.substr(0, length));
            text.remove_prefix(length);
        }
    }
    [[nodiscard]] std::string all() const {
        std::string all;
        for (const auto& letter : all_) all += letter;
        return all;
    }

  private:
    std::unordered_set<std::string> all_;
};

void add_letters(Letters& letters, const pack::Pack& pack, const std::string& language) {
    if (pack.language == language) letters.add(pack.title + pack.summary);
    for (const auto& line : pack.help)
        if (line.language == language) letters.add(line.name + line.for_whom + line.hours);
    for (const auto& message : pack.messages) {
        if (message.language != language) continue;
        letters.add(message.title + message.summary);
        for (const auto& page : message.pages)
            for (const auto& block : page.blocks) letters.add(block.text.text);
    }
}

void add_letters(Letters& letters, const survey::Survey& survey) {
    letters.add(survey.title + survey.intro);
    for (const auto& question : survey.questions) {
        letters.add(question.text + question.explain);
        for (const auto& option : question.options) letters.add(option.text);
    }
}

/// One pack after the other, so that no more than one has its pages in memory where they are not to be kept.
visit::Catalogue translate(const config::Config& config, const visit::Catalogue& source, const std::string& language,
                           base::Date today, bool rehearsal, Keep keep, Letters& letters, base::Problems& problems) {
    visit::Catalogue out;
    out.language = language;
    out.site_name = source.site_name;
    out.for_author = source.for_author;
    for (const auto& pack : source.packs) {
        out.packs.push_back(pack.source_language == language ? pack : pack::translate_pack(pack, language, problems));
        auto& translated = out.packs.back();
        add_letters(letters, translated, language);
        if (keep == Keep::covers && !translated.behind_hide)
            for (auto& message : translated.messages) pack::keep_cover(message, translated);
    }
    for (const auto& survey : source.surveys) {
        out.surveys.push_back(in_language(survey, source.packs, language, problems));
        if (out.surveys.back().language == language) add_letters(letters, out.surveys.back());
    }
    const std::string shared_language{pack::language_of_shared_files};
    out.help_sources = source.help_sources;
    for (const auto& [file, lines] :
         {std::pair{config.shared_help(), &out.help_sources.shared}, {config.local_help(), &out.help_sources.local}})
        *lines = pack::translate_help(file.parent_path(), file, std::move(*lines), shared_language, language, problems);
    out.help = visit::public_help(out.help_sources, out.packs, today, rehearsal);
    out.places = pack::translate_safe_places(config.safe_places(), source.places, language, problems);
    return out;
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

/// What all languages are read with.
struct Reading {
    const config::Config& config;
    std::filesystem::path folder;  ///< of the interface's words
    pack::Strings english;
    std::vector<std::string> known;
    visit::Catalogue source;
    base::Date today;
    bool rehearsal;
    Keep keep;
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
ReadLanguage read_language(const Reading& with, const std::string& language) {
    ReadLanguage out;
    out.language = language;
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
    Letters letters;
    for (const auto& [key, text] : out.interface->texts()) letters.add(text);
    out.catalogue =
        translate(with.config, with.source, language, with.today, with.rehearsal, with.keep, letters, out.problems);
    out.letters = letters.all();
    keep_emergency(out.catalogue, *out.interface);
    return out;
}

}  // namespace

ReadLanguages read_languages(const config::Config& config, const std::filesystem::path& assets, visit::Catalogue source,
                             base::Date today, bool rehearsal, Keep keep) {
    const auto folder = assets / "strings";
    ReadLanguages out;
    auto english = pack::Strings::load(folder / "en.toml", out.problems);
    const auto with =
        std::make_shared<const Reading>(config, folder, std::move(english), pack::interface_languages(folder),
                                        std::move(source), today, rehearsal, keep);
    // Each is some hundred small files: read beside each other, because people wait for them.
    std::vector<std::future<ReadLanguage>> reading;
    for (const auto& language : config.languages)
        reading.push_back(std::async(std::launch::async, [&] { return read_language(*with, language); }));
    for (auto& one : reading) out.offered.push_back(one.get());
    out.english = [with]() -> std::optional<ReadLanguage> {
        if (with->english.texts().empty()) return {};
        return read_language(*with, with->english.language());
    };
    return out;
}

Languages offer_languages(const config::Config& config, ReadLanguages read, base::Problems& problems) {
    Languages out;
    // Copied, not moved: what was read lies among the pages that were forgotten, and would hold their memory.
    std::map<const pack::Film*, std::shared_ptr<const pack::Film>> films;  // one for all languages
    const auto offer = [&out, &films](const ReadLanguage& one) {
        out.interface.push_back(*one.interface);
        for (auto& pack : out.catalogues.emplace_back(one.catalogue).packs)
            for (auto& message : pack.messages) {
                if (!message.film) continue;
                auto& film = films[message.film.get()];
                if (!film) film = std::make_shared<const pack::Film>(*message.film);
                message.film = film;
            }
    };
    std::ranges::move(read.problems, std::back_inserter(problems));
    for (auto& one : read.offered) {
        std::ranges::move(one.problems, std::back_inserter(problems));
        if (!one.interface) continue;
        const auto missing = ui::TextEngine::missing_characters(one.letters);
        const bool is_english = one.language == pack::interface_source;
        if (!missing.empty() && is_english)
            problems.push_back({base::Severity::error, config.file.string(), 0,
                                fmt::format("no font here has {}, and people see boxes in place of them; install the "
                                            "fonts that the README names, or write something else",
                                            shown(missing))});
        else if (!missing.empty())
            problems.push_back(
                left_out(config, one.language,
                         fmt::format("no font here has {}; install the fonts that the README names", shown(missing))));
        if (missing.empty() || is_english) offer(one);
    }
    if (out.interface.empty())
        if (auto english = read.english()) offer(*english);
    return out;
}

Languages load_languages(const config::Config& config, const std::filesystem::path& assets, visit::Catalogue source,
                         base::Date today, bool rehearsal, base::Problems& problems) {
    return offer_languages(config, read_languages(config, assets, std::move(source), today, rehearsal), problems);
}

}  // namespace talkpoint::shell
