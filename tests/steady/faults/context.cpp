// The graphics card is reset. "lose-gl": what is in the context is gone for good, and the context says so;
// "lose-gl-for-a-while": and no other is to be had for half a second; "lose-gl-for-good": never; "lose-gl-always": each
// one is lost as soon as it has been shown. "lost" tells of it.
#include "context.hpp"

#include "faults.hpp"

#include <SDL.h>
#include <dlfcn.h>
#include <epoxy/gl.h>

#include <chrono>

namespace {

using Clock = std::chrono::steady_clock;

bool lost = false, done = false;
Clock::time_point lost_at;

const auto real_create = reinterpret_cast<decltype(&SDL_GL_CreateContext)>(::dlsym(RTLD_NEXT, "SDL_GL_CreateContext"));

/// An empty context takes the old one's place: whatever is still drawn with old names is drawn with nothing.
GLenum status() {
    const bool always = faults::wanted("lose-gl-always"), for_good = faults::wanted("lose-gl-for-good");
    const bool once = for_good || faults::wanted("lose-gl") || faults::wanted("lose-gl-for-a-while");
    if (!lost && !done && (always || once)) {
        real_create(SDL_GL_GetCurrentWindow());
        lost = true;
        lost_at = Clock::now();
        done = !always;
        faults::tell("lost");
    }
    return lost ? GL_UNKNOWN_CONTEXT_RESET : GL_NO_ERROR;
}

}  // namespace

namespace faults {
bool context_is_lost() { return lost; }
}  // namespace faults

// epoxy's functions are pointers: these take the place of its own.
extern "C" {
PFNGLGETGRAPHICSRESETSTATUSPROC epoxy_glGetGraphicsResetStatus = &status;
PFNGLGETGRAPHICSRESETSTATUSARBPROC epoxy_glGetGraphicsResetStatusARB = &status;

SDL_GLContext SDL_GL_CreateContext(SDL_Window* window) {
    const bool soon = Clock::now() - lost_at < std::chrono::milliseconds{500};
    if (lost && (faults::wanted("lose-gl-for-good") || (soon && faults::wanted("lose-gl-for-a-while")))) {
        SDL_SetError("the card is being reset");
        return nullptr;
    }
    lost = false;
    return real_create(window);
}
}
