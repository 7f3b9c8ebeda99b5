// A span for each attempt, with the attributes that OpenTelemetry names, made of the client's hooks. A real exporter
// would take the place of print().
#include <clerk/api/instance_settings_api.hpp>

#include <iostream>
#include <map>
#include <mutex>
#include <string>
#include <utility>

/// An attempt under way, known by its call and number.
struct Span {
  std::string name{};
  std::map<std::string, std::string> attributes{};
};

class Tracer {
 public:
  [[nodiscard]] clerk::Hooks hooks() {
    return {.on_request = [this](const clerk::AttemptInfo& info) { begin(info); },
            .on_response = [this](const clerk::AttemptInfo& info, const clerk::AttemptEnd& end) { finish(info, end); }};
  }

 private:
  void begin(const clerk::AttemptInfo& info) {
    Span span{.name = "clerk " + std::string{info.operation}};
    span.attributes["http.request.method"] = clerk::to_string(info.method);
    span.attributes["url.full"] = info.url;
    if (info.attempt > 1) span.attributes["http.request.resend_count"] = std::to_string(info.attempt - 1);
    const std::lock_guard lock{mutex_};
    open_[{info.call, info.attempt}] = std::move(span);
  }

  void finish(const clerk::AttemptInfo& info, const clerk::AttemptEnd& end) {
    const std::lock_guard lock{mutex_};
    auto span = open_.extract({info.call, info.attempt});
    if (span.empty()) return;
    auto& attributes = span.mapped().attributes;
    if (end.failure) {
      attributes["error.type"] = clerk::to_string(*end.failure);
    } else {
      attributes["http.response.status_code"] = std::to_string(end.status);
    }
    if (const std::string* trace = end.headers.find("x-clerk-trace-id")) attributes["clerk.trace_id"] = *trace;
    print(span.mapped(), end.elapsed);
  }

  static void print(const Span& span, std::chrono::microseconds elapsed) {
    std::cout << span.name << ", " << elapsed.count() << " us\n";
    for (const auto& [name, value] : span.attributes) std::cout << "  " << name << " = " << value << '\n';
  }

  std::mutex mutex_{};
  std::map<std::pair<std::uint64_t, int>, Span> open_{};
};

int main() {
  Tracer tracer;
  clerk::Configuration configuration = clerk::Configuration::from_environment();
  configuration.hooks = tracer.hooks();
  const clerk::InstanceSettingsApi api_instance{clerk::ApiClient{configuration}};
  const auto instance = api_instance.get_instance();
  if (!instance) std::cerr << instance.error().message() << '\n';
  return instance ? 0 : 1;
}
