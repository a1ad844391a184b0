// The subcommands, one file each. Results go to standard output, complaints to standard error, one a line.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <string>
#include <vector>

namespace talkpoint::ctl {

/// What scripts outside rely on (design: contract).
enum ExitCode { done = 0, wrong_options = 2, refused = 3, no_display = 4, state_unusable = 5 };

/// What every subcommand takes.
struct Options {
    std::string config;  ///< empty: looked up
    std::string state;   ///< empty: looked up
    bool json = false;
};

/// Without paths: the configuration and all that it offers. With: each a kiosk.toml, a pack, a place, or a file of
/// these. `reading`: also how hard each text is to read.
int check(const Options& options, const std::vector<std::string>& paths, bool reading, const base::Clock& clock);

/// The window of a preview.
struct PreviewWindow {
    std::string size = "1280x720";
    std::string language;  ///< empty: the pack's own
};

/// Shows a pack (a folder, or one of the configuration) to its author, with what is wrong with it, and again at each
/// change, until the window is closed or this program is told to end: then 0, else the exit code of `talkpoint`.
int preview(const Options& options, const std::string& pack, const PreviewWindow& window, const base::Clock& clock);

/// Writes the beginning of a message into the pack and adds it to the pack's list; with a `site` into what that place
/// puts over the pack. Overwrites nothing: then 3.
int new_message(const Options& options, const std::string& pack, const std::string& id, const std::string& site,
                const base::Clock& clock);

/// What plays to the room from one time to another ("2026-11-23" or "2026-11-23T10:00"; empty: from now, for a week),
/// and when the screen is dark.
int schedule(const Options& options, const std::string& from, const std::string& to, const base::Clock& clock);

/// One pass of the uploader now, whatever the server said before; `parked_too`: what is parked waits again first. What
/// was sent, kept and parked, and why. 0 when a pass was made, however it ended.
int upload_now(const Options& options, bool parked_too, const base::Clock& clock);

/// Another PIN for the staff area, beside a running kiosk or not; failures and wait are over. `random`: makes one and
/// prints it, the only time; else of `pin_file`, or asked for twice. 2 for a PIN that will not do; 5 where it cannot be
/// written.
int set_pin(const Options& options, bool random, const std::string& pin_file, const base::Clock& clock);

/// What is waiting, parked and sent, always as JSON. Makes nothing; a kiosk that has not run yet has zeros.
int status(const Options& options, const base::Clock& clock);

/// What staff may see of the answers (outbox/answers.hpp); of one survey, unless `survey` is empty. Makes nothing.
int counts(const Options& options, const std::string& survey, const base::Clock& clock);

/// The card with which the desk invites people, as a PDF; with the name of the event of this code, which must be going
/// on, unless `event` is empty.
int card(const Options& options, const std::string& file, const std::string& event, const base::Clock& clock);

/// Tables of all responses into `folder`; of one survey, unless `survey` is empty.
int export_responses(const Options& options, const std::string& folder, const std::string& survey,
                     const base::Clock& clock);

/// The USB sticks that are there, and what staff do where there is none.
int list_sticks(const Options& options);

/// An export into a new folder on a stick (empty: the only one), read back before it is said to be there. Where it
/// fails, what staff are told and do is the result: 5 (2: no such stick, 3: broken configuration).
int take_away(const Options& options, const std::string& stick, const base::Clock& clock);

/// Every variable and value of the survey of that id, as CSV or JSON.
int codebook(const Options& options, const std::string& id, const base::Clock& clock);

/// The XForm of that survey in every language it has, with the public key if one is configured: to be published on a
/// server. A broken translation or key is refused rather than left out.
int xform(const Options& options, const std::string& id, const base::Clock& clock);

/// Makes a pair of keys in `folder`: private-key.pem for the evaluation team, public-key.pem for the kiosks. Asks for a
/// passphrase unless `passphrase_file` has one. Overwrites nothing.
int keygen(const Options& options, const std::string& folder, const std::string& passphrase_file);

/// On the evaluation team's own computer: opens the sealed responses of an export in `folder` with the private key,
/// into tables in `to` (empty: `folder`/opened). 3 if any could not be opened; 2 if the key is not theirs.
int open_sealed(const Options& options, const std::string& folder, const std::string& key_file, const std::string& to,
                const std::string& passphrase_file);

/// Makes a pair of keys in `folder`: pack-private-key.pem for those who answer for the content, pack-public-key.pem for
/// the kiosks. Asks for a passphrase unless `passphrase_file` has one. Overwrites nothing.
int pack_keygen(const Options& options, const std::string& folder, const std::string& passphrase_file);

struct Signing {
    std::string pack;  ///< its folder
    std::string key_file, passphrase_file;
    std::string to;
    std::string expires;  ///< a date; empty: never
};
/// Writes the pack as one signed file into `to`. 3 where `check` finds errors in it, or where that version is there
/// already.
int pack_sign(const Options& options, const Signing& signing, const base::Clock& clock);

/// Every check of an installation, and nothing else. `key_files`: in place of those of the configuration, unless it is
/// empty.
int pack_verify(const Options& options, const std::string& file, const std::vector<std::string>& key_files,
                const base::Clock& clock);
/// Installs a signed pack: the kiosk shows it when it starts again. 3 where it is refused, and nothing has changed.
int pack_install(const Options& options, const std::string& file, const base::Clock& clock);
/// The edition before the one in use.
int pack_rollback(const Options& options, const std::string& pack, const base::Clock& clock);
/// `which` is PACK/MESSAGE: it is no longer shown, or (`undo`) shown again.
int pack_withdraw(const Options& options, const std::string& which, bool undo, const base::Clock& clock);
/// Which editions are in use, which came before, and what is withdrawn.
int pack_list(const Options& options, const base::Clock& clock);

/// Writes the start of a place's profile, help lines and safe places into `sites/` beside the configuration, with
/// comments that say what to fill in. Overwrites nothing: then 3.
int new_site(const Options& options, const std::string& id);

/// Each problem on a line of standard error.
void say(const base::Problems& problems);
void say(const base::Error& error);

}  // namespace talkpoint::ctl
