// The evaluation team: who has the private key.
#pragma once

#include "openrosa/key.hpp"
#include "support.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace talkpoint::tests {

struct Team {
    static constexpr std::string_view passphrase = "four odd words";
    /// Made once: a pair takes a moment.
    static const openrosa::KeyPair& pair() {
        static const auto made = openrosa::make_key_pair(passphrase).value();
        return made;
    }

    TempFolder folder;
    std::filesystem::path key = folder.write("private-key.pem", pair().private_pem);
    std::filesystem::path passphrase_file = folder.write("passphrase", passphrase);
    openrosa::PublicKey public_key = [this] {
        base::Problems problems;
        return *openrosa::PublicKey::load(folder.write("public-key.pem", pair().public_pem), {}, problems);
    }();
};

}  // namespace talkpoint::tests
