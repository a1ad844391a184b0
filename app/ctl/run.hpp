// The command line for staff, authors, evaluators and IT.
#pragma once

namespace talkpoint::ctl {

/// All of `talkpointctl`: reads the options, runs one subcommand, returns the exit code (see commands.hpp).
int run(int argc, char** argv);

}  // namespace talkpoint::ctl
