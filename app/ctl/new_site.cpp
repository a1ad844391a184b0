// `new site ID`: the start of a place's profile, with comments that say what to fill in.
#include "base/files.hpp"
#include "base/strings.hpp"
#include "config/find_assets.hpp"
#include "config/find_config.hpp"
#include "ctl/commands.hpp"
#include "ctl/json.hpp"
#include "ctl/places.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <iostream>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;
using base::fail;

constexpr std::size_t max_template_bytes = 64UL * 1024;

/// `lower-dingle` as people write it, `Lower Dingle`.
std::string name_of(const std::string& id) {
    auto name = id;
    bool first = true;
    for (char& c : name) {
        if (first && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        first = c == '-';
        if (first) c = ' ';
    }
    return name;
}

std::string filled(std::string text, const std::string& id) {
    const auto name = name_of(id);
    for (const auto& [word, value] : {std::pair{std::string_view{"{id}"}, &id}, {std::string_view{"{name}"}, &name}})
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + value->size()))
            text.replace(at, word.size(), *value);
    return text;
}

base::Result<fs::path> templates() {
    auto assets = config::find_assets();
    if (!assets) return std::unexpected(std::move(assets.error()));
    return *assets / "templates/site";
}

/// Writes one file; nothing that is there is ever overwritten.
base::Result<void> write(const fs::path& from, const fs::path& to, const std::string& id) {
    const auto text = base::read_text(from, max_template_bytes);
    if (!text) return std::unexpected(text.error());
    auto written = base::create_file(to, filled(*text, id), 0644);
    if (!written && written.error().kind == ErrorKind::in_use)
        return fail(ErrorKind::unwritable, "is there already; edit it, or choose another id", to);
    return written;
}

base::Result<std::vector<fs::path>> write_all(const fs::path& sites, const std::string& id) {
    const auto from = templates();
    if (!from) return std::unexpected(from.error());
    std::vector<fs::path> made;
    const std::array files{std::pair{"profile.toml", sites / (id + ".toml")},
                           std::pair{"help.toml", sites / id / "help.toml"},
                           std::pair{"places.toml", sites / id / "places.toml"}};
    for (const auto& [name, to] : files) {
        std::error_code error;
        if (fs::exists(fs::symlink_status(to, error)))
            return fail(ErrorKind::unwritable, "is there already; edit it, or choose another id", to);
    }
    if (auto folder = make_folder(sites / id); !folder) return std::unexpected(std::move(folder.error()));
    for (const auto& [name, to] : files) {
        if (auto written = write(*from / name, to, id); !written) return std::unexpected(std::move(written.error()));
        made.push_back(to);
    }
    return made;
}

}  // namespace

int new_site(const Options& options, const std::string& id) {
    if (!base::is_name_id(id)) {
        say({ErrorKind::malformed,
             fmt::format("\"{}\" cannot be the id of a place; use small letters, digits and hyphens",
                         base::printable(id)),
             {}});
        return wrong_options;
    }
    const auto sites = config::find_config(options.config).parent_path() / "sites";
    const auto made = write_all(sites, id);
    if (!made) {
        say(made.error());
        return refused;
    }
    if (options.json) {
        Json files = Json::array();
        for (const auto& file : *made) files.push_back(file.string());
        print({{"written", files}});
        return done;
    }
    for (const auto& file : *made) std::cout << "wrote " << file.string() << '\n';
    std::cout << fmt::format(
        "Fill in what is particular here, then: talkpointctl check {}\n"
        "A kiosk of this place names it in its kiosk.toml: [site] profile = \"{}\"\n",
        (sites / (id + ".toml")).string(), id);
    return done;
}

}  // namespace talkpoint::ctl
