#include "upload/settings.hpp"

#include "base/strings.hpp"
#include "config/secret.hpp"
#include "outbox/period.hpp"

#include <utility>

namespace talkpoint::upload {

namespace {

outbox::PeriodLength length_of(config::Period period) {
    switch (period) {
        case config::Period::half_day:
            return outbox::PeriodLength::half_day;
        case config::Period::day:
            return outbox::PeriodLength::day;
        case config::Period::week:
            return outbox::PeriodLength::week;
    }
    return outbox::PeriodLength::day;
}

}  // namespace

std::string period_now(const config::Config& config, base::LocalTime now) {
    return outbox::period_of(now, length_of(config.period));
}

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
    std::error_code error;
    if (!upload.ca_file.empty() && !std::filesystem::is_regular_file(upload.ca_file, error))
        found.push_back({base::Severity::error, upload.ca_file, 0,
                         "there is no such file; put the certificates of the server's authority there, or write "
                         "ca_file = \"\" for the system's"});
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
