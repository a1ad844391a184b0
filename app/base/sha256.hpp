// SHA-256 of what comes a piece at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>

using EVP_MD_CTX = struct evp_md_ctx_st;  // OpenSSL's, named without its headers

namespace talkpoint::base {

/// One thread at a time.
class Sha256 {
  public:
    Sha256();
    void add(std::string_view bytes);
    /// 64 hex digits in small letters, of all that was added; it begins anew after it.
    [[nodiscard]] std::string hex();

  private:
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_;
};

/// The same of bytes that are here whole.
[[nodiscard]] std::string sha256_of(std::string_view bytes);

/// Two digits in small letters for each byte.
[[nodiscard]] std::string hex_of(std::string_view bytes);

}  // namespace talkpoint::base
