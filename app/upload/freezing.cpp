#include "upload/freezing.hpp"

#include "openrosa/form.hpp"
#include "openrosa/instance.hpp"
#include "openrosa/seal.hpp"

#include <algorithm>
#include <utility>

namespace talkpoint::upload {

using base::Result;
using outbox::Record;

namespace {

// More than most instances have, so that all of a survey are of one length.
constexpr std::size_t padded_to = 2048;

}  // namespace

Result<Making> making_of(const std::string& survey, const std::string& version,
                         const std::optional<openrosa::PublicKey>& own, const std::vector<outbox::KnownForm>& forms) {
    Making making{version, own};
    const auto form = std::ranges::find(forms, survey, &outbox::KnownForm::survey);
    if (form == forms.end()) return making;
    if (openrosa::is_version_of(form->version, version)) making.version = form->version;
    if (making.key || form->public_key.empty()) return making;
    auto key = openrosa::PublicKey::from_base64(form->public_key);
    if (!key) return std::unexpected(std::move(key.error()));
    making.key = std::move(*key);
    return making;
}

Result<Record> freeze(const survey::Response& response, const std::string& id, const survey::Survey& survey,
                      const Making& making) {
    auto instance = openrosa::write_instance(response, id, making.version, &survey);
    if (!instance) return std::unexpected(std::move(instance.error()));
    const Record plain{.id = id,
                       .survey = response.survey,
                       .version = making.version,
                       .period = response.period,
                       .body = std::move(*instance),
                       .attachment = ""};
    return making.key ? sealed(plain, making) : plain;
}

Result<Record> sealed(const Record& plain, const Making& making) {
    if (!making.key) return base::fail(base::ErrorKind::malformed, "there is no key to seal with; report this");
    auto instance = openrosa::with_version(plain.body, making.version);
    if (!instance) return std::unexpected(std::move(instance.error()));
    // What was answered must not show in its length: blanks behind the end, as XML allows them.
    instance->append((padded_to - instance->size() % padded_to) % padded_to, ' ');
    auto sealed =
        openrosa::seal(*instance, {plain.survey, making.version, openrosa::instance_id(plain.id)}, *making.key);
    if (!sealed) return std::unexpected(std::move(sealed.error()));
    return Record{plain.id,
                  plain.survey,
                  making.version,
                  plain.period,
                  std::move(sealed->manifest),
                  std::move(sealed->attachment)};
}

}  // namespace talkpoint::upload
