// Counters in the form that Prometheus reads, fed by the client's hooks.
#include <clerk/api/instance_settings_api.hpp>

#include <iostream>
#include <map>
#include <mutex>
#include <string>
#include <utility>

/// Requests by operation and outcome, and the time they took.
class Metrics {
 public:
  [[nodiscard]] clerk::Hooks hooks() {
    return {
        .on_response =
            [this](const clerk::AttemptInfo& info, const clerk::AttemptEnd& end) {
              const std::string outcome =
                  end.failure ? std::string{clerk::to_string(*end.failure)} : std::to_string(end.status);
              const std::lock_guard lock{mutex_};
              Series& series = requests_[{std::string{info.operation}, outcome}];
              ++series.count;
              series.seconds += std::chrono::duration<double>(end.elapsed).count();
            },
        .on_retry =
            [this](const clerk::AttemptInfo& info, std::chrono::milliseconds) {
              const std::lock_guard lock{mutex_};
              ++retries_[std::string{info.operation}];
            },
    };
  }

  void print(std::ostream& out) const {
    const std::lock_guard lock{mutex_};
    for (const auto& [labels, series] : requests_) {
      const std::string text = "{operation=\"" + labels.first + "\",outcome=\"" + labels.second + "\"} ";
      out << "clerk_requests_total" << text << series.count << '\n';
      out << "clerk_request_seconds_sum" << text << series.seconds << '\n';
    }
    for (const auto& [operation, count] : retries_) {
      out << "clerk_retries_total{operation=\"" << operation << "\"} " << count << '\n';
    }
  }

 private:
  struct Series {
    int count{0};
    double seconds{0};
  };
  mutable std::mutex mutex_{};  // hooks come from every thread that makes calls
  std::map<std::pair<std::string, std::string>, Series> requests_{};
  std::map<std::string, int> retries_{};
};

int main() {
  Metrics metrics;
  clerk::Configuration configuration = clerk::Configuration::from_environment();
  configuration.hooks = metrics.hooks();
  const clerk::InstanceSettingsApi api_instance{clerk::ApiClient{configuration}};

  for (int i = 0; i < 3; ++i) {
    if (const auto result = api_instance.update_instance({.hibp = true}); !result) {
      std::cerr << result.error().message() << '\n';
    }
  }
  static_cast<void>(api_instance.update_instance({.support_email = "no address"}));  // counted as a 422
  metrics.print(std::cout);
}
