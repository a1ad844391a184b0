#include "ctl/as_owner.hpp"

#include "store/state_folder.hpp"

#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace talkpoint::ctl {

base::Result<std::filesystem::path> state_as_owner(const Options& options) {
    auto folder = store::state_folder(options.state);
    if (!folder) return folder;
    struct stat info{};
    if (::stat(folder->c_str(), &info) != 0 || !S_ISDIR(info.st_mode))
        return base::fail(base::ErrorKind::not_found,
                          "no kiosk has run here yet; start it once, or give the kiosk's folder with --state", *folder);
    if (::geteuid() != 0 || info.st_uid == 0) return folder;
    if (::setgroups(0, nullptr) == 0 && ::setegid(info.st_gid) == 0 && ::seteuid(info.st_uid) == 0) return folder;
    return base::fail(base::ErrorKind::unreadable,
                      std::string{"its owner's rights cannot be taken ("} + std::strerror(errno) +
                          "); run this as the user whose folder it is",
                      *folder);
}

}  // namespace talkpoint::ctl
