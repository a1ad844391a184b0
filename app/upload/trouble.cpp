#include "upload/trouble.hpp"

#include <fmt/format.h>

#include <string_view>

namespace talkpoint::upload {
namespace {

/// {server}, {proxy}, {whose} (the one of the two that it is about) and {limit} are put in.
std::string_view sentence_of(Trouble trouble) {
    switch (trouble) {
        case Trouble::short_of_memory:
            return "no request could be made, because this machine is short of memory; start it again";
        case Trouble::stopped:
            return "the program ends before {server} has answered; it is asked the next time";
        case Trouble::name_unknown:
            return "no server is found by the name {server}; see that this machine's network is connected and that "
                   "\"base_url\" is right";
        case Trouble::proxy_name_unknown:
            return "no proxy is found by the name {proxy}; see that this machine's network is connected and that "
                   "\"proxy\" is right";
        case Trouble::no_way:
            return "no network leads to {server}; see that this machine's cable or Wi-Fi is connected";
        case Trouble::refused:
            return "{server} refused the connection; see that \"base_url\" is right and that the server runs";
        case Trouble::proxy_refused:
            return "the proxy {proxy} refused the connection; see that \"proxy\" is right and that the proxy runs";
        case Trouble::proxy_does_not_let:
            return "the proxy {proxy} does not let us through to {server}; ask those who run it to allow that";
        case Trouble::name_timed_out:
            return "the name {whose} was not found within {limit}; see that this machine's network is connected";
        case Trouble::connection_timed_out:
            return "there was no connection to {server} within {limit}; see that the network lets this machine through";
        case Trouble::answer_timed_out:
            return "{server} did not answer in full within {limit}; it is asked again by itself";
        case Trouble::name_differs:
            return "{whose} shows a certificate with another name on it; see that its address is right, and that no "
                   "sign-in page of the network stands in between";
        case Trouble::expired:
            return "{whose} shows a certificate that has expired; see that this machine's clock is right, then ask "
                   "those who run it for a new one";
        case Trouble::not_yet_valid:
            return "{whose} shows a certificate that is not valid yet; see that this machine's clock is right";
        case Trouble::not_trusted:
            return "{whose} shows a certificate that this machine does not trust; if its certificate authority is your "
                   "own, name the file of that authority in \"ca_file\"";
        case Trouble::authorities_unreadable:
            return "the certificate authorities cannot be read; see that \"ca_file\" names a file of certificates in "
                   "PEM";
        case Trouble::no_authorities:
            return "this machine has no list of certificate authorities to trust; install the package ca-certificates, "
                   "or name a file of your own in \"ca_file\"";
        case Trouble::tls_failed:
            return "no TLS connection to {server} could be made; see that \"base_url\" is right, that \"ca_file\", if "
                   "there is one, is of its certificate authority as it is now, and that no sign-in page of the "
                   "network "
                   "stands in between";
        case Trouble::no_answer:
            return "{server} broke off before it answered; it is asked again by itself";
        case Trouble::half_an_answer:
            return "{server} broke off in the middle of its answer; it is asked again by itself";
        case Trouble::answer_too_long:
            return "{server} sent an answer that is far too long; see that \"base_url\" names an OpenRosa server";
        case Trouble::header_too_long:
            return "{server} sent headers that are far too long; see that \"base_url\" names an OpenRosa server";
        case Trouble::other:
            return "{server} could not be asked; see that \"base_url\" names an OpenRosa server";
    }
    return {};
}

}  // namespace

std::string text_of(Trouble trouble, const TroubleContext& context) {
    const std::string whose = context.at_proxy ? "the proxy " + context.proxy : context.server;
    auto text =
        fmt::format(fmt::runtime(sentence_of(trouble)), fmt::arg("server", context.server),
                    fmt::arg("proxy", context.proxy), fmt::arg("whose", whose), fmt::arg("limit", context.limit));
    if (!context.detail.empty()) text += " (" + context.detail + ")";
    return text;
}

outbox::Hindrance hindrance_of(Trouble trouble) {
    using outbox::Hindrance;
    switch (trouble) {
        case Trouble::no_way:
            return Hindrance::network;
        case Trouble::name_unknown:
        case Trouble::name_timed_out:
            return Hindrance::not_found;
        case Trouble::refused:
        case Trouble::connection_timed_out:
        case Trouble::answer_timed_out:
        case Trouble::no_answer:
        case Trouble::half_an_answer:
            return Hindrance::server;
        case Trouble::name_differs:
        case Trouble::expired:
        case Trouble::not_yet_valid:
        case Trouble::not_trusted:
        case Trouble::tls_failed:
            return Hindrance::certificate;
        case Trouble::short_of_memory:
        case Trouble::stopped:
        case Trouble::proxy_name_unknown:
        case Trouble::proxy_refused:
        case Trouble::proxy_does_not_let:
        case Trouble::authorities_unreadable:
        case Trouble::no_authorities:
        case Trouble::answer_too_long:
        case Trouble::header_too_long:
        case Trouble::other:
            return Hindrance::other;
    }
    return Hindrance::other;
}

}  // namespace talkpoint::upload
