// What of the counts of one question may be told, so that no small number, and nobody's answer, can be worked out. Why
// it is this much: README.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace talkpoint::outbox {

/// Of fewer who answered, nothing is told: twice as many as a count must have to be told as a number.
inline constexpr std::int64_t fewest_told = 16;

/// The same of a question of which each can choose several: what most have chosen is then more than half.
inline constexpr std::int64_t fewest_told_of_each = 24;

/// One count as it is told.
struct Told {
    enum class Kind {
        nothing,
        few,     ///< 1 to 7
        number,  ///< `number`: 0, or rounded
        most,    ///< all of those who answered, or so nearly all that it must not be told from all
    };
    Kind kind = Kind::nothing;
    std::int64_t number = 0;
    friend bool operator==(const Told&, const Told&) = default;
};

/// In words: empty, `1-7`, the number, `most`.
[[nodiscard]] std::string text_of(const Told& told);

/// Of a question of which each who answered is in one of the cells; `asked` counts those who did not answer too, and
/// may be known exactly to whoever reads it. As many as there are cells; all of kind `nothing` where nothing can be
/// told.
[[nodiscard]] std::vector<Told> tell_parts(const std::vector<std::int64_t>& cells, std::int64_t asked);

/// Where `tell_parts` tells nothing of these: that one, and all others together, in this order; both of kind `nothing`
/// where that cannot be told either, or where the parts are. Of kind `few` neither is: the other would be `most`.
[[nodiscard]] std::vector<Told> tell_one_beside_rest(const std::vector<std::int64_t>& cells, std::size_t one,
                                                     std::int64_t asked);

/// Of things of which each who answered could choose any. As many as there are; all of kind `nothing` as above.
[[nodiscard]] std::vector<Told> tell_each(const std::vector<std::int64_t>& cells, std::int64_t answered);

}  // namespace talkpoint::outbox
