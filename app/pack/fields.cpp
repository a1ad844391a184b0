#include "pack/fields.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace talkpoint::pack {
namespace fs = std::filesystem;
namespace {

using Expected = std::expected<fs::path, std::string>;

constexpr std::array<std::pair<Audience, std::string_view>, 5> audience_names{{
    {Audience::child, "child"},
    {Audience::young_person, "young-person"},
    {Audience::parent, "parent"},
    {Audience::adult, "adult"},
    {Audience::professional, "professional"},
}};

std::vector<std::string> known_audiences() {
    std::vector<std::string> names;
    names.reserve(audience_names.size());
    for (const auto& [audience, name] : audience_names) names.emplace_back(name);
    return names;
}

std::size_t characters_in(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

std::string checked_short(base::TomlTable& table, std::string_view key, std::string value) {
    check_short(table, key, value);
    return value;
}

std::string lower_extension(const fs::path& file) { return base::lower_case(file.extension().string()); }

base::Result<fs::path> resolve(const Roots& roots, std::string_view relative) {
    auto file = base::resolve_inside(roots.own, relative);
    const bool absent = !file && file.error().kind == base::ErrorKind::not_found;
    return absent && !roots.beneath.empty() ? base::resolve_inside(roots.beneath, relative) : file;
}

Expected recording_inside(const Roots& roots, std::string_view relative) {
    auto file = file_inside(roots, relative);
    if (!file) return file;
    constexpr std::array<std::string_view, 3> playable{".ogg", ".opus", ".oga"};
    const auto shown = base::printable(relative);
    if (std::ranges::find(playable, lower_extension(*file)) == playable.end())
        return std::unexpected(fmt::format(R"("{}" cannot be played; save it as .ogg or .opus)", shown));
    std::error_code error;
    const auto size = fs::file_size(*file, error);
    if (error || size == 0 || size > max_recording_bytes)
        return std::unexpected(fmt::format(R"("{}" is empty or larger than {} MiB; record it again)", shown,
                                           max_recording_bytes / (1024UL * 1024UL)));
    return file;
}

}  // namespace

std::string_view name_of(Audience audience) {
    const auto* found = std::ranges::find(audience_names, audience, &std::pair<Audience, std::string_view>::first);
    return found == audience_names.end() ? std::string_view{} : found->second;
}

std::optional<Audience> audience_named(std::string_view name) {
    const auto* found = std::ranges::find(audience_names, name, &std::pair<Audience, std::string_view>::second);
    if (found == audience_names.end()) return {};
    return found->first;
}

std::string short_text(base::TomlTable& table, std::string_view key) {
    return checked_short(table, key, table.text(key).value_or(""));
}

std::string required_short_text(base::TomlTable& table, std::string_view key, std::string_view why) {
    return checked_short(table, key, table.required_text(key, why));
}

std::string name_id_of(base::TomlTable& table, std::string_view why) {
    auto id = table.required_text("id", why);
    if (!base::trim(id).empty() && !base::is_name_id(id))
        table.problem(
            "id", fmt::format(R"("{}" cannot be an id; use small letters, digits and hyphens)", base::printable(id)));
    return id;
}

void check_short(base::TomlTable& table, std::string_view key, std::string_view text) {
    if (text.find_first_of("\r\n") != std::string_view::npos)
        table.problem(key, fmt::format(R"("{}" must be one line; join its lines)", key));
    if (characters_in(text) > max_short_text)
        table.problem(key, fmt::format(R"("{}" is longer than {} characters; shorten it)", key, max_short_text));
}

std::vector<Audience> audiences_of(base::TomlTable& table) {
    std::vector<Audience> audiences;
    const auto names = table.texts("audiences").value_or(std::vector<std::string>{});
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto audience = audience_named(names[i]);
        if (audience && std::ranges::find(audiences, *audience) == audiences.end()) audiences.push_back(*audience);
        if (audience) continue;
        const auto known = known_audiences();
        const auto near = base::nearest(names[i], known);
        table.problem(
            "audiences", i,
            near ? fmt::format(R"(unknown audience "{}"; did you mean "{}"?)", base::printable(names[i]), *near)
                 : fmt::format(R"(unknown audience "{}"; use {})", base::printable(names[i]), base::join(known, ", ")));
    }
    return audiences;
}

Expected file_inside(const Roots& roots, std::string_view relative) {
    const auto shown = base::printable(relative);
    auto file = resolve(roots, relative);
    if (!file && file.error().kind == base::ErrorKind::not_found)
        return std::unexpected(fmt::format(R"(there is no file "{}" in this pack; add it or correct the name)", shown));
    if (!file)
        return std::unexpected(
            fmt::format(R"("{}" is not inside the pack; put the file there and name it from the pack's )"
                        R"(own folder, without ".." or a leading /)",
                        shown));
    std::error_code error;
    if (!fs::is_regular_file(*file, error))
        return std::unexpected(fmt::format(R"("{}" is not a file; name a file)", shown));
    return std::move(*file);
}

bool is_only_missing(const Roots& roots, std::string_view relative) {
    const auto found = resolve(roots, relative);
    return !found && found.error().kind == base::ErrorKind::not_found;
}

Expected picture_inside(const Roots& roots, std::string_view relative) {
    auto file = file_inside(roots, relative);
    if (!file) return file;
    constexpr std::array<std::string_view, 4> drawable{".png", ".jpg", ".jpeg", ".svg"};
    const auto extension = lower_extension(*file);
    const auto shown = base::printable(relative);
    if (std::ranges::find(drawable, extension) == drawable.end())
        return std::unexpected(
            fmt::format(R"("{}" is not a picture that can be shown; save it as .png, .jpg or .svg)", shown));
    const auto most = extension == ".svg" ? max_svg_bytes : max_picture_bytes;
    std::error_code error;
    const auto size = fs::file_size(*file, error);
    if (error || size > most)
        return std::unexpected(fmt::format(R"("{}" is larger than {} KiB; make it smaller)", shown, most / 1024UL));
    if (size == 0) return std::unexpected(fmt::format(R"("{}" is empty; save the picture again)", shown));
    return file;
}

std::vector<fs::path> narration_of(base::TomlTable& table, const Roots& roots, std::size_t pages) {
    std::vector<fs::path> recordings;
    const auto named = table.texts("narration").value_or(std::vector<std::string>{});
    for (std::size_t i = 0; i < std::min(named.size(), max_pages); ++i) {
        auto file = recording_inside(roots, named[i]);
        if (file) {
            recordings.push_back(std::move(*file));
        } else {
            const bool refused = !is_only_missing(roots, named[i]) && !file_inside(roots, named[i]);
            table.problem("narration", i, file.error(), refused ? base::Severity::error : base::Severity::warning);
        }
    }
    if (named.size() > 1 && named.size() != pages && pages > 0)
        table.problem(
            "narration",
            fmt::format("names {} recordings for {} pages; name one of all pages, or one a page", named.size(), pages),
            base::Severity::warning);
    const bool fits = named.size() == 1 || named.size() == pages;
    return fits && recordings.size() == named.size() ? recordings : std::vector<fs::path>{};
}

std::optional<Picture> picture_of(base::TomlTable& table, const Roots& roots, Alt alt) {
    const auto relative = table.text("picture");
    auto description = short_text(table, "picture_alt");
    if (!relative) {
        if (table.has("picture_alt") && !table.has("picture"))
            table.problem("picture_alt", R"("picture_alt" describes no picture; add "picture", or remove it)",
                          base::Severity::warning);
        return {};
    }
    auto file = picture_inside(roots, *relative);
    if (!file) table.problem("picture", file.error());
    const bool described = !base::trim(description).empty();
    if (!described && alt == Alt::required)
        table.problem(table.has("picture_alt") ? "picture_alt" : "picture",
                      R"(the picture has no description; write what it shows in "picture_alt")");
    if (!file) return {};
    return Picture{std::move(*file), std::move(description)};
}

}  // namespace talkpoint::pack
