// A secret, from a person or from a script: the passphrase of a private key, a PIN.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace talkpoint::ctl {

enum class Typed {
    once,   ///< to open: a slip shows by itself
    twice,  ///< to make: a slip would lock it for ever
};

/// How it is spoken of.
struct SecretName {
    std::string_view called;  ///< "passphrase"
    std::string_view asked;   ///< "Passphrase"
    std::string_view option;  ///< that names a file with it
};
inline constexpr SecretName passphrase_name{"passphrase", "Passphrase", "--passphrase-file"};

/// The first line of `file`; without a file what is typed on the terminal, which shows nothing of it; where standard
/// input is no terminal, its first line. UTF-8, at most 1000 bytes, as it is: blanks count. May be long in coming.
/// malformed: none, not UTF-8, a control character, or typed two ways; and what read_text says of the file.
[[nodiscard]] base::Result<std::string> read_secret(const std::string& file, Typed typed,
                                                    const SecretName& name = passphrase_name);

/// One for a new key, typed twice: at least 12 letters. malformed: fewer; as read_passphrase.
[[nodiscard]] base::Result<std::string> read_new_passphrase(const std::string& file);

}  // namespace talkpoint::ctl
