#pragma once

namespace faults {
/// Lost, and not yet replaced.
bool context_is_lost();
}  // namespace faults
