#pragma once

#include "ctl/context.hpp"
#include "ctl/operations/bindings.hpp"
#include "ctl/operations/call.hpp"
#include "ctl/operations/fields.hpp"
#include "ctl/operations/request.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace clerk::ctl::operations {

/// The command of one operation: its flags, and what they say once a line has been parsed. It must outlive the parsing,
/// and the parser must outlive it.
class OperationCommand {
 public:
  /// `words` are those of the command line, which tell how a value was written.
  OperationCommand(CLI::App& command, const Binding& binding, std::span<const std::string> words);

  /// Reads and checks the whole line. Nothing has been sent when it fails.
  [[nodiscard]] Outcome<ReadyRequest> understood(Host& host) const;
  [[nodiscard]] OutputChoice output() const;

 private:
  struct FieldFlag {
    const Field* field{nullptr};
    std::vector<CLI::Option*> spellings{};
  };

  void add_path(CLI::App& command);
  void add_fields(CLI::App& command);
  void add_body(CLI::App& command);
  void add_output(CLI::App& command);

  [[nodiscard]] Outcome<ReadyRequest> checked(Host& host) const;
  [[nodiscard]] Given given() const;
  [[nodiscard]] Outcome<void> check_next_words() const;
  [[nodiscard]] Outcome<void> check_repeats() const;
  [[nodiscard]] Outcome<void> check_output() const;
  [[nodiscard]] const FieldFlag* flag_named(const std::string& word) const;

  Binding binding_;
  Fields fields_;
  std::vector<std::string> words_;
  std::vector<CLI::Option*> path_{};
  std::vector<FieldFlag> flags_{};
  CLI::Option* null_{nullptr};
  CLI::Option* data_{nullptr};
  CLI::Option* allow_unknown_{nullptr};
  CLI::Option* include_{nullptr};
  CLI::Option* all_{nullptr};
  CLI::Option* query_{nullptr};
};

}  // namespace clerk::ctl::operations
