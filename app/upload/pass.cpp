#include "upload/pass.hpp"

#include "base/strings.hpp"
#include "openrosa/answer.hpp"
#include "openrosa/form.hpp"
#include "upload/freezing.hpp"
#include "upload/server.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace talkpoint::upload {
namespace {

using base::Result;
using openrosa::Verdict;
using outbox::KnownForm;
using outbox::PassEnd;
using outbox::Queue;
using outbox::Record;

// So many are held in memory at once.
constexpr std::size_t batch = 16;
// What multipart/form-data puts around the two files.
constexpr std::size_t wrapping = 1024;

std::vector<Part> parts_of(const Record& record) {
    std::vector<Part> parts{{"xml_submission_file", "submission.xml", "text/xml", record.body}};
    // The server looks for attachments by the name of the part.
    if (record.sealed())
        parts.push_back({"submission.xml.enc", "submission.xml.enc", "application/octet-stream", record.attachment});
    return parts;
}

/// One pass. Each step says whether to go on; what stops it is in `report_`.
class Pass {
  public:
    Pass(Queue& queue, Transport& transport, const Settings& settings, const std::string& period, base::Random& random,
         const std::atomic<bool>& stop)
        : queue_(queue), transport_(transport), settings_(settings), period_(period), random_(random), stop_(stop) {}

    Report run(bool even_if_refused) {
        outbox::UploadState state;
        if (auto found = queue_.upload_state()) state = std::move(*found);
        if (!even_if_refused && !state.stopped_under.empty() && state.stopped_under == settings_.digest) {
            report_.end = PassEnd::stopped;
            report_.error = state.error;
            report_.hindrance = state.hindrance;
            return std::move(report_);
        }
        if (look() && free_parked()) send_all();
        queue_.tidy_up();
        // One that we cut short ourselves knows nothing new to tell.
        if (stop_ && report_.end == PassEnd::later) return std::move(report_);
        state.error = report_.error;
        state.hindrance = report_.hindrance;
        std::vector<std::string> remarks;
        remarks.reserve(report_.warnings.size());
        for (const auto& [survey, text] : report_.warnings) remarks.push_back(fmt::format("{}: {}", survey, text));
        state.remarks = base::join(remarks, "; ");
        state.stopped_under = report_.end == PassEnd::stopped ? settings_.digest : "";
        if (const auto kept = queue_.remember(state); !kept && report_.error.empty()) trouble(kept.error());
        return std::move(report_);
    }

  private:
    bool halt(Halt halt) {
        report_.end = halt.end;
        report_.error = std::move(halt.why);
        report_.hindrance = report_.error.empty() ? outbox::Hindrance::none : halt.hindrance;
        report_.wait = halt.wait;
        return false;
    }
    bool trouble(const base::Error& error) { return halt({PassEnd::later, error.text()}); }
    bool stopped() {
        if (stop_) (void)halt({PassEnd::later, ""});
        return stop_;
    }

    bool look() {
        auto limit = look_at_server(transport_, settings_.base_url);
        if (!limit) return halt(std::move(limit.error()));
        limit_ = *limit;
        const auto known = queue_.forms();
        if (!known) return trouble(known.error());
        auto surveys = queue_.parked_surveys();
        if (!surveys) return trouble(surveys.error());
        std::set<std::string> of_interest(surveys->begin(), surveys->end());
        const auto kinds = queue_.kinds();
        if (!kinds) return trouble(kinds.error());
        for (const auto& kind : *kinds) of_interest.insert(kind.survey);
        for (const auto& survey : settings_.surveys) of_interest.insert(survey.id);
        auto forms = look_at_forms(transport_, settings_.base_url, of_interest, *known);
        if (!forms) return halt(std::move(forms.error()));
        for (const auto& form : forms->news)
            if (const auto kept = queue_.remember(form); !kept) return trouble(kept.error());
        report_.forms = std::move(forms->forms);
        bad_forms_ = std::move(forms->bad);
        listed_ = std::move(forms->listed);
        for (const auto& bad : bad_forms_) report_.warnings.push_back({bad.survey, bad.why});
        warn_of_forms_without_key();
        return true;
    }

    void warn_of_forms_without_key() {
        if (!settings_.key) return;
        for (const auto& form : report_.forms)
            if (form.public_key.empty())
                report_.warnings.push_back(
                    {form.survey,
                     fmt::format("the server's form does not say that its responses are sealed; give the survey a new "
                                 "version and publish the form that \"talkpointctl xform {}\" writes",
                                 form.survey)});
    }

    [[nodiscard]] const KnownForm* form_of(const std::string& survey) const {
        const auto found = std::ranges::find(report_.forms, survey, &KnownForm::survey);
        return found == report_.forms.end() ? nullptr : &*found;
    }

    // Under what the responses of a survey are parked, if they are: when it changes they are tried again.
    [[nodiscard]] std::string circumstances(const std::string& survey) const {
        std::string all = settings_.digest;
        if (const auto* form = form_of(survey))
            all += base::join(std::vector{form->version, form->hash, form->public_key, form->fields}, "\n");
        const auto here = std::ranges::find(settings_.surveys, survey, &survey::Survey::id);
        if (here != settings_.surveys.end()) all += "\n" + here->version;
        // One that was closed on the server is not in its list until it is opened again.
        if (listed_.contains(survey)) all += "\nlisted";
        if (limit_) all += fmt::format("\n{} bytes", *limit_);
        return openrosa::digest(all);
    }

    bool free_parked() {
        const auto surveys = queue_.parked_surveys();
        if (!surveys) return trouble(surveys.error());
        for (const auto& survey : *surveys)
            if (const auto done = queue_.unpark(survey, circumstances(survey)); !done) return trouble(done.error());
        return true;
    }

    void send_all() {
        auto kinds = queue_.kinds();
        if (!kinds) return (void)trouble(kinds.error());
        if (!leave_out_unfit(*kinds)) return;
        random_.shuffle(*kinds);
        // Looked at before anything is sent: what waits is judged as it waited.
        std::map<std::string, std::int64_t> company;
        for (const auto& kind : *kinds) {
            const auto waiting = queue_.waiting(kind.survey, settings_.batch_min);
            if (!waiting) return (void)trouble(waiting.error());
            company[kind.survey] = *waiting;
        }
        for (const auto& kind : *kinds)
            if (!parked_kinds_.contains(kind) && !send_kind(kind, company[kind.survey])) return;
        for (const auto& [survey, count] : company)
            if (count < settings_.batch_min) remark_on_waiting(survey);
    }

    // Those that the server's form has no place for are parked, and are no company for the others. Where the form
    // cannot be read it may be encrypted by now: nothing goes to it.
    bool leave_out_unfit(std::vector<Queue::Kind>& kinds) {
        std::vector<Queue::Kind> fit;
        for (auto& kind : kinds) {
            const auto bad = std::ranges::find(bad_forms_, kind.survey, &BadForm::survey);
            if (bad != bad_forms_.end()) {
                if (Remark remark{kind.survey, bad->why}; std::ranges::find(report_.kept, remark) == report_.kept.end())
                    report_.kept.push_back(std::move(remark));
                continue;
            }
            auto why = misfit(kind);
            if (why.empty())
                fit.push_back(std::move(kind));
            else if (!park_kind(kind, std::move(why)))
                return false;
        }
        kinds = std::move(fit);
        return true;
    }

    void remark_on_waiting(const std::string& survey) {
        const auto waiting = queue_.waiting(survey, 1);
        if (waiting && *waiting > 0)
            report_.kept.push_back(
                {survey, fmt::format("waiting for company: fewer than {} are sent only when the period they belong to "
                                     "({}) has ended",
                                     settings_.batch_min, period_)});
    }

    bool park_kind(const Queue::Kind& kind, std::string why) {
        if (!parked_kinds_.insert(kind).second) return true;
        const auto done = queue_.park_kind(kind, why, circumstances(kind.survey));
        if (!done) return trouble(done.error());
        report_.parked.push_back({kind.survey, std::move(why)});
        return true;
    }

    bool park(const Record& record, std::string why) {
        const auto done = queue_.park(record.id, why, circumstances(record.survey));
        if (!done) return trouble(done.error());
        report_.parked.push_back({record.survey, std::move(why)});
        return true;
    }

    // Why nothing of this kind can go to the form that the server has; empty: it can.
    [[nodiscard]] std::string misfit(const Queue::Kind& kind) const {
        const auto* form = form_of(kind.survey);
        if (!form) return {};
        if (settings_.key && !form->public_key.empty() && form->public_key != settings_.key->base64())
            return "the server's form is encrypted with another key than \"public_key_file\"; use the same, or none "
                   "here";
        const auto survey = std::ranges::find(settings_.surveys, kind.survey, &survey::Survey::id);
        if (survey == settings_.surveys.end() || openrosa::survey_version(kind.version) != survey->version ||
            !openrosa::is_version_of(form->version, survey->version))
            return {};
        // A form without any field is nothing to compare with.
        if (form->fields.empty()) return {};
        const auto missing = openrosa::missing_fields(*survey, base::split(form->fields, ' '));
        if (missing.empty()) return {};
        return fmt::format(
            "the server's form has no field for {} (or none that holds text); publish the form that \"talkpointctl "
            "xform {}\" "
            "writes",
            base::join(missing, ", "), kind.survey);
    }

    bool send_kind(const Queue::Kind& kind, std::int64_t company) {
        auto making =
            making_of(kind.survey, std::string{openrosa::survey_version(kind.version)}, settings_.key, report_.forms);
        if (!making) return trouble(making.error());
        const Queue::Selection selection{kind, company < settings_.batch_min ? period_ : ""};
        // From a random place once around: ids are random, so is the order on the wire.
        const std::string start = base::uuid_v4(random_);
        return send_from(selection, *making, start, "~") && send_from(selection, *making, "", start);
    }

    // Those whose ids lie between, the end included; until the server has no form for them.
    bool send_from(const Queue::Selection& selection, const Making& making, std::string after, const std::string& end) {
        const auto can_go = [&] { return !parked_kinds_.contains(selection.kind); };
        while (can_go() && after < end) {
            auto found = queue_.next(selection, after, batch);
            if (!found) return trouble(found.error());
            std::erase_if(*found, [&](const Queue::Waiting& one) { return one.record.id > end; });
            if (found->empty()) return true;
            after = found->back().record.id;
            for (const auto& one : *found)
                if (can_go() && !send_one(selection.kind, making, one)) return false;
        }
        return true;
    }

    // Marked as tried just before: one that never left may still be sealed later.
    bool send_one(const Queue::Kind& kind, const Making& making, const Queue::Waiting& one) {
        if (stopped()) return false;
        std::optional<Record> ready;
        if (!prepare(one, making, ready)) return false;
        if (!ready) return true;
        if (const auto marked = queue_.mark_tried(*ready); !marked) return trouble(marked.error());
        return send(*ready, kind);
    }

    // What may not go as it is, is sealed or parked.
    bool prepare(const Queue::Waiting& one, const Making& making, std::optional<Record>& ready) {
        Record record = one.record;
        if (making.key && !record.sealed()) {
            if (one.tried)
                return park(record,
                            "responses are sealed now, but this one was offered in the clear before; it is kept here: "
                            "export it");
            auto made = sealed(record, making);
            if (!made) return park(record, "the response cannot be sealed: " + made.error().message);
            record = std::move(*made);
        }
        if (limit_ && record.body.size() + record.attachment.size() + wrapping > *limit_)
            return park(
                record,
                fmt::format("the response is larger than the server takes ({} bytes); let it take larger ones, or "
                            "export it",
                            *limit_));
        ready = std::move(record);
        return true;
    }

    bool send(const Record& record, const Queue::Kind& kind) {
        const auto first = post(record);
        if (!first) return halt(halt_of(first.error()));
        if (first->verdict != Verdict::conflict) return follow(*first, record, kind);
        // It may be one that the server has, and took for another while two came at once: so once more, alone.
        if (stopped()) return false;
        const auto again = post(record);
        if (!again) return halt(halt_of(again.error()));
        return follow(*again, record, kind);
    }

    std::expected<openrosa::Answer, Fault> post(const Record& record) {
        const auto reply = transport_.post(settings_.base_url + "/submission", parts_of(record));
        if (!reply) return std::unexpected(reply.error());
        return openrosa::read_answer(reply->status, reply->headers, reply->body);
    }

    bool follow(const openrosa::Answer& answer, const Record& record, const Queue::Kind& kind) {
        switch (answer.verdict) {
            case Verdict::received: {
                const auto gone = queue_.receipt(record.id, period_);
                if (!gone) return trouble(gone.error());
                ++report_.sent[record.survey];
                return true;
            }
            case Verdict::later:
                return halt({PassEnd::later, answer.said, answer.wait, outbox::Hindrance::server});
            case Verdict::refused:
                return halt({PassEnd::stopped, answer.said, {}, outbox::Hindrance::server});
            case Verdict::no_form:
                // One that was sealed only now is of another version than the rest.
                return park_kind({record.survey, record.version}, answer.said) && park_kind(kind, answer.said);
            case Verdict::conflict:
            case Verdict::not_taken:
                return park(record, answer.said);
        }
        return false;
    }

    Queue& queue_;
    Transport& transport_;
    const Settings& settings_;
    const std::string& period_;
    base::Random& random_;
    const std::atomic<bool>& stop_;
    std::optional<std::size_t> limit_;
    std::vector<BadForm> bad_forms_;
    std::set<std::string> listed_;        // on the server, of all that were asked for
    std::set<Queue::Kind> parked_kinds_;  // in this pass
    Report report_;
};

}  // namespace

Report run_pass(Queue& queue, Transport& transport, const Settings& settings, const std::string& period,
                base::Random& random, const std::atomic<bool>& stop, bool even_if_refused) {
    return Pass{queue, transport, settings, period, random, stop}.run(even_if_refused);
}

}  // namespace talkpoint::upload
