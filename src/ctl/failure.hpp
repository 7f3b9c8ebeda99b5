#pragma once

#include <boost/json/object.hpp>
#include <boost/system/result.hpp>

#include <string>
#include <utility>

namespace clerk::ctl {

/// What scripts may rely on; architecture §9.
enum class ExitStatus {
  done = 0,             ///< done, or nothing to do
  failed = 1,           ///< something went wrong, or was refused
  changes_pending = 2,  ///< the file and the instance differ
  field_dropped = 3,    ///< the server took the request and did not keep a field of it
  usage = 64,           ///< the command line can't be understood; nothing was sent
};

/// Why a command did not do what it was asked to.
struct Failure {
  std::string message{};  ///< what is wrong, naming the field, file or flag
  std::string hint{};     ///< what to do next; may be empty
  ExitStatus status{ExitStatus::failed};
  boost::json::object details{};  ///< for programs, beside these
};

/// A command line that asks for what can't be done.
[[nodiscard]] inline Failure misuse(std::string message, std::string hint = {}) {
  return {.message = std::move(message), .hint = std::move(hint), .status = ExitStatus::usage};
}

template <class T>
using Outcome = boost::system::result<T, Failure>;

}  // namespace clerk::ctl
