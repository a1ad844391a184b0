// Pictures as textures: decoded off the main thread, kept within a bound, the least used given up first.
#pragma once

#include "base/file_stamp.hpp"
#include "media/worker.hpp"
#include "platform/canvas.hpp"
#include "ui/textures.hpp"

#include <compare>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace talkpoint::shell {

/// Main thread. The canvas and the worker must outlive it.
class PictureCache final : public ui::PictureSource, public ui::Textures {
  public:
    /// `report` gets each failure once: "path: what is wrong; what to do".
    PictureCache(platform::Canvas& canvas, media::Worker& worker, std::filesystem::path icons,
                 std::function<void(const std::string&)> report);

    [[nodiscard]] ui::TextureId picture(const std::filesystem::path& file, ui::Size size) override;
    [[nodiscard]] bool broken(const std::filesystem::path& file) const override;
    [[nodiscard]] ui::TextureId icon(const std::string& name, int size_px) override;
    [[nodiscard]] ui::TextureId upload_mask(ui::Size size, std::span<const std::uint8_t> alpha) override;
    void release(ui::TextureId texture) override { canvas_.release(texture); }

    /// Files may have other bytes now: those that do are decoded again. What was there shows until then.
    void renew();
    /// Gives up every texture; a picture is decoded again when it is next asked for.
    void forget();
    /// Call before a frame is built: gives up what was not used lately, above the bound.
    void trim();
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

  private:
    struct Key {
        std::string file;
        int width, height;
        bool mask;
        auto operator<=>(const Key&) const = default;
    };
    struct Entry {
        enum class State { waiting, ready, failed };
        State state = State::waiting;
        ui::TextureId texture = 0;
        std::size_t bytes = 0;
        std::uint64_t used = 0;
        std::uint64_t request = 0;                  ///< the newest; what an older one brings is not wanted any more
        std::optional<base::FileStamp> stamp = {};  ///< of the file when it was asked for
    };
    [[nodiscard]] ui::TextureId get(Key key);
    void request(const Key& key, Entry& entry);
    void arrived(const Key& key, std::uint64_t request, base::Result<media::Bitmap> picture);
    void drop_texture(Entry& entry);

    platform::Canvas& canvas_;
    media::Worker& worker_;
    std::filesystem::path icons_;
    std::function<void(const std::string&)> report_;
    std::map<Key, Entry> entries_;
    std::uint64_t frame_ = 0, requests_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace talkpoint::shell
