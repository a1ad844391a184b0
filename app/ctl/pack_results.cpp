#include "ctl/pack_results.hpp"

#include "base/strings.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>

namespace talkpoint::ctl {
namespace {

ExitCode code_of(base::ErrorKind kind) {
    switch (kind) {
        case base::ErrorKind::not_found:
            return wrong_options;
        case base::ErrorKind::unwritable:
        case base::ErrorKind::in_use:
            return state_unusable;
        case base::ErrorKind::unreadable:
        case base::ErrorKind::malformed:
        case base::ErrorKind::too_large:
        case base::ErrorKind::unsupported:
            break;
    }
    return refused;
}

/// For staff, who know the file by its name alone.
std::string sentence_of(const base::Error& error) {
    const auto file = std::filesystem::path{error.place}.filename().string();
    auto sentence = (file.empty() ? "" : fmt::format("\"{}\" ", base::printable(file))) + error.message + ".";
    if (file.empty() && sentence.front() >= 'a' && sentence.front() <= 'z')
        sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
    return sentence;
}

void say_all(const Options& options, const base::Error& error, const base::Problems& problems) {
    say(problems);
    say(error);
    if (!options.json) return;
    Json list = Json::array();
    for (const auto& problem : problems) list.push_back(problem.text());
    print({{"ok", false}, {"error", error.text()}, {"sentence", sentence_of(error)}, {"problems", std::move(list)}});
}

}  // namespace

int refuse_pack(const Options& options, const base::Error& error, const base::Problems& problems) {
    say_all(options, error, problems);
    return code_of(error.kind);
}

int refuse_pack(const Options& options, const base::Error& error, ExitCode code) {
    say_all(options, error, {});
    return code;
}

int tell_pack(const Options& options, const Json& object, std::string_view sentence) {
    if (!options.json) {
        std::cout << sentence << '\n';
        return done;
    }
    Json whole{{"ok", true}};
    whole.update(object);
    print(whole);
    return done;
}

}  // namespace talkpoint::ctl
