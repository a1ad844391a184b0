// A library that is loaded when it is first needed, so that nobody pays for it before.
#pragma once

#include "base/result.hpp"

#include <string>
#include <utility>

namespace talkpoint::media {

/// Never unloaded: what a library has loaded in its turn may have threads of its own by then. Any thread.
class SharedLibrary {
  public:
    /// unsupported: it is not installed; the message names `package`.
    [[nodiscard]] static base::Result<SharedLibrary> load(const std::string& name, std::string package);

    /// Sets `function` to the function of that name; its type is the header's (`decltype(::f)*`). The first that is
    /// missing is remembered: ask found() once at the end.
    template <class Function>
    SharedLibrary& find(const char* name, Function*& function) {
        function = reinterpret_cast<Function*>(find_address(name));
        return *this;
    }
    /// unsupported: a function was not in the library; the others may be used.
    [[nodiscard]] const base::Result<void>& found() const { return found_; }

  private:
    SharedLibrary(void* handle, std::string package) : handle_(handle), package_(std::move(package)) {}
    [[nodiscard]] void* find_address(const char* name);

    void* handle_;
    std::string package_;
    base::Result<void> found_;
};

}  // namespace talkpoint::media
