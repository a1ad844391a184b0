// How a visit begins, and the language and the settings that it begins with.
#include "visit/visit.hpp"

#include <algorithm>

namespace talkpoint::visit {

void Visit::collect(std::optional<Collecting> collecting) {
    collecting_ = std::move(collecting);
    if (place_.screen == Screen::attract) begin_with(beginning());
}

Settings Visit::beginning() const {
    Settings settings = usual_;
    if (collecting_ && std::ranges::find(catalogues_, collecting_->language, &Catalogue::language) != catalogues_.end())
        settings.language = collecting_->language;
    return settings;
}

void Visit::begin_with(const Settings& settings) {
    settings_ = settings;
    choose_language(settings.language);
}

const survey::Survey* Visit::collecting() const {
    if (!collecting_) return nullptr;
    const auto found = std::ranges::find(catalogues_, collecting_->language, &Catalogue::language);
    return (found == catalogues_.end() ? *catalogue_ : *found).survey(collecting_->survey);
}

void Visit::begin() {
    if (!collecting()) return go({Screen::home, {}, {}, {}, 0});
    choose_language(collecting_->language);
    go({Screen::survey_intro, {}, {}, collecting_->survey, 0});
}

/// Place and answers stay: everything has the same ids in every language. Only pages may be more or fewer.
void Visit::choose_language(const std::string& language) {
    const auto found = std::ranges::find(catalogues_, language, &Catalogue::language);
    if (found == catalogues_.end() || &*found == catalogue_) return;
    Place& place = ground();
    if (place.screen == Screen::message) {
        const auto* from = catalogue_->message(place.pack, place.message);
        const auto* to = found->message(place.pack, place.message);
        const std::size_t page = place.page;
        if (left_page_ && left_page_->language == language && left_page_->now == place)
            place.page = left_page_->page;
        else if (from && to)
            place.page = place.page * found->pages_of(*to) / catalogue_->pages_of(*from);
        left_page_ = LeftPage{catalogue_->language, page, place};
    }
    catalogue_ = &*found;
    settings_.language = language;
    if (session_)
        if (const auto* survey = catalogue_->survey(session_->survey().id)) session_->translate(*survey);
}

void Visit::usual_settings() {
    for (const auto setting : {Setting::large_text, Setting::high_contrast, Setting::calm, Setting::lower,
                               Setting::slower, Setting::scanning})
        settings_.of(setting) = usual_.of(setting);
    settings_.volume = usual_.volume;
}

}  // namespace talkpoint::visit
