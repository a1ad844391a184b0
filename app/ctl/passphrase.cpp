#include "ctl/passphrase.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"

#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <iostream>

namespace talkpoint::ctl {
namespace {

using base::ErrorKind;
using base::fail;

constexpr std::size_t longest = 1000;  // what OpenSSL takes for the oldest kinds of files

volatile std::sig_atomic_t caught = 0;
void remember(int signal) { caught = signal; }

/// While it lives the terminal shows nothing of what is typed. A program that is ended meanwhile would leave it so: the
/// signals that end it wait until this is over.
class SilentTerminal {
  public:
    SilentTerminal() {
        caught = 0;
        struct sigaction action{};
        action.sa_handler = remember;  // without SA_RESTART: reading stops
        for (std::size_t i = 0; i < signals.size(); ++i) ::sigaction(signals[i], &action, &before_[i]);
        known_ = ::tcgetattr(STDIN_FILENO, &shown_) == 0;
        termios silent = shown_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (known_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;
    ~SilentTerminal() {
        if (known_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown_);
        std::cerr << '\n';  // for the Enter that was not shown
        for (std::size_t i = 0; i < signals.size(); ++i) ::sigaction(signals[i], &before_[i], nullptr);
        if (caught != 0) (void)std::raise(caught);
    }

  private:
    static constexpr std::array signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
    std::array<struct sigaction, signals.size()> before_{};
    termios shown_{};
    bool known_ = false;
};

base::Result<std::string> checked(std::string_view line, const SecretName& name) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty())
        return fail(ErrorKind::malformed,
                    fmt::format("no {} was given; type one, or name {}", name.called, name.option));
    if (line.size() > longest)
        return fail(ErrorKind::malformed,
                    fmt::format("a {} has at most {} bytes; use a shorter one", name.called, longest));
    if (base::first_bad_utf8(line) || base::first_control_character(line))
        return fail(ErrorKind::malformed,
                    fmt::format("the {} is not plain text (an arrow key makes letters that nobody sees); type it again",
                                name.called));
    return std::string{line};
}

/// Byte by byte: what stands behind the line is not ours.
base::Result<std::string> read_line(const SecretName& name) {
    std::string line;
    char letter = 0;
    while (line.size() <= longest) {
        const auto count = ::read(STDIN_FILENO, &letter, 1);
        if (count < 0 && errno == EINTR && caught == 0) continue;
        if (count <= 0 || letter == '\n') break;
        line += letter;
    }
    return checked(line, name);
}

base::Result<std::string> ask(std::string_view question, const SecretName& name) {
    std::cerr << question << std::flush;
    const SilentTerminal silent;
    return read_line(name);
}

base::Result<std::string> read_from(const std::string& file, const SecretName& name) {
    const auto text = base::read_text(file, std::size_t{64} * 1024);
    if (!text) return std::unexpected(text.error());
    auto line = checked(std::string_view{*text}.substr(0, text->find('\n')), name);
    if (!line) return fail(line.error().kind, line.error().message, file);
    return line;
}

}  // namespace

base::Result<std::string> read_secret(const std::string& file, Typed typed, const SecretName& name) {
    if (!file.empty()) return read_from(file, name);
    if (::isatty(STDIN_FILENO) == 0) return read_line(name);
    auto first = ask(fmt::format("{} (nothing is shown): ", name.asked), name);
    if (!first || typed == Typed::once) return first;
    const auto second = ask("The same again: ", name);
    if (!second) return second;
    if (*first != *second)
        return fail(ErrorKind::malformed, "what was typed the second time is not the same; run this again");
    return first;
}

base::Result<std::string> read_new_passphrase(const std::string& file) {
    constexpr std::ptrdiff_t shortest = 12;
    auto passphrase = read_secret(file, Typed::twice);
    if (!passphrase) return passphrase;
    const auto letters = std::ranges::count_if(*passphrase, [](char c) { return (c & 0xc0) != 0x80; });
    if (letters < shortest)
        return base::fail(base::ErrorKind::malformed,
                          fmt::format("the passphrase has {} letters; take {} or more: four or five words that do not "
                                      "belong together are good",
                                      letters, shortest),
                          file);
    return passphrase;
}

}  // namespace talkpoint::ctl
