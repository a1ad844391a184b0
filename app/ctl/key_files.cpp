#include "ctl/key_files.hpp"

#include "base/files.hpp"
#include "ctl/places.hpp"

#include <unistd.h>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;

std::unexpected<base::Error> is_there(const fs::path& file) {
    return base::fail(ErrorKind::unwritable,
                      "is there already, and a key is never overwritten: what it was used for could not be read or "
                      "signed again; choose another --to",
                      file);
}

base::Result<void> create(const KeyFile& file, unsigned rights) {
    auto created = base::create_file(file.path, file.pem, rights);
    if (!created) return created.error().kind == ErrorKind::in_use ? is_there(file.path) : created;
    if (auto synced = base::sync_file(file.path); !synced) return synced;
    return base::sync_folder(file.path.parent_path());
}

}  // namespace

base::Result<void> check_free(const fs::path& file) {
    std::error_code error;
    if (fs::symlink_status(file, error).type() == fs::file_type::not_found) return {};
    return is_there(file);
}

base::Result<void> write_pair(const KeyFile& private_key, const KeyFile& public_key) {
    if (auto made = make_folder(private_key.path.parent_path()); !made) return made;
    if (auto written = create(private_key, 0600); !written) return written;
    auto written = create(public_key, 0644);
    if (!written) ::unlink(private_key.path.c_str());  // half a pair would only stand in the way
    return written;
}

}  // namespace talkpoint::ctl
