// What the subcommands of `pack` say at their end: a sentence for a person, or one object of JSON.
#pragma once

#include "base/result.hpp"
#include "ctl/commands.hpp"
#include "ctl/json.hpp"

#include <string_view>

namespace talkpoint::ctl {

/// Says the problems and the error; as JSON `{"ok": false, "error", "sentence", "problems"}` as well: the sentence is
/// the error for staff, without the place on the disk. The exit code.
int refuse_pack(const Options& options, const base::Error& error, const base::Problems& problems = {});

/// The same with this exit code, whatever kind of error it is.
int refuse_pack(const Options& options, const base::Error& error, ExitCode code);

/// The sentence; as JSON the object, beginning with `"ok": true`.
int tell_pack(const Options& options, const Json& object, std::string_view sentence);

}  // namespace talkpoint::ctl
