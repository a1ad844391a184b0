// The staff area of the kiosk: how it is come to, how it is shown, and what it changes.
#include "shell/kiosk.hpp"
#include "staff/checklist.hpp"
#include "ui/screens/staff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#ifndef TALKPOINT_VERSION
#define TALKPOINT_VERSION "(unknown version)"
#endif

namespace talkpoint::shell {

void Kiosk::hire(const std::filesystem::path& state) {
    StaffGround ground{state, parts_.config.file, parts_.helper};
    desk_.emplace(
        std::move(ground),
        StaffWishes{[this](std::function<void()> then) { read_content_again(std::move(then)); },
                    [this](bool on) { rehearse(on); }, [this] { collect(); },
                    [this](bool again) {
                        begins_again_ = again;
                        quit_ = true;
                    },
                    [this] { return play_test(); }, [this] { return unsaved(); }, [this] { return around(); }},
        parts_.clock, queue_);
    collect();
    const auto opened = staff::opened_since(staff::folder_in(state));
    must_rehearse_ = staff::must_rehearse(parts_.config.staff.require_checklist, opened);
    if (must_rehearse_) rehearse(true);
    tell_outside();
    // Whoever sets the kiosk up stands before it now; later it might be anybody who finds the corner.
    if (must_rehearse_ && !desk_->has_pin()) open_staff_area();
}

void Kiosk::tell_outside() {
    if (!desk_) return;
    const auto& window = parts_.window;
    staff::Running running;
    running.since = began_;
    running.version = TALKPOINT_VERSION;
    running.screen = fmt::format("{} x {}, drawn by {}", window.width(), window.height(), window.drawn_by());
    running.sound = sound_ ? "there" : "none";
    running.rehearsal = rehearsal_;
    running.fixed_rehearsal = parts_.rehearsal;
    running.closed_for_today = desk_->closed_today();
    running.cannot_keep = cannot_keep_;
    desk_->note_running(running);
}

void Kiosk::collect() {
    if (!desk_) return;  // it is just being made
    tell_outside();
    const auto& event = desk_->collection();
    visit_.collect(event ? std::optional{visit::Collecting{event->plan.survey, event->plan.language}} : std::nullopt);
}

const staff::EventPlan* Kiosk::event_of(const std::string& survey) const {
    const auto* event = desk_ && desk_->collection() ? &*desk_->collection() : nullptr;
    return event && event->plan.survey == survey ? &event->plan : nullptr;
}

void Kiosk::open_staff_area() {
    if (staff_here()) return;
    if (!english_) {
        base::Problems unsaid;  // talkpointctl check says them
        english_ = pack::Strings::load(parts_.assets / "strings" / "en.toml", unsaid);
    }
    if (reader_) reader_->interrupt();
    act(visit::StaffCame{});
    interaction_.forget();
    desk_->open();
}

void Kiosk::touched_by_staff(const platform::Touch& touch) {
    desk_->note_presence();
    const bool on_control = scene().control_at(touch.x, touch.y) != nullptr;
    if (on_control || touch.phase != platform::Touch::Phase::up) return;
    const auto size = theme_.size();
    desk_->act(staff::Touched{static_cast<int>(touch.x * 1000 / static_cast<float>(size.width)),
                              static_cast<int>(touch.y * 1000 / static_cast<float>(size.height))});
}

void Kiosk::show_staff() {
    if (theme_.wishes() != ui::Wishes{}) theme_ = {theme_.size(), panel_, {}};
    const auto place = desk_->place();
    interaction_.arrive(place);
    const ui::Context context{theme_, texts_, pictures_, *english_, interaction_, rehearsal_, nullptr};
    ui::Scene next = ui::build_staff(context, desk_->page());
    const auto page = place + "|" + std::to_string(interaction_.part());
    next.page = page;
    showing_.show(std::move(next), page, Heading::onwards, true, std::exchange(show_again_, false),
                  parts_.clock.monotonic());
}

void Kiosk::read_content_again(std::function<void()> then) {
    if (!parts_.read_again) {
        if (then) then();
        return;
    }
    const auto today = base::date_of(parts_.clock.local());
    reading_.begin([this, then = std::move(then),
                    read = parts_.read_again(today, rehearsal_)](const auto&) -> std::function<void()> {
        return [this, then, put = read()] {
            const auto before = put();  // it must live until nobody shows it
            content_has_changed();
            if (then) then();
        };
    });
}

void Kiosk::rehearse(bool on) {
    rehearsal_ = on || parts_.rehearsal;
    if (!on) must_rehearse_ = false;
    tell_outside();
    read_content_again();  // a rehearsal shows help lines that nobody has called yet
}

bool Kiosk::play_test() {
    if (!sound_ || !sound_->can_read("en")) return false;
    sound_->set_volume(parts_.config.sound.volume);
    sound_->read(
        {{"This is how loud this kiosk is when it begins to read. Listen to it one step from the screen, and "
          "then from the other end of the room. It can be played again.",
          "en"}});
    return true;
}

/// Where surveys are offered, up to "thank you"; where there are none, a message has been opened.
void Kiosk::note_rehearsal() {
    if (!rehearsal_ || !desk_) return;
    const auto at = visit_.place().screen;
    if (at == visit::Screen::survey_thanks || (at == visit::Screen::message && visit_.surveys().empty()))
        desk_->note_rehearsed();
}

staff::Around Kiosk::around() const {
    staff::Around around;
    around.now = parts_.clock.local();
    around.rehearsal = rehearsal_;
    around.must_rehearse = must_rehearse_;
    around.fixed_rehearsal = parts_.rehearsal;
    around.unsaved = unsaved();
    around.sound = sound_ && sound_->can_read("en");
    around.volume = parts_.config.sound.volume;
    around.project_page = !parts_.config.staff.project_page.empty();
    around.rehearsed = desk_ && staff::has_been_rehearsed(desk_->folder());
    if (desk_) around.closed_today = desk_->closed_today(), around.events = desk_->events();
    const auto& catalogue = parts_.languages.catalogues.front();
    for (const auto& survey : catalogue.surveys) {
        around.surveys.push_back({survey.id, survey.title});
        const auto has_key = [&](const outbox::KnownForm& form) {
            return form.survey == survey.id && !form.public_key.empty();
        };
        if (key_ || (forms_ && std::ranges::any_of(*forms_, has_key))) around.sealed.push_back(survey.id);
    }
    for (const auto& pack : catalogue.packs) {
        auto& here = around.packs.emplace_back();
        here.pack = {pack.id, pack.title};
        for (const auto& message : pack.messages) here.messages.push_back({message.id, message.title});
    }
    if (const auto confirmed = desk_ ? staff::read_confirmed(desk_->folder()) : base::Result<staff::Confirmed>{})
        around.checklist = staff::checklist(*confirmed, visit::help_here(catalogue.help_sources, catalogue.packs),
                                            base::date_of(around.now));
    for (const auto& language : parts_.languages.interface)
        around.languages.push_back({language.language(), language.name()});
    return around;
}

}  // namespace talkpoint::shell
