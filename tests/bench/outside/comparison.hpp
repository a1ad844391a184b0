// Figures of two programs beside each other: a table for people, JSON for scripts.
#pragma once

#include <string>
#include <vector>

namespace talkpoint::bench {

/// Which of the two a sample is of.
enum class Side { ours, theirs };

/// Ours over theirs is to be at most (of a rate: at least) this; 0: only to be looked at.
struct Aim {
    double ratio = 1;
    bool at_least = false;
    const char* theirs = "the other";  ///< what it is that ours is held against
};
inline constexpr Aim no_aim{0, false};

class Comparison {
  public:
    /// `machine`: what it is, in words.
    explicit Comparison(std::string machine) : machine_(std::move(machine)) {}

    /// Samples of one figure come together under its name, in the order in which names come first.
    void add(const std::string& name, const std::string& unit, Side side, double sample, const Aim& aim = {});
    /// Something to know of the figures.
    void note(std::string words) { notes_.push_back(std::move(words)); }
    void print() const;
    [[nodiscard]] std::string json() const;

  private:
    struct Figure {
        std::string name, unit;
        Aim aim;
        std::vector<double> ours, theirs;
    };
    std::string machine_;
    std::vector<Figure> figures_;
    std::vector<std::string> notes_;
};

}  // namespace talkpoint::bench
