#include "screen.hpp"

#include "window_keeper.hpp"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <thread>

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace talkpoint::bench {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace {

/// Of each four bytes the last is nobody's.
bool differ(const char* a, const char* b, std::size_t bytes) {
    std::uint32_t any = 0;
    for (std::size_t i = 0; i < bytes; i += 4) {
        std::uint32_t left = 0, right = 0;
        std::memcpy(&left, a + i, 4);
        std::memcpy(&right, b + i, 4);
        any |= left ^ right;
    }
    return (any & 0xFFFFFFU) != 0;
}

}  // namespace

struct Screen::Impl {
    pid_t server = 0;
    std::string name;
    Region whole, region;
    Display* display = nullptr;
    Damage damage = 0;
    int damage_event = 0;
    XShmSegmentInfo segment{};
    XImage* image = nullptr;
    std::unique_ptr<WindowKeeper> keeper;
    std::vector<char> before;  ///< the pixels that changes are changes of

    ~Impl() {
        keeper.reset();
        if (image) {
            XShmDetach(display, &segment);
            image->data = nullptr;
            XDestroyImage(image);
            shmdt(segment.shmaddr);
        }
        if (display) XCloseDisplay(display);
        if (server > 0) end(server);
    }

    void start_server() {
        std::array<int, 2> pipe{};
        if (::pipe(pipe.data()) != 0) give_up("there is no pipe left");
        std::vector<std::string> words{
            "Xvfb",      "-displayfd", "3",
            "-screen",   "0",          std::to_string(whole.width) + "x" + std::to_string(whole.height) + "x24",
            "-nolisten", "tcp",        "-noreset"};
        std::vector<char*> argv;
        for (auto& word : words) argv.push_back(word.data());
        argv.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, pipe[1], 3);
        for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO})
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0);
        const int error = posix_spawnp(&server, words[0].c_str(), &actions, nullptr, argv.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        ::close(pipe[1]);
        if (error != 0) give_up("Xvfb cannot be started; install the package xvfb");
        std::string number;
        for (char c = 0; ::read(pipe[0], &c, 1) == 1 && c != '\n';) number += c;
        ::close(pipe[0]);
        if (number.empty()) give_up("Xvfb has ended at once; try it by hand: Xvfb :99");
        name = ":" + number;
    }

    void share_memory() {
        image = XShmCreateImage(display, DefaultVisual(display, 0), 24, ZPixmap, nullptr, &segment,
                                static_cast<unsigned>(whole.width), static_cast<unsigned>(whole.height));
        if (!image) give_up("the X server shares no memory");
        const auto bytes = static_cast<std::size_t>(image->bytes_per_line) * static_cast<std::size_t>(image->height);
        segment.shmid = shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
        segment.shmaddr = image->data = static_cast<char*>(shmat(segment.shmid, nullptr, 0));
        segment.readOnly = False;
        XShmAttach(display, &segment);
        XSync(display, False);
        shmctl(segment.shmid, IPC_RMID, nullptr);  // goes with the last who holds it
    }

    /// Reads the region; its bytes are at the beginning of the shared memory.
    [[nodiscard]] std::size_t grab() const {
        image->width = region.width;
        image->height = region.height;
        image->bytes_per_line = region.width * 4;
        XShmGetImage(display, DefaultRootWindow(display), image, region.x, region.y, AllPlanes);
        return static_cast<std::size_t>(region.width) * static_cast<std::size_t>(region.height) * 4;
    }

    /// Has anybody drawn? Sleeps until then, or until the time is up.
    bool drawn(Clock::time_point limit) const {
        for (;;) {
            bool any = false;
            while (XPending(display) > 0) {
                XEvent event;
                XNextEvent(display, &event);
                any = any || event.type == damage_event + XDamageNotify;
            }
            if (any) return true;
            const auto left = limit - Clock::now();
            if (left <= 0ms) return false;
            pollfd waiting{ConnectionNumber(display), POLLIN, 0};
            const auto whole_ms = std::chrono::ceil<milliseconds>(left).count();
            ::poll(&waiting, 1, static_cast<int>(whole_ms));
        }
    }
};

Screen::Screen(int width, int height) : impl_(std::make_unique<Impl>()) {
    impl_->whole = impl_->region = {0, 0, width, height};
    impl_->start_server();
    // A window may go while we ask it for its title.
    XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });
    impl_->display = XOpenDisplay(impl_->name.c_str());
    if (!impl_->display) give_up(impl_->name + ": this display cannot be opened");
    int error = 0, event = 0, major = 0, minor = 0;
    if (!XDamageQueryExtension(impl_->display, &impl_->damage_event, &error) ||
        !XTestQueryExtension(impl_->display, &event, &error, &major, &minor))
        give_up("the X server has no DAMAGE or no XTEST");
    impl_->keeper = std::make_unique<WindowKeeper>(impl_->name, width, height);
    impl_->share_memory();
    impl_->damage = XDamageCreate(impl_->display, DefaultRootWindow(impl_->display), XDamageReportNonEmpty);
    remember();
}

Screen::~Screen() = default;

const std::string& Screen::name() const { return impl_->name; }
Region Screen::whole() const { return impl_->whole; }
pid_t Screen::server() const { return impl_->server; }
double Screen::server_cpu_seconds() const { return cpu_seconds(impl_->server); }

void Screen::move(int x, int y) {
    XTestFakeMotionEvent(impl_->display, 0, x, y, CurrentTime);
    XSync(impl_->display, False);
}

Clock::time_point Screen::press(int x, int y) {
    XTestFakeMotionEvent(impl_->display, 0, x, y, CurrentTime);
    XTestFakeButtonEvent(impl_->display, 1, True, CurrentTime);
    const auto now = Clock::now();
    XFlush(impl_->display);
    return now;
}

Clock::time_point Screen::release() {
    XTestFakeButtonEvent(impl_->display, 1, False, CurrentTime);
    const auto now = Clock::now();
    XFlush(impl_->display);
    return now;
}

Clock::time_point Screen::touch(int x, int y) {
    XTestFakeMotionEvent(impl_->display, 0, x, y, CurrentTime);
    XTestFakeButtonEvent(impl_->display, 1, True, CurrentTime);
    XTestFakeButtonEvent(impl_->display, 1, False, CurrentTime);
    const auto now = Clock::now();
    XFlush(impl_->display);
    return now;
}

void Screen::remember(const Region& region) {
    impl_->region = region;
    XDamageSubtract(impl_->display, impl_->damage, None, None);
    const auto bytes = impl_->grab();
    impl_->before.assign(impl_->image->data, impl_->image->data + bytes);
}

Changes Screen::look(milliseconds longest, const std::function<bool(const Changes&)>& enough) {
    Changes changes;
    const auto limit = Clock::now() + longest;
    while (!enough(changes)) {
        // Wakes now and then to ask whether it is enough.
        if (!impl_->drawn(std::min(limit, Clock::now() + 20ms))) {
            if (Clock::now() >= limit) break;
            continue;
        }
        const auto now = Clock::now();
        XDamageSubtract(impl_->display, impl_->damage, None, None);
        const auto bytes = impl_->grab();
        if (!differ(impl_->before.data(), impl_->image->data, bytes)) continue;
        std::memcpy(impl_->before.data(), impl_->image->data, bytes);
        changes.push_back(now);
    }
    return changes;
}

Changes Screen::until_it_stands(milliseconds quiet, milliseconds longest) {
    const auto began = Clock::now();
    return look(longest, [&](const Changes& changes) {
        return Clock::now() - (changes.empty() ? began : changes.back()) >= quiet && !changes.empty();
    });
}

std::optional<Clock::time_point> Screen::first_change(milliseconds longest) {
    const auto changes = look(longest, [](const Changes& so_far) { return !so_far.empty(); });
    return changes.empty() ? std::nullopt : std::optional{changes.front()};
}

Changes Screen::watch(milliseconds time) {
    return look(time, [](const Changes&) { return false; });
}

std::string Screen::title() {
    Window root = 0, parent = 0, *windows = nullptr;
    unsigned count = 0;
    std::string out;
    if (!XQueryTree(impl_->display, DefaultRootWindow(impl_->display), &root, &parent, &windows, &count)) return out;
    const Atom name = XInternAtom(impl_->display, "_NET_WM_NAME", False);
    for (unsigned i = count; i-- > 0 && out.empty();) {
        Atom type = 0;
        int format = 0;
        unsigned long items = 0, left = 0;
        unsigned char* title = nullptr;
        if (XGetWindowProperty(impl_->display, windows[i], name, 0, 256, False, AnyPropertyType, &type, &format, &items,
                               &left, &title) == Success &&
            title && format == 8)
            out.assign(title, title + items);
        if (title) XFree(title);
    }
    if (windows) XFree(windows);
    return out;
}

}  // namespace talkpoint::bench
