#include "openrosa/form_list.hpp"

#include "base/strings.hpp"
#include "openrosa/xml.hpp"

#include <fmt/format.h>

namespace talkpoint::openrosa {
namespace {

using base::ErrorKind;
using base::fail;

constexpr std::string_view what = "a server's list of forms";

}  // namespace

base::Result<std::vector<ListedForm>> read_form_list(std::string_view xml) {
    pugi::xml_document document;
    if (auto loaded = load_xml(document, xml, what); !loaded) return std::unexpected(std::move(loaded.error()));
    const auto root = document.document_element();
    if (is_web_page(xml)) return fail(ErrorKind::malformed, fmt::format("is a web page, not {}", what));
    if (local_name(root) != "xforms")
        return fail(ErrorKind::malformed, fmt::format("is not {} but \"{}\"", what, base::printable(root.name())));
    std::vector<ListedForm> forms;
    for (const auto& form : root.children()) {
        if (local_name(form) != "xform") continue;
        ListedForm listed{trimmed_text(form, "formID"), trimmed_text(form, "version"), trimmed_text(form, "hash"),
                          trimmed_text(form, "downloadUrl")};
        if (!listed.id.empty() && !listed.download_url.empty()) forms.push_back(std::move(listed));
    }
    return forms;
}

}  // namespace talkpoint::openrosa
