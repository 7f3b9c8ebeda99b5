#include "tests/ctl/meddler.hpp"

#include "tests/field/answers.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <array>
#include <utility>

namespace clerk::ctl::test {

using clerk::field::SeenRequest;
using clerk::field::Steps;
using clerk::testing::WireAnswer;

namespace {

/// Of the settings groups, those that a GET shows.
constexpr std::array<std::string_view, 5> readable{"/v1/instance", "/v1/instance/organization_settings",
                                                   "/v1/instance/communication", "/v1/instance/protect",
                                                   "/v1/instance/oauth_application_settings"};

std::string path_of(const std::string& target) { return target.substr(0, target.find('?')); }

boost::json::value parsed(const std::string& body) {
  return body.empty() ? boost::json::object{} : boost::json::parse(body);
}

bool is_write(const SeenRequest& request) {
  return request.method == "PATCH" && !(request.body.empty() || parsed(request.body) == boost::json::object{});
}

bool has(const std::string& body, const std::string& field) {
  const boost::json::value value = parsed(body);
  return !field.empty() && value.is_object() && value.as_object().contains(field);
}

std::string without(const std::string& body, const std::string& field) {
  boost::json::value value = parsed(body);
  value.as_object().erase(field);
  return boost::json::serialize(value);
}

Steps steps_of(const WireAnswer& answer) {
  clerk::Headers headers;
  for (const auto& [name, value] : answer.headers) headers.add(name, value);
  return {clerk::field::send(clerk::field::answer(static_cast<int>(answer.status), answer.body, headers))};
}

Steps fail() { return {clerk::field::send(clerk::field::json_answer(500, R"({"errors":[]})"))}; }

Steps refuse(const std::string& feature) {
  const boost::json::object meta{{"unsupported_features", {feature}}};
  const boost::json::object error{{"code", "unsupported_subscription_plan_features"},
                                  {"message", "Unsupported plan features"},
                                  {"long_message", "Some features are not supported in your current plan."},
                                  {"meta", meta}};
  const boost::json::object body{{"errors", {error}}, {"clerk_trace_id", "0123456789abcdef0123456789abcdef"}};
  return {clerk::field::send(clerk::field::json_answer(402, boost::json::serialize(body)))};
}

}  // namespace

Meddler::Meddler(const clerk::testing::RunningServer& server)
    : server_{server}, peer_{[this](const SeenRequest& request) { return answer(request); }} {}

void Meddler::lag_by_reads(int reads) {
  const std::lock_guard lock{mutex_};
  faults_.lag_reads = reads;
}
void Meddler::lag_by_time(std::chrono::milliseconds time) {
  const std::lock_guard lock{mutex_};
  faults_.lag_time = time;
}
void Meddler::drop_field(std::string name) {
  const std::lock_guard lock{mutex_};
  faults_.dropped = std::move(name);
}
void Meddler::refuse_field(std::string name) {
  const std::lock_guard lock{mutex_};
  faults_.refused = std::move(name);
}
void Meddler::fail_writes(std::string path) {
  const std::lock_guard lock{mutex_};
  faults_.failing_path = std::move(path);
}
void Meddler::lose_answers(std::string path) {
  const std::lock_guard lock{mutex_};
  faults_.losing_path = std::move(path);
}
void Meddler::hide_reads(std::string path) {
  const std::lock_guard lock{mutex_};
  faults_.hidden_path = std::move(path);
}
void Meddler::refuse_reads(std::string path) {
  const std::lock_guard lock{mutex_};
  faults_.refused_path = std::move(path);
}
void Meddler::fail_reads_of_what_was_written(std::string path) {
  const std::lock_guard lock{mutex_};
  faults_.failing_once_written = std::move(path);
}
void Meddler::call_on_writes(std::string path, std::function<void()> call) {
  const std::lock_guard lock{mutex_};
  faults_.calling_path = std::move(path);
  faults_.call = std::move(call);
}
void Meddler::behave() {
  const std::lock_guard lock{mutex_};
  faults_ = {};
}

std::vector<std::pair<std::string, boost::json::value>> Meddler::writes() const {
  std::vector<std::pair<std::string, boost::json::value>> writes;
  for (const SeenRequest& request : peer_.seen()) {
    if (is_write(request)) writes.emplace_back(path_of(request.target), parsed(request.body));
  }
  return writes;
}

Steps Meddler::answer(const SeenRequest& request) {
  const std::lock_guard lock{mutex_};
  if (is_write(request)) return write(request);
  if (request.method == "GET") return read(request);
  return steps_of(pass_on(request, request.body));
}

Steps Meddler::read(const SeenRequest& request) {
  const std::string path = path_of(request.target);
  if (path == faults_.hidden_path) return {clerk::field::send(clerk::field::answer(405))};
  if (path == faults_.refused_path) return refuse("custom_roles");
  if (faults_.was_written && path == faults_.failing_once_written) return fail();
  if (const auto past = past_answer(path)) return steps_of(*past);
  return steps_of(pass_on(request, request.body));
}

Steps Meddler::write(const SeenRequest& request) {
  const std::string path = path_of(request.target);
  if (path == faults_.calling_path) faults_.call();
  if (has(request.body, faults_.refused)) return refuse(faults_.refused);
  if (path == faults_.failing_path) return fail();
  faults_.was_written = faults_.was_written || path == faults_.failing_once_written;
  keep_past(path);
  const std::string body = has(request.body, faults_.dropped) ? without(request.body, faults_.dropped) : request.body;
  const WireAnswer passed = pass_on(request, body);
  return path == faults_.losing_path ? Steps{clerk::field::close()} : steps_of(passed);
}

void Meddler::keep_past(const std::string& written) {
  if (faults_.lag_reads == 0 && faults_.lag_time.count() == 0) return;
  Past past{.until = std::chrono::steady_clock::now() + faults_.lag_time};
  for (const std::string_view target : readable) {
    past.answers.emplace(target, server_.get(std::string{target}));
    past.reads_left.emplace(target, target == written ? faults_.lag_reads : 0);
  }
  pasts_.push_back(std::move(past));
}

std::optional<WireAnswer> Meddler::past_answer(const std::string& target) {
  const auto now = std::chrono::steady_clock::now();
  for (Past& past : pasts_) {
    const auto found = past.answers.find(target);
    if (found == past.answers.end()) return std::nullopt;
    int& left = past.reads_left.at(target);
    if (left == 0 && now >= past.until) continue;
    if (left > 0) --left;
    return found->second;
  }
  return std::nullopt;
}

WireAnswer Meddler::pass_on(const SeenRequest& request, const std::string& body) const {
  clerk::testing::WireRequest passed{
      .method = request.method, .target = request.target, .body = body, .key = std::nullopt};
  for (const char* name : {"Authorization", "Clerk-API-Version", "Content-Type"}) {
    if (const std::string* value = request.headers.find(name)) passed.headers.emplace_back(name, *value);
  }
  return server_.send(passed);
}

}  // namespace clerk::ctl::test
