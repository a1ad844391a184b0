// Fingers and keys where there is no device: lines of the pipe "hands" become SDL's events, as a device's would.
// `down ID X Y`, `up ID X Y` (parts of the panel, 0 to 1), `key NAME`.
#include "faults.hpp"

#include <SDL.h>

#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

namespace {

void push(const std::string& line) {
    std::istringstream words{line};
    std::string what;
    words >> what;
    SDL_Event event{};
    if (what == "key") {
        std::string name;
        words >> name;
        event.type = SDL_KEYDOWN;
        event.key.keysym.sym = SDL_GetKeyFromName(name.c_str());
    } else {
        event.type = what == "down" ? SDL_FINGERDOWN : SDL_FINGERUP;
        words >> event.tfinger.fingerId >> event.tfinger.x >> event.tfinger.y;
    }
    SDL_PushEvent(&event);
}

__attribute__((constructor)) void begin() {
    if (!faults::wanted("hands")) return;
    // The kiosk's signals are for its own threads.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    std::thread{[] {
        std::fstream pipe{faults::file_of("hands")};  // for writing, too: it never ends
        for (std::string line; std::getline(pipe, line);) push(line);
    }}.detach();
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

}  // namespace
