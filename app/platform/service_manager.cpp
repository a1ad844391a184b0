#include "platform/service_manager.hpp"

#include <systemd/sd-daemon.h>

#include <algorithm>
#include <cstdint>

namespace talkpoint::platform {
namespace {

/// Two may come late before the third is missed.
constexpr std::uint64_t beats_in_time = 3;

void tell(const char* state) { (void)::sd_notify(0, state); }  // who does not listen will not hear the next one either

}  // namespace

ServiceManager::ServiceManager() {
    std::uint64_t microseconds = 0;
    if (::sd_watchdog_enabled(0, &microseconds) > 0)
        interval_ = base::Millis{std::max<std::uint64_t>(1, microseconds / 1000 / beats_in_time)};
}

void ServiceManager::turned(base::Millis now) {
    if (!ready_) tell("READY=1");
    const bool beat = interval_ && (!ready_ || now >= *due_);
    ready_ = true;
    if (!beat) return;
    tell("WATCHDOG=1");
    due_ = now + *interval_;
}

void ServiceManager::stopping() {
    tell("STOPPING=1");
    interval_.reset();
    due_.reset();
}

}  // namespace talkpoint::platform
