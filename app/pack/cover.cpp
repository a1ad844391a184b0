#include "pack/cover.hpp"

#include "pack/file_problems.hpp"
#include "pack/message_file.hpp"

#include <fmt/format.h>

#include <utility>

namespace talkpoint::pack {
namespace {

/// Where the files of a cover lie.
Roots roots_of(const Message& cover, const Pack& pack) {
    const bool own = cover.folder.empty() || cover.folder == pack.folder;
    return own ? Roots{pack.folder} : Roots{cover.folder, pack.folder};
}

}  // namespace

void keep_cover(Message& message, const Pack& pack) {
    message.pages_not_kept = message.page_count();
    message.pages = {};
    message.sources = {};
    message.film_words.reset();
    if (message.folder == pack.folder) message.folder.clear();  // a path is a thousand bytes
}

base::Result<std::vector<Page>> read_pages(const Message& cover, const Pack& pack) {
    const auto roots = roots_of(cover, pack);
    const auto name =
        cover.language == pack.source_language ? cover.id + ".md" : cover.id + "." + cover.language + ".md";
    const auto file = roots.own / "messages" / name;
    FileProblems problems{file.string()};
    auto read = read_message_file(roots, file, problems);
    if (problems.any_error())
        return base::fail(base::ErrorKind::unreadable,
                          "its pages cannot be read any more; put the file back, or start "
                          "the kiosk again to leave the message out",
                          file.string());
    if (read.pages.size() != cover.page_count())
        return base::fail(base::ErrorKind::malformed,
                          fmt::format("has {} pages where it had {} when the kiosk started; start the kiosk again",
                                      read.pages.size(), cover.page_count()),
                          file.string());
    return std::move(read.pages);
}

FilmWords read_film_words(const Message& cover, const Pack& pack, std::string_view language) {
    if (!cover.film) return {};
    const auto roots = roots_of(cover, pack);
    auto words = words_of(*cover.film, roots, pack.source_language);
    base::Problems unsaid;
    if (language != pack.source_language)
        translate_words(words, *cover.film, roots, language, pack.source_language, unsaid);
    return words;
}

}  // namespace talkpoint::pack
