#include "page.hpp"

#include "base/files.hpp"
#include "config/config.hpp"
#include "shell/content.hpp"
#include "visit/attract.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::bench {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* style = R"(
* { box-sizing: border-box; margin: 0; cursor: none; user-select: none; }
body { overflow: hidden; font-family: Andika; background: #0B4F4A; }
section, .slide { position: absolute; inset: 0; display: none; overflow: hidden; }
section.shown, .slide.shown { display: block; }
section > *, .slide > *, .over > * { position: absolute; line-height: 1.3; }
.control { display: flex; align-items: center; justify-content: center; text-align: center; gap: 8px; padding: 0 24px;
  border: 2px solid #12343B80; border-radius: 44px; }
.card { justify-content: space-between; text-align: start; border-radius: 36px; }
.card img { width: 142px; height: 142px; flex: none; }
.control:active { filter: brightness(0.85); }
.heading, .card { font-weight: bold; }
.coming { opacity: 0; }
.coming.there { opacity: 1; transition: opacity 1.5s ease-in-out; })";

constexpr const char* script = R"(
const sections = [...document.querySelectorAll("section")];
const home = sections.findIndex(s => s.dataset.screen == "home");
const topic = sections.findIndex(s => s.dataset.screen.startsWith("topic"));
const message = sections.findIndex(s => s.dataset.screen.startsWith("message"));
let at = 0;
function go(to, picture) {
  sections[at].classList.remove("shown");
  at = to;
  if (picture) for (const image of sections[at].querySelectorAll("img.picture")) image.src = picture;
  sections[at].classList.add("shown");
}
const store = new Promise((done, failed) => {
  const asked = indexedDB.open("responses", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("response", { keyPath: "id" });
  asked.onsuccess = () => done(asked.result);
  asked.onerror = failed;
});
async function keep(body) {
  const transaction = (await store).transaction("response", "readwrite", { durability: "strict" });
  transaction.objectStore("response").add({ id: crypto.randomUUID(), body });
  await new Promise((done, failed) => { transaction.oncomplete = done; transaction.onabort = failed; });
}
const body = "<data>" + "x".repeat(800) + "</data>";
document.addEventListener("click", async event => {
  if (at == 0) return go(home);
  const control = event.target.closest(".control");
  if (!control) return;
  const id = control.id.split("|")[1];
  if (id == "finish") return go(0);
  if (id == sections[at].dataset.tapped) {
    if (at + 2 == sections.length) await keep(body);
    return go(at + 1);
  }
  const picture = control.querySelector("img")?.getAttribute("src");
  if (id == "home") go(home);
  else if (id == "back") go(at - 1);
  else if (id.startsWith("topic.")) go(topic, picture);
  else if (id.startsWith("message.")) go(message, picture);
});

// The loop: what comes lies over what goes, and is there in a second and a half.
const [one, other] = document.querySelectorAll(".slide");
let number = 0, shown = one, hidden = other;
async function fill(slide, n) {
  const { title, summary, picture, ground } = slides[n % slides.length];
  slide.style.background = ground;
  slide.querySelector(".title").textContent = title;
  slide.querySelector(".summary").textContent = summary;
  const image = slide.querySelector("img");
  image.src = picture;
  await image.decode().catch(() => {});
}
async function turn() {
  if (at != 0) return;
  await fill(hidden, ++number);
  hidden.style.zIndex = 1; shown.style.zIndex = 0;
  hidden.classList.add("coming", "shown");
  hidden.getBoundingClientRect();
  hidden.classList.add("there");
  await new Promise(done => hidden.addEventListener("transitionend", done, { once: true }));
  hidden.classList.remove("coming", "there");
  shown.classList.remove("shown");
  [shown, hidden] = [hidden, shown];
}
const many = new URLSearchParams(location.search).get("responses");
if (many) (async () => {
  await keep(body);
  document.title = "begins";
  const began = performance.now();
  for (let i = 0; i < many; ++i) await keep(body);
  document.title = `kept ${many} in ${performance.now() - began} ms`;
})();
else {
  setInterval(turn, 8000);
  go(0);
})";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

struct Slide {
    std::string title, summary, picture;
};

/// What plays to the room at the time of the visit, with pictures for a browser to take.
std::vector<Slide> slides_of_loop() {
    base::Problems problems;
    const auto config = config::load_config(source / "kiosk_config/kiosk.toml", problems);
    const auto when = base::parse_local_time("2026-11-23T10:00");
    if (!config || !when) give_up("the kiosk's own configuration cannot be read");
    const auto catalogue = shell::load_catalogue(*config, base::date_of(*when), false, problems);
    const auto offered = shell::offer_at(*config, catalogue, *when).packs;
    std::vector<const pack::Pack*> packs;
    for (const auto& pack : catalogue.packs)
        if (std::ranges::find(offered, pack.id) != offered.end()) packs.push_back(&pack);
    std::vector<Slide> out;
    const auto plan = playback::plan_at(config::schedule_of(*config), *when);
    for (const auto& [pack, id] : visit::attract_round(catalogue, packs, plan))
        if (const auto* message = catalogue.message(pack, id); message && message->picture)
            out.push_back({message->title, message->summary, "file://" + message->picture->file});
    if (out.empty()) give_up("nothing plays in the loop");
    return out;
}

class Writer {
  public:
    explicit Writer(std::vector<Slide> slides) : slides_(std::move(slides)) {}

    std::string page(const std::vector<Stop>& stops) {
        std::string sections;
        for (const auto& stop : stops) sections += section(stop);
        auto list = json::array();
        constexpr std::array grounds = {"#0B4F4A", "#12343B", "#4A2748"};
        for (const auto& slide : slides_)
            list.push_back({{"title", slide.title},
                            {"summary", slide.summary},
                            {"picture", slide.picture},
                            {"ground", grounds[list.size() % grounds.size()]}});
        return fmt::format(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Talkpoint</title><style>{}</style>"
            "<body>{}<script>const slides = {};{}</script></body></html>\n",
            style, sections, list.dump(), script);
    }

  private:
    static std::string place(const json& node) {
        const auto& rect = node.at("rect");
        return fmt::format("left:{}px;top:{}px;width:{}px;height:{}px;color:{};font-size:{:.0f}px", rect[0].get<int>(),
                           rect[1].get<int>(), rect[2].get<int>() + 8, rect[3].get<int>(),
                           node.at("fg").get<std::string>(), node.at("cap_px").get<double>() / 0.73);
    }

    [[nodiscard]] const std::string& next_picture() { return slides_[pictures_++ % slides_.size()].picture; }

    std::string node_of(const json& node, const std::string& screen) {
        const auto id = node.at("id").get<std::string>(), role = node.at("role").get<std::string>();
        const auto words = escaped(node.at("name").get<std::string>());
        if (role == "image")
            return fmt::format("<img class=\"picture\" src=\"{}\" style=\"{}\">", next_picture(), place(node));
        if (!node.at("action").get<bool>())
            return fmt::format("<div class=\"{}\" style=\"{}\">{}</div>", role, place(node), words);
        const bool card =
            id.starts_with("topic.") || id.starts_with("message.") || (screen == "home" && id.starts_with("survey."));
        return fmt::format("<div class=\"control {}\" id=\"{}|{}\" style=\"{};background:{}\">{}{}</div>",
                           card ? "card" : "", sections_, id, place(node), node.at("bg").get<std::string>(), words,
                           card ? "<img src=\"" + next_picture() + "\">" : "");
    }

    std::string section(const Stop& stop) {
        const auto screen = stop.dump.at("screen").get<std::string>();
        const auto& nodes = stop.dump.at("nodes");
        std::string ground = "#FFF7EA", inner, slide;
        for (const auto& node : nodes) {
            const auto id = node.at("id").get<std::string>();
            if (id == "title" || id == "question" || id == "block.0") ground = node.at("bg");
            if (!id.starts_with("slide."))
                inner += node_of(node, screen);
            else if (id == "slide.picture")
                slide += fmt::format("<img style=\"{}\" src=\"{}\">", place(node), slides_.front().picture);
            else
                // As wide as the longest words need, not only these.
                slide += fmt::format("<div class=\"{} {}\" style=\"{};width:900px;height:auto\">{}</div>", id.substr(6),
                                     node.at("role").get<std::string>(), place(node),
                                     escaped(node.at("name").get<std::string>()));
        }
        if (screen == "attract")
            inner = fmt::format(
                "<div class=\"slide shown\" style=\"background:#0B4F4A\">{0}</div>"
                "<div class=\"slide\">{0}</div><div class=\"over\" style=\"inset:0;z-index:2\">{1}</div>",
                slide, inner);
        ++sections_;
        return fmt::format("<section data-screen=\"{}\" data-tapped=\"{}\" style=\"background:{}\">{}</section>\n",
                           screen, stop.tapped, ground, inner);
    }

    std::vector<Slide> slides_;
    std::size_t pictures_ = 0, sections_ = 0;
};

}  // namespace

std::string write_page(const fs::path& folder, const std::vector<Stop>& stops) {
    fs::create_directories(folder);
    const auto file = folder / "index.html";
    if (const auto written = base::write_file(file, Writer{slides_of_loop()}.page(stops)); !written)
        give_up(written.error().text());
    return "file://" + file.string();
}

}  // namespace talkpoint::bench
