// A new folder on a stick, which has its name only once it is whole.
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <string>
#include <utility>

namespace talkpoint::ctl {

/// Until finish() it is called `<name>.part`, so that whatever ends it in the middle, no folder that is called `<name>`
/// is half of one. Never one that was there before. Let go before that: it is removed, as far as the stick allows.
class NewFolder {
  public:
    /// `<name>`, or `<name>-2` and so on where something is called so, finished or not. in_use: a thousand are;
    /// unwritable.
    [[nodiscard]] static base::Result<NewFolder> make(const std::filesystem::path& where, const std::string& name);
    NewFolder(NewFolder&& other) noexcept
        : target_(std::move(other.target_)), descriptor_(std::exchange(other.descriptor_, -1)) {}
    NewFolder& operator=(NewFolder&&) = delete;
    ~NewFolder() { (void)discard(); }

    /// Where it is while it is built.
    [[nodiscard]] std::filesystem::path part() const { return target_.string() + ".part"; }
    /// Where it is when it is finished.
    [[nodiscard]] const std::filesystem::path& target() const { return target_; }

    /// Everything of it is on the disk. unwritable.
    [[nodiscard]] base::Result<void> sync() const;
    /// It has its name, and that is on the disk too. unwritable.
    [[nodiscard]] base::Result<void> finish();
    /// Removes it unless it is finished. False: the stick does not let us, or is gone.
    bool discard();

  private:
    NewFolder(std::filesystem::path target, int descriptor) : target_(std::move(target)), descriptor_(descriptor) {}

    std::filesystem::path target_;
    int descriptor_ = -1;  ///< from its beginning: sync() is told of what failed since
};

}  // namespace talkpoint::ctl
