// A form server without a network, for thousands of passes: keeps submissions by id as ODK Central does, and notes
// whatever it is offered.
#pragma once

#include "upload/transport.hpp"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace talkpoint::tests {

class Central : public upload::Transport {
  public:
    struct Sent {
        std::string id;     ///< `uuid:…`
        std::string bytes;  ///< of all parts
    };
    std::string url = "http://127.0.0.1/v1/key/secret-token/projects/1";
    std::map<std::string, std::string> forms;  ///< by id; none: it has no list of forms, and takes everything
    std::map<std::string, std::string> kept;
    std::map<std::string, std::set<std::string>> offered;
    std::vector<std::string> order;  ///< of all that were offered
    int requests = 0, posts = 0;

    /// In place of the usual, which has not been done; nothing: the usual.
    std::function<std::optional<Outcome>(const Sent&)> answer;
    /// Before each request, and once more before it is answered.
    std::function<void()> before, after;

    Outcome head(const std::string&) override {
        return around([] { return upload::Reply{204, {{"x-openrosa-accept-content-length", "100000000"}}, ""}; });
    }
    Outcome get(const std::string& address) override {
        return around([&]() -> Outcome {
            if (address.ends_with("/formList")) return list();
            for (const auto& [id, xml] : forms)
                if (address.ends_with("/" + id + ".xml")) return upload::Reply{200, {}, xml};
            return upload::Reply{404, {}, ""};
        });
    }
    Outcome post(const std::string&, const std::vector<upload::Part>& parts) override {
        Sent sent{.id = id_in(parts.front().bytes), .bytes = {}};
        for (const auto& part : parts) sent.bytes += fmt::format("{}\n{}\n", part.name, part.bytes);
        ++posts;
        return around([&]() -> Outcome {
            order.push_back(sent.id);
            offered[sent.id].insert(sent.bytes);
            if (answer)
                if (auto other = answer(sent)) return std::move(*other);
            return usual(sent);
        });
    }

    /// What Central does with it.
    [[nodiscard]] Outcome usual(const Sent& sent) {
        const auto [there, is_new] = kept.try_emplace(sent.id, sent.bytes);
        return said(is_new || there->second == sent.bytes ? 201 : 409);
    }
    [[nodiscard]] static Outcome said(int status) {
        return upload::Reply{
            status,
            {{"content-type", "text/xml"}},
            "<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\"><message>done</message></OpenRosaResponse>"};
    }

  private:
    template <class Act>
    Outcome around(Act act) {
        ++requests;
        if (before) before();
        Outcome outcome = act();
        if (after) after();
        return outcome;
    }
    [[nodiscard]] Outcome list() const {
        if (forms.empty()) return upload::Reply{404, {}, ""};
        std::string all = R"(<xforms xmlns="http://openrosa.org/xforms/xformsList">)";
        for (const auto& [id, xml] : forms)
            all += fmt::format(
                "<xform><formID>{0}</formID><hash>md5:{1:x}</hash><downloadUrl>{2}/forms/{0}.xml"
                "</downloadUrl></xform>",
                id, std::hash<std::string>{}(xml), url);
        return upload::Reply{200, {}, all + "</xforms>"};
    }
    static std::string id_in(const std::string& xml) {
        const auto end = xml.rfind("instanceID>", xml.rfind("instanceID>") - 1);
        const auto from = end + std::string{"instanceID>"}.size();
        return xml.substr(from, xml.find('<', from) - from);
    }
};

}  // namespace talkpoint::tests
