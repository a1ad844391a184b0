#include "ctl/taking.hpp"

#include "base/files.hpp"
#include "ctl/left_over.hpp"
#include "ctl/places.hpp"
#include "ctl/reading.hpp"
#include "ctl/sealing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::ctl {
namespace {

constexpr std::int64_t mb = std::int64_t{1024} * 1024;

/// What leaves, and the list of its sums, take at most, in MiB, where even the smallest file takes a block.
base::Result<std::int64_t> room_needed_mb(store::Database* database, const outbox::Leaving& leaving,
                                          std::int64_t block) {
    constexpr std::int64_t besides = 4 * mb;    // codebooks and forms
    constexpr std::int64_t line_of_list = 256;  // the sum of a sealed file, with its name
    std::int64_t bytes = besides;
    if (!database) return bytes / mb;
    const auto size = [](const std::string& content) { return static_cast<std::int64_t>(content.size()); };
    const auto in_file = [&](const std::string& content) { return (size(content) / block + 1) * block + line_of_list; };
    if (auto read = database->for_each("",
                                       [&](const outbox::Record& record) {
                                           const auto response = opened(record);
                                           if (!leaving.leaves(record, response ? &*response : nullptr)) return;
                                           // A row is shorter than the XML of which it is made; of what is sealed, a
                                           // folder has two files.
                                           bytes += record.sealed()
                                                        ? in_file(record.body) + in_file(record.attachment) + block
                                                        : size(record.body);
                                       });
        !read)
        return std::unexpected(std::move(read.error()));
    const auto uses = database->uses();
    if (!uses) return std::unexpected(uses.error());
    for (const auto& [period, use, count] : *uses) bytes += size(period) + size(use.subject) + size(use.detail) + 64;
    return bytes / mb + 1;
}

}  // namespace

/// Not what another is writing there just now.
base::Result<base::FileLock> Taking::clear_up() {
    auto alone = base::FileLock::take_folder(stick_.path);
    if (alone && clear_left_over(stick_.path, config_.site.id)) stick_.free_mb = base::free_space_mb(stick_.path);
    return alone;
}

std::expected<Taken, NotTaken> Taking::run(const Options& options) {
    // Read before them: one that ends meanwhile is held once more.
    auto event = event_going_on(options);
    if (!event) return std::unexpected(NotTaken{advice_after(event.error()), state_unusable, event.error().text()});
    event_ = std::move(*event);
    const auto alone = clear_up();
    if (!alone && alone.error().kind != base::ErrorKind::in_use)
        return std::unexpected(NotTaken{advice_after(alone.error()), state_unusable, alone.error().text()});
    // The responses of one moment; from the start again if a kiosk began to write meanwhile.
    auto done = read_responses(options, [&](store::Database* database) {
        const auto write_all = [&] { return write(database); };
        return database ? database->in_one_moment(write_all) : write_all();
    });
    if (done) done = prove();
    if (done) return Taken{folder_->target(), files_, std::move(exported_), at_kiosk_};
    const bool clean = !folder_ || folder_->discard();
    NotTaken failed{no_room_ ? *no_room_ : advice_after(done.error()), state_unusable, done.error().text()};
    if (!clean)
        failed.advice.to_do +=
            fmt::format(" If there is a folder \"{}\" on the stick, delete it on a computer: it is not whole.",
                        shown(folder_->part().filename()));
    return std::unexpected(std::move(failed));
}

base::Result<void> Taking::write(store::Database* database) {
    sums_.reset();
    folder_.reset();
    const auto leaving = what_leaves(database, event_, request_.now);
    if (!leaving) return std::unexpected(leaving.error());
    if (auto room = see_room(database, *leaving); !room) return room;
    const auto surveys = surveys_of(request_, database);
    if (!surveys) return std::unexpected(surveys.error());
    const auto day = base::date_of(request_.now);
    auto folder = NewFolder::make(stick_.path, fmt::format("talkpoint-{}-{}", config_.site.id, base::format_date(day)));
    if (!folder) return std::unexpected(std::move(folder.error()));
    folder_.emplace(std::move(*folder));
    request_.folder = folder_->part();
    auto sums = Sums::begin(request_.folder);
    if (!sums) return std::unexpected(std::move(sums.error()));
    sums_.emplace(std::move(*sums));
    auto kiosk = look_at_kiosk(database);
    if (!kiosk) return std::unexpected(std::move(kiosk.error()));
    at_kiosk_ = *kiosk;
    if (auto written = write_export(request_, *surveys, database, &*sums_, &*leaving, exported_); !written)
        return written;
    return write_listed(request_.folder / readme_name, stick_readme(config_.site.name, day, exported_, at_kiosk_),
                        &*sums_, exported_);
}

base::Result<AtKiosk> Taking::look_at_kiosk(store::Database* database) const {
    base::Result<std::vector<outbox::KnownForm>> forms;
    if (database) forms = database->forms();
    if (!forms) return std::unexpected(forms.error());
    std::size_t all = 0, sealed = 0;
    for (const auto& installed : request_.definitions)
        for (const auto& survey : installed.surveys) {
            ++all;
            if (seals(config_, *forms, survey.id)) ++sealed;
        }
    base::Result<outbox::Counts> counts;
    if (database) counts = database->counts();
    if (!counts) return std::unexpected(counts.error());
    return AtKiosk{.seals = sealed > 0,
                   .seals_all = sealed > 0 && sealed == all,
                   .sends = !config_.upload.base_url.empty(),
                   .has_sent = counts->sent > 0};
}

base::Result<void> Taking::see_room(store::Database* database, const outbox::Leaving& leaving) {
    const auto needed = room_needed_mb(database, leaving, std::max<std::int64_t>(stick_.block_size, 512));
    if (!needed) return std::unexpected(needed.error());
    if (stick_.free_mb < 0 || stick_.free_mb >= *needed) return {};
    no_room_ = {fmt::format("There is not enough room on the stick: it has {} MB, and {} MB may be needed.",
                            stick_.free_mb, *needed),
                "Make room on it, on a computer, or take another stick."};
    return base::fail(base::ErrorKind::too_large, fmt::format("has less than {} MB free; take another stick", *needed),
                      shown(stick_.path));
}

/// The stick has all of it, as it was meant: only then the folder gets its name.
base::Result<void> Taking::prove() {
    if (auto committed = sums_->commit(); !committed) return committed;
    if (auto synced = folder_->sync(); !synced) return synced;
    const auto files = sums_->read_back(folder_->part());
    if (!files) return std::unexpected(files.error());
    files_ = *files;
    return folder_->finish();
}

/// A stick tells by what it is now why it failed.
Advice Taking::advice_after(const base::Error& error) const {
    if (!error.place.starts_with(stick_.path.native()) && !error.place.starts_with(shown(stick_.path)))
        return {"The responses in the kiosk could not be read.",
                "Try again in a minute. If it fails again, ask whoever looks after the machine."};
    const auto say = [](std::string_view sentence, std::string to_do) {
        return Advice{fmt::format("{} Nothing is lost: everything is still in the kiosk.", sentence), std::move(to_do)};
    };
    const auto sticks = find_sticks(config_.staff, state_).value_or(std::vector<Stick>{});
    const auto now = std::ranges::find(sticks, stick_.path, &Stick::path);
    if (now == sticks.end())
        return say("The stick was taken out before everything was on it.",
                   "Put it in again, and take the responses away once more.");
    if (error.kind == base::ErrorKind::malformed)
        return say("The stick gave back something else than was written on it.",
                   "Do not use this stick any more. Take another one.");
    if (now->free_mb == 0) return say("The stick is full.", "Make room on it, on a computer, or take another stick.");
    if (!now->writable()) return say(now->why_not.sentence, now->why_not.to_do);
    if (error.kind != base::ErrorKind::unwritable)
        return say("What was written on the stick could not be read back.", "Take another stick.");
    return say("Not everything could be written on the stick.",
               "Leave the stick in, and try once more. If it fails again, take another one, formatted as exFAT.");
}

}  // namespace talkpoint::ctl
