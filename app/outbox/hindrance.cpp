#include "outbox/hindrance.hpp"

namespace talkpoint::outbox {

std::string_view name_of(Hindrance hindrance) {
    switch (hindrance) {
        case Hindrance::none:
            return "";
        case Hindrance::network:
            return "network";
        case Hindrance::not_found:
            return "not-found";
        case Hindrance::server:
            return "server";
        case Hindrance::certificate:
            return "certificate";
        case Hindrance::other:
            return "other";
    }
    return "other";
}

Hindrance hindrance_named(std::string_view name) {
    for (const auto one :
         {Hindrance::none, Hindrance::network, Hindrance::not_found, Hindrance::server, Hindrance::certificate})
        if (name == name_of(one)) return one;
    return Hindrance::other;
}

}  // namespace talkpoint::outbox
