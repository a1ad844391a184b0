#include "shell/sudden_end.hpp"

#include <unistd.h>

#include <atomic>
#include <cstdlib>

namespace talkpoint::shell {
namespace {

constexpr int none = -1;
std::atomic<int> code_of_end = none;

void end_suddenly() {
    if (const int code = code_of_end; code != none) ::_exit(code);
}

}  // namespace

SuddenEnd::SuddenEnd(int code) {
    static const int registered = std::atexit(end_suddenly);
    code_of_end = registered == 0 ? code : none;
}

SuddenEnd::~SuddenEnd() { code_of_end = none; }

}  // namespace talkpoint::shell
