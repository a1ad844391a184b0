#include "fakes/odk_server.hpp"

#include "base/strings.hpp"
#include "fakes/http_auth.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <algorithm>
#include <functional>

namespace talkpoint::tests {
namespace {

constexpr std::string_view xml_type = "text/xml; charset=utf-8";

std::string open_rosa_response(std::string_view nature, std::string_view message) {
    return fmt::format(
        R"(<OpenRosaResponse xmlns="http://openrosa.org/http/response" items="0"><message nature="{}">{}</message>)"
        "</OpenRosaResponse>",
        nature, message);
}

void say(httplib::Response& response, int status, std::string_view nature, std::string_view message) {
    response.status = status;
    response.set_content(open_rosa_response(nature, message), std::string{xml_type});
}

std::string sign_in_page() { return "<!DOCTYPE html><html><body><h1>Welcome to our Wi-Fi</h1></body></html>"; }

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

/// Without the prefix: `orx:meta` is `meta`.
std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name) {
    for (const auto& child : node.children())
        if (local_name(child) == name) return child;
    return {};
}

}  // namespace

/// One POST, read.
struct OdkServer::Received {
    bool has_file = false;  ///< a part xml_submission_file, with a filename
    std::string xml;
    std::map<std::string, std::string> others;
    bool is_xml = false;    ///< begins as XML does
    bool is_whole = false;  ///< and ends so
    std::string form, version, instance_id;
    bool is_manifest = false;
    std::vector<std::string> expected;  ///< files that a manifest names

    explicit Received(const httplib::Request& request) {
        for (const auto& [name, file] : request.files) {
            if (name != "xml_submission_file") {
                others[name] = file.content;
            } else {
                has_file = !file.filename.empty();
                xml = file.content;
            }
        }
        read_xml();
    }

    void read_xml() {
        pugi::xml_document document;
        is_whole = static_cast<bool>(document.load_buffer(xml.data(), xml.size()));
        const auto root = document.document_element();  // pugixml keeps what came before the fault
        form = root.attribute("id").value();
        version = root.attribute("version").value();
        is_xml = !form.empty();
        is_manifest = root.attribute("encrypted").as_string() == std::string_view{"yes"};
        if (is_whole) instance_id = child_named(child_named(root, "meta"), "instanceID").text().get();
        for (const auto& child : root.children()) {
            if (local_name(child) == "encryptedXmlFile") expected.emplace_back(child.text().get());
            if (local_name(child) == "media") expected.emplace_back(child_named(child, "file").text().get());
        }
    }

    /// A part whose name the manifest does not know is dropped, as Central does.
    [[nodiscard]] std::map<std::string, std::string> attachments() const {
        if (!is_manifest) return others;
        std::map<std::string, std::string> kept;
        for (const auto& name : expected)
            if (const auto found = others.find(name); found != others.end()) kept.insert(*found);
        return kept;
    }
};

OdkServer::OdkServer(const std::optional<Certificate>& certificate) : tls_(certificate.has_value()) {
    HttpServer::Handlers handlers;
    handlers.begun = [this](const httplib::Request& request) { begin(request); };
    handlers.abandoned = [this] {
        const std::lock_guard lock{mutex_};
        posts_now_ = std::max(0, posts_now_ - 1);
    };
    handlers.answer = [this](const httplib::Request& request, httplib::Response& response) {
        return answer(request, response);
    };
    http_ = std::make_unique<HttpServer>(std::move(handlers), certificate);
}

OdkServer::~OdkServer() {
    {
        const std::lock_guard lock{mutex_};
        closing_ = true;
    }
    changed_.notify_all();
    http_.reset();
}

std::string OdkServer::base_url() const { return url("{token}"); }

std::string OdkServer::url(std::string_view token) const {
    return fmt::format("{}://127.0.0.1:{}/v1/key/{}/projects/1", tls_ ? "https" : "http", http_->port(), token);
}

void OdkServer::declare(Form form) {
    const std::lock_guard lock{mutex_};
    std::erase_if(forms_, [&](const Form& old) { return old.id == form.id; });
    forms_.push_back(std::move(form));
}

void OdkServer::set(const Modes& modes) {
    const std::lock_guard lock{mutex_};
    modes_ = modes;
}

void OdkServer::next(Trick trick, int times) {
    const std::lock_guard lock{mutex_};
    tricks_.insert(tricks_.end(), static_cast<std::size_t>(times), trick);
}

std::map<std::string, OdkServer::Submission> OdkServer::submissions() const {
    const std::lock_guard lock{mutex_};
    return submissions_;
}

std::vector<OdkServer::Request> OdkServer::requests() const {
    const std::lock_guard lock{mutex_};
    return requests_;
}

std::vector<OdkServer::Request> OdkServer::posts() const {
    auto all = requests();
    std::erase_if(all, [](const Request& request) { return request.method != "POST"; });
    return all;
}

int OdkServer::most_posts_at_once() const {
    const std::lock_guard lock{mutex_};
    return most_posts_;
}

bool OdkServer::wait_for(std::string_view method, std::size_t count, std::chrono::milliseconds limit) const {
    std::unique_lock lock{mutex_};
    return changed_.wait_for(lock, limit, [&] {
        return static_cast<std::size_t>(std::ranges::count(requests_, method, &Request::method)) >= count;
    });
}

void OdkServer::begin(const httplib::Request& request) {
    if (request.method != "POST") return;
    const std::lock_guard lock{mutex_};
    most_posts_ = std::max(most_posts_, ++posts_now_);
}

OdkServer::Ending OdkServer::answer(const httplib::Request& request, httplib::Response& response) {
    Request noted{.method = request.method, .path = request.target, .at = std::chrono::steady_clock::now()};
    for (const auto& [name, value] : request.headers) {
        std::string small = name;
        std::ranges::transform(small, small.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        noted.headers.emplace(std::move(small), value);
    }
    for (const auto& [name, file] : request.files) noted.parts.emplace_back(name, file.content);
    auto end = route(request, response, noted);
    noted.status = end ? 0 : response.status;
    const std::lock_guard lock{mutex_};
    if (request.method == "POST") --posts_now_;
    requests_.push_back(std::move(noted));
    changed_.notify_all();
    return end;
}

OdkServer::Ending OdkServer::route(const httplib::Request& request, httplib::Response& response, Request& noted) {
    if (!admitted(request, response)) return {};
    if (request.method == "POST" && request.path.ends_with("/submission"))
        return take_submission(request, response, noted);
    const std::lock_guard lock{mutex_};
    if (request.method == "HEAD" && request.path.ends_with("/submission")) {
        response.status = modes_.refuse_head ? 405 : 204;
        if (!modes_.refuse_head)
            response.set_header("X-OpenRosa-Accept-Content-Length", std::to_string(modes_.largest));
    } else if (request.path.ends_with("/formList") && !modes_.no_form_list) {
        list_forms(response);
    } else if (request.path.find("/forms/") != std::string::npos) {
        send_form(request, response);
    } else {
        say(response, 404, "error", "Could not find the resource you were looking for.");
    }
    return {};
}

/// Portal, token and password: false if the answer is settled by them.
bool OdkServer::admitted(const httplib::Request& request, httplib::Response& response) {
    const std::lock_guard lock{mutex_};
    response.set_header("X-OpenRosa-Version", "1.0");
    if (modes_.portal) {
        response.status = 200;
        response.set_content(sign_in_page(), "text/html");
        return false;
    }
    if (!modes_.token.empty() && request.path.find("/key/" + modes_.token + "/") == std::string::npos) {
        say(response, 403, "error", "The authentication you provided does not have rights to perform that action.");
        return false;
    }
    if (modes_.auth == Auth::none) return true;
    const auto shown = request.get_header_value("Authorization");
    const bool right = modes_.auth == Auth::basic
                           ? basic_is_right(shown, modes_.user, modes_.password)
                           : digest_is_right(shown, request.method, modes_.user, modes_.password);
    if (right) return true;
    response.set_header("WWW-Authenticate",
                        std::string{modes_.auth == Auth::basic ? basic_challenge : digest_challenge});
    say(response, 401, "error", "Could not authenticate with the provided credentials.");
    return false;
}

OdkServer::Ending OdkServer::take_submission(const httplib::Request& request, httplib::Response& response,
                                             Request& noted) {
    const Received received{request};
    noted.instance_id = received.instance_id;
    std::unique_lock lock{mutex_};
    if (tricks_.empty()) {
        take_as_usual(received, response);
        return {};
    }
    const Trick trick = std::move(tricks_.front());
    tricks_.pop_front();
    if (trick.delay.count() > 0) changed_.wait_for(lock, trick.delay, [&] { return closing_; });
    if (trick.store || (trick.status == 0 && !trick.end)) take_as_usual(received, response);
    if (trick.end) return trick.end;
    if (trick.status == 0) return {};
    response.status = trick.status;
    response.set_content(trick.body, trick.type);
    for (const auto& [name, value] : trick.headers) response.set_header(name, value);
    return {};
}

/// 0: nothing against it.
int OdkServer::form_status(const Received& received) const {
    if (forms_.empty()) return 0;
    const auto form = std::ranges::find(forms_, received.form, &Form::id);
    if (form == forms_.end()) return 404;
    if (form->version != received.version && std::ranges::find(form->older, received.version) == form->older.end())
        return 404;
    return form->open ? 0 : 409;
}

void OdkServer::take_as_usual(const Received& received, httplib::Response& response) {
    if (!received.has_file)
        return say(response, 400, "error", "Required multipart POST field xml_submission_file missing.");
    if (received.xml.find('\0') != std::string::npos || base::first_bad_utf8(received.xml))
        return say(response, 500, "error", "Completely unhandled exception: invalid byte sequence");
    if (!received.is_xml) return say(response, 400, "error", "Could not parse the given data as XML.");
    const int form = form_status(received);
    if (form == 404) return say(response, 404, "error", "The form you are trying to submit to does not exist.");
    if (form == 409) return say(response, 409, "error", "This form is not currently accepting submissions.");
    if (received.instance_id.size() > 64) return say(response, 400, "error", "The instanceID is too long.");
    keep(received, response);
}

void OdkServer::keep(const Received& received, httplib::Response& response) {
    // Truncated XML, and XML without an id, are kept under an id that nobody knows.
    const auto id = received.instance_id.empty() ? fmt::format("random:{}", ++unnamed_) : received.instance_id;
    const auto [kept, is_new] = submissions_.try_emplace(id, Submission{received.xml, received.attachments()});
    if (!is_new && kept->second.xml != received.xml)
        return say(response, 409, "error",
                   "A submission already exists with this ID, but with different XML. Correct it and try again.");
    kept->second.attachments.merge(received.attachments());
    say(response, 201, "submit_success", "full submission upload was successful!");
}

void OdkServer::list_forms(httplib::Response& response) {
    std::string list =
        R"(<?xml version="1.0" encoding="UTF-8"?><xforms xmlns="http://openrosa.org/xforms/xformsList">)";
    for (const auto& form : forms_) {
        if (!form.open) continue;
        list += fmt::format(
            "<xform><formID>{0}</formID><name>{0}</name><version>{1}</version><hash>md5:{3:032x}</hash>"
            "<downloadUrl>{2}/forms/{0}.xml</downloadUrl></xform>",
            escaped(form.id), escaped(form.version), escaped(url(modes_.token.empty() ? "secret-token" : modes_.token)),
            std::hash<std::string>{}(form.xml));
    }
    response.status = 200;
    response.set_content(list + "</xforms>", std::string{xml_type});
}

void OdkServer::send_form(const httplib::Request& request, httplib::Response& response) {
    const auto named = [&](const Form& form) { return request.path.ends_with("/forms/" + form.id + ".xml"); };
    const auto form = std::ranges::find_if(forms_, named);
    if (form == forms_.end()) return say(response, 404, "error", "Could not find the resource you were looking for.");
    response.status = 200;
    response.set_content(form->xml, std::string{xml_type});
}

namespace tricks {

Trick lost_acknowledgement() { return {.store = true, .end = RudeEnd{}}; }
Trick reset_before_storing() { return {.end = RudeEnd{.reset = true}}; }
Trick reset_after_storing() { return {.store = true, .end = RudeEnd{.reset = true}}; }
Trick portal(int status) { return {.status = status, .type = "text/html", .body = sign_in_page()}; }
Trick redirect(const std::string& url) { return {.status = 302, .headers = {{"Location", url}}}; }
Trick refuse(int status, std::string body) { return {.status = status, .body = std::move(body)}; }
Trick false_conflict() {
    return {.store = true,
            .status = 409,
            .type = std::string{xml_type},
            .body = open_rosa_response("error", "This submission has been deleted. You may not resubmit it.")};
}
Trick conflict() {
    return {.status = 409,
            .type = std::string{xml_type},
            .body = open_rosa_response("error", "A submission already exists with this ID, but with different XML.")};
}
Trick too_many(int retry_after_s) {
    return {.status = 429, .body = "slow down", .headers = {{"Retry-After", std::to_string(retry_after_s)}}};
}
Trick slow(std::chrono::milliseconds delay) { return {.delay = delay}; }
Trick half_a_body() {
    return {.store = true,
            .end = RudeEnd{.bytes = "HTTP/1.1 201 Created\r\nContent-Type: text/xml\r\nContent-Length: 300\r\n\r\n"
                                    "<OpenRosaResponse xmlns=\"http://openrosa.org/http/resp"}};
}
Trick rubbish() { return {.end = RudeEnd{.bytes = "\x15\x03\x01 not a web server\n\x01\x02"}}; }

}  // namespace tricks

}  // namespace talkpoint::tests
