// Reading TOML that people wrote: every problem at once, each with its line, unknown keys with the nearest
// known one. The reader knows a key by being asked for it: ask for everything, then finish().
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::base {

/// One table of a TOML document. Getters append to the Problems given at the start (which must outlive the
/// table) when a value has the wrong type, and return nothing. Copies share the document and the asked keys.
class TomlTable {
  public:
    /// Nothing if the file cannot be read or is not TOML; the problem is then in `problems`.
    [[nodiscard]] static std::optional<TomlTable> load(const std::filesystem::path& path, Problems& problems,
                                                       std::size_t max_bytes = 1024UL * 1024);
    /// `path` is what problems name; `first_line` is the line of the file on which `text` begins.
    [[nodiscard]] static std::optional<TomlTable> parse(std::string_view text, const std::filesystem::path& path,
                                                        Problems& problems, int first_line = 1);

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] bool is_table(std::string_view key) const;  ///< without asking for it
    [[nodiscard]] std::optional<std::string> text(std::string_view key);
    [[nodiscard]] std::optional<bool> flag(std::string_view key);
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key);
    [[nodiscard]] std::optional<double> number(std::string_view key);  ///< integers too
    [[nodiscard]] std::optional<Date> date(std::string_view key);
    /// An array of strings; a single string counts as an array of one.
    [[nodiscard]] std::optional<std::vector<std::string>> texts(std::string_view key);
    [[nodiscard]] std::optional<TomlTable> table(std::string_view key);
    /// An array of tables, `[[key]]` or `key = [ {…}, {…} ]`; empty when absent.
    [[nodiscard]] std::vector<TomlTable> tables(std::string_view key);

    /// As text(), and absent or blank is a problem: `why` says what the value is for.
    [[nodiscard]] std::string required_text(std::string_view key, std::string_view why);

    [[nodiscard]] int line() const;                      ///< of the table itself
    [[nodiscard]] int line(std::string_view key) const;  ///< of the key, or of the table where it is absent
    /// Of one item of a list; of the key where there is no such item.
    [[nodiscard]] int line(std::string_view key, std::size_t item) const;
    void problem(std::string_view key, std::string message, Severity severity = Severity::error);
    void problem(std::string_view key, std::size_t item, std::string message, Severity severity = Severity::error);
    /// Counts as asked for, without looking at it.
    void pass_over(std::string_view key);
    /// Every key in the order in which it was written.
    [[nodiscard]] std::vector<std::string> keys() const;
    /// Reports each key of this table that nobody asked for, with the nearest that somebody did.
    void finish();

  private:
    struct Document;
    struct View;
    explicit TomlTable(std::shared_ptr<View> view) : view_(std::move(view)) {}
    std::shared_ptr<View> view_;
};

}  // namespace talkpoint::base
