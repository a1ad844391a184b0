#include "upload/server.hpp"

#include "base/strings.hpp"
#include "openrosa/answer.hpp"
#include "openrosa/form.hpp"
#include "openrosa/form_list.hpp"
#include "openrosa/key.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace talkpoint::upload {
namespace {

using outbox::KnownForm;
using outbox::PassEnd;

// A server that knows of no such request, rather than one that is not there.
bool not_offered(int status) { return status == 404 || status == 405 || status == 501; }

std::unexpected<Halt> halt(const Reply& reply, std::string_view what) {
    auto answer = openrosa::read_answer(reply.status, reply.headers, reply.body);
    const bool refused = answer.verdict == openrosa::Verdict::refused;
    return std::unexpected(Halt{refused ? PassEnd::stopped : PassEnd::later, fmt::format("{}: {}", what, answer.said),
                                answer.wait, outbox::Hindrance::server});
}

// Where the path of an address begins, after scheme, host and port.
std::size_t path_of(std::string_view url) {
    const auto host = url.find("://");
    return host == std::string_view::npos ? 0 : std::min(url.find('/', host + 3), url.size());
}

// The same path on our own server: a token goes nowhere else, and a server behind another name than it knows itself by
// still serves its forms.
std::string on_our_server(std::string_view base_url, std::string_view download_url) {
    std::string url{base_url.substr(0, path_of(base_url))};
    const auto path = download_url.substr(path_of(download_url));
    if (!path.starts_with('/')) url += '/';
    return url.append(path);
}

std::expected<KnownForm, std::string> known_form(const openrosa::ListedForm& listed, const std::string& xml) {
    const auto form = openrosa::read_form(xml);
    if (!form) return std::unexpected(form.error().message);
    if (form->id != listed.id) return std::unexpected(fmt::format("it is the form \"{}\"", base::printable(form->id)));
    std::string key_text;
    if (!form->public_key.empty()) {
        const auto key = openrosa::PublicKey::from_base64(form->public_key);
        if (!key) return std::unexpected("its key cannot be used: " + key.error().message);
        key_text = key->base64();  // one spelling, to be compared with ours
    }
    std::vector<std::string> names;
    for (const auto& field : form->fields) names.push_back(field.name);
    return KnownForm{form->id, form->version, listed.hash, key_text, base::join(names, " ")};
}

// One form of the list: as known if it has not changed, else as it is downloaded.
class Lookup {
  public:
    Lookup(Transport& transport, std::string_view base_url, const std::vector<KnownForm>& known)
        : transport_(transport), base_url_(base_url), known_(known) {}

    // Halts where the server is gone.
    std::expected<void, Halt> look(const openrosa::ListedForm& listed, ServerForms& found) {
        const auto before = std::ranges::find(known_, listed.id, &KnownForm::survey);
        const bool same = before != known_.end() && !listed.hash.empty() && before->hash == listed.hash &&
                          before->version == listed.version;
        if (same) return {};
        const auto bad = [&](std::string why) {
            found.bad.push_back({listed.id, "the server's form cannot be used, " + std::move(why)});
        };
        const auto reply = transport_.get(on_our_server(base_url_, listed.download_url));
        // One form that does not come is no reason to keep the others; a server that is gone shows at the next request.
        if (!reply) {
            bad(reply.error().message);
            return {};
        }
        if (reply->status != 200) {
            auto halted = halt(*reply, fmt::format("the form \"{}\"", base::printable(listed.id)));
            if (halted.error().end == PassEnd::stopped) return halted;
            bad(halted.error().why);
            return {};
        }
        auto form = known_form(listed, reply->body);
        if (!form) {
            bad(form.error());
            return {};
        }
        if (before == known_.end() || *before != *form) found.news.push_back(*form);
        std::erase_if(found.forms, [&](const KnownForm& old) { return old.survey == form->survey; });
        found.forms.push_back(std::move(*form));
        return {};
    }

  private:
    Transport& transport_;
    std::string_view base_url_;
    const std::vector<KnownForm>& known_;
};

}  // namespace

Halt halt_of(Fault fault) { return {PassEnd::later, std::move(fault.message), {}, fault.hindrance}; }

std::expected<std::optional<std::size_t>, Halt> look_at_server(Transport& transport, const std::string& base_url) {
    const auto reply = transport.head(base_url + "/submission");
    if (!reply) return std::unexpected(halt_of(reply.error()));
    if (reply->status == 204) return openrosa::accepted_length(reply->headers);
    if (not_offered(reply->status)) return std::nullopt;
    if (reply->status >= 200 && reply->status < 400)
        return std::unexpected(Halt{
            PassEnd::later,
            fmt::format("{}: what answers is not an OpenRosa server, perhaps the sign-in page of this network; check "
                        "\"base_url\" and the network",
                        reply->status)});
    return halt(*reply, "the server");
}

std::expected<ServerForms, Halt> look_at_forms(Transport& transport, const std::string& base_url,
                                               const std::set<std::string>& surveys,
                                               const std::vector<KnownForm>& known) {
    ServerForms found;
    std::ranges::copy_if(known, std::back_inserter(found.forms),
                         [&](const KnownForm& form) { return surveys.contains(form.survey); });
    const auto reply = transport.get(base_url + "/formList");
    if (!reply) return std::unexpected(halt_of(reply.error()));
    if (not_offered(reply->status)) return found;
    if (reply->status != 200) return halt(*reply, "the list of forms");
    const auto listed = openrosa::read_form_list(reply->body);
    if (!listed)
        return std::unexpected(Halt{
            PassEnd::later, "the list of forms: " + listed.error().message + "; check \"base_url\" and the network"});
    Lookup lookup{transport, base_url, known};
    for (const auto& form : *listed)
        if (surveys.contains(form.id)) {
            found.listed.insert(form.id);
            if (auto looked = lookup.look(form, found); !looked) return std::unexpected(std::move(looked.error()));
        }
    return found;
}

}  // namespace talkpoint::upload
