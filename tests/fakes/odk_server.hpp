// An OpenRosa server on 127.0.0.1 that answers as ODK Central does, keeps what it is sent, and misbehaves when told to.
// Any thread may call anything.
#pragma once

#include "fakes/http_server.hpp"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talkpoint::tests {

/// What becomes of one submission in place of the usual.
struct Trick {
    bool store = false;  ///< as usual, first
    std::chrono::milliseconds delay{0};
    int status = 0;  ///< 0: the usual answer
    std::string type = "text/plain";
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
    std::optional<RudeEnd> end = {};
};

namespace tricks {
[[nodiscard]] Trick lost_acknowledgement();  ///< stored; the connection is closed without an answer
[[nodiscard]] Trick reset_before_storing();
[[nodiscard]] Trick reset_after_storing();
[[nodiscard]] Trick portal(int status = 200);                          ///< a sign-in page instead of the server
[[nodiscard]] Trick redirect(const std::string& url);                  ///< 302
[[nodiscard]] Trick refuse(int status, std::string body = "refused");  ///< 401, 403, 404, 408, 413, 423, 500, 503…
[[nodiscard]] Trick false_conflict();                                  ///< stored, and 409 says that it was deleted
[[nodiscard]] Trick conflict();                                        ///< not stored; 409: another XML is there
[[nodiscard]] Trick too_many(int retry_after_s);                       ///< 429
[[nodiscard]] Trick slow(std::chrono::milliseconds delay);             ///< then the usual
[[nodiscard]] Trick half_a_body();                                     ///< stored; the answer breaks off
[[nodiscard]] Trick rubbish();                                         ///< not stored; what comes back is not HTTP
}  // namespace tricks

class OdkServer {
  public:
    struct Form {
        std::string id;
        std::string version = {};  ///< of the newest; an older one is sent to by `older`
        std::string xml = {};      ///< what its downloadUrl gives
        std::vector<std::string> older = {};
        bool open = true;
    };
    enum class Auth { none, basic, digest };
    struct Modes {
        bool portal = false;        ///< 200 and a sign-in page, whatever is asked
        bool refuse_head = false;   ///< 405
        bool no_form_list = false;  ///< 404
        std::string token = {};     ///< if not empty: 403 where the path has not /key/<token>/
        Auth auth = Auth::none;
        std::string user = {}, password = {};
        std::size_t largest = 100'000'000;  ///< X-OpenRosa-Accept-Content-Length
    };
    struct Submission {
        std::string xml;
        std::map<std::string, std::string> attachments;  ///< by part name; a manifest's only if it is named there
    };
    struct Request {
        std::string method;
        std::string path = {};                                 ///< with its query
        std::multimap<std::string, std::string> headers = {};  ///< names in small letters
        std::chrono::steady_clock::time_point at;
        std::string instance_id = {};                                 ///< of a submission
        std::vector<std::pair<std::string, std::string>> parts = {};  ///< name and bytes, in the order of names
        int status = 0;                                               ///< as answered; 0: rudely
    };

    /// With a certificate it speaks TLS.
    explicit OdkServer(const std::optional<Certificate>& certificate = {});
    OdkServer(const OdkServer&) = delete;
    OdkServer& operator=(const OdkServer&) = delete;
    ~OdkServer();

    /// `http://127.0.0.1:<port>/v1/key/{token}/projects/1`, as `base_url` has it; any path is served.
    [[nodiscard]] std::string base_url() const;
    /// The same with `token` in its place.
    [[nodiscard]] std::string url(std::string_view token = "secret-token") const;

    /// If any form is declared, submissions for others are answered by 404. A form of the same id is replaced.
    void declare(Form form);
    void set(const Modes& modes);
    /// The next submissions are answered so, one trick each, in this order.
    void next(Trick trick, int times = 1);

    [[nodiscard]] std::map<std::string, Submission> submissions() const;  ///< by instanceID
    [[nodiscard]] std::vector<Request> requests() const;
    [[nodiscard]] std::vector<Request> posts() const;
    [[nodiscard]] int most_posts_at_once() const;
    [[nodiscard]] int connections() const { return http_->connections(); }
    [[nodiscard]] std::string wire() const { return http_->wire(); }
    /// Waits until that many requests of the method have been answered.
    [[nodiscard]] bool wait_for(std::string_view method, std::size_t count, std::chrono::milliseconds limit) const;

  private:
    struct Received;
    using Ending = std::optional<RudeEnd>;
    void begin(const httplib::Request& request);
    Ending answer(const httplib::Request& request, httplib::Response& response);
    Ending route(const httplib::Request& request, httplib::Response& response, Request& noted);
    [[nodiscard]] bool admitted(const httplib::Request& request, httplib::Response& response);
    Ending take_submission(const httplib::Request& request, httplib::Response& response, Request& noted);
    void take_as_usual(const Received& received, httplib::Response& response);
    [[nodiscard]] int form_status(const Received& received) const;
    void keep(const Received& received, httplib::Response& response);
    void list_forms(httplib::Response& response);
    void send_form(const httplib::Request& request, httplib::Response& response);

    mutable std::mutex mutex_;  // all below are under it, but http_
    mutable std::condition_variable changed_;
    bool closing_ = false;
    std::vector<Form> forms_;
    Modes modes_;
    std::deque<Trick> tricks_;
    std::map<std::string, Submission> submissions_;
    std::vector<Request> requests_;
    int unnamed_ = 0;
    int posts_now_ = 0, most_posts_ = 0;
    bool tls_;
    std::unique_ptr<HttpServer> http_;
};

}  // namespace talkpoint::tests
