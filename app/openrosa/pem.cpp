#include "openrosa/pem.hpp"

#include "base/openssl.hpp"

#include <openssl/pem.h>

namespace talkpoint::openrosa {

using base::Bio;
using base::CleanErrors;

bool looks_like_pem(std::string_view text) { return text.find("-----BEGIN ") != std::string_view::npos; }

std::vector<PemBlock> read_pem(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // Windows' Notepad: the first line would not count
    const CleanErrors clean;                                      // that there is no further block is one
    std::vector<PemBlock> blocks;
    const Bio bio{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
    if (!bio) return blocks;
    char *label = nullptr, *header = nullptr;
    unsigned char* der = nullptr;
    long length = 0;
    while (PEM_read_bio(bio.get(), &label, &header, &der, &length) == 1) {
        auto& block = blocks.emplace_back();
        block.label = label;
        block.header = header;
        block.der.assign(reinterpret_cast<const char*>(der), static_cast<std::size_t>(length));
        OPENSSL_free(label);
        OPENSSL_free(header);
        OPENSSL_clear_free(der, static_cast<std::size_t>(length));
    }
    return blocks;
}

}  // namespace talkpoint::openrosa
