#pragma once

#include <filesystem>
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

/// Whom a certificate is for.
struct Subject {
  std::string name{};
  std::vector<std::string> alternatives{};  ///< such as `DNS:localhost` and `IP:127.0.0.1`
  bool expired{false};
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

/// A folder of its own under the system's for temporary files, removed at the end. Only its owner can read it.
class PrivateFolder {
 public:
  PrivateFolder();
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  ~PrivateFolder();

  [[nodiscard]] std::string path() const { return path_.string(); }
  [[nodiscard]] std::string path(std::string_view name) const { return (path_ / name).string(); }

  /// Writes a file that only its owner can read; returns its path.
  std::string write(std::string_view name, std::string_view text) const;

 private:
  std::filesystem::path path_{};
};

}  // namespace clerk::test
