#include "openrosa/answer.hpp"

#include "base/strings.hpp"
#include "openrosa/retry_after.hpp"
#include "openrosa/xml.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace talkpoint::openrosa {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_body = 65'536, longest_quote = 200, shortest_secret = 32;
constexpr std::string_view response_namespace = "http://openrosa.org/http/response";

/// The namespace in which the document's own element stands.
std::string_view namespace_of(const pugi::xml_node& root) {
    const std::string_view name = root.name();
    const auto colon = name.find(':');
    const auto declared = colon == std::string_view::npos ? "xmlns" : fmt::format("xmlns:{}", name.substr(0, colon));
    return root.attribute(declared.c_str()).value();
}

/// What the server says in an OpenRosaResponse; nothing if it is none. Another namespace is another document; a small
/// server that leaves it out still says the word that no sign-in page says.
std::optional<std::string> open_rosa_message(std::string_view body) {
    pugi::xml_document document;
    if (!load_xml(document, body, "an answer")) return {};
    const auto root = document.document_element();
    const auto space = namespace_of(root);
    const bool left_out = space.empty() && std::string_view{root.name()} == "OpenRosaResponse";
    if (local_name(root) != "OpenRosaResponse" || !(left_out || space == response_namespace)) return {};
    return text_in(child_of(root, "message"));
}

std::string json_message(std::string_view body) {
    const auto json = Json::parse(body, nullptr, false);
    if (!json.is_object()) return {};
    for (const char* key : {"message", "detail", "error"})
        if (const auto found = json.find(key); found != json.end() && found->is_string())
            return found->get<std::string>();
    return {};
}

/// A server may quote the address that it was asked for, and the token stands in it.
bool may_be_secret(std::string_view word) {
    std::size_t run = 0;
    for (const char c : word) {
        const bool of_token = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '!' ||
                              c == '$' || c == '_';
        run = of_token ? run + 1 : 0;
        if (run >= shortest_secret) return true;
    }
    return false;
}

/// The server's words on one line, cut; nothing where it said nothing that can be quoted.
std::string quoted(std::string message) {
    if (message.find('<') != std::string::npos) return {};
    std::ranges::replace_if(message, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    std::string out;
    for (const auto& said : base::split(message, ' ')) {
        if (said.empty()) continue;
        const auto word = may_be_secret(said) ? "…" : base::printable(said);
        if (out.size() + word.size() > longest_quote) {
            out += " …";
            break;
        }
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out.empty() ? out : fmt::format(" (the server said: \"{}\")", out);
}

Verdict verdict_of(int status, bool receipt) {
    switch (status) {
        case 201:
        case 202:
            return receipt ? Verdict::received : Verdict::later;
        case 401:
        case 403:
            return Verdict::refused;
        case 404:
            return Verdict::no_form;
        case 409:
            return Verdict::conflict;
        case 400:
        case 413:
            return Verdict::not_taken;
        default:
            return Verdict::later;
    }
}

/// What it means and what to do about it.
std::string_view meaning_of(int status, bool receipt) {
    if ((status == 201 || status == 202) && receipt) return "received";
    switch (status) {
        case 400:
            return "the server cannot read this response; it is kept, look at it in an export";
        case 401:
            return "the server does not let this kiosk send to this form; give its user access to the form, check the "
                   "project in the address, then run talkpointctl upload";
        case 402:
            return "the server's account is full; it is tried again later";
        case 403:
            return "the server does not know the token, or it was taken back; put a new one into the "
                   "configuration, then run talkpointctl upload";
        case 404:
            return "the server does not have this form in this version; publish the form that `talkpointctl xform` "
                   "writes, and check the address";
        case 405:
            return "the server takes nothing for this form now; open it there";
        case 408:
            return "the server waited too long for the response; it is tried again later";
        case 409:
            return "the server has this response with other content, or the form is closed there; open the form";
        case 413:
            return "the response is too large for the server; it is kept, raise the server's limit";
        case 423:
            return "the server is busy with this response; it is tried again later";
        case 429:
            return "the server is asked too often; it is tried again later";
        default:
            break;
    }
    if (status >= 200 && status < 300)
        return "this is no receipt: a sign-in page of the network may have answered instead of the server; check the "
               "network and the address";
    if (status >= 300 && status < 400)
        return "the address leads elsewhere: a sign-in page of the network, or the server has moved; check the network "
               "and the address";
    if (status >= 500) return "the server is in trouble; it is tried again later";
    return "this is no answer that a form server gives; check the address, it is tried again later";
}

}  // namespace

Answer read_answer(int status, const std::map<std::string, std::string>& headers, std::string_view body) {
    body = body.substr(0, longest_body);
    const auto message = open_rosa_message(body);
    const bool receipt = message.has_value();
    Answer answer{.verdict = verdict_of(status, receipt), .said = {}, .wait = {}};
    answer.said = fmt::format("{}: {}", status, meaning_of(status, receipt));
    if (answer.verdict != Verdict::received) answer.said += quoted(message ? *message : json_message(body));
    if (answer.verdict == Verdict::later) answer.wait = retry_after(headers);
    return answer;
}

std::optional<std::size_t> accepted_length(const std::map<std::string, std::string>& headers) {
    const auto found = headers.find("x-openrosa-accept-content-length");
    if (found == headers.end()) return {};
    const auto text = base::trim(found->second);
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error != std::errc{} || end != text.data() + text.size() || length == 0) return {};
    return length;
}

}  // namespace talkpoint::openrosa
