#include "staff/pin.hpp"

#include "ctl/as_owner.hpp"
#include "ctl/commands.hpp"
#include "ctl/json.hpp"
#include "ctl/passphrase.hpp"
#include "staff/acts.hpp"
#include "staff/document.hpp"

#include <iostream>

namespace talkpoint::ctl {
namespace {

constexpr SecretName pin_name{"PIN", "PIN", "--pin-file"};

int refuse(const base::Error& error, ExitCode code) {
    say(error);
    return code;
}

}  // namespace

int set_pin(const Options& options, bool random, const std::string& pin_file, const base::Clock& clock) {
    base::Result<std::string> pin;
    if (!random) {
        pin = read_secret(pin_file, Typed::twice, pin_name);
        if (!pin) return refuse(pin.error(), wrong_options);
        if (const auto good = staff::check_new_pin(*pin); !good) return refuse(good.error(), wrong_options);
    }
    const auto state = state_as_owner(options);
    if (!state) return refuse(state.error(), state_unusable);
    const auto folder = staff::folder_in(*state);
    staff::Guard guard{folder};
    base::Random chance;
    if (random) {
        pin = guard.make_random(chance);
        if (!pin) return refuse(pin.error(), state_unusable);
    } else if (const auto set = guard.set(*pin, chance); !set) {
        return refuse(set.error(), state_unusable);
    }
    if (const auto kept = staff::record(folder, clock.local(), staff::Act::pin_changed); !kept) say(kept.error());
    if (options.json)
        print({{"pin", random ? Json(*pin) : Json(nullptr)}});
    else if (random)
        std::cout << *pin
                  << "\n  The new PIN, which holds at once. It is not shown again: write it down, and keep it where "
                     "staff\n  find it and the public does not.\n";
    else
        std::cout << "The new PIN holds at once.\n";
    return done;
}

}  // namespace talkpoint::ctl
