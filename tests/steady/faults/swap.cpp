// The frame that is shown. "hang": it never is ("hangs" tells of it). After a loss "shown-again" tells of the first.
#include "context.hpp"
#include "faults.hpp"

#include <SDL.h>
#include <dlfcn.h>

extern "C" void SDL_GL_SwapWindow(SDL_Window* window) {
    static const auto real = reinterpret_cast<decltype(&SDL_GL_SwapWindow)>(::dlsym(RTLD_NEXT, "SDL_GL_SwapWindow"));
    if (faults::wanted("hang")) {
        faults::tell("hangs");
        while (true) ::pause();
    }
    if (faults::context_is_lost()) return;
    real(window);
    if (faults::wanted("lost")) faults::tell("shown-again");
}
