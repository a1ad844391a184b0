#include "openrosa/xml.hpp"

#include "base/strings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::openrosa {
namespace {

using base::ErrorKind;
using base::fail;

struct StringWriter final : pugi::xml_writer {
    void write(const void* data, std::size_t size) override { out.append(static_cast<const char*>(data), size); }
    std::string out;
};

std::string_view without_prefix(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

base::Result<void> load_xml(pugi::xml_document& document, std::string_view xml, std::string_view what) {
    const auto refuse = [&](std::string_view why) {
        return fail(ErrorKind::malformed, is_web_page(xml) ? fmt::format("is a web page, not {}", what)
                                                           : fmt::format("is not {}: {}", what, why));
    };
    if (base::first_bad_utf8(xml) || base::first_control_character(xml)) return refuse("it is not plain text in UTF-8");
    // Blanks are kept: a text of nothing else is still a text.
    const auto flags = pugi::parse_full | pugi::parse_ws_pcdata;
    const auto parsed = document.load_buffer(xml.data(), xml.size(), flags, pugi::encoding_utf8);
    if (!parsed) return refuse(parsed.description());
    int roots = 0;
    for (const auto& node : document.children()) {
        if (node.type() == pugi::node_doctype) return refuse("it declares a document type");
        roots += node.type() == pugi::node_element ? 1 : 0;
    }
    if (roots != 1) return refuse("it is not one element");
    return {};
}

void begin_xml(pugi::xml_document& document) {
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
}

std::string saved_xml(const pugi::xml_document& document) {
    StringWriter writer;
    document.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return std::move(writer.out);
}

std::string saved_pretty_xml(const pugi::xml_document& document) {
    StringWriter writer;
    document.save(writer, "  ", pugi::format_indent, pugi::encoding_utf8);
    return std::move(writer.out);
}

std::string_view local_name(const pugi::xml_node& node) { return without_prefix(node.name()); }

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
    return node.find_child(
        [&](const pugi::xml_node& child) { return child.type() == pugi::node_element && local_name(child) == name; });
}

std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) {
    return node.find_attribute([&](const pugi::xml_attribute& found) { return without_prefix(found.name()) == name; })
        .value();
}

bool has_elements(const pugi::xml_node& node) {
    return static_cast<bool>(
        node.find_child([](const pugi::xml_node& child) { return child.type() == pugi::node_element; }));
}

std::string text_in(const pugi::xml_node& node) {
    std::string out;
    for (const auto& child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) out += child.value();
    return out;
}

std::string trimmed_text(const pugi::xml_node& parent, std::string_view name) {
    return std::string{base::trim(text_in(child_of(parent, name)))};
}

pugi::xml_node next_in(const pugi::xml_node& root, const pugi::xml_node& node, bool skip) {
    if (!skip && node.first_child()) return node.first_child();
    for (auto at = node; at && at != root; at = at.parent())
        if (at.next_sibling()) return at.next_sibling();
    return {};
}

bool is_web_page(std::string_view text) {
    const auto head = base::lower_case(base::trim(text.substr(0, 1024)));
    return head.starts_with("<!doctype html") || head.find("<html") != std::string::npos ||
           head.find("<body") != std::string::npos;
}

}  // namespace talkpoint::openrosa
