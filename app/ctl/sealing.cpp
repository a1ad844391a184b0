#include "ctl/sealing.hpp"

#include <algorithm>

namespace talkpoint::ctl {

bool seals(const config::Config& config, const std::vector<outbox::KnownForm>& forms, const std::string& survey) {
    const auto form = std::ranges::find(forms, survey, &outbox::KnownForm::survey);
    return !config.upload.public_key_file.empty() || (form != forms.end() && !form->public_key.empty());
}

}  // namespace talkpoint::ctl
