// One pack while an author writes it: read again whenever talkpointctl says so, with what is wrong with it.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "config/config.hpp"
#include "shell/languages.hpp"
#include "shell/line_input.hpp"
#include "ui/strip.hpp"
#include "visit/visit.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::shell {

/// The configuration of a preview: this pack alone, with every survey; nobody is ever sent away; nothing is sent.
[[nodiscard]] config::Config preview_config(config::Config config, const std::filesystem::path& pack);

/// Main thread. The clock must outlive it.
class PackPreview {
  public:
    /// `config` is preview_config()'s. `language` is the one in which a visit begins; empty: the pack's own. Each line
    /// that comes from the descriptor `input` is what talkpointctl found, and means: read the pack again.
    PackPreview(config::Config config, std::string language, std::filesystem::path assets, const base::Clock& clock,
                int input);

    [[nodiscard]] const config::Config& config() const { return config_; }
    /// The pack in every language of which it has files and that the kiosk speaks; where it cannot be read, as it last
    /// was. None where not even the interface can be read.
    [[nodiscard]] const Languages& languages() const { return languages_; }
    /// Reads the pack again if a line has come. True: languages() are others than before, and those of before go when
    /// this returns true again.
    [[nodiscard]] bool look();
    [[nodiscard]] ui::Strip strip(const visit::Visit& visit) const;

    /// How often to look.
    static constexpr base::Millis interval{100};

  private:
    struct Found {
        std::string file;  ///< as the pack knows it: `messages/first.md`
        int line = 0;
        std::string text;
        bool error = true;
    };
    void read_pack();
    [[nodiscard]] bool take_problems(const std::string& line);
    [[nodiscard]] std::string state() const;

    config::Config config_;
    std::string language_;
    std::filesystem::path assets_;
    const base::Clock& clock_;
    LineInput input_;
    Languages languages_, before_;
    std::vector<Found> checked_;  ///< by talkpointctl
    std::vector<Found> missing_;  ///< what this program lacks: a language, letters
    std::optional<base::LocalTime> checked_at_;
    bool understood_ = true;  ///< the last line made sense
    bool readable_ = false;   ///< the pack, the last time
    bool ever_readable_ = false;
};

}  // namespace talkpoint::shell
