// A public key's file, and the same bytes as a form's base64RsaPublicKey.
#include "input.hpp"
#include "openrosa/key.hpp"
#include "openrosa/seal.hpp"

#include <openssl/err.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace talkpoint;
using namespace talkpoint::fuzz;
using openrosa::PublicKey;

namespace {

constexpr base::Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

// A file that is in memory only; the same one each time.
std::string file_with(std::string_view bytes) {
    static const int descriptor = ::memfd_create("key", 0);
    claim(descriptor >= 0 && ::ftruncate(descriptor, 0) == 0 &&
              ::pwrite(descriptor, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()),
          "this machine has files in memory");
    return "/proc/self/fd/" + std::to_string(descriptor);
}

// Whoever accepted it must be able to seal with it, for ever in the same words.
void claim_good(const PublicKey& key) {
    const auto again = PublicKey::from_base64(key.base64());
    claim(again && *again == key, "a key is spelt in one way", key.base64());
    claim(openrosa::seal("<data/>", {"s", "1", "uuid:a"}, key).has_value(), "a key that is accepted seals");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = text_of(data, size);
    if (const auto key = PublicKey::from_base64(text))
        claim_good(*key);
    else
        claim_malformed(key.error());

    base::Problems problems;
    const auto loaded = PublicKey::load(file_with(text), today, problems);
    claim(ERR_peek_error() == 0, "OpenSSL's queue of errors is left empty");
    claim(loaded.has_value() != base::any_error(problems), "a key, or what is wrong with it");
    for (const auto& problem : problems) claim_one_line(problem.message);
    if (loaded) {
        claim(text.find("PRIVATE KEY") == std::string_view::npos, "a private key is never taken for a public one");
        claim_good(*loaded);
    }
    return 0;
}
