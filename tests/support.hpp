// What tests of several folders need.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <system_error>

namespace talkpoint::tests {

/// A folder of its own under the system's temporary one; gone, with all that is in it, when this object is.
class TempFolder {
  public:
    TempFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "talkpoint-test-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) std::abort();
        path_ = std::filesystem::canonical(pattern);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// Writes a new file below the folder, in place of one that is there, making the folders on its way; returns its
    /// path. (Truncating the old one instead would make some file systems wait for the disk, a thousand times over.)
    std::filesystem::path write(std::string_view relative, std::string_view text) const {
        const auto file = path_ / relative;
        std::filesystem::create_directories(file.parent_path());
        std::filesystem::remove(file);
        std::ofstream{file, std::ios::binary} << text;
        return file;
    }

  private:
    std::filesystem::path path_;
};

/// The parts one after the other (g++ 12 at -O3 sees overflows that are not there in chains of `+`).
template <class... Parts>
[[nodiscard]] std::string joined(const Parts&... parts) {
    std::string out;
    (out.append(std::string_view{parts}), ...);
    return out;
}

/// Seconds of the processor's time for work of a fixed size, of the kind that reading texts is: strings that are made,
/// sorted and looked up.
[[nodiscard]] inline double yardstick() {
    const auto start = std::clock();
    std::map<std::string, std::size_t> lines;
    for (std::size_t i = 0; i < 40'000; ++i) lines.emplace("line " + std::to_string(i * 7919 % 100'003), i);
    if (lines.size() != 40'000) std::abort();  // and so nothing of it may be left out by the compiler
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// What `yardstick` takes on a quiet machine like those that the limits of tests were written on.
inline constexpr double usual_yardstick = 0.020;

/// Seconds of the processor's time that `work` takes, as they would be on a quiet machine: a core that is shared, or
/// slow, or a program that watches its every access, is as much slower with the yardstick before and after it.
template <class Work>
[[nodiscard]] double cpu_seconds(Work work) {
    const double before = yardstick();
    const auto start = std::clock();
    work();
    const auto spent = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    const double slow = std::max(before, yardstick()) / usual_yardstick;
    return spent / slow;
}

/// What a second of work may become where the compiler watches every access.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr double one_second = 6;
#else
inline constexpr double one_second = 1;
#endif

}  // namespace talkpoint::tests
