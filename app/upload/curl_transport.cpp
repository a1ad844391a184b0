#include "upload/curl_transport.hpp"

#include "base/strings.hpp"
#include "upload/trouble.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <string_view>
#include <utility>

namespace talkpoint::upload {
namespace {

constexpr std::size_t largest_headers = 64UL * 1024;  ///< of all answers to one request together
constexpr int look_up_every_ms = 100;                 ///< how soon `stop` is seen
/// X509_V_ERR_…, as OpenSSL numbers them (openssl/x509_vfy.h).
constexpr long certificate_unobjected = 0, certificate_unspoken = 1, certificate_not_yet_valid = 9,
               certificate_expired = 10;

struct EasyDeleter {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiDeleter {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct MimeDeleter {
    void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
struct ListDeleter {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, EasyDeleter>;
using Multi = std::unique_ptr<CURLM, MultiDeleter>;
using Mime = std::unique_ptr<curl_mime, MimeDeleter>;
using List = std::unique_ptr<curl_slist, ListDeleter>;

/// Once for the program; C++ lets other threads wait for the first.
bool curl_is_ready() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    return started == CURLE_OK;
}

/// RFC 9110, 5.6.7: "Mon, 23 Nov 2026 10:00:00 GMT", in English whatever the locale.
std::string http_date(std::chrono::system_clock::time_point now) {
    constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(now);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(now - day)};
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days.at(std::chrono::weekday{day}.c_encoding()),
                       static_cast<unsigned>(date.day()), months.at(static_cast<unsigned>(date.month()) - 1),
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

/// "odk.example.org:8443" of a whole address: what staff may see of it.
std::string_view server_of(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    return url.substr(0, url.find_first_of("/?#"));
}

/// What one request has brought so far, for curl's callbacks.
struct Exchange {
    Reply reply;
    std::size_t largest_body = 0;
    std::size_t header_bytes = 0;
    bool body_too_long = false;
    bool headers_too_long = false;
    bool sent = false;
    bool unanswered = false;  ///< since it was sent last
    bool lost = false;        ///< curl wanted to send it again although it was never answered
    std::array<char, CURL_ERROR_SIZE> detail{};
};

std::size_t take_body(const char* bytes, std::size_t, std::size_t count, void* user) {
    auto& exchange = *static_cast<Exchange*>(user);
    exchange.body_too_long = count > exchange.largest_body - exchange.reply.body.size();
    if (exchange.body_too_long) return CURL_WRITEFUNC_ERROR;
    exchange.reply.body.append(bytes, count);
    return count;
}

std::size_t take_header(const char* bytes, std::size_t, std::size_t count, void* user) {
    auto& exchange = *static_cast<Exchange*>(user);
    exchange.unanswered = false;
    exchange.header_bytes += count;
    exchange.headers_too_long = exchange.header_bytes > largest_headers;
    if (exchange.headers_too_long) return CURL_WRITEFUNC_ERROR;
    const std::string_view line{bytes, count};
    auto& headers = exchange.reply.headers;
    if (line.starts_with("HTTP/")) headers.clear();  // another answer: after 100, or after a 401 that was answered
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return count;
    auto& value = headers[base::lower_case(line.substr(0, colon))];
    if (!value.empty()) value += ", ";
    value += base::trim(line.substr(colon + 1));
    return count;
}

/// curl sends a request again by itself if a connection from before is gone before an answer has come. Then the server
/// may have had it, which the caller must know: so it is not sent again.
int before_sending(void* user, char*, char*, int, int) {
    auto& exchange = *static_cast<Exchange*>(user);
    exchange.lost = exchange.unanswered;
    exchange.sent = exchange.unanswered = true;
    return exchange.lost ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

/// Sets options of one handle and keeps the first failure: none of them may be missing unnoticed.
class Options {
  public:
    explicit Options(CURL* easy) : easy_(easy) {}
    template <class Value>
    void set(CURLoption option, Value value) {
        const CURLcode code = curl_easy_setopt(easy_, option, value);
        if (failure_ == CURLE_OK) failure_ = code;
    }
    [[nodiscard]] CURLcode failure() const { return failure_; }

  private:
    CURL* easy_;
    CURLcode failure_ = CURLE_OK;
};

/// Null if there is no memory.
List headers_of_a_request() {
    List list;
    for (const auto& line :
         {std::string{"X-OpenRosa-Version: 1.0"}, "Date: " + http_date(std::chrono::system_clock::now()),
          std::string{"Expect:"}}) {  // none: curl would ask before it sends a long body, and some servers never answer
        curl_slist* longer = curl_slist_append(list.get(), line.c_str());
        if (longer == nullptr) return {};
        if (list == nullptr) list.reset(longer);  // else it is the same list still
    }
    return list;
}

/// Null if there is no memory. The bytes are copied, so that they can be sent again when the server asks who we are.
Mime body_of(CURL* easy, const std::vector<Part>& parts) {
    Mime mime{curl_mime_init(easy)};
    if (!mime) return {};
    for (const auto& part : parts) {
        curl_mimepart* added = curl_mime_addpart(mime.get());
        if (added == nullptr || curl_mime_name(added, part.name.c_str()) != CURLE_OK ||
            curl_mime_filename(added, part.file_name.c_str()) != CURLE_OK ||
            curl_mime_type(added, part.type.c_str()) != CURLE_OK ||
            curl_mime_data(added, part.bytes.data(), part.bytes.size()) != CURLE_OK)
            return {};
    }
    return mime;
}

/// Finds out what a failure of curl's means.
class Diagnosis {
  public:
    Diagnosis(const TransportOptions& options, CURL* easy, const Exchange& exchange)
        : options_(&options), easy_(easy), exchange_(&exchange) {}

    [[nodiscard]] Fault of(CURLcode code, std::string_view url) const;

  private:
    [[nodiscard]] Trouble trouble_of(CURLcode code) const;
    [[nodiscard]] Trouble not_connected() const;
    [[nodiscard]] Trouble broken_off() const;
    [[nodiscard]] Trouble certificate() const;
    [[nodiscard]] Trouble timed_out() const;
    [[nodiscard]] long number(CURLINFO info) const;
    [[nodiscard]] std::string without_secrets(std::string_view text) const;

    const TransportOptions* options_;
    CURL* easy_;
    const Exchange* exchange_;
};

long Diagnosis::number(CURLINFO info) const {
    long value = 0;
    (void)curl_easy_getinfo(easy_, info, &value);
    return value;
}

std::string Diagnosis::without_secrets(std::string_view text) const {
    constexpr std::string_view instead = "{token}";
    std::string out{text};
    for (const auto* secret : {&options_->secret, &options_->password}) {
        if (secret->empty()) continue;
        for (auto at = out.find(*secret); at != std::string::npos; at = out.find(*secret, at + instead.size()))
            out.replace(at, secret->size(), instead);
    }
    return base::printable(out);
}

Trouble Diagnosis::not_connected() const {
    const long why = number(CURLINFO_OS_ERRNO);
    if (why == ENETUNREACH || why == EHOSTUNREACH || why == ENETDOWN) return Trouble::no_way;
    return options_->proxy.empty() ? Trouble::refused : Trouble::proxy_refused;
}

Trouble Diagnosis::broken_off() const {
    if (number(CURLINFO_HTTP_CONNECTCODE) >= 300) return Trouble::proxy_does_not_let;
    return exchange_->header_bytes > 0 ? Trouble::half_an_answer : Trouble::no_answer;
}

/// OpenSSL says what it holds against a certificate. Only curl looks at the name; then OpenSSL has said nothing.
Trouble Diagnosis::certificate() const {
    const long of_proxy = number(CURLINFO_PROXY_SSL_VERIFYRESULT);
    switch (of_proxy != 0 ? of_proxy : number(CURLINFO_SSL_VERIFYRESULT)) {
        case certificate_unobjected:
        case certificate_unspoken:
            return Trouble::name_differs;
        case certificate_expired:
            return Trouble::expired;
        case certificate_not_yet_valid:
            return Trouble::not_yet_valid;
        default:
            return Trouble::not_trusted;
    }
}

Trouble Diagnosis::timed_out() const {
    if (exchange_->sent) return Trouble::answer_timed_out;
    curl_off_t looked_up = 0;
    (void)curl_easy_getinfo(easy_, CURLINFO_NAMELOOKUP_TIME_T, &looked_up);
    return looked_up > 0 ? Trouble::connection_timed_out : Trouble::name_timed_out;
}

Trouble Diagnosis::trouble_of(CURLcode code) const {
    switch (code) {
        case CURLE_OUT_OF_MEMORY:  // also for a line of a header without end
            return exchange_->sent ? Trouble::header_too_long : Trouble::short_of_memory;
        case CURLE_COULDNT_RESOLVE_HOST:
            return Trouble::name_unknown;
        case CURLE_COULDNT_RESOLVE_PROXY:
            return Trouble::proxy_name_unknown;
        case CURLE_COULDNT_CONNECT:
            return not_connected();
        case CURLE_PROXY:
            return Trouble::proxy_does_not_let;
        case CURLE_OPERATION_TIMEDOUT:
            return timed_out();
        case CURLE_PEER_FAILED_VERIFICATION:
            return certificate();
        case CURLE_SSL_CACERT_BADFILE:
            return options_->ca_file.empty() ? Trouble::no_authorities : Trouble::authorities_unreadable;
        case CURLE_SSL_CONNECT_ERROR:
            return Trouble::tls_failed;
        case CURLE_GOT_NOTHING:
        case CURLE_RECV_ERROR:
        case CURLE_SEND_ERROR:
        case CURLE_PARTIAL_FILE:
            return broken_off();
        case CURLE_WRITE_ERROR:
            return exchange_->headers_too_long ? Trouble::header_too_long : Trouble::answer_too_long;
        case CURLE_ABORTED_BY_CALLBACK:
            return exchange_->lost ? Trouble::no_answer : Trouble::stopped;
        default:
            return Trouble::other;
    }
}

Fault Diagnosis::of(CURLcode code, std::string_view url) const {
    const auto trouble = trouble_of(code);
    const auto limit = trouble == Trouble::answer_timed_out ? options_->whole_limit
                                                            : std::min(options_->connect_limit, options_->whole_limit);
    TroubleContext context;
    context.server = without_secrets(server_of(url));
    context.proxy = without_secrets(server_of(options_->proxy));
    context.limit = fmt::format("{} s", static_cast<double>(limit.count()) / 1000);
    context.at_proxy =
        trouble == Trouble::name_timed_out ? !options_->proxy.empty() : number(CURLINFO_PROXY_SSL_VERIFYRESULT) != 0;
    if (trouble == Trouble::tls_failed || trouble == Trouble::proxy_does_not_let || trouble == Trouble::other) {
        const std::string_view said{exchange_->detail.data()};
        context.detail = without_secrets(said.empty() ? curl_easy_strerror(code) : said);
    }
    return {text_of(trouble, context), hindrance_of(trouble)};
}

enum class Method { head, get, post };

class CurlTransport final : public Transport {
  public:
    CurlTransport(TransportOptions options, const std::atomic<bool>& stop)
        : options_(std::move(options)), stop_(&stop), multi_(curl_is_ready() ? curl_multi_init() : nullptr) {}

    Outcome head(const std::string& url) override { return request(Method::head, url, {}); }
    Outcome get(const std::string& url) override { return request(Method::get, url, {}); }
    Outcome post(const std::string& url, const std::vector<Part>& parts) override {
        return request(Method::post, url, parts);
    }

  private:
    Outcome request(Method method, const std::string& url, const std::vector<Part>& parts);
    [[nodiscard]] CURLcode run(CURL* easy);
    void set_exchange(Options& set, Exchange& exchange) const;
    void set_whom_to_trust(Options& set) const;
    void set_way(Options& set) const;

    TransportOptions options_;
    const std::atomic<bool>* stop_;
    Multi multi_;  ///< keeps the connections
};

void CurlTransport::set_exchange(Options& set, Exchange& exchange) const {
    set.set(CURLOPT_ERRORBUFFER, exchange.detail.data());
    set.set(CURLOPT_WRITEFUNCTION, &take_body);
    set.set(CURLOPT_WRITEDATA, &exchange);
    set.set(CURLOPT_HEADERFUNCTION, &take_header);
    set.set(CURLOPT_HEADERDATA, &exchange);
    set.set(CURLOPT_PREREQFUNCTION, &before_sending);
    set.set(CURLOPT_PREREQDATA, &exchange);
    set.set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    if (options_.user.empty()) return;
    set.set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC | CURLAUTH_DIGEST));
    set.set(CURLOPT_USERNAME, options_.user.c_str());
    set.set(CURLOPT_PASSWORD, options_.password.c_str());
}

void CurlTransport::set_whom_to_trust(Options& set) const {
    set.set(CURLOPT_SSL_VERIFYPEER, 1L);
    set.set(CURLOPT_SSL_VERIFYHOST, 2L);
    set.set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));  // or newer
    if (options_.ca_file.empty()) return;
    for (const auto option : {CURLOPT_CAINFO, CURLOPT_PROXY_CAINFO}) set.set(option, options_.ca_file.c_str());
    // Else those of the system are trusted as well.
    for (const auto option : {CURLOPT_CAPATH, CURLOPT_PROXY_CAPATH}) set.set<const char*>(option, nullptr);
}

void CurlTransport::set_way(Options& set) const {
    set.set(CURLOPT_PROTOCOLS_STR, "http,https");
    set.set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set.set(CURLOPT_FOLLOWLOCATION, 0L);
    set.set(CURLOPT_PROXY, options_.proxy.c_str());  // "" is none, even where the environment names one
    set.set(CURLOPT_NOPROXY, "");
    set.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set.set(CURLOPT_NOSIGNAL, 1L);
    set.set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connect_limit.count()));
    set.set(CURLOPT_TIMEOUT_MS, static_cast<long>(options_.whole_limit.count()));
    set.set(CURLOPT_QUICK_EXIT, 1L);  // do not wait for a name that is still being looked up
}

Transport::Outcome CurlTransport::request(Method method, const std::string& url, const std::vector<Part>& parts) {
    Exchange exchange;
    exchange.largest_body = options_.largest_body;
    List headers;
    Mime mime;
    const Easy easy{multi_ ? curl_easy_init() : nullptr};  // goes before what it uses
    headers = headers_of_a_request();
    if (easy && method == Method::post) mime = body_of(easy.get(), parts);
    if (!easy || !headers || (method == Method::post && !mime))
        return std::unexpected(Fault{text_of(Trouble::short_of_memory, {})});
    Options set{easy.get()};
    set.set(CURLOPT_URL, url.c_str());
    set.set(CURLOPT_HTTPHEADER, headers.get());
    if (method == Method::head) set.set(CURLOPT_NOBODY, 1L);
    if (mime) set.set(CURLOPT_MIMEPOST, mime.get());
    set_exchange(set, exchange);
    set_whom_to_trust(set);
    set_way(set);
    const CURLcode code = set.failure() == CURLE_OK ? run(easy.get()) : set.failure();
    if (code != CURLE_OK) return std::unexpected(Diagnosis{options_, easy.get(), exchange}.of(code, url));
    long status = 0;
    (void)curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    exchange.reply.status = static_cast<int>(status);
    return std::move(exchange.reply);
}

/// As curl_easy_perform(), which looks up only once a second.
CURLcode CurlTransport::run(CURL* easy) {
    if (curl_multi_add_handle(multi_.get(), easy) != CURLM_OK) return CURLE_FAILED_INIT;
    CURLcode code = CURLE_ABORTED_BY_CALLBACK;
    for (int running = 1; running > 0 && !*stop_;) {
        if (curl_multi_perform(multi_.get(), &running) != CURLM_OK) break;
        if (running > 0) (void)curl_multi_poll(multi_.get(), nullptr, 0, look_up_every_ms, nullptr);
    }
    int left = 0;
    while (const CURLMsg* said = curl_multi_info_read(multi_.get(), &left))
        if (said->msg == CURLMSG_DONE) code = said->data.result;
    (void)curl_multi_remove_handle(multi_.get(), easy);
    return code;
}

}  // namespace

std::unique_ptr<Transport> make_curl_transport(TransportOptions options, const std::atomic<bool>& stop) {
    return std::make_unique<CurlTransport>(std::move(options), stop);
}

}  // namespace talkpoint::upload
