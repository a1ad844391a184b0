// The frame that is shown ("bad-swap": in vain); "frames" has a byte for each. "look": it is kept as "seen". "hang": it
// never is ("hangs" tells of it). After a loss "shown-again" tells of the first.
#include "context.hpp"
#include "faults.hpp"

#include <SDL.h>
#include <dlfcn.h>
#include <epoxy/gl.h>

#include <cstdio>
#include <fstream>
#include <string_view>
#include <vector>

namespace {

void look(SDL_Window* window) {
    int width = 0, height = 0;
    SDL_GL_GetDrawableSize(window, &width, &height);
    std::vector<char> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    const auto beside = faults::file_of("seen.new");
    std::ofstream{beside} << width << ' ' << height << '\n' << std::string_view{pixels.data(), pixels.size()};
    std::rename(beside.c_str(), faults::file_of("seen").c_str());
}

}  // namespace

extern "C" void SDL_GL_SwapWindow(SDL_Window* window) {
    static const auto real = reinterpret_cast<decltype(&SDL_GL_SwapWindow)>(::dlsym(RTLD_NEXT, "SDL_GL_SwapWindow"));
    if (faults::wanted("hang")) {
        faults::tell("hangs");
        while (true) ::pause();
    }
    if (faults::context_is_lost()) return;
    if (faults::wanted("look")) look(window);
    real(window);
    faults::tell("frames");
    if (faults::wanted("bad-swap")) SDL_SetError("the display does not take it");
    if (faults::wanted("lost")) faults::tell("shown-again");
}
