#pragma once

#include "ctl/failure.hpp"
#include "ctl/host.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace clerk::ctl::operations {

/// What a flag gives, and what messages call it.
struct InputText {
  std::string text{};
  std::string name{};
};

/// The text of `@FILE`, or what is given itself. A relative name starts at the host's directory.
[[nodiscard]] Outcome<InputText> read_input(const Host& host, std::string_view flag, std::string_view given);

/// Standard input to its end.
[[nodiscard]] Outcome<InputText> read_standard_input(Host& host);

/// A file as it is.
[[nodiscard]] Outcome<std::string> read_file(const Host& host, std::string_view flag, std::string_view name);

}  // namespace clerk::ctl::operations
