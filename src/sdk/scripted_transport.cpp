#include <clerk/testing/scripted_transport.hpp>

#include <algorithm>
#include <utility>

namespace clerk::testing {

namespace {

std::string named(const TransportRequest& request) {
  return std::string{to_string(request.method)} + " " + request.url;
}

bool is_placeholder(std::string_view segment) { return segment.starts_with('{') && segment.ends_with('}'); }

// Segment by segment from the end: whatever is left before the expected ones is the API's root.
bool ends_with_path(std::string_view path, std::string_view expected) {
  while (!expected.empty()) {
    const std::size_t slash = path.rfind('/');
    const std::size_t expected_slash = expected.rfind('/');
    if (slash == std::string_view::npos || expected_slash == std::string_view::npos) return path.ends_with(expected);
    const std::string_view segment = path.substr(slash + 1);
    const std::string_view wanted = expected.substr(expected_slash + 1);
    if (is_placeholder(wanted) ? segment.empty() : segment != wanted) return false;
    path.remove_suffix(path.size() - slash);
    expected.remove_suffix(expected.size() - expected_slash);
  }
  return true;
}

bool has_path(std::string_view url, std::string_view path) {
  const std::size_t authority = url.find("://");
  const std::size_t root = authority == std::string_view::npos ? 0 : url.find('/', authority + 3);
  return root != std::string_view::npos && ends_with_path(url.substr(root, url.find('?') - root), path);
}

std::string_view query_of(std::string_view url) {
  const std::size_t mark = url.find('?');
  return mark == std::string_view::npos ? std::string_view{} : url.substr(mark + 1);
}

}  // namespace

Exchange& Exchange::that(std::function<std::optional<std::string>(const TransportRequest&)> judge) {
  judges_.push_back(std::move(judge));
  return *this;
}

Exchange& Exchange::method(Method expected) {
  return that([expected](const TransportRequest& request) -> std::optional<std::string> {
    if (request.method == expected) return std::nullopt;
    return "expected the method " + std::string{to_string(expected)};
  });
}

Exchange& Exchange::path(std::string expected) {
  return that([expected = std::move(expected)](const TransportRequest& request) -> std::optional<std::string> {
    if (has_path(request.url, expected)) return std::nullopt;
    return "expected the path " + expected;
  });
}

Exchange& Exchange::query(std::string expected) {
  return that([expected = std::move(expected)](const TransportRequest& request) -> std::optional<std::string> {
    if (query_of(request.url) == expected) return std::nullopt;
    return "expected the query '" + expected + "' and got '" + std::string{query_of(request.url)} + "'";
  });
}

Exchange& Exchange::body(std::string expected) {
  return that([expected = std::move(expected)](const TransportRequest& request) -> std::optional<std::string> {
    if (request.body == expected) return std::nullopt;
    return "expected the body '" + expected + "' and got '" + request.body + "'";
  });
}

Exchange& Exchange::header(std::string name, std::string expected) {
  return that([name = std::move(name),
               expected = std::move(expected)](const TransportRequest& request) -> std::optional<std::string> {
    const std::string* value = request.headers.find(name);
    if (value != nullptr && *value == expected) return std::nullopt;
    // What came is not told: it may be the key.
    return "expected another value of the header " + name;
  });
}

Exchange& Exchange::answer(int status, std::string body, Headers headers) {
  return result(testing::answer(status, std::move(body), std::move(headers)));
}

Exchange& Exchange::fail(Stage stage) { return result(failure(stage)); }

Exchange& Exchange::result(TransportResult result) {
  result_ = std::move(result);
  return *this;
}

Exchange& Exchange::times(int count) {
  times_ = count;
  return *this;
}

std::optional<std::string> Exchange::fault_of(const TransportRequest& request) const {
  for (const auto& judge : judges_) {
    if (auto fault = judge(request)) return fault;
  }
  return std::nullopt;
}

ScriptedTransport::ScriptedTransport(std::deque<TransportResult> results) {
  for (TransportResult& result : results) expect().result(std::move(result));
  if (!script_.empty()) script_.back().times(0);
}

Exchange& ScriptedTransport::expect() {
  const std::lock_guard lock{mutex_};
  return script_.emplace_back();
}

TransportResult ScriptedTransport::perform(const TransportRequest& request) {
  const std::lock_guard lock{mutex_};
  requests_.push_back(request);
  std::optional<std::string> fault = "nothing is left in the script";
  if (next_ < script_.size()) {
    Exchange& exchange = script_.at(next_);
    fault = exchange.fault_of(request);
    ++exchange.used_;
    if (exchange.used_ == exchange.times_) ++next_;
    if (!fault) return exchange.result_;
  }
  faults_.push_back("request " + std::to_string(requests_.size()) + ", " + named(request) + ": " + *fault);
  return TransportFailure{.cause = TransportFailure::Cause::other, .permanent = true, .message = faults_.back()};
}

std::vector<TransportRequest> ScriptedTransport::requests() const {
  const std::lock_guard lock{mutex_};
  return requests_;
}

std::vector<std::string> ScriptedTransport::problems() const {
  const std::lock_guard lock{mutex_};
  std::vector<std::string> problems = faults_;
  for (std::size_t at = 0; at < script_.size(); ++at) {
    const Exchange& exchange = script_[at];
    const int least = std::max(exchange.times_, 1);
    if (exchange.used_ >= least) continue;
    problems.push_back("exchange " + std::to_string(at + 1) + " of the script expects " + std::to_string(least) +
                       " requests and got " + std::to_string(exchange.used_));
  }
  return problems;
}

TransportResult answer(int status, std::string body, Headers headers) {
  return TransportAnswer{.status = status, .headers = std::move(headers), .body = std::move(body)};
}

TransportResult failure(TransportFailure::Cause cause, bool sent, std::string message) {
  return TransportFailure{.cause = cause, .sent = sent, .message = std::move(message)};
}

TransportResult failure(Stage stage) {
  using Cause = TransportFailure::Cause;
  switch (stage) {
    case Stage::resolving:
      return failure(Cause::resolve, false, "the host's name has no address");
    case Stage::connecting:
      return failure(Cause::connect, false, "the connection was refused");
    case Stage::tls_handshake:
      return TransportFailure{.cause = Cause::tls, .permanent = true, .message = "the certificate is not trusted"};
    case Stage::sending:
      return failure(Cause::connection_lost, false, "the connection broke before the request was sent");
    case Stage::waiting:
      return failure(Cause::connection_lost, true, "the connection broke before the answer");
    case Stage::reading:
      return TransportFailure{.cause = Cause::connection_lost,
                              .sent = true,
                              .message = "the connection broke within the answer",
                              .status = 200};
    case Stage::timeout:
      return failure(Cause::timeout, true, "no answer came in time");
  }
  return failure(Cause::other, true);
}

}  // namespace clerk::testing
