#include "survey/response.hpp"

namespace talkpoint::survey {

bool is_event_code(std::string_view text) {
    constexpr std::size_t longest = 40;
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
    return !text.empty() && text.size() <= longest && text.find_first_not_of(letters) == std::string_view::npos;
}

}  // namespace talkpoint::survey
