// A text as a QR code (ISO/IEC 18004), for telephones.
#pragma once

#include "base/result.hpp"

#include <string>
#include <vector>

namespace talkpoint::print {

/// A square of `width` rows, row by row; true: dark. Round it four modules stay light: whoever draws it sees to that.
struct QrCode {
    int width = 0;
    std::vector<bool> dark;
};

/// In bytes, with a seventh of it to spare (level M). malformed: too long for a code, empty, or with a zero in it.
[[nodiscard]] base::Result<QrCode> qr_code(const std::string& text);

}  // namespace talkpoint::print
