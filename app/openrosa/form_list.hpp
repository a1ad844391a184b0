// A server's list of forms. Source: https://docs.getodk.org/openrosa-form-list
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::openrosa {

struct ListedForm {
    std::string id;
    std::string version;
    std::string hash;  ///< `md5:…`, or empty
    std::string download_url;
};
/// malformed: not an `xforms` document of OpenRosa. Forms without an id or an address are left out.
[[nodiscard]] base::Result<std::vector<ListedForm>> read_form_list(std::string_view xml);

}  // namespace talkpoint::openrosa
