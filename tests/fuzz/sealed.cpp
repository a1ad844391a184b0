// A sealed response as it is exported: the manifest, a zero byte, the attachment. The pair of keys is a test's and no
// one's, so all that can ever be opened here is what its maker sealed.
#include "../openrosa/sealed_elsewhere.hpp"
#include "input.hpp"
#include "openrosa/seal.hpp"

#include <openssl/err.h>

using namespace talkpoint;
using namespace talkpoint::fuzz;
namespace elsewhere = talkpoint::tests::elsewhere;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto key = openrosa::PrivateKey::from_pem(elsewhere::private_pem, "").value();
    const auto [manifest, attachment] = split_at(text_of(data, size), '\0');
    const auto opened = openrosa::unseal(manifest, attachment, key);
    claim(ERR_peek_error() == 0, "OpenSSL's queue of errors is left empty");
    if (opened) {
        claim(*opened == elsewhere::instance, "only what was sealed can be opened", *opened);
        return 0;
    }
    const auto kind = opened.error().kind;
    claim(kind == base::ErrorKind::malformed || kind == base::ErrorKind::not_found ||
              kind == base::ErrorKind::unsupported || kind == base::ErrorKind::too_large,
          "what cannot be opened says why", opened.error().text());
    claim_one_line(opened.error().message);
    return 0;
}
