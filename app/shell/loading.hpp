// What a kiosk reads when it starts: enough for the first picture at once, and everything while that one stands.
#pragma once

#include "base/clock.hpp"
#include "config/config.hpp"
#include "shell/kiosk.hpp"
#include "shell/languages.hpp"
#include "shell/options.hpp"

#include <expected>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace talkpoint::shell {

enum ExitCode { done = 0, wrong_options = 2, refused = 3, no_display = 4, state_unusable = 5, tour_failed = 6 };

/// Says each problem that is an error on standard error; warnings are for whoever runs the check, so here they are only
/// counted.
void say(const base::Problems& problems);

/// What says where everything else lies.
struct Ground {
    config::Config config;
    std::filesystem::path assets;
};
/// Also which packs have been installed, and what has been withdrawn, by now. Nothing where the kiosk is refused; that
/// has been said then.
[[nodiscard]] std::optional<Ground> read_ground(const Options& options, base::LocalTime now);

/// What the room sees until everything is read: the first message that plays at this time, in the language in which
/// visits begin. Reads no more than it must, however much there is. Nothing where its words cannot be read, or nothing
/// plays: then the first picture waits for the rest. Complaints are left to read_whole().
[[nodiscard]] std::optional<Languages> read_first(const Ground& ground, base::LocalTime now, bool rehearsal);

/// Everything: content, keys, and where responses go. Not judged yet, because only the main thread may ask the fonts.
struct Whole {
    ReadLanguages languages;
    base::Problems problems, of_sending;
    bool nothing_to_show = false;
    base::Result<Keeping> keeping;  ///< where there is something to show
};
/// Reads the content anew, in every language that is offered, and then puts it in the place of `languages`. Where there
/// would be nothing left to show nothing changes, and the log says so. `options`, `ground` and `languages` must outlive
/// what is returned. Main thread.
[[nodiscard]] ReadAnew read_again(const Options& options, Ground& ground, Languages& languages, base::Date today,
                                  bool rehearsal);

/// The state directory; calls it only where there is something to show, so that a kiosk which is refused leaves none.
using Hold = std::function<base::Result<std::filesystem::path>()>;
/// Any thread, and `hold` is called on it. `ground` must outlive what is returned.
[[nodiscard]] Whole read_whole(const Options& options, const Ground& ground, const Hold& hold,
                               const base::Clock& clock);

/// The whole, while it is read on a thread of its own; its end waits for that thread. Main thread.
class Coming {
  public:
    /// `languages` is where the kiosk looks for its own, and gets the new ones. All must outlive this. ReadAnew begins
    /// at once.
    Coming(const Ground& ground, Languages& languages, std::function<Whole()> read);

    /// Calls this, on whichever thread, when everything is read; at once if it is. Another call takes its place.
    void tell(std::function<void()> there);
    [[nodiscard]] bool is_there();
    /// Waits, says what is wrong, puts the languages into their place. The exit code where the kiosk cannot be. Once.
    [[nodiscard]] std::expected<Keeping, int> wait();
    /// The same, and the kiosk has it all from now on. The exit code where it cannot be. Once.
    [[nodiscard]] std::optional<int> complete(Kiosk& kiosk);

  private:
    [[nodiscard]] std::expected<std::pair<Languages, Keeping>, int> judge();

    const Ground& ground_;
    Languages& languages_;
    std::mutex mutex_;
    std::function<void()> there_;
    std::optional<Whole> whole_;
    std::jthread thread_;  ///< last: its end waits
};

}  // namespace talkpoint::shell
