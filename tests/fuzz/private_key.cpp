// A private key's file: the passphrase on the first line, then the file.
#include "input.hpp"
#include "openrosa/key.hpp"

#include <openssl/err.h>

using namespace talkpoint;
using namespace talkpoint::fuzz;
using openrosa::PrivateKey;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto [passphrase, pem] = split_at(text_of(data, size), '\n');
    const bool wants_one = PrivateKey::needs_passphrase(pem);
    const auto without = PrivateKey::from_pem(pem, "");
    const auto with = PrivateKey::from_pem(pem, passphrase);
    claim(ERR_peek_error() == 0, "OpenSSL's queue of errors is left empty");

    claim(!without || !wants_one, "a key that opens without a passphrase needs none");
    claim(wants_one || with.has_value() == without.has_value(), "where none is needed, one changes nothing");
    for (const auto* key : {&without, &with}) {
        if (*key) {
            claim((*key)->handle() != nullptr && pem.find("PRIVATE KEY-----") != std::string_view::npos,
                  "a private key says that it is one");
            continue;
        }
        const auto& error = key->error();
        claim(error.kind == base::ErrorKind::malformed || error.kind == base::ErrorKind::unsupported,
              "a key that cannot be read is malformed or unsupported", error.text());
        claim_one_line(error.message);
    }
    return 0;
}
