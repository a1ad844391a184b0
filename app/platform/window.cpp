#include "platform/window.hpp"

#include "platform/display_power.hpp"
#include "platform/keys.hpp"

#include <SDL.h>
#include <epoxy/gl.h>
#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

namespace talkpoint::platform {
namespace {

constexpr std::int64_t mouse = -1;  // counts as a finger
constexpr int least_side = 320;     // of a picture in which everything has its place

base::Error no_display(std::string_view what, const WindowOptions& options) {
    return {base::ErrorKind::unsupported, fmt::format("cannot open {} ({}); {}", what, SDL_GetError(), options.advice),
            "display"};
}

constexpr const char* by_processor = "the processor";

/// Is there anything that draws faster than the processor? Asked before GL is loaded, which without one costs a tenth
/// of a second and some 50 MiB.
bool has_card() {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator{"/dev/dri", error})
        if (entry.path().filename().string().starts_with("renderD")) return true;
    return std::filesystem::exists("/dev/nvidiactl", error) || std::filesystem::exists("/dev/mali0", error);
}

/// Where there is no display SDL takes a driver that shows nothing, and says nothing of it.
bool draws_for_nobody() {
    const std::string_view driver = SDL_GetCurrentVideoDriver();
    return driver == "offscreen" || driver == "dummy" || driver == "evdev";
}

}  // namespace

struct Window::Impl {
    WindowOptions options;
    SDL_Window* window = nullptr;
    SDL_GLContext context = nullptr;
    int panel_width = 0, panel_height = 0;
    bool fullscreen_is_due = false;
    std::uint32_t settles_at = 0;  ///< SDL's milliseconds
    std::uint32_t wake_event = 0;
    bool swapped_well = false;  ///< once, at least

    // Headless there are no events to wait for, and SDL would poll: sleep on a condition of our own.
    std::mutex mutex;
    std::condition_variable condition;
    bool woken = false;

    std::string drawn_by;
    std::optional<DisplayPower> power;  ///< nothing where there is no display
    std::vector<std::uint32_t> memory;  ///< headless: the frame

    ~Impl() {
        power.reset();
        close();
        SDL_Quit();
    }

    [[nodiscard]] bool fullscreen() const { return options.kind == WindowOptions::Kind::fullscreen; }

    /// Milliseconds until the window is made fullscreen, which takes a tenth of a second: once everything has come that
    /// the first page waits for. Nothing: it need not be.
    std::optional<int> settle() {
        if (!fullscreen_is_due) return {};
        const auto left = static_cast<int>(settles_at) - static_cast<int>(SDL_GetTicks());
        if (left > 0) return left;
        fullscreen_is_due = false;
        SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP);
        return {};
    }

    void close() {
        if (context) SDL_GL_DeleteContext(context);
        if (window) SDL_DestroyWindow(window);
        context = nullptr;
        window = nullptr;
    }

    bool make_window(std::uint32_t flags) {
        close();
        int x = SDL_WINDOWPOS_CENTERED, y = SDL_WINDOWPOS_CENTERED, width = options.width, height = options.height;
        if (fullscreen()) {
            // Under X SDL waits a tenth of a second for a window manager to make a window fullscreen, unless that
            // changes its place or size: so it first lies over the whole display, and is made fullscreen a second
            // later. Elsewhere its size is known only then.
            fullscreen_is_due = std::string_view{SDL_GetCurrentVideoDriver()} == "x11";
            settles_at = SDL_GetTicks() + 1000;
            flags |= fullscreen_is_due ? SDL_WINDOW_BORDERLESS : SDL_WINDOW_FULLSCREEN_DESKTOP;
            SDL_Rect display{0, 0, width, height};
            SDL_GetDisplayBounds(0, &display);
            x = display.x, y = display.y, width = display.w, height = display.h;
        }
        window = SDL_CreateWindow("Talkpoint", x, y, width, height, flags | SDL_WINDOW_SHOWN);
        return window != nullptr;
    }

    bool open_gl() {
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
        SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
        SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
        SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
        if (!make_window(SDL_WINDOW_OPENGL)) return false;
        if (!make_context()) return false;
        SDL_GL_GetDrawableSize(window, &panel_width, &panel_height);
        drawn_by = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
        return true;
    }

    /// Mesa's way of doing without a card.
    [[nodiscard]] bool drawn_by_processor() const {
        return drawn_by.starts_with("llvmpipe") || drawn_by.starts_with("softpipe");
    }

    /// A window whose pixels lie in memory. False where the display has none, or of another kind.
    bool open_frame() {
        if (!make_window(0)) return false;
        const SDL_Surface* surface = SDL_GetWindowSurface(window);
        if (!surface || surface->format->BytesPerPixel != 4 || surface->format->Rmask != 0xFF0000 ||
            surface->format->Bmask != 0xFF)
            return false;
        panel_width = surface->w;
        panel_height = surface->h;
        drawn_by = by_processor;
        return true;
    }

    void draw_into_memory() {
        panel_width = options.width;
        panel_height = options.height;
        memory.resize(static_cast<std::size_t>(panel_width) * static_cast<std::size_t>(panel_height));
        drawn_by = by_processor;
    }

    /// One that says when the card has lost it, where drivers know of such a thing; else a plain one.
    [[nodiscard]] bool make_context() {
        for (const bool watched : {true, false}) {
            SDL_GL_SetAttribute(SDL_GL_CONTEXT_FLAGS, watched ? SDL_GL_CONTEXT_ROBUST_ACCESS_FLAG : 0);
            SDL_GL_SetAttribute(SDL_GL_CONTEXT_RESET_NOTIFICATION,
                                watched ? SDL_GL_CONTEXT_RESET_LOSE_CONTEXT : SDL_GL_CONTEXT_RESET_NO_NOTIFICATION);
            context = SDL_GL_CreateContext(window);
            if (!context) continue;
            SDL_GL_SetSwapInterval(headless() ? 0 : 1);
            return true;
        }
        return false;
    }

    [[nodiscard]] bool headless() const { return options.kind == WindowOptions::Kind::headless; }

    /// From the panel's pixels to the upright picture's.
    [[nodiscard]] Touch upright(Touch::Phase phase, float x, float y, std::int64_t finger) const {
        const auto w = static_cast<float>(panel_width), h = static_cast<float>(panel_height);
        switch (options.rotation) {
            case 90:
                return {phase, y, w - x, finger};
            case 180:
                return {phase, w - x, h - y, finger};
            case 270:
                return {phase, h - y, x, finger};
            default:
                return {phase, x, y, finger};
        }
    }

    /// Of moves that follow each other only the last is kept: each would cost a frame that nobody sees.
    static void add_touch(std::vector<Event>& out, const Touch& touch) {
        const auto* before = out.empty() ? nullptr : std::get_if<Touch>(&out.back());
        if (touch.phase == Touch::Phase::move && before && before->phase == Touch::Phase::move &&
            before->finger == touch.finger)
            out.pop_back();
        out.emplace_back(touch);
    }

    /// A display was plugged in, or has another mode: fullscreen is as large as it is, though nobody manages windows.
    void fit_display() const {
        SDL_Rect display{};
        if (options.kind != WindowOptions::Kind::fullscreen || SDL_GetDisplayBounds(0, &display) != 0) return;
        SDL_SetWindowPosition(window, display.x, display.y);
        SDL_SetWindowSize(window, display.w, display.h);
    }

    /// True if it is another one. A window of a few pixels is none: its display is going.
    bool take_size() {
        int w = 0, h = 0;
        SDL_GetWindowSizeInPixels(window, &w, &h);
        if (w < least_side || h < least_side) return false;
        const bool other = w != panel_width || h != panel_height;
        panel_width = w, panel_height = h;
        return other;
    }

    void collect(const SDL_Event& event, std::vector<Event>& out) {
        switch (event.type) {
            case SDL_QUIT:
                // Whoever stands at a kiosk cannot close it; who looks after it sends a signal.
                if (!fullscreen()) out.emplace_back(QuitRequest{});
                break;
            case SDL_KEYDOWN:
                if (event.key.repeat == 0)
                    if (const auto key = key_of(event.key)) out.emplace_back(KeyPress{*key});
                break;
            case SDL_MOUSEBUTTONDOWN:
            case SDL_MOUSEBUTTONUP:
                if (event.button.button != SDL_BUTTON_LEFT) break;
                out.emplace_back(upright(event.type == SDL_MOUSEBUTTONDOWN ? Touch::Phase::down : Touch::Phase::up,
                                         static_cast<float>(event.button.x), static_cast<float>(event.button.y),
                                         mouse));
                break;
            case SDL_MOUSEMOTION:
                if (event.motion.state & SDL_BUTTON_LMASK)
                    add_touch(out, upright(Touch::Phase::move, static_cast<float>(event.motion.x),
                                           static_cast<float>(event.motion.y), mouse));
                break;
            case SDL_FINGERDOWN:
            case SDL_FINGERMOTION:
            case SDL_FINGERUP:
                collect_finger(event, out);
                break;
            case SDL_DISPLAYEVENT:
                fit_display();
                out.emplace_back(Uncovered{});
                break;
            case SDL_WINDOWEVENT:
                if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED && take_size()) out.emplace_back(Resized{});
                if (event.window.event == SDL_WINDOWEVENT_EXPOSED || event.window.event == SDL_WINDOWEVENT_RESTORED)
                    out.emplace_back(Uncovered{});
                break;
            default:
                break;
        }
    }

    void collect_finger(const SDL_Event& event, std::vector<Event>& out) const {
        const auto phase = event.type == SDL_FINGERDOWN ? Touch::Phase::down
                           : event.type == SDL_FINGERUP ? Touch::Phase::up
                                                        : Touch::Phase::move;
        add_touch(out, upright(phase, event.tfinger.x * static_cast<float>(panel_width),
                               event.tfinger.y * static_cast<float>(panel_height), event.tfinger.fingerId));
    }
};

Window::Window(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Window::~Window() = default;

base::Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
    using enum WindowOptions::Drawing;
    auto impl = std::make_unique<Impl>();
    impl->options = options;
    const auto done = [&]() -> base::Result<std::unique_ptr<Window>> {
        return std::unique_ptr<Window>{new Window{std::move(impl)}};
    };
    const bool headless = options.kind == WindowOptions::Kind::headless;
    if (headless && (options.drawing == processor || (options.drawing == automatic && !has_card()))) {
        impl->draw_into_memory();
        return done();
    }
    if (headless) SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
    const bool asked_for_driver = SDL_GetHint(SDL_HINT_VIDEODRIVER) != nullptr;
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");  // DisplayPower says who may
    SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");  // or SDL would bring our frames to the screen by GL
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return std::unexpected(no_display("a display", options));
    if (!headless && !asked_for_driver && draws_for_nobody()) {
        SDL_SetError("there is none");
        return std::unexpected(no_display("a display", options));
    }
    const bool opened = options.drawing == processor ? impl->open_frame()
                        : options.drawing == card    ? impl->open_gl()
                        : has_card()
                            ? (impl->open_gl() && !impl->drawn_by_processor()) || impl->open_frame() || impl->open_gl()
                            : impl->open_frame() || impl->open_gl();
    if (!opened) return std::unexpected(no_display("a window to draw in", options));
    if (impl->fullscreen()) {
        SDL_ShowCursor(SDL_DISABLE);
        SDL_SetWindowKeyboardGrab(impl->window, SDL_TRUE);  // else Alt+Tab and the like would lead out of the kiosk
    }
    impl->wake_event = SDL_RegisterEvents(1);
    impl->power.emplace();
    return done();
}

int Window::panel_width() const { return impl_->panel_width; }
int Window::panel_height() const { return impl_->panel_height; }
int Window::rotation() const { return impl_->options.rotation; }
int Window::width() const { return impl_->options.rotation % 180 ? impl_->panel_height : impl_->panel_width; }
int Window::height() const { return impl_->options.rotation % 180 ? impl_->panel_width : impl_->panel_height; }

std::vector<Event> Window::wait(std::optional<base::Millis> timeout) {
    std::vector<Event> out;
    if (impl_->headless()) {
        std::unique_lock lock{impl_->mutex};
        const auto woken = [this] { return impl_->woken; };
        if (timeout)
            impl_->condition.wait_for(lock, *timeout, woken);
        else
            impl_->condition.wait(lock, woken);
        impl_->woken = false;
        return out;
    }
    SDL_Event event;
    int limit = timeout ? static_cast<int>(std::clamp<std::int64_t>(timeout->count(), 0, 3'600'000)) : 3'600'000;
    if (const auto settles = impl_->settle()) limit = std::min(limit, *settles);
    if (SDL_WaitEventTimeout(&event, limit) == 0) return out;
    do {
        impl_->collect(event, out);
    } while (SDL_PollEvent(&event) != 0);
    return out;
}

void Window::let_sleep(bool may) {
    if (impl_->power) impl_->power->let_sleep(may);
}

void Window::wake() {
    if (impl_->headless()) {
        {
            const std::lock_guard lock{impl_->mutex};
            impl_->woken = true;
        }
        impl_->condition.notify_one();
        return;
    }
    SDL_Event event{};
    event.type = impl_->wake_event;
    SDL_PushEvent(&event);
}

const std::string& Window::drawn_by() const { return impl_->drawn_by; }
bool Window::has_frame() const { return impl_->drawn_by == by_processor; }

Window::Frame Window::frame() {
    if (impl_->headless()) return {impl_->memory.data(), impl_->panel_width, impl_->panel_height, impl_->panel_width};
    const SDL_Surface* surface = SDL_GetWindowSurface(impl_->window);
    if (!surface) return {};
    return {static_cast<std::uint32_t*>(surface->pixels), surface->w, surface->h, surface->pitch / 4};
}

bool Window::show_frame(const Area& changed) {
    if (impl_->headless()) return true;
    const SDL_Rect rect{changed.x, changed.y, changed.width, changed.height};
    return SDL_UpdateWindowSurfaceRects(impl_->window, &rect, 1) == 0;
}

bool Window::swap() {
    SDL_ClearError();  // SDL says in no other way that a swap has failed
    SDL_GL_SwapWindow(impl_->window);
    const bool well = *SDL_GetError() == '\0';
    impl_->swapped_well = impl_->swapped_well || well;
    return well || !impl_->swapped_well;  // a driver that complains of every frame means nothing by it
}

base::Result<void> Window::renew() {
    if (has_frame()) return {};
    if (impl_->context) SDL_GL_DeleteContext(std::exchange(impl_->context, nullptr));
    if (!impl_->make_context()) return std::unexpected(no_display("an OpenGL 3.0 context", impl_->options));
    return {};
}

}  // namespace talkpoint::platform
