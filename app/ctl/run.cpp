#include "ctl/run.hpp"

#include "ctl/commands.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <optional>

#ifndef TALKPOINT_VERSION
#define TALKPOINT_VERSION "(unknown version)"
#endif

namespace talkpoint::ctl {
namespace {

CLI::App* add(CLI::App& app, const std::string& name, const std::string& about) {
    auto* subcommand = app.add_subcommand(name, about);
    subcommand->fallthrough();  // --config, --state and --json may stand after it as well
    return subcommand;
}

}  // namespace

void say(const base::Problems& problems) {
    for (const auto& problem : problems) std::cerr << problem.text() << '\n';
}

void say(const base::Error& error) { std::cerr << error.text() << '\n'; }

int run(int argc, char** argv) {
    Options options;
    std::vector<std::string> paths;
    std::string folder, survey, passphrase_file;
    CLI::App app{"Talkpoint on the command line: checks content, shows the state of a kiosk, exports its responses.",
                 "talkpointctl"};
    app.set_version_flag("--version", std::string{"talkpointctl "} + TALKPOINT_VERSION);
    app.add_option("--config", options.config,
                   "kiosk.toml (else /etc/talkpoint/kiosk.toml, else kiosk_config/kiosk.toml)");
    app.add_option("--state", options.state,
                   "folder of responses.db (else $STATE_DIRECTORY, else ~/.local/state/talkpoint)");
    app.add_flag("--json", options.json, "the result as JSON");
    std::string start;
    app.add_option("--start", start, "as if it were that time: 2026-11-23T10:00");
    app.require_subcommand(0, 1);  // none: said below, with what there is

    auto* check_command = add(app, "check", "say what is wrong with the configuration, packs and surveys");
    check_command->add_option(
        "PATH", paths, "a kiosk.toml, a pack's folder, a place's, or a file in one (else: all that the kiosk offers)");
    bool reading = false;
    check_command->add_flag("--reading", reading, "also how hard each text is to read, as a table");
    std::string pack, id;
    PreviewWindow window;
    auto* preview_command = add(app, "preview", "show a pack while you write it, with its mistakes, in a window");
    preview_command->add_option("PACK", pack, "a pack's folder, or a pack of the configuration")->required();
    preview_command->add_option("--window", window.size, "its size (1280x720); higher than wide: an upright kiosk");
    preview_command->add_option("--language", window.language, "begin in this language (else the pack's own)");
    auto* new_command = add(app, "new", "write the beginning of something new, to be filled in");
    new_command->require_subcommand(1);
    auto* new_message_command = add(*new_command, "message", "a message of a pack, with every key explained");
    new_message_command->add_option("PACK", pack, "a pack's folder, or a pack of the configuration")->required();
    new_message_command->add_option("ID", id, "the name of its file: small letters, digits and hyphens")->required();
    std::string site;
    new_message_command->add_option("--site", site,
                                    "a place: the message is shown there alone, over those of the pack");
    auto* new_site_command = add(*new_command, "site", "a place: its profile, its own help lines and safe places");
    new_site_command->add_option("ID", id, "its name in files: small letters, digits and hyphens")->required();
    std::string from, to;
    auto* schedule_command = add(app, "schedule", "say what plays to the room when");
    schedule_command->add_option("--from", from, "a date, or a date and a time: 2026-11-23T10:00 (else: now)");
    schedule_command->add_option("--to", to, "up to this (else: seven days later)");
    auto* status_command = add(app, "status", "say how many responses wait, are parked and were sent");
    bool random_pin = false;
    std::string pin_file;
    auto* pin_command = add(app, "pin", "set another PIN for the staff area; it holds at once");
    auto* random_option = pin_command->add_flag("--random", random_pin, "make one, and print it once");
    pin_command
        ->add_option("--pin-file", pin_file,
                     "a file whose first line is the PIN (else: asked, or read from standard input)")
        ->excludes(random_option);
    auto* counts_command =
        add(app, "counts", "show how many finished and what they answered, in numbers that tell on nobody");
    counts_command->add_option("--survey", survey, "only this survey");
    std::string card_file, event;
    auto* card_command = add(app, "card", "write the card with which the desk invites people, to be printed");
    card_command->add_option("--to", card_file, "the file, a PDF")->required();
    card_command->add_option("--event", event, "the code of the event that is going on: its name stands on the card");
    bool parked_too = false;
    auto* upload_command = add(app, "upload", "send what waits now; say what was sent, kept and parked, and why");
    upload_command->add_flag("--parked", parked_too, "try what is parked again as well");
    auto* export_command = add(app, "export", "write all responses as tables for Excel and R; removes nothing");
    export_command->add_option("--to", folder, "the folder for the tables; made if need be")->required();
    export_command->add_option("--survey", survey, "only this survey");
    std::string stick;
    auto* sticks_command = add(app, "sticks", "say which USB sticks are there");
    auto* take_command =
        add(app, "take-away", "write all responses on a USB stick, and read them back; removes nothing from the kiosk");
    take_command->add_option("--stick", stick, "its folder, as \"sticks\" names it (else: the only one)");
    auto* codebook_command = add(app, "codebook", "list every variable of a survey with its values");
    codebook_command->add_option("SURVEY", survey, "the survey's id")->required();
    auto* xform_command = add(app, "xform", "print the form of a survey, to be published on an OpenRosa server");
    xform_command->add_option("SURVEY", survey, "the survey's id")->required();
    auto* keygen_command = add(app, "keygen", "make a pair of keys: one seals responses, the other opens them");
    keygen_command->add_option("--to", folder, "the folder for the two files; made if need be")->required();
    keygen_command->add_option("--passphrase-file", passphrase_file,
                               "a file whose first line is the passphrase (else: asked, or read from standard input)");
    std::string sealed_folder, key_file;
    auto* open_command = add(app, "open", "open the sealed responses of an export with the private key, into tables");
    open_command->add_option("DIR", sealed_folder, "the folder of an export (or of ODK Briefcase)")->required();
    open_command->add_option("--key", key_file, "the private key")->required();
    open_command->add_option("--to", folder, "the folder for the tables (else: DIR/opened); made if need be");
    open_command->add_option("--passphrase-file", passphrase_file,
                             "a file whose first line is the passphrase (else: asked, or read from standard input)");
    auto* pack_command = add(app, "pack", "signed packs: make, check and install them, go back, withdraw a message");
    pack_command->require_subcommand(1);
    auto* pack_keygen_command =
        add(*pack_command, "keygen", "make a pair of keys: one signs packs, the other lets a kiosk take them");
    pack_keygen_command->add_option("--to", folder, "the folder for the two files; made if need be")->required();
    pack_keygen_command->add_option(
        "--passphrase-file", passphrase_file,
        "a file whose first line is the passphrase (else: asked, or read from standard input)");
    Signing signing;
    auto* pack_sign_command = add(*pack_command, "sign", "write a pack as one signed file, to be carried to kiosks");
    pack_sign_command->add_option("PACK", signing.pack, "the pack's folder")->required();
    pack_sign_command->add_option("--key", signing.key_file, "the private key")->required();
    pack_sign_command->add_option("--to", signing.to, "the folder for the file; made if need be")->required();
    pack_sign_command->add_option("--expires", signing.expires,
                                  "the last day on which it may be installed: 2027-06-30 (else: none)");
    pack_sign_command->add_option(
        "--passphrase-file", signing.passphrase_file,
        "a file whose first line is the passphrase (else: asked, or read from standard input)");
    std::string pack_file, which;
    std::vector<std::string> pack_keys;
    auto* pack_verify_command =
        add(*pack_command, "verify", "check a signed pack as if it were installed; change nothing");
    pack_verify_command->add_option("FILE", pack_file, "a .talkpack")->required();
    pack_verify_command->add_option("--key", pack_keys, "a public key (else: those of the configuration)");
    auto* pack_install_command =
        add(*pack_command, "install", "install a signed pack; what was in use stays for a rollback");
    pack_install_command->add_option("FILE", pack_file, "a .talkpack")->required();
    auto* pack_rollback_command =
        add(*pack_command, "rollback", "go back to the edition of a pack that was in use before");
    pack_rollback_command->add_option("PACK", pack, "its id")->required();
    bool undo = false;
    auto* pack_withdraw_command = add(*pack_command, "withdraw", "show a message no longer, whatever edition has it");
    pack_withdraw_command->add_option("PACK/MESSAGE", which, "such as online/before-you-share")->required();
    pack_withdraw_command->add_flag("--undo", undo, "show it again");
    auto* pack_list_command = add(*pack_command, "list", "say which editions are in use, and what is withdrawn");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? done : wrong_options;
    }

    base::use_uk_local_time();
    const base::SystemClock system_clock;
    const auto then = start.empty() ? std::optional{system_clock.local()} : base::parse_local_time(start);
    if (!then) {
        std::cerr << "talkpointctl: --start needs a date and a time, such as 2026-11-23T10:00\n";
        return wrong_options;
    }
    const base::OffsetClock clock{system_clock, *then - system_clock.local()};
    if (*check_command) return check(options, paths, reading, clock);
    if (*preview_command) return preview(options, pack, window, clock);
    if (*new_message_command) return new_message(options, pack, id, site, clock);
    if (*new_site_command) return new_site(options, id);
    if (*schedule_command) return schedule(options, from, to, clock);
    if (*status_command) return status(options, clock);
    if (*pin_command) return set_pin(options, random_pin, pin_file, clock);
    if (*counts_command) return counts(options, survey, clock);
    if (*card_command) return card(options, card_file, event, clock);
    if (*upload_command) return upload_now(options, parked_too, clock);
    if (*export_command) return export_responses(options, folder, survey, clock);
    if (*sticks_command) return list_sticks(options);
    if (*take_command) return take_away(options, stick, clock);
    if (*codebook_command) return codebook(options, survey, clock);
    if (*xform_command) return xform(options, survey, clock);
    if (*keygen_command) return keygen(options, folder, passphrase_file);
    if (*open_command) return open_sealed(options, sealed_folder, key_file, folder, passphrase_file);
    if (*pack_keygen_command) return pack_keygen(options, folder, passphrase_file);
    if (*pack_sign_command) return pack_sign(options, signing, clock);
    if (*pack_verify_command) return pack_verify(options, pack_file, pack_keys, clock);
    if (*pack_install_command) return pack_install(options, pack_file, clock);
    if (*pack_rollback_command) return pack_rollback(options, pack, clock);
    if (*pack_withdraw_command) return pack_withdraw(options, which, undo, clock);
    if (*pack_list_command) return pack_list(options, clock);
    std::cerr << app.help();
    return wrong_options;
}

}  // namespace talkpoint::ctl
