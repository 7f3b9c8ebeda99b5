#pragma once

#include <stdexcept>
#include <string>

namespace clerk::server::store {

/// A statement failed. The text names the kind and the database's own code; never a bound value, which SOCI's texts
/// hold.
class StoreError : public std::runtime_error {
 public:
  enum class Kind { constraint, busy, full, io, read_only, corrupt, bad_text, stale_version, other };

  StoreError(Kind kind, const std::string& text) : std::runtime_error{text}, kind_{kind} {}
  [[nodiscard]] Kind kind() const noexcept { return kind_; }

 private:
  Kind kind_;
};

/// The database can't be used as it is; the text says why and what to do.
class StoreUnavailable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace clerk::server::store
