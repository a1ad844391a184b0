#include "catch.hpp"

#include "ui/display_list.hpp"
#include "ui/stage.hpp"
#include "ui/text.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>

using namespace talkpoint;
using namespace talkpoint::ui;

namespace {

constexpr Color ink = rgb(0x000000);

/// The main thread's queue. While its gate is closed, a worker that brings something waits.
class Queue {
  public:
    [[nodiscard]] TextEngine::Post post() {
        return [this](std::function<void()> task) {
            std::unique_lock lock{mutex_};
            ++at_the_gate_;
            changed_.notify_all();
            changed_.wait(lock, [this] { return open_; });
            tasks_.push_back(std::move(task));
            changed_.notify_all();
        };
    }
    void set_gate(bool open) {
        const std::lock_guard lock{mutex_};
        open_ = open;
        changed_.notify_all();
    }
    void wait_for_somebody_at_the_gate() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return at_the_gate_ > 0; });
    }
    void run_one() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return !tasks_.empty(); });
        const auto task = std::move(tasks_.front());
        tasks_.pop_front();
        lock.unlock();
        task();
    }
    void wait_for_one() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return !tasks_.empty(); });
    }
    [[nodiscard]] std::deque<std::function<void()>> take() { return std::move(tasks_); }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> tasks_;
    int at_the_gate_ = 0;
    bool open_ = true;
};

struct KeptTextures final : Textures {
    [[nodiscard]] TextureId upload_mask(Size, std::span<const std::uint8_t> alpha) override {
        held[++newest].assign(alpha.begin(), alpha.end());
        return newest;
    }
    void release(TextureId texture) override { held.erase(texture); }
    std::map<TextureId, std::vector<std::uint8_t>> held;
    TextureId newest = 0;
};

struct Kiosk {
    Queue queue{};
    KeptTextures textures{};
    TextEngine texts{textures, queue.post()};

    std::shared_ptr<TextBlock> lay(const std::string& text) { return texts.lay(text, {30}, 400, "en"); }
    DisplayList screen(const std::vector<std::shared_ptr<TextBlock>>& blocks) {
        DisplayList list;
        for (const auto& block : blocks) list.text(10, 10, block, ink);
        return list;
    }
    void settle() {
        while (texts.pending() > 0) queue.run_one();
    }
};

}  // namespace

TEST_CASE("text worker: a text is measured at once, painted when its mask has arrived", "[text_worker]") {
    Kiosk k;
    int arrivals = 0;
    k.texts.on_arrival([&] { ++arrivals; });
    const auto block = k.lay("Words that take a while");
    CHECK(block->width > 100);
    CHECK(k.texts.pending() == 0);
    const auto before = k.screen({block});
    CHECK(k.texts.pending() == 1);
    CHECK_FALSE(before.texts_ready());
    CHECK(before.strokes()[0].texture == 0);
    (void)k.screen({block});  // asking again is no second request
    CHECK(k.texts.pending() == 1);

    k.settle();
    CHECK(arrivals == 1);
    CHECK(before.texts_ready());
    const auto after = k.screen({block});
    CHECK(after.strokes()[0].texture == 1);
    CHECK(after.damage_since(before) == block->ink(10, 10));
    CHECK(after.damage_since(k.screen({block})).empty());
    CHECK(k.texts.pending() == 0);
    CHECK(k.texts.texture_bytes() == k.textures.held[1].size());
}

TEST_CASE("text worker: masks are the same as those made at once", "[text_worker]") {
    Kiosk k;
    KeptTextures textures;
    TextEngine at_once{textures};
    DisplayList list;
    std::vector<std::pair<std::shared_ptr<TextBlock>, std::shared_ptr<TextBlock>>> pairs;
    for (const std::string language : {"en", "ar", "bn"})
        for (const auto weight : {Weight::regular, Weight::bold})
            for (const float cap : {20.F, 31.5F})
                for (const char* text : {"Friends listen. 0808 800 5000", "الصَّدِيق يستمع 0808 800 5000 Hello",
                                         "আপনি কি নিরাপদ", "Їжак 👍"}) {
                    const pack::RichText rich{text, {{0, 4, true, false}}};
                    pairs.emplace_back(k.texts.lay(rich, {cap, weight}, 300, language),
                                       at_once.lay(rich, {cap, weight}, 300, language));
                    list.text(0, 0, pairs.back().first, ink);
                }
    k.settle();
    for (const auto& [ours, theirs] : pairs)
        CHECK(k.textures.held.at(ours->mask()) == textures.held.at(theirs->mask()));
}

TEST_CASE("text worker: what has no ink has nothing to wait for", "[text_worker]") {
    Kiosk k;
    const auto list = k.screen({k.lay(""), k.lay(" "), k.lay("\n")});
    CHECK(list.texts_ready());
    CHECK(k.texts.pending() == 0);
    CHECK(k.textures.held.empty());
}

TEST_CASE("text worker: the newest comes first, what nobody wants any more not at all", "[text_worker]") {
    Kiosk k;
    k.queue.set_gate(false);
    const auto first = k.screen({k.lay("first"), k.lay("second")});
    k.queue.wait_for_somebody_at_the_gate();
    (void)k.screen({k.lay("a passing screen")});
    const std::vector blocks{k.lay("three"), k.lay("four"), k.lay("five"), k.lay("six"), k.lay("seven")};
    const auto screen = k.screen(blocks);
    const auto arrived = [&] {
        std::size_t count = 0;
        for (const auto& block : blocks) count += block->ready() ? 1U : 0U;
        return count;
    };
    k.queue.set_gate(true);
    while (arrived() == 0) k.queue.run_one();
    CHECK_FALSE(blocks[0]->ready());
    CHECK_FALSE(screen.texts_ready());
    k.settle();
    CHECK(screen.texts_ready());
    CHECK(first.texts_ready());
    CHECK(k.textures.newest == 7);  // and not the passing one
    // It is made when it is wanted after all.
    const auto again = k.screen({k.lay("a passing screen")});
    k.settle();
    CHECK(again.texts_ready());
    CHECK(k.textures.newest == 8);
}

TEST_CASE("text worker: one that is wanted again after it was passed over is made", "[text_worker]") {
    Kiosk k;
    k.queue.set_gate(false);
    const auto busy = k.screen({k.lay("one"), k.lay("two")});
    k.queue.wait_for_somebody_at_the_gate();
    (void)k.screen({k.lay("passing")});
    k.queue.set_gate(true);
    // Nothing that was brought has been looked at here: for us it is still asked for.
    for (int i = 0; i < 3; ++i) k.queue.wait_for_one();
    const auto again = k.screen({k.lay("passing")});
    k.settle();
    CHECK(again.texts_ready());
    CHECK(k.textures.newest == 3);
}

TEST_CASE("text worker: the engine's end drops what waits, and what it was given does nothing later", "[text_worker]") {
    Queue queue;
    KeptTextures textures;
    std::shared_ptr<TextBlock> block;
    int arrivals = 0;
    {
        TextEngine texts{textures, queue.post()};
        texts.on_arrival([&] { ++arrivals; });
        DisplayList list;
        for (int i = 0; i < 300; ++i) {
            block = texts.lay("A text, number " + std::to_string(i), {30}, 400, "en");
            list.text(0, 0, block, ink);
        }
        queue.wait_for_one();
    }
    for (auto& task : queue.take()) task();
    CHECK(arrivals == 0);
    CHECK(textures.held.empty());
    CHECK_FALSE(block->ready());
}

TEST_CASE("text worker: a kiosk that turns pages faster than letters are drawn stays within its bounds",
          "[text_worker]") {
    Kiosk k;
    DisplayList shown;
    for (int page = 0; page < 150; ++page) {
        DisplayList next;
        for (int i = 0; i < 8; ++i)
            next.text(0, 0, k.texts.lay("Page " + std::to_string(page) + ", line " + std::to_string(i), {90}, 0, "en"),
                      ink);
        shown = std::move(next);
        k.texts.trim();
        if (page % 10 == 0) k.queue.run_one();
        CHECK(k.texts.texture_bytes() <= TextEngine::texture_bytes_bound);
    }
    k.settle();
    CHECK(shown.texts_ready());
    CHECK(k.textures.newest < 150 * 8);
}
