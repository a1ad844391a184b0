// A finished response as XML: what can be read and written again says the same.
#include "openrosa/instance.hpp"
#include "input.hpp"
#include "openrosa/form.hpp"

using namespace talkpoint;
using namespace talkpoint::fuzz;

namespace {

bool same(const openrosa::Instance& a, const openrosa::Instance& b) {
    return a.id == b.id && a.form_version == b.form_version && a.response == b.response;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto xml = text_of(data, size);
    const auto instance = openrosa::read_instance(xml);
    const auto moved = openrosa::with_version(xml, "2030.1[encrypted:a]");
    if (!instance) {
        claim_malformed(instance.error());
        claim(!moved, "what cannot be read has no version to change");
        return 0;
    }
    claim(!instance->id.empty() && !instance->response.survey.empty(), "a response has an id and a survey");
    claim(openrosa::is_version_of(instance->form_version, instance->response.version), "its version is the survey's");
    for (const auto& [field, answer] : instance->response.answers)
        claim(base::is_field_id(field), "answers are to questions", field);

    // Values that XML would change are refused; all others come back as they were, in bytes that do not change again.
    const auto write = [](const openrosa::Instance& what) {
        return openrosa::write_instance(what.response, what.id, what.form_version, nullptr);
    };
    if (const auto written = write(*instance)) {
        const auto again = openrosa::read_instance(*written);
        claim(again && same(*again, *instance), "what is written says what was read", *written);
        claim(write(*again) == *written, "written twice, the bytes are the same", *written);
    } else {
        claim_malformed(written.error());
    }
    if (moved) {
        auto expected = *instance;
        expected.form_version = "2030.1[encrypted:a]";
        expected.response.version = "2030.1";
        const auto read = openrosa::read_instance(*moved);
        claim(read && same(*read, expected), "only the version is another", *moved);
    }
    return 0;
}
