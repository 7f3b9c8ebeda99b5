#pragma once

#include "ctl/failure.hpp"
#include "ctl/host.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace clerk::ctl::operations {

/// What a flag gives, and what messages call it.
struct InputText {
  std::string text{};
  std::string name{};
  std::string advice{};  ///< where it is no JSON
  bool is_yaml{false};   ///< of a file whose name ends so; all else is JSON
};

/// The text of `@FILE`, or what is given itself. A relative name starts at the host's directory.
[[nodiscard]] Outcome<InputText> read_input(const Host& host, std::string_view flag, std::string_view given);

/// Standard input to its end.
[[nodiscard]] Outcome<InputText> read_standard_input(Host& host);

/// A file as it is.
[[nodiscard]] Outcome<std::string> read_file(const Host& host, std::string_view flag, std::string_view name);

/// The value that the text holds.
[[nodiscard]] Outcome<boost::json::value> value_of(const InputText& input);

}  // namespace clerk::ctl::operations
