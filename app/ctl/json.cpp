#include "ctl/json.hpp"

#include <unistd.h>

#include <iostream>

namespace talkpoint::ctl {

void print(const Json& json) {
    std::cout << json.dump(::isatty(STDOUT_FILENO) ? 2 : -1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace talkpoint::ctl
