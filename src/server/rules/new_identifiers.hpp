#pragma once

#include "server/rules/call.hpp"
#include "server/rules/identifier.hpp"
#include "server/rules/user_record.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::rules {

/// The identifiers that a request gives to a user, read and still to be written.
class NewIdentifiers {
 public:
  /// How an identifier starts.
  enum class Start { verified, reserved, unverified };

  explicit NewIdentifiers(bool test_mode) : test_mode_{test_mode} {}

  void add(IdentifierKind kind, std::string_view text, Start start);

  /// What is no identifier, or is there twice.
  [[nodiscard]] Refusals& refusals() noexcept { return refusals_; }
  [[nodiscard]] std::vector<Identifier> identifiers() const;
  [[nodiscard]] bool empty() const noexcept { return given_.empty(); }

  /// Writes them as the user's; the first of a kind becomes the primary one if there is none.
  void write(UserRecord& record, Call& call, store::Transaction& transaction) const;

 private:
  struct Given {
    Identifier identifier;
    std::string text;
    Start start;
  };

  bool test_mode_;
  std::vector<Given> given_{};
  Refusals refusals_{};
};

/// How an identifier starts by the name that the API has for it.
[[nodiscard]] NewIdentifiers::Start start_of(std::string_view status);

/// Marks a row as it starts.
void begin(store::IdentificationRow& row, NewIdentifiers::Start start);

/// Where the user's document names the primary identification of the kind; null for kinds that have none.
[[nodiscard]] std::optional<std::string>* primary_of(store::UserDocument& document, std::string_view kind);

}  // namespace clerk::server::rules
