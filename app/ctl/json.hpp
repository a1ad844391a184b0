// How results are printed as JSON.
#pragma once

#include <nlohmann/json.hpp>

namespace talkpoint::ctl {

/// Keys stay in the order in which they are written here, which is the order of the documentation.
using Json = nlohmann::ordered_json;

/// On standard output: one line for a script, indented for a person at a terminal. Bytes that are no UTF-8 are
/// replaced.
void print(const Json& json);

}  // namespace talkpoint::ctl
