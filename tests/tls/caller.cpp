#include "tests/tls/caller.hpp"

#include <boost/asio/use_future.hpp>

#include <cstdlib>
#include <utility>

namespace clerk::test {

namespace asio = boost::asio;

void PrintTo(Way way, std::ostream* stream) { *stream << (way == Way::blocking ? "blocking" : "asynchronous"); }

Caller::Caller(Way way, Configuration configuration) : way_{way} {
  if (way == Way::blocking) {
    api_ = std::make_unique<InstanceSettingsApi>(ApiClient{std::move(configuration)});
  } else {
    api_ = std::make_unique<InstanceSettingsApi>(AsyncClient{std::move(configuration), pool_});
  }
}

Caller::~Caller() {
  api_.reset();
  pool_.join();
}

Result<Instance> Caller::read() {
  if (way_ == Way::blocking) return api_->get_instance();
  return api_->async_get_instance(asio::use_future).get();
}

Result<void> Caller::write() {
  const UpdateInstanceRequest request{.test_mode = true};
  if (way_ == Way::blocking) return api_->update_instance(request);
  return api_->async_update_instance(request, asio::use_future).get();
}

std::string everything(const Error& error) {
  std::string text = error.message() + "\n" + error.detail + "\n" + error.body_excerpt;
  for (const Attempt& attempt : error.attempts) text += "\n" + attempt.message;
  return text;
}

ScopedVariable::ScopedVariable(const char* name, const char* value) : name_{name} {
  if (const char* before = std::getenv(name)) before_ = std::make_unique<const std::string>(before);
  if (value != nullptr) {
    ::setenv(name, value, 1);
  } else {
    ::unsetenv(name);
  }
}

ScopedVariable::~ScopedVariable() {
  if (before_) {
    ::setenv(name_, before_->c_str(), 1);
  } else {
    ::unsetenv(name_);
  }
}

PlainEnvironment::PlainEnvironment() {
  for (const char* name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
                           "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE"}) {
    without_.push_back(std::make_unique<ScopedVariable>(name, nullptr));
  }
}

}  // namespace clerk::test
