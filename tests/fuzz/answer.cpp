// A server's answer, as it came over the wire: the status, a line for each header, an empty line, the body.
#include "openrosa/answer.hpp"
#include "input.hpp"
#include "openrosa/retry_after.hpp"

#include <algorithm>
#include <map>

using namespace talkpoint;
using namespace talkpoint::fuzz;
using openrosa::Verdict;

namespace {

// As long as the token of Central; none may get into the log.
bool has_what_may_be_a_token(std::string_view text) {
    std::size_t run = 0;
    for (const char c : text) {
        const bool of_token = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '!' ||
                              c == '$' || c == '_';
        run = of_token ? run + 1 : 0;
        if (run >= 64) return true;
    }
    return false;
}

std::map<std::string, std::string> take_headers(std::string_view& rest) {
    std::map<std::string, std::string> headers;
    while (!rest.empty()) {
        const auto [line, after] = split_at(rest, '\n');
        rest = after;
        if (line.empty()) break;
        const auto [name, value] = split_at(line, ':');
        headers.emplace(name, value);
    }
    return headers;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto [first_line, rest] = split_at(text_of(data, size), '\n');
    const int status = std::atoi(std::string{first_line.substr(0, 4)}.c_str());
    const auto headers = take_headers(rest);
    const auto answer = openrosa::read_answer(status, headers, rest);

    if (answer.verdict == Verdict::received) {
        claim(status == 201 || status == 202, "nothing else is a receipt", answer.said);
        claim(rest.find("OpenRosaResponse") != std::string_view::npos, "a receipt says what it is", rest);
    }
    claim(!answer.wait || answer.verdict == Verdict::later, "only who comes again is asked to wait");
    claim(!answer.wait || (answer.wait->count() >= 0 && *answer.wait <= openrosa::longest_wait), "at most a day");
    claim_one_line(answer.said);
    claim(answer.said.size() < 600, "what is said is short", answer.said);
    claim(answer.said.find('<') == std::string::npos, "HTML is not quoted", answer.said);
    claim(!has_what_may_be_a_token(answer.said), "a token is not quoted", answer.said);
    claim(openrosa::accepted_length(headers) != std::size_t{0}, "a server that takes nothing has not said so");
    return 0;
}
