// A page for a browser that is equal to the kiosk: the same screens, words, pictures and places, made of its dumps.
#pragma once

#include "walk.hpp"

#include <string>
#include <vector>

namespace talkpoint::bench {

/// Writes the page into `folder` and returns its URL. Its touches lead from one stop to the next as the visit's do; the
/// answers are kept in IndexedDB, strictly durable, before it says "thank you". With `?responses=N` behind the URL it
/// keeps N responses, one after the other, and then has the title "kept N in M ms".
[[nodiscard]] std::string write_page(const std::filesystem::path& folder, const std::vector<Stop>& stops);

}  // namespace talkpoint::bench
