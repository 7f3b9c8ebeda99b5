#include "tests/fuzz/http_wire.hpp"
#include "tests/fuzz/property.hpp"

#include <algorithm>
#include <charconv>
#include <random>

// Bytes on a connection of the real server: what it makes of them must not depend on how they are cut, and all that it
// answers must be HTTP. The first byte chooses the cuts.
namespace clerk::fuzz {

namespace {

struct Answer {
  unsigned status{};
  std::size_t length{};
  bool closes{};
};

std::string_view take_line(std::string_view& bytes) {
  const std::size_t end = bytes.find("\r\n");
  require(end != std::string_view::npos, "an answer's lines are whole", bytes);
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(end + 2);
  require(std::ranges::none_of(line, is_control), "a line holds no control character", line);
  return line;
}

template <class Number>
Number number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  require(error == std::errc{} && end == text.data() + text.size(), "a number is a number", text);
  return number;
}

Answer take_head(std::string_view& bytes) {
  Answer answer;
  const std::string_view start = take_line(bytes);
  require(start.starts_with("HTTP/1.1 ") && start.size() > 12 && start[12] == ' ', "an answer has a status line",
          start);
  answer.status = number_in<unsigned>(start.substr(9, 3));
  for (std::string_view line = take_line(bytes); !line.empty(); line = take_line(bytes)) {
    const std::size_t colon = line.find(": ");
    require(colon != std::string_view::npos && colon > 0, "a header has a name and a value", line);
    if (line.starts_with("Content-Length: ")) answer.length = number_in<std::size_t>(line.substr(colon + 2));
    if (line == "Connection: close") answer.closes = true;
  }
  return answer;
}

// One answer for each event, in order, and nothing else.
void check_answers(const Exchange& exchange) {
  std::string_view bytes = exchange.answers;
  for (std::size_t i = 0; i < exchange.events.size(); ++i) {
    const Event& event = exchange.events[i];
    Answer answer = take_head(bytes);
    while (answer.status == 100) answer = take_head(bytes);
    require(answer.status == event.status, "an answer has the status that was given");
    const bool last = i + 1 == exchange.events.size();
    require(last || (!answer.closes && event.kind == Event::Kind::handled), "what closes is the last");
    // A head that was refused may have been a HEAD.
    if (event.to_head || (event.kind == Event::Kind::malformed && bytes.empty())) continue;
    require(bytes.size() >= answer.length, "a body is as long as was said");
    bytes.remove_prefix(answer.length);
  }
  while (!bytes.empty()) require(take_head(bytes).status == 100, "nothing follows the last answer");
}

std::vector<std::string_view> cut(std::string_view bytes, unsigned choice) {
  std::minstd_rand random{choice + 1U};
  const std::size_t longest = choice % 16 == 0 ? 1 : 4 + random() % 64;
  std::vector<std::string_view> pieces;
  while (!bytes.empty()) {
    const std::size_t length = std::min<std::size_t>(bytes.size(), 1 + random() % longest);
    pieces.push_back(bytes.substr(0, length));
    bytes.remove_prefix(length);
  }
  return pieces;
}

// A head that is at fault is refused when the fault is seen, which may be at once or when the head is whole; one that
// never becomes whole may go without an answer.
std::vector<Event> understood(const std::vector<Event>& events) {
  std::vector<Event> requests;
  std::ranges::copy_if(events, std::back_inserter(requests),
                       [](const Event& event) { return event.kind != Event::Kind::malformed; });
  return requests;
}

void check(std::string_view bytes, unsigned choice) {
  static Wire wire;
  const Exchange whole = wire.exchange({bytes}, true);
  check_answers(whole);
  const Exchange cut_up = wire.exchange(cut(bytes, choice), choice % 2 == 0);
  check_answers(cut_up);
  require(understood(whole.events) == understood(cut_up.events), "the same requests are understood however cut");
}

}  // namespace

}  // namespace clerk::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  clerk::fuzz::Input input{data, size};
  const unsigned choice = input.choice();
  clerk::fuzz::check(input.rest(), choice);
  return 0;
}
