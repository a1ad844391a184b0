// The queue of finished responses, as the rest of the program knows it. The real one is in store/.
#pragma once

#include "base/result.hpp"
#include "outbox/hindrance.hpp"
#include "outbox/use.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::outbox {

/// One finished response, frozen: what is kept is what is sent, byte for byte. The columns of the store are these, and
/// nothing of the answers is outside `body` and `attachment`.
struct Record {
    std::string id;          ///< uuid v4, random: the only key; the instance's id is `uuid:` and this
    std::string survey;      ///< the form's id
    std::string version;     ///< the form's, exactly as it stands in `body`
    std::string period;      ///< `2026-11-23`, `2026-11-23-am`, `2026-W48`: never finer
    std::string body;        ///< the instance; or, where it is sealed, the manifest
    std::string attachment;  ///< `submission.xml.enc`; empty: not sealed
    [[nodiscard]] bool sealed() const { return !attachment.empty(); }
    friend bool operator==(const Record&, const Record&) = default;
};

/// One cell of the counts: this option of this question in this period, one more. What is answered at an event is
/// counted apart, so that no response is in two tables of which one could be taken from the other.
struct Tally {
    // NOLINTBEGIN(readability-redundant-member-init): without them g++ warns where one is left out.
    std::string survey = {};
    std::string question = {};  ///< empty: of the survey as a whole
    std::string option = {};
    std::string period = {};
    std::string event = {};  ///< survey::is_event_code(), or empty
    std::string phase = {};  ///< `before`, `after` or empty
    // NOLINTEND(readability-redundant-member-init)
    friend auto operator<=>(const Tally&, const Tally&) = default;
};

/// Why responses are parked, in words for staff, and how many of them.
struct Parked {
    std::string survey;
    std::string version;
    std::string reason;
    std::int64_t count = 0;
    friend bool operator==(const Parked&, const Parked&) = default;
};

struct SurveyCounts {
    std::int64_t queued = 0;  ///< waiting to be sent, the parked ones not among them
    std::int64_t parked = 0;  ///< kept until somebody has seen to what the server said
    std::int64_t sent = 0;
};

/// What the last pass left to be said. Empty where there is nothing to say.
struct UploadState {
    std::string error;          ///< in plain words; empty after a pass that had none
    std::string remarks;        ///< what staff should know of the server's forms
    std::string next_try;       ///< local time, to the minute; empty where nothing is tried by itself
    std::string stopped_under;  ///< the digest of the settings under which the server refused us; empty: not stopped
    Hindrance hindrance = Hindrance::none;  ///< of what kind `error` is
    friend bool operator==(const UploadState&, const UploadState&) = default;
};

struct Counts {
    std::int64_t queued = 0;
    std::int64_t parked = 0;
    std::int64_t sent = 0;
    std::int64_t sealed = 0;               ///< of those that are still here, queued or parked
    std::optional<std::string> last_sent;  ///< a period, not a time
    std::optional<std::string> damage;     ///< where a damaged file was set aside
    UploadState upload;
    std::vector<Parked> reasons;
    std::map<std::string, SurveyCounts> surveys;
};

/// A form as the server has it, remembered so that a response can be made for it without a network.
struct KnownForm {
    std::string survey;
    std::string version;     ///< exactly as the server writes it
    std::string hash;        ///< as the server's list says; empty if it does not
    std::string public_key;  ///< base64 of its DER; empty: the form is not encrypted
    std::string fields;      ///< names of its fields, a blank between
    friend bool operator==(const KnownForm&, const KnownForm&) = default;
};

/// Failure: any call of the two interfaces may fail with unwritable, unreadable or in_use; nothing is then half-done,
/// and the next call may succeed. Not thread-safe: one thread owns both (the store worker).
///
/// The queue as the uploader knows it. None of its calls reads more than it returns, however long the queue is.
class Queue {
  public:
    virtual ~Queue() = default;

    /// A survey of which responses wait, in one version.
    struct Kind {
        std::string survey;
        std::string version;
        friend auto operator<=>(const Kind&, const Kind&) = default;
    };
    /// Those of which at least one is not parked, sorted.
    [[nodiscard]] virtual base::Result<std::vector<Kind>> kinds() = 0;
    /// Of how many responses of a survey, all its versions together, none is parked; counts no further than `limit`.
    [[nodiscard]] virtual base::Result<std::int64_t> waiting(const std::string& survey, std::int64_t limit) = 0;

    /// Some of the queue: of one kind, not parked.
    struct Selection {
        Kind kind;
        /// Not empty: without those of this period that were never tried (they wait for company).
        std::string without_period;
    };
    struct Waiting {
        Record record;
        bool tried = false;  ///< its bytes may have left this machine
    };
    /// The next `limit` whose id is greater than `after`, in the order of their ids, which are random.
    [[nodiscard]] virtual base::Result<std::vector<Waiting>> next(const Selection& selection, const std::string& after,
                                                                  std::size_t limit) = 0;
    /// Before the first byte leaves: it is tried from now on, with these bytes. Bytes of one that was tried before
    /// do not change, whatever is given; one that is no longer there stays away. Synced. Where one is sealed only now,
    /// the counts of its survey's options go: a count of one would be an answer in the clear.
    [[nodiscard]] virtual base::Result<void> mark_tried(const Record& record) = 0;

    /// The server has it: deleted by id, and counted as sent in `period`. Not there any more: nothing happens.
    [[nodiscard]] virtual base::Result<void> receipt(const std::string& id, const std::string& period) = 0;
    /// Kept, not sent, until the circumstances are others than `under` (see `unpark`).
    [[nodiscard]] virtual base::Result<void> park(const std::string& id, const std::string& reason,
                                                  const std::string& under) = 0;
    /// The same for all of a kind, those that are yet to come among them.
    [[nodiscard]] virtual base::Result<void> park_kind(const Kind& kind, const std::string& reason,
                                                       const std::string& under) = 0;
    /// What was parked of this survey under other circumstances than these waits again. `under` empty: all of it.
    [[nodiscard]] virtual base::Result<void> unpark(const std::string& survey, const std::string& under) = 0;
    /// Surveys of which anything is parked, sorted.
    [[nodiscard]] virtual base::Result<std::vector<std::string>> parked_surveys() = 0;

    [[nodiscard]] virtual base::Result<std::vector<KnownForm>> forms() = 0;
    [[nodiscard]] virtual base::Result<void> remember(const KnownForm& form) = 0;
    [[nodiscard]] virtual base::Result<UploadState> upload_state() = 0;
    [[nodiscard]] virtual base::Result<void> remember(const UploadState& state) = 0;
    /// As Outbox::tidy, after a pass.
    virtual void tidy_up() {}
};

/// The queue as the kiosk knows it.
class Outbox {
  public:
    virtual ~Outbox() = default;
    /// Commits the response and its tallies in one transaction; returns only when they are synced to disk.
    /// Submitting the same id again with the same content is success without a second copy or a second count; with
    /// other content it is malformed.
    [[nodiscard]] virtual base::Result<void> submit(const Record& record, const std::vector<Tally>& tallies) = 0;
    /// Adds to the counts of use of the period, all in one transaction, synced.
    [[nodiscard]] virtual base::Result<void> count(const Uses& uses, const std::string& period) = 0;
    /// Called when nothing waits: removes what the disk still shows of the order in which responses came, and of those
    /// that are gone. Never fails; what could not be done is done the next time.
    virtual void tidy() {}
    /// The uploader's side of the same queue, which lives as long as this; null where nothing is ever sent.
    [[nodiscard]] virtual Queue* queue() { return nullptr; }
};

}  // namespace talkpoint::outbox
