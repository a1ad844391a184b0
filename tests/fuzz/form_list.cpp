// A server's list of forms.
#include "openrosa/form_list.hpp"
#include "input.hpp"

using namespace talkpoint;
using namespace talkpoint::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto xml = text_of(data, size);
    const auto forms = openrosa::read_form_list(xml);
    if (!forms) {
        claim_malformed(forms.error());
        return 0;
    }
    std::size_t length = 0;
    for (const auto& form : *forms) {
        claim(!form.id.empty() && !form.download_url.empty(), "a form has a name and an address");
        for (const auto* text : {&form.id, &form.version, &form.hash, &form.download_url}) {
            claim(base::trim(*text) == *text, "blanks around are cut", *text);
            length += text->size();
        }
    }
    claim(length <= size, "a list is no longer than what came");
    return 0;
}
