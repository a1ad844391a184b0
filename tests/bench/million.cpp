// A long queue: what nobody may notice while it is there, and while it is sent.
#include "base/files.hpp"
#include "base/random.hpp"
#include "measuring.hpp"
#include "openrosa/instance.hpp"
#include "store/database.hpp"
#include "store/worker.hpp"
#include "subjects.hpp"
#include "survey/survey.hpp"
#include "upload/pass.hpp"

#include <fcntl.h>
#include <malloc.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <fstream>
#include <iostream>
#include <memory>

namespace talkpoint::bench {
namespace {

namespace fs = std::filesystem;

constexpr base::Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};
constexpr std::string_view survey_id = "healthy-relationships", period = "2026-11-23";
constexpr const char* placeholder_id = "00000000-0000-4000-8000-000000000000";
constexpr const char* placeholder_period = "1999-01-01";
constexpr std::int64_t million = 1'000'000, needed_mb = 3'000;

survey::Survey real_survey() {
    base::Problems problems;
    const auto pack = source / "content" / survey_id;
    auto survey = survey::load_survey(pack, pack / "surveys" / (std::string{survey_id} + ".toml"), "en", problems);
    if (!survey) give_up("the survey of the kiosk's own content cannot be read");
    return std::move(*survey);
}

/// As somebody leaves it who answers all.
std::string real_instance(const survey::Survey& survey) {
    survey::Response response{.survey = survey.id,
                              .version = survey.version,
                              .language = "en",
                              .answers = {},
                              .site = "plymouth-ernesettle",
                              .period = placeholder_period,
                              .audience = "child parent",
                              .event = "",
                              .phase = "",
                              .flag = "",
                              .trusted_clock = true};
    for (const auto& question : survey.questions)
        response.answers[question.id] = {survey::Answer::Kind::chosen, {question.options.front().id}};
    auto xml = openrosa::write_instance(response, placeholder_id, survey.version, &survey);
    if (!xml) give_up(xml.error().text());
    return std::move(*xml);
}

store::Database opened(const fs::path& folder) {
    auto database = store::Database::open(folder, today);
    if (!database) give_up(database.error().text());
    return std::move(*database);
}

/// Rows as submit() leaves them, a million in seconds: ids in the order of the key, the rest of each by chance.
void fill(const fs::path& folder, std::int64_t count, const survey::Survey& survey) {
    fs::create_directories(folder);
    (void)opened(folder);  // its schema
    sqlite3* file = nullptr;
    const std::string numbered =
        "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < " + std::to_string(count) + ")";
    const std::string id = "printf('%08x-%04x-4%03x-8%03x-%012x', i * " + std::to_string(4294967296 / count) +
                           ", random() & 65535, random() & 4095, random() & 4095, random() & 281474976710655)";
    const std::string sql =
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
        "INSERT INTO response (id, survey, version, period, body) " +
        numbered + ", named(id, period) AS (SELECT " + id +
        ", printf('2026-%02d-%02d', 1 + (random() & 7), 1 + (random() & 15)) FROM n) SELECT id, '" + survey.id +
        "', '" + survey.version + "', period, replace(replace('" + real_instance(survey) + "', '" + placeholder_id +
        "', id), '" + placeholder_period + "', period) FROM named; PRAGMA journal_mode=WAL";
    char* error = nullptr;
    if (sqlite3_open((folder / "responses.db").c_str(), &file) != SQLITE_OK ||
        sqlite3_exec(file, sql.c_str(), nullptr, nullptr, &error) != SQLITE_OK)
        give_up(std::string{"the long queue cannot be made: "} + (error ? error : "no file"));
    sqlite3_close(file);
}

/// As after the power was off: what is read comes from the disk.
void forget_cached(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0 || ::fdatasync(descriptor) != 0 || ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED) != 0)
        give_up("the system keeps " + file.string() + " in memory");
    ::close(descriptor);
}

void read_through(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    for (std::string some(1U << 20, '\0'); in.read(some.data(), static_cast<std::streamsize>(some.size()));) continue;
}

/// What is measured twice in one run: with few in the queue and with many.
struct Sides {
    std::array<fs::path, 2> folders;  ///< ten, a million
    std::array<std::vector<double>, 2> samples;

    void add_to(Table& table, const std::string& what) {
        table.add(what + ", ten waiting", "ms", samples[0]);
        table.add(what + ", a million waiting", "ms", samples[1]);
        for (auto& side : samples) std::ranges::sort(side);
        table.add(what + ", a million against ten", "ratio",
                  {samples[1][samples[1].size() / 2] / samples[0][samples[0].size() / 2]});
    }
    template <class Measure>
    void measure(int rounds, Measure ms) {
        for (auto& side : samples) side.clear();
        for (int round = -1; round < rounds; ++round)  // the first one warms the caches
            for (std::size_t side : {0U, 1U})
                if (const double took = ms(folders[side]); round >= 0) samples[side].push_back(took);
    }
};

/// `prepare` the files first.
void measure_submits(Table& table, Sides& sides, const survey::Survey& survey, const std::string& what,
                     void (*prepare)(const fs::path&)) {
    constexpr int each = 300;
    for (const auto& folder : sides.folders) prepare(folder / "responses.db");
    base::Random random;
    const auto body = real_instance(survey);
    std::array databases{opened(sides.folders[0]), opened(sides.folders[1])};
    for (auto& side : sides.samples) side.clear();
    for (int i = 0; i < each; ++i)
        for (std::size_t side : {0U, 1U}) {
            const outbox::Record record{base::uuid_v4(random), survey.id, survey.version,
                                        std::string{period},   body,      ""};
            std::vector<outbox::Tally> tallies;
            for (std::size_t q = 0; q < 6; ++q)
                tallies.push_back({survey.id, survey.questions[q].id, "x", std::string{period}});
            sides.samples[side].push_back(ms_of([&] {
                if (!databases[side].submit(record, tallies)) give_up("a response was not taken");
            }));
            databases[side].tidy();  // as the worker does when nothing waits: not what a person waits for
        }
    sides.add_to(table, what);
}

/// Takes everything at once, and looks at this process's memory now and then.
class EagerServer final : public upload::Transport {
  public:
    EagerServer(std::int64_t enough, std::atomic<bool>& stop) : enough_(enough), stop_(stop) {}

    Outcome head(const std::string&) override { return upload::Reply{204, {}, {}}; }
    Outcome get(const std::string&) override { return upload::Reply{404, {}, {}}; }
    Outcome post(const std::string&, const std::vector<upload::Part>&) override {
        if (taken_ % look_every == 0) memory_.push_back(pss_mib(getpid()));
        if (++taken_ >= enough_) stop_ = true;
        return upload::Reply{
            201,
            {},
            R"(<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message>ok</message></OpenRosaResponse>)"};
    }
    /// The most that it ever had above the first look.
    [[nodiscard]] double growth() const { return std::ranges::max(memory_) - memory_.front(); }
    void look() { memory_.push_back(pss_mib(getpid())); }

  private:
    static constexpr std::int64_t look_every = 2'000;
    std::int64_t enough_, taken_ = 0;
    std::atomic<bool>& stop_;
    std::vector<double> memory_;
};

void measure_drain(Table& table, const std::string& how, std::int64_t count, outbox::Queue& queue,
                   const survey::Survey& survey) {
    std::atomic<bool> stop = false;
    EagerServer server{count, stop};
    base::Random random;
    const upload::Settings settings{
        .base_url = "https://odk.invalid", .digest = "bench", .key = {}, .batch_min = 5, .surveys = {survey}};
    malloc_trim(0);  // else what was freed before would hide what grows
    upload::Report report;
    const double ms =
        ms_of([&] { report = upload::run_pass(queue, server, settings, std::string{period}, random, stop); });
    server.look();
    if (report.sent[survey.id] != count) give_up("the long queue was not sent: " + report.error);
    table.add("sent from a million, " + how, "/s", {static_cast<double>(count) / ms * 1000});
    table.add("memory grown meanwhile, " + how + " (PSS)", "MiB", {server.growth()});
}

}  // namespace

void measure_million(Table& table, const fs::path& scratch) {
    if (const auto free = base::free_space_mb(scratch); free < needed_mb) {
        std::cerr << "bench: a million responses need " << needed_mb << " MB in " << scratch.parent_path().string()
                  << ", and " << free << " MB are free: left out (TMPDIR names another folder)\n";
        return;
    }
    const auto survey = real_survey();
    Sides sides{{scratch / "ten", scratch / "million"}, {}};
    fill(sides.folders[0], 10, survey);
    fill(sides.folders[1], million, survey);
    table.add("a million responses on disk", "MB",
              {static_cast<double>(fs::file_size(sides.folders[1] / "responses.db")) / 1e6});

    const std::string config = source / "kiosk_config/kiosk.toml";
    sides.measure(10, [&](const fs::path& folder) {
        forget_cached(folder / "responses.db");
        return ms_of([&] { (void)opened(folder); });
    });
    sides.add_to(table, "database opened, not in memory");
    std::ofstream(scratch / "million.tour") << "on attract\n";
    sides.measure(5, [&](const fs::path& folder) {
        forget_cached(folder / "responses.db");
        return ms_of_run({kiosk_program, "--config", config, "--headless", "1920x1080", "--state", folder, "--tour",
                          scratch / "million.tour"});
    });
    sides.add_to(table, "start, first frame, end");
    sides.measure(5, [&](const fs::path& folder) {
        return ms_of_run({ctl_program, "--config", config, "--state", folder, "status"});
    });
    sides.add_to(table, "talkpointctl status");
    measure_submits(table, sides, survey, "response committed", read_through);
    // Some seven pages are then read before any is written: rows of this size leave a tree few branches.
    measure_submits(table, sides, survey, "response committed, not in memory", forget_cached);

    auto database = std::make_unique<store::Database>(opened(sides.folders[1]));
    measure_drain(table, "by one thread", 20'000, *database, survey);
    store::Worker worker{std::move(database), [](const std::function<void()>&) {}};
    measure_drain(table, "by the worker's queue", 20'000, *worker.queue(), survey);
    fs::remove_all(sides.folders[1]);
}

}  // namespace talkpoint::bench
