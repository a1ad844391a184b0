#include "base/log.hpp"

#include "base/clock.hpp"
#include "base/repeats.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <chrono>
#include <memory>
#include <mutex>

namespace talkpoint::base {
namespace {

spdlog::logger& logger() {
    static const auto instance = [] {
        auto made = spdlog::stderr_logger_mt("talkpoint");
        made->set_pattern("%v");
        made->set_error_handler([](const std::string&) {});  // a full disk is told by those who need it
        made->flush_on(spdlog::level::info);
        return made;
    }();
    return *instance;
}

void say(std::string_view kind, std::string_view text) {
    static std::mutex mutex;
    static Repeats repeats;
    const auto now = std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch());
    const std::lock_guard lock{mutex};
    for (const auto& line : repeats.admit(fmt::format("{}: {}", kind, text), now)) logger().info("{}", line);
}

}  // namespace

void log_note(std::string_view text) { say("info", text); }
void log_warning(std::string_view text) { say("warning", text); }
void log_error(std::string_view text) { say("error", text); }

Result<void> keep_log(const std::filesystem::path& folder) {
    const auto file = folder / "talkpoint.log";
    if (::mkdir(folder.c_str(), 0750) != 0 && errno != EEXIST)
        return fail(ErrorKind::unwritable, "the log cannot be kept in it; check its rights and the disk", folder);
    try {
        auto sink =
            std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), log_file_bytes, log_files - 1);
        sink->set_pattern("%Y-%m-%d %v");
        logger().sinks().push_back(std::move(sink));
    } catch (const spdlog::spdlog_ex& error) {
        return fail(ErrorKind::unwritable, fmt::format("the log cannot be kept ({}); check the disk", error.what()),
                    file);
    }
    return {};
}

}  // namespace talkpoint::base
