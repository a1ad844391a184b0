// What a take-away that was ended in the middle, by a power cut or a kill, has left on a stick.
#pragma once

#include <filesystem>
#include <string>

namespace talkpoint::ctl {

/// Removes from the stick the folders `talkpoint-<site>-<date>.part`, or with `-2` and so on before the ending, in
/// which there is nothing, or the list of sums (its first file) and no name but those of a take-away. Whatever else is
/// called so stays as it is: links, files, folders in which somebody has put anything of their own, folders that are
/// too large to be looked through. True: something has been removed. What cannot be removed stays, and is tried the
/// next time. Nobody else may be taking away on this stick meanwhile.
bool clear_left_over(const std::filesystem::path& stick, const std::string& site);

}  // namespace talkpoint::ctl
