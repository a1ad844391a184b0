// When responses are sent: plans the passes, and passes on what they bring.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "outbox/retry.hpp"
#include "shell/main_queue.hpp"
#include "upload/settings.hpp"
#include "upload/worker.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace talkpoint::shell {

/// Main thread.
class Uploads {
  public:
    using KnowForms = std::function<void(const std::vector<outbox::KnownForm>&)>;
    /// `on_forms` is told which forms the server has, after each pass that could ask. All references must outlive it.
    Uploads(std::unique_ptr<outbox::Queue> queue, upload::Setup setup, const std::filesystem::path& state_folder,
            const base::Clock& clock, MainQueue& results, KnowForms on_forms);

    /// When the next pass is to be started; nothing while one is under way.
    [[nodiscard]] std::optional<base::Millis> due() const { return schedule_.due(); }
    [[nodiscard]] bool is_due() const;
    /// `period`: the one that has not ended yet.
    void start_pass(const std::string& period);
    /// A pass is under way.
    [[nodiscard]] bool busy() const { return busy_; }

  private:
    void ended(const upload::Report& report);

    const base::Clock& clock_;
    base::Random chance_;
    outbox::Schedule schedule_;
    KnowForms on_forms_;
    std::string last_error_;
    std::set<std::string> warned_;  ///< said once each
    bool busy_ = false;
    upload::Worker worker_;  ///< last: its end may still post
};

}  // namespace talkpoint::shell
