#include "tests/ctl/shell.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <utility>

namespace clerk::ctl::test {

namespace {

/// A text as input that knows whether anybody asked for it.
class WatchedInput : public std::stringbuf {
 public:
  explicit WatchedInput(std::string text) : std::stringbuf{std::move(text), std::ios_base::in} { hide(); }
  [[nodiscard]] bool was_read() const noexcept { return was_read_; }

 protected:
  int_type underflow() override {
    if (!was_read_) {
      was_read_ = true;
      setg(eback(), eback(), end_);
    }
    return std::stringbuf::underflow();
  }

 private:
  // An empty get area makes the first read call underflow, whichever function it is made by.
  void hide() {
    end_ = egptr();
    setg(eback(), eback(), eback());
  }

  char* end_{nullptr};
  bool was_read_{false};
};

std::vector<std::string> words_of(std::string_view line) {
  std::istringstream stream{std::string{line}};
  return {std::istream_iterator<std::string>{stream}, {}};
}

}  // namespace

boost::json::value Ran::json() const {
  boost::system::error_code error;
  boost::json::value value = boost::json::parse(out, error);
  EXPECT_FALSE(error) << "not JSON: " << said();
  return value;
}

Shell::Shell(std::string api_url, std::string_view key)
    : environment{{"CLERK_API_URL", std::move(api_url)}, {"CLERK_SECRET_KEY", std::string{key}}} {}

Ran Shell::run(std::string_view line, std::string input) const { return run_words(words_of(line), std::move(input)); }

Ran Shell::run_words(const std::vector<std::string>& words, std::string input) const {
  WatchedInput buffer{std::move(input)};
  std::istream in{&buffer};
  std::ostringstream out;
  std::ostringstream err;
  Host host{.in = in,
            .out = out,
            .err = err,
            .in_is_terminal = terminal,
            .out_is_terminal = terminal,
            .err_is_terminal = terminal,
            .directory = folder_.path(),
            .environment = [this](const std::string& name) -> std::optional<std::string> {
              const auto found = environment.find(name);
              return found == environment.end() ? std::nullopt : std::optional{found->second};
            },
            .now = std::chrono::system_clock::now};
  const ExitStatus status = ctl::run(words, host);
  return {static_cast<int>(status), out.str(), err.str(), buffer.was_read()};
}

std::string Shell::write(std::string_view name, std::string_view text) const {
  std::filesystem::create_directories(std::filesystem::path{path(name)}.parent_path());
  folder_.write(name, text);
  return std::string{name};
}

std::string Shell::read(std::string_view name) const {
  std::ifstream file{path(name), std::ios::binary};
  EXPECT_TRUE(file) << "no file " << name;
  return {std::istreambuf_iterator<char>{file}, {}};
}

bool Shell::has(std::string_view name) const { return std::filesystem::exists(path(name)); }

}  // namespace clerk::ctl::test
