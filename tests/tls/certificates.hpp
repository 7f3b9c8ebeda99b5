#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::test {

/// A certificate and its key, both PEM.
struct Credentials {
  std::string certificate{};
  std::string key{};
};

/// When a certificate is valid.
enum class Validity { past, now, future };

/// Whom a certificate is for.
struct Subject {
  std::string name{};
  std::vector<std::string> alternatives{};  ///< such as `DNS:localhost` and `IP:127.0.0.1`
  Validity validity{Validity::now};
};

/// Issues certificates, made when asked for with fresh keys on a curve. Throws std::runtime_error when OpenSSL fails.
class Authority {
 public:
  explicit Authority(std::string_view name);
  Authority(const Authority&) = delete;
  Authority& operator=(const Authority&) = delete;
  ~Authority();

  /// Its own certificate, PEM.
  [[nodiscard]] const std::string& pem() const noexcept { return pem_; }
  [[nodiscard]] Credentials issue(const Subject& subject) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
  std::string pem_{};
};

/// Signed by its own key, no authority's.
[[nodiscard]] Credentials self_signed(const Subject& subject);

/// Under what name OpenSSL looks for the certificate in a directory.
[[nodiscard]] std::string hashed_name(const std::string& pem);

}  // namespace clerk::test
