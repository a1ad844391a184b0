#include "print/qr_code.hpp"

#include <qrencode.h>

#include <memory>

namespace talkpoint::print {

base::Result<QrCode> qr_code(const std::string& text) {
    const auto refuse = [] {
        return base::fail(base::ErrorKind::malformed, "this address cannot be made a QR code; choose a shorter one");
    };
    if (text.empty() || text.find('\0') != std::string::npos) return refuse();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M),
                                                               QRcode_free};
    if (!code) return refuse();
    QrCode out{code->width, {}};
    const auto modules = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    for (std::size_t i = 0; i < modules; ++i) out.dark.push_back((code->data[i] & 1U) != 0);
    return out;
}

}  // namespace talkpoint::print
