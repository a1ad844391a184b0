#include "upload/settings.hpp"

#include "base/strings.hpp"
#include "config/secret.hpp"

#include <utility>

namespace talkpoint::upload {

std::optional<openrosa::PublicKey> load_key(const config::Config& config, base::Date today, base::Problems& problems) {
    if (config.upload.public_key_file.empty()) return {};
    return openrosa::PublicKey::load(config.upload.public_key_file, today, problems);
}

std::optional<Setup> load_setup(const config::Config& config, const std::optional<openrosa::PublicKey>& key,
                                std::vector<survey::Survey> surveys, base::Problems& problems) {
    const auto& upload = config.upload;
    if (upload.base_url.empty()) return {};
    base::Problems found;
    const auto secret = [&](const std::filesystem::path& file, config::SecretKind kind) -> std::string {
        if (file.empty()) return {};
        return config::read_secret(file, kind, found).value_or("");
    };
    Setup setup;
    setup.transport.secret = secret(upload.token_file, config::SecretKind::token);
    setup.transport.user = upload.user;
    setup.transport.password = secret(upload.password_file, config::SecretKind::password);
    setup.transport.ca_file = upload.ca_file;
    setup.transport.proxy = upload.proxy;
    const auto url = config::upload_url(upload, setup.transport.secret);
    const bool unusable = base::any_error(found) || !url;
    problems.insert(problems.end(), found.begin(), found.end());
    if (unusable) return {};
    setup.settings.base_url = *url;
    setup.settings.key = key;
    setup.settings.batch_min = config.batch_min;
    setup.settings.surveys = std::move(surveys);
    setup.settings.digest = openrosa::digest(
        base::join(std::vector{*url, upload.user, setup.transport.password, key ? key->base64() : ""}, "\n"));
    setup.every = std::chrono::minutes{upload.every_min};
    return setup;
}

}  // namespace talkpoint::upload
