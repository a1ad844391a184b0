#include "bundle/bundle_writer.hpp"

#include "base/files.hpp"
#include "base/sha256.hpp"
#include "bundle/bundle_reader.hpp"
#include "bundle/input_file.hpp"
#include "bundle/tar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <system_error>

namespace talkpoint::bundle {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;
using base::fail;

/// Each piece of a file; how many bytes there were.
base::Result<std::uint64_t> read_pieces(const fs::path& path,
                                        const std::function<base::Result<void>(std::string_view)>& take) {
    auto file = InputFile::open(path);
    if (!file) return std::unexpected(std::move(file.error()));
    std::vector<char> piece(piece_bytes);
    std::uint64_t bytes = 0;
    while (true) {
        const auto count = file->read(piece);
        if (!count) return std::unexpected(count.error());
        if (*count == 0) return bytes;
        bytes += *count;
        if (auto taken = take({piece.data(), *count}); !taken) return std::unexpected(std::move(taken.error()));
    }
}

base::Result<ManifestFile> file_of(const fs::path& file, const std::string& path) {
    base::Sha256 hash;
    const auto size = read_pieces(file, [&](std::string_view bytes) -> base::Result<void> {
        hash.add(bytes);
        return {};
    });
    if (!size) return std::unexpected(size.error());
    return ManifestFile{path, *size, hash.hex()};
}

class Writer {
  public:
    explicit Writer(base::FileWriter file) : file_(std::move(file)) {}

    void add(std::string_view path, std::string_view bytes) {
        begin(path, bytes.size());
        append(bytes);
        end(bytes.size());
    }
    void add_file(const std::string& path, std::uint64_t size, const fs::path& source) {
        begin(path, size);
        const auto written = read_pieces(source, [&](std::string_view bytes) {
            append(bytes);
            return result_;
        });
        if (!written && result_) result_ = std::unexpected(written.error());
        if (written && *written != size)
            result_ = fail(ErrorKind::malformed, "has changed while it was being signed; sign the pack again", source);
        end(size);
    }
    [[nodiscard]] base::Result<void> commit() {
        append(std::string(tar_end, '\0'));
        return result_ ? file_.commit() : result_;
    }

  private:
    void begin(std::string_view path, std::uint64_t size) {
        const auto header = tar_header(path, size);
        append({header.data(), header.size()});
    }
    void end(std::uint64_t size) { append(std::string(tar_padding(size), '\0')); }
    void append(std::string_view bytes) {
        if (result_) result_ = file_.append(bytes);
    }

    base::FileWriter file_;
    base::Result<void> result_;  ///< the first failure
};

}  // namespace

base::Result<std::vector<ManifestFile>> files_of(const fs::path& pack_folder) {
    const auto id = pack_folder.filename().string();
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::recursive_directory_iterator entry{pack_folder, error}, end; !error && entry != end;
         entry.increment(error)) {
        const auto type = entry->symlink_status(error).type();
        if (entry->path().filename().string().starts_with('.')) {
            entry.disable_recursion_pending();
        } else if (type == fs::file_type::regular) {
            found.push_back(entry->path());
        } else if (type != fs::file_type::directory) {
            return fail(ErrorKind::malformed,
                        "is a link or a device, which a signed pack cannot hold; put the file itself there",
                        entry->path());
        }
        if (found.size() > most_files)
            return fail(ErrorKind::too_large, fmt::format("has more than {} files; make several packs", most_files),
                        pack_folder);
    }
    if (error)
        return fail(ErrorKind::unreadable, fmt::format("cannot be read ({}); check its rights", error.message()),
                    pack_folder);
    std::vector<ManifestFile> files;
    for (const auto& file : found) {
        const auto path = id + "/" + file.lexically_relative(pack_folder).generic_string();
        if (auto complaint = complaint_about_path(path, id); !complaint.empty())
            return fail(ErrorKind::malformed, std::move(complaint), file);
        auto one = file_of(file, path);
        if (!one) return std::unexpected(std::move(one.error()));
        files.push_back(std::move(*one));
    }
    std::ranges::sort(files, {}, &ManifestFile::path);
    return files;
}

std::string bundle_name(const Manifest& manifest) {
    return fmt::format("{}-{}.talkpack", manifest.id, manifest.version);
}

base::Result<void> write_bundle(const fs::path& pack_folder, const Manifest& manifest, const base::SigningKey& key,
                                const fs::path& target) {
    if (auto complaint = complaint_about(manifest); !complaint.empty())
        return fail(ErrorKind::malformed, std::move(complaint), pack_folder);
    const auto text = text_of(manifest);
    const auto signature = key.sign(text);
    if (!signature) return std::unexpected(signature.error());
    const std::array keys{key.verifying_key()};
    auto file = base::FileWriter::create(target);
    if (!file) return std::unexpected(std::move(file.error()));
    Writer writer{std::move(*file)};
    writer.add(manifest_name, text);
    writer.add(signature_name, signature_line(keys[0].fingerprint(), *signature));
    for (const auto& [path, size, sha256] : manifest.files)
        writer.add_file(path, size, pack_folder.parent_path() / path);
    if (auto written = writer.commit(); !written) return written;

    auto reader = BundleReader::open(target, keys);
    auto whole = reader ? reader->read_files(nullptr) : std::unexpected(std::move(reader.error()));
    std::error_code unsaid;
    if (!whole) fs::remove(target, unsaid);
    return whole;
}

}  // namespace talkpoint::bundle
