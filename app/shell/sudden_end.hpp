// A library that ends the program beneath us: Xlib does, when its server has gone.
#pragma once

namespace talkpoint::shell {

/// While it lives, whoever calls exit() ends the program at once with `code`: no destructor of anything static runs
/// under threads that still use it, so nothing hangs and nothing crashes on the way. One at a time; main thread.
class SuddenEnd {
  public:
    explicit SuddenEnd(int code);
    ~SuddenEnd();
    SuddenEnd(const SuddenEnd&) = delete;
    SuddenEnd& operator=(const SuddenEnd&) = delete;
};

}  // namespace talkpoint::shell
