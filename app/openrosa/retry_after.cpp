#include "openrosa/retry_after.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <string_view>

namespace talkpoint::openrosa {
namespace {

constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// Digits and nothing else; more than fits is the most that fits.
std::optional<int> number_in(std::string_view text) {
    int number = 0;
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return {};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc::result_out_of_range ? std::numeric_limits<int>::max() : number;
}

std::optional<std::chrono::month> month_in(std::string_view text) {
    for (unsigned i = 0; i < months.size(); ++i)
        if (months[i] == text) return std::chrono::month{i + 1};
    return {};
}

std::optional<std::chrono::seconds> time_of_day(std::string_view text) {
    const auto parts = base::split(text, ':');
    if (parts.size() != 3) return {};
    const auto hours = number_in(parts[0]), minutes = number_in(parts[1]), seconds = number_in(parts[2]);
    if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 60) return {};
    return std::chrono::hours{*hours} + std::chrono::minutes{*minutes} + std::chrono::seconds{*seconds};
}

/// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7: the form that servers must send).
std::optional<std::chrono::sys_seconds> date_in(std::string_view text) {
    const auto parts = base::split(text, ' ');
    if (parts.size() != 6 || parts[5] != "GMT") return {};
    const auto day = number_in(parts[1]), year = number_in(parts[3]);
    const auto month = month_in(parts[2]);
    const auto time = time_of_day(parts[4]);
    if (!day || !month || !year || !time || *day > 31 || *year > 9999) return {};
    const std::chrono::year_month_day date{std::chrono::year{*year}, *month,
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return {};
    return std::chrono::sys_days{date} + *time;
}

std::string_view header(const std::map<std::string, std::string>& headers, const char* name) {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view{} : base::trim(found->second);
}

}  // namespace

std::optional<std::chrono::seconds> retry_after(const std::map<std::string, std::string>& headers) {
    const auto asked = header(headers, "retry-after");
    if (const auto seconds = number_in(asked)) return std::min(std::chrono::seconds{*seconds}, longest_wait);
    const auto until = date_in(asked), now = date_in(header(headers, "date"));
    if (!until || !now || *until < *now) return {};
    return std::min<std::chrono::seconds>(*until - *now, longest_wait);
}

}  // namespace talkpoint::openrosa
