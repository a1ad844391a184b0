// `talkpointctl xform`, the real program.
#include "catch.hpp"
#include "kiosk.hpp"
#include "openrosa/key.hpp"
#include "translation.hpp"

#include <algorithm>
#include <map>
#include <pugixml.hpp>
#include <string>

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

pugi::xml_document parsed(const Ran& ran) {
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    pugi::xml_document document;
    REQUIRE(document.load_string(ran.out.c_str()));
    return document;
}

pugi::xml_node model_of(const pugi::xml_document& form) { return form.child("h:html").child("h:head").child("model"); }

/// What stands in one language: text by its id.
std::map<std::string, std::string> texts_of(const pugi::xml_document& form, const char* language) {
    std::map<std::string, std::string> texts;
    const auto itext = model_of(form).child("itext");
    for (const auto text : itext.find_child_by_attribute("translation", "lang", language).children("text"))
        texts[text.attribute("id").value()] = text.child_value("value");
    return texts;
}

bool has_text(const std::map<std::string, std::string>& texts, const std::string& text) {
    return std::ranges::any_of(texts, [&](const auto& entry) { return entry.second == text; });
}

void set_key(const Kiosk& kiosk, const std::string& key) {
    kiosk.folder.write("kiosk.toml", text_of(kiosk.config()) + "[upload]\npublic_key_file = \"key\"\n");
    kiosk.folder.write("key", key);
}

std::string french_of(const Kiosk& kiosk) {
    return kiosk.folder.write("content/safety/surveys/safe.fr.toml", a_translation).string();
}

}  // namespace

TEST_CASE("xform: every question and option of the survey, in every language it has") {
    const Kiosk kiosk;
    (void)french_of(kiosk);
    const auto ran = kiosk.ctl({"xform", "safe"});
    CHECK(ran.err.empty());
    const auto form = parsed(ran);
    const auto data = model_of(form).child("instance").first_child();
    CHECK(std::string{data.attribute("id").value()} == "safe");
    CHECK(std::string{data.attribute("version").value()} == "2");
    CHECK(data.child("who"));
    CHECK(data.child("sure"));
    CHECK(data.child("context").child("site"));
    CHECK_FALSE(model_of(form).child("submission"));

    const std::map<std::string, std::vector<std::string>> options = {{"who", {"friend", "nobody"}},
                                                                     {"sure", {"yes", "no"}}};
    for (const auto& [question, values] : options) {
        const auto control =
            form.child("h:html").child("h:body").find_child_by_attribute("ref", ("/data/" + question).c_str());
        REQUIRE(control);
        for (const auto& value : values) {
            const auto items = control.children("item");
            CHECK(std::ranges::any_of(items, [&](const auto& item) { return item.child_value("value") == value; }));
        }
    }
    const auto english = texts_of(form, "en"), french = texts_of(form, "fr");
    for (const auto* text : {"Whom would you tell, and =how?", "A friend, or two", "-nobody-", "Are you sure?", "Yes"})
        CHECK(has_text(english, text));
    for (const auto* text : {"À qui le diriez-vous ?", "Un ami", "Personne", "En êtes-vous sûr ?", "Oui", "Non"})
        CHECK(has_text(french, text));
    CHECK(english.size() == french.size());
}

TEST_CASE("xform: the survey's own language is the default, whatever others are called") {
    const Kiosk kiosk;
    std::filesystem::copy(french_of(kiosk), kiosk.folder.path() / "content/safety/surveys/safe.ar.toml");
    const auto form = parsed(kiosk.ctl({"xform", "safe"}));
    std::vector<std::string> languages;
    for (const auto translation : model_of(form).child("itext").children("translation"))
        languages.emplace_back(translation.attribute("lang").value());
    CHECK(languages == std::vector<std::string>{"en", "ar", "fr"});
    CHECK(model_of(form).child("itext").first_child().attribute("default"));
}

TEST_CASE("xform: the public key that is configured") {
    const Kiosk kiosk;
    const auto pair = openrosa::make_key_pair("correct horse");
    REQUIRE(pair);
    set_key(kiosk, pair->public_pem);
    const auto form = parsed(kiosk.ctl({"xform", "safe"}));
    base::Problems problems;
    const auto key = openrosa::PublicKey::load(kiosk.folder.path() / "key", {}, problems);
    REQUIRE(key);
    CHECK(model_of(form).child("submission").attribute("base64RsaPublicKey").value() == key->base64());
}

TEST_CASE("xform: a key that cannot be used is said, and no form is printed without it") {
    const Kiosk kiosk;
    const auto pair = openrosa::make_key_pair("correct horse");
    REQUIRE(pair);
    set_key(kiosk, pair->private_pem);
    const auto refused = kiosk.ctl({"xform", "safe"});
    CHECK(refused.exit_code == 3);
    CHECK(refused.out.empty());
    CHECK(says(refused, (kiosk.folder.path() / "key").string() + ":", ""));
    std::filesystem::remove(kiosk.folder.path() / "key");
    const auto gone = kiosk.ctl({"xform", "safe"});
    CHECK(gone.exit_code == 3);
    CHECK(gone.out.empty());
    CHECK(says(gone, (kiosk.folder.path() / "key").string() + ":", ""));
}

TEST_CASE("xform: a broken translation is said, one that is not finished is published") {
    const Kiosk kiosk;
    const auto french = kiosk.folder.write("content/safety/surveys/safe.fr.toml", "title = \"Sûr\"\n").string();
    // What is wrong elsewhere is no business of this form.
    kiosk.folder.write("content/safety/messages/broken.md", "+++\n");
    const auto unfinished = kiosk.ctl({"xform", "safe"});
    CHECK(unfinished.exit_code == 0);
    CHECK(std::ranges::count(unfinished.err, '\n') == 4);
    CHECK(says(unfinished, french + ": warning: ", "question \"who\" is not translated"));
    CHECK(has_text(texts_of(parsed(unfinished), "fr"), "Are you sure?"));

    kiosk.folder.write("content/safety/surveys/safe.fr.toml", "titel = \"Sûr\"\n");
    const auto broken = kiosk.ctl({"xform", "safe"});
    CHECK(broken.exit_code == 3);
    CHECK(broken.out.empty());
    CHECK(says(broken, french + ":1: ", "did you mean \"title\"?"));
}

TEST_CASE("xform: a survey that is not there, or broken, is said as everywhere") {
    const Kiosk kiosk;
    for (const auto* command : {"xform", "codebook"}) {
        const auto unknown = kiosk.ctl({command, "saef"});
        CHECK(unknown.exit_code == 2);
        CHECK(unknown.out.empty());
        CHECK(unknown.err.find("there is no survey \"saef\"; ") != std::string::npos);
    }
    CHECK(kiosk.ctl({"xform"}).exit_code == 2);
    const auto survey = kiosk.folder.write("content/safety/surveys/safe.toml", "id = \"safe\"\n").string();
    for (const auto* command : {"xform", "codebook"}) {
        const auto broken = kiosk.ctl({command, "safe"});
        CHECK(broken.exit_code == 3);
        CHECK(broken.out.empty());
        CHECK(says(broken, survey + ":", "\"version\" is missing"));
    }
}
