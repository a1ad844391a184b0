// One frame of a film.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace talkpoint::media {

/// RGBA, opaque, rows from the top, no gaps. Its memory stays when it becomes another size, so that a film asks for
/// memory only once.
class FilmFrame {
  public:
    static constexpr int whole_columns = 16;  ///< the width is a multiple: rows then begin where mpv is quickest

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] bool empty() const { return width_ == 0; }
    [[nodiscard]] std::span<const std::uint8_t> rgba() const { return {data(), size()}; }

    /// What was in it is lost.
    void resize(int width, int height) {
        width_ = width / whole_columns * whole_columns;
        height_ = height;
        lines_.resize((size() + sizeof(Line) - 1) / sizeof(Line));
    }
    [[nodiscard]] std::uint8_t* data() { return lines_.empty() ? nullptr : lines_.front().bytes.data(); }
    [[nodiscard]] const std::uint8_t* data() const { return lines_.empty() ? nullptr : lines_.front().bytes.data(); }
    [[nodiscard]] std::size_t row_bytes() const { return static_cast<std::size_t>(width_) * 4; }

  private:
    struct alignas(64) Line {
        std::array<std::uint8_t, 64> bytes;
    };
    [[nodiscard]] std::size_t size() const { return row_bytes() * static_cast<std::size_t>(height_); }

    int width_ = 0, height_ = 0;
    std::vector<Line> lines_;
};

}  // namespace talkpoint::media
