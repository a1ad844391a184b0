#include "base/scrypt.hpp"
#include "catch.hpp"

#include <algorithm>
#include <string>
#include <string_view>

using namespace talkpoint::base;

namespace {

constexpr ScryptCost cheap{16, 1, 1};

Salt salt_of(std::string_view sixteen) {
    Salt salt{};
    std::copy(sixteen.begin(), sixteen.end(), salt.begin());
    return salt;
}

}  // namespace

TEST_CASE("scrypt: as Python's hashlib.scrypt has it", "[base]") {
    const auto salt = salt_of("SodiumChloride!!");
    CHECK(hex(scrypt("482913", salt, cheap).value()) ==
          "3a45dae23f587383a82b4ca895d07112b06848346188bde1375894e20d567e07");
    CHECK(hex(scrypt("482913", salt, {}).value()) ==
          "fb8519962d0ae3518291a53d28293568d92b442c027216336f260a9b314adac5");
}

TEST_CASE("scrypt: another secret, another salt, another cost: another hash", "[base]") {
    const auto salt = salt_of("SodiumChloride!!");
    const auto hash = scrypt("482913", salt, cheap).value();
    CHECK(same(hash, scrypt("482913", salt, cheap).value()));
    CHECK_FALSE(same(hash, scrypt("482914", salt, cheap).value()));
    CHECK_FALSE(same(hash, scrypt("", salt, cheap).value()));
    CHECK_FALSE(same(hash, scrypt("482913", salt_of("SodiumChloride!?"), cheap).value()));
    CHECK_FALSE(same(hash, scrypt("482913", salt, {32, 1, 1}).value()));
    auto last = hash;
    last.back() ^= 1;
    CHECK_FALSE(same(hash, last));
}

TEST_CASE("scrypt: costs that a spoiled file might ask for are refused at once", "[base]") {
    const Salt salt{};
    for (const auto& cost : {ScryptCost{0, 8, 1}, ScryptCost{1, 8, 1}, ScryptCost{1000, 8, 1}, ScryptCost{16, 0, 1},
                             ScryptCost{16, 8, 0}, ScryptCost{1ULL << 40, 8, 1}, ScryptCost{1ULL << 63, 8, 1},
                             ScryptCost{1ULL << 22, 8, 1}, ScryptCost{16, 8, 1'000'000}, ScryptCost{16, 1'000'000, 1}})
        CHECK(scrypt("482913", salt, cost).error().kind == ErrorKind::malformed);
}

TEST_CASE("scrypt: bytes as hex and back", "[base]") {
    Random random{7};
    const auto salt = make_salt(random);
    CHECK(hex(salt).size() == 32);
    CHECK(salt_from_hex(hex(salt)) == salt);
    CHECK(make_salt(random) != salt);
    CHECK_FALSE(salt_from_hex(hex(salt).substr(1)));
    CHECK_FALSE(salt_from_hex(std::string(31, '0') + "g"));
    CHECK_FALSE(salt_from_hex(std::string(30, '0') + " 1"));
    CHECK_FALSE(salt_from_hex(std::string(30, '0') + "-1"));
    CHECK_FALSE(hash_from_hex(hex(salt)));
}
