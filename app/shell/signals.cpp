#include "shell/signals.hpp"

#include <pthread.h>

#include <csignal>

namespace talkpoint::shell {
namespace {

sigset_t our_signals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGTERM, SIGINT, SIGUSR2}) sigaddset(&set, signal);
    return set;
}

}  // namespace

Signals::Signals() {
    const sigset_t set = our_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

void Signals::start(std::function<void()> on_stop) {
    thread_ = std::thread{[this, on_stop = std::move(on_stop)] {
        const sigset_t set = our_signals();
        int signal = 0;
        while (sigwait(&set, &signal) == 0) {
            if (signal == SIGUSR2) return;  // the end of this object
            stop_ = true;
            on_stop();
        }
    }};
}

void Signals::finish() {
    if (!thread_.joinable()) return;
    pthread_kill(thread_.native_handle(), SIGUSR2);
    thread_.join();
}

}  // namespace talkpoint::shell
