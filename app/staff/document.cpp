#include "staff/document.hpp"

#include "base/files.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <system_error>

namespace talkpoint::staff {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t most_bytes = 1024UL * 1024;

fs::path file_of(const fs::path& folder, std::string_view name) { return folder / (std::string{name} + ".json"); }

base::Result<void> make_folder(const fs::path& folder) {
    std::error_code error;
    if (fs::create_directories(folder, error); !error)
        fs::permissions(folder, fs::perms::owner_all, fs::perm_options::replace, error);
    if (error) return std::unexpected(base::write_failure("made", error.value(), folder));
    return {};
}

}  // namespace

fs::path folder_in(const fs::path& state) { return state / "staff"; }

base::Result<nlohmann::json> read_document(const fs::path& folder, std::string_view name) {
    const auto file = file_of(folder, name);
    const auto text = base::read_file(file, most_bytes);
    if (!text) return std::unexpected(text.error());
    auto document = nlohmann::json::parse(*text, nullptr, false);
    if (!document.is_object())
        return base::fail(base::ErrorKind::malformed,
                          "cannot be understood; remove it, and what it held must be entered again", file.string());
    return document;
}

base::Result<void> write_document(const fs::path& folder, std::string_view name, const nlohmann::json& document) {
    if (auto made = make_folder(folder); !made) return made;
    const auto text = document.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
    return base::write_file(file_of(folder, name), text + "\n");
}

base::Result<base::FileLock> hold_document(const fs::path& folder, std::string_view name) {
    if (auto made = make_folder(folder); !made) return std::unexpected(std::move(made.error()));
    return base::FileLock::take_in_turn(folder / (std::string{name} + ".lock"));
}

std::optional<std::string> text_in(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) return {};
    return found->get<std::string>();
}

std::optional<std::int64_t> number_in(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer()) return {};
    const auto number = found->get<std::int64_t>();  // a number beyond its range becomes a negative one
    return number >= 0 ? std::optional{number} : std::nullopt;
}

}  // namespace talkpoint::staff
