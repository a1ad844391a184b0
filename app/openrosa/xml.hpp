// What the readers and writers of this folder share of XML. Names are compared without their prefixes, since every
// server has its own.
#pragma once

#include "base/result.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace talkpoint::openrosa {

/// Reads a whole document; `what` names it in the message. malformed: a web page, not UTF-8, control characters, not
/// well-formed, or with a document type (nothing here needs one, and entities could be declared in it).
/// Never recurses: neither reading nor letting go minds the depth.
[[nodiscard]] base::Result<void> load_xml(pugi::xml_document& document, std::string_view xml, std::string_view what);
/// As it stands, with no blank or line end added.
[[nodiscard]] std::string saved_xml(const pugi::xml_document& document);
/// With two blanks for each level.
[[nodiscard]] std::string saved_pretty_xml(const pugi::xml_document& document);
/// An empty document but for the declaration.
void begin_xml(pugi::xml_document& document);

[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
/// The first element below `node` that is called so.
[[nodiscard]] pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
/// The value of the first attribute that is called so; empty: there is none.
[[nodiscard]] std::string_view attribute_of(const pugi::xml_node& node, std::string_view name);
[[nodiscard]] bool has_elements(const pugi::xml_node& node);
/// All text that stands directly in the element, blanks and all.
[[nodiscard]] std::string text_in(const pugi::xml_node& node);
/// The text of the first element below `parent` that is called so, without the blanks around it.
[[nodiscard]] std::string trimmed_text(const pugi::xml_node& parent, std::string_view name);
/// The next node in the order of the document, below `root`; nothing after the last. `skip`: not into `node`.
[[nodiscard]] pugi::xml_node next_in(const pugi::xml_node& root, const pugi::xml_node& node, bool skip = false);

/// A sign-in page, an error page.
[[nodiscard]] bool is_web_page(std::string_view text);

}  // namespace talkpoint::openrosa
