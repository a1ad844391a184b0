// A pair of keys and a response sealed for it that none of our code has made: with python3's hashlib, and
//   openssl genrsa -traditional 2048;  openssl rsa -pubout
//   openssl enc -aes-256-cfb -K … -iv …   (the plaintext padded by hand)
//   openssl pkeyutl -encrypt -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha256
// The manifest is written as other tools write it: prefixes, a declaration, blanks. The key is this test's and no
// one's.
#pragma once

namespace talkpoint::tests::elsewhere {

inline constexpr const char* private_pem =
    "-----BEGIN RSA PRIVATE KEY-----\n"
    "MIIEowIBAAKCAQEAoIYUsVnhkezZWHH9ZJZZUpTJOpom2b/UfZicRXCEZWlEhe+X\n"
    "3BtCl7qE85+sAs4ORAuSoGn5XH++JSWHEB/AgKKYGYcho/IX5VpDlt4ZR6NpShc6\n"
    "K65ZFedL0qmNli31smghD7vkgEpXLxS6K9rh3G9GRYsRQfu9S9/zh4tsdI06k1i6\n"
    "kjICwG5H5ALrRYQfzZWJ//8H+cv/Di7zkc5awtfXizDOilyYX2tjb/156D400yG7\n"
    "8Bn1OKrev36/CbxgELPKbmZF/FtU7wg0seh6K/uon90ll5HFbybRybq3d6gjnl9l\n"
    "0NekfCOYQuj07muIClQJVsEVPsk5n0aP4cVuawIDAQABAoIBAAHkR/QlxK8X5SEn\n"
    "Xr7DuCkX+x3HWUkxpeBrtFPBKrOYlP0lwLAQW4Lhk4AyKTBzRd8ZantHecUpoDpc\n"
    "gdtNHyik7I6dyrtdjAM2QsZRYbziuR1CvtBq9+khK6yU4PKcd2Ed3F3iGfmaZq1L\n"
    "B5KivAyr/F5aGt713No7Dmn82PoFTJw1k3J8Z0Bg2xH33OEftyKGCyxo/F+CuYMJ\n"
    "lWylTL23HR95puPrbqyVcrZ1r4EKW/6wsiKsdyn72Q8W2gCmEhR2PRbQu4leNsLb\n"
    "2lQE9iR9zhikrRavlkSOjdsvJOSJzt7Bx1qU8bXKW2/MfriWWiiHvI+Vchcsys6Z\n"
    "RBr092kCgYEAz9TMuWzypNxMNFkppgjI6tMFBz/ej2Pu/3h24q5cYtYhOy758IFo\n"
    "qrNAJhhfoe+GjMbx7+s2xbWX5fx9/VOIajzVtTi8uapYfWpxFbzwMT1JKUqpRj8x\n"
    "2403kIrc8TdnPYZ6DoQoRyXdH4omnY6N5NUV8PpSYr6VrSdRho2l/58CgYEAxbpl\n"
    "qyphJw0WqG17L3m+i9p2wcyPJB5kx8HFnQV00su5wg/xI5AxfoQ+COQiqW/CB9Ly\n"
    "M92TW1ZSmTXwmFWAgfhxn00lETQm0WrA7wwvznjvSrPbBMqBaB9QdSarXdW7Z55d\n"
    "g9Er5eCVZR0ax7aTCDuTQEBdykVZrEUbziTPbbUCgYBuXhCWC+BTYlXpmsv+Sz3/\n"
    "Ti6maemT9jruWhewS23uYs5k8o5yhRaDSAux71Gh2mR2kBPdF+kPV18iGFMD239f\n"
    "A41t3oKCio7Rk1wYciyPyX73uZlpH5gngrfWP5gTVRuzVZ2t5crJ9baW0DOvigua\n"
    "UPqE7TohDBrKSE4ICWL0+wKBgFKsTxo0TA7R8ClYLWt6UeuT2pfJegg2FRlYsdGn\n"
    "mGMS/4ZeuAqQncEydeWtzbhenBg9YTvCZ3yHKV4aKZDoHyU4xfk/fkIlNh3VrvnE\n"
    "dLC17AemD+t+6ICqpy90ja5cUVFP6/XTnbEuKAjxFGNwuSV2E2mIAC80s/vNoYSd\n"
    "64UJAoGBAL2bYAb39vbolB02eTuM4ZBxaChqR0lkH447lChnnvrV+jleU3QvGFf9\n"
    "2pETpICjXF82i7CJUZQVLgkkoLZAnI5tjAaFSpRzAlVA4RkNIkvohj5NwwC1Y+1a\n"
    "2pyCdo1zTk052H2kORaEdFmcJeM7tS8nYeByoTYIPmv1NfZoGJUO\n"
    "-----END RSA PRIVATE KEY-----\n";

inline constexpr const char* public_pem =
    "-----BEGIN PUBLIC KEY-----\n"
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAoIYUsVnhkezZWHH9ZJZZ\n"
    "UpTJOpom2b/UfZicRXCEZWlEhe+X3BtCl7qE85+sAs4ORAuSoGn5XH++JSWHEB/A\n"
    "gKKYGYcho/IX5VpDlt4ZR6NpShc6K65ZFedL0qmNli31smghD7vkgEpXLxS6K9rh\n"
    "3G9GRYsRQfu9S9/zh4tsdI06k1i6kjICwG5H5ALrRYQfzZWJ//8H+cv/Di7zkc5a\n"
    "wtfXizDOilyYX2tjb/156D400yG78Bn1OKrev36/CbxgELPKbmZF/FtU7wg0seh6\n"
    "K/uon90ll5HFbybRybq3d6gjnl9l0NekfCOYQuj07muIClQJVsEVPsk5n0aP4cVu\n"
    "awIDAQAB\n"
    "-----END PUBLIC KEY-----\n";

inline constexpr const char* manifest =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<sub:data xmlns:sub=\"http://opendatakit.org/submissions\" xmlns:orx=\"http://openrosa.org/xforms\" encr"
    "ypted=\"yes\" id=\"well-being\"\n"
    "    version=\"2026.11\">\n"
    "  <sub:base64EncryptedKey>PJgCrmseh4eJo6EjXI8gyHR0HH3s2XvqjIxJ8ejDpk+5kTR6iOU1EAcoti593O67jVkSadQTJe"
    "305NFXqyjzIT8VDJy2r1KquK1aFh04xu+7JlfjEHbd2nEfiTh3qVJct4xy6G77r2doR1O0B+yDG8Whr/InNOM66oeZYfSXJzdCD0"
    "zZroBYIZRrUmgAZNPavRJV/SPALz5+nr6WB0qJY9UgCQWsZmoMNKpDwrAEEFdBCZr6N0UJzdfzbmE0jnmOYCz5Q/KMLwEdWtv8EG"
    "EJb6QTx6ClM3G+vp2ELMaMx7IRpa2WLO5ucFSPEm5ZWUzKr5QJ/SIma4ZYt4QwqxrYlQ==</sub:base64EncryptedKey>\n"
    "  <orx:meta>\n"
    "    <orx:instanceID>uuid:0b7fbb5c-0a39-4f1a-8a54-6d2e6c3ad6c7</orx:instanceID>\n"
    "  </orx:meta>\n"
    "  <sub:encryptedXmlFile>submission.xml.enc</sub:encryptedXmlFile>\n"
    "  <sub:base64EncryptedElementSignature>\n"
    "    Mw9TcXqpjeYoeE0YWQIPb9NTGEjX+cLRRjTRJgaUiVOJd3kIcsJ+ZdKmYPeq+VOGO1LiGGCdhfA9wHhuoBoTm8ySjQEEV8vC"
    "AYB+RQh40NGz+rXEKNksEK80HCw8Sak4A1ocl/i3tu8RY1qmUsNjK2LxS2KOSQMfcKbEegT6vRdTrD5NulxK92jDJivDy7Av7VaC"
    "1nhE9a4tXQmfvwaVOK3jSg+xF2pI5iu4/LbZz1sAddHZOXgt4ZMBuSyf+uaZZuq5HKJ3MpdbzyMscZ7tWx3/WccwqnUw4X6YVtFz"
    "h1yr+kE37ZqqOMnpjl/iMdM/MHjhXKMsVn+9u2iGAZS7ZQ==\n"
    "  </sub:base64EncryptedElementSignature>\n"
    "</sub:data>\n";

inline constexpr const char* attachment_base64 =
    "moTsiwKHlMkRV+kQCWiKlfRdkE+NoAup6Z9tb4rJ6edK+J7mDEhtfw5VYcy7vaYlJ8RkLZ3LlvoYGcEcTq9YQvafofqAbRcCgNoB"
    "PjvJEX2gvMl4mxlHr1jhHS2MqZh3";

inline constexpr const char* instance = "<data id=\"well-being\" version=\"2026.11\"><q>أشعر بالأمان 🙂</q></data>";

}  // namespace talkpoint::tests::elsewhere
