#pragma once

#include "server/rules/call.hpp"
#include "server/rules/identifier.hpp"
#include "server/store/identifications.hpp"
#include "server/store/users.hpp"

#include <clerk/contract/user.hpp>

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace clerk::server::rules {

/// A user as the store has it, with all that the user is known by.
struct UserRecord {
  store::UserRow row{};
  std::vector<store::IdentificationRow> identifications{};

  [[nodiscard]] store::IdentificationRow* find(std::string_view identification_id);
  [[nodiscard]] std::vector<Identifier> identifiers() const;
  [[nodiscard]] bool is_locked(std::int64_t now) const noexcept { return row.locked_until > now; }
};

[[nodiscard]] std::optional<UserRecord> find_user(const Call& call, store::Transaction& transaction,
                                                  std::string_view id);
/// Users with their identifications, in the order given.
[[nodiscard]] std::vector<UserRecord> with_identifications(std::vector<store::UserRow> rows,
                                                           store::Transaction& transaction);

/// Writes the user's own row: what it is ordered and found by follows from the rest, and so do the organizations that
/// are offered to whom they know by a domain. False when another user has the external id.
[[nodiscard]] bool save_user(UserRecord& record, const Call& call, store::Transaction& transaction);
/// The same of a user whose external id did not change. \throws std::logic_error if it did
void save_same_user(UserRecord& record, const Call& call, store::Transaction& transaction);
/// Writes what is no change of the user, such as when they were last seen. \throws std::logic_error likewise
void note_of_user(const UserRecord& record, store::Transaction& transaction);

/// A new identification of the user, not yet written.
[[nodiscard]] store::IdentificationRow identification_of(const Identifier& identifier, std::string_view given,
                                                         std::string_view user_id, const Call& call);

// What the API answers of them.
[[nodiscard]] User user_of(const UserRecord& record, const Call& call);
[[nodiscard]] clerk::EmailAddress email_address_of(const store::IdentificationRow& row);
[[nodiscard]] clerk::PhoneNumber phone_number_of(const store::IdentificationRow& row);

// Users lock themselves by failing too often. facts 7
inline constexpr std::int64_t failures_until_lock = 100;
inline constexpr std::int64_t lock_milliseconds = std::chrono::milliseconds{std::chrono::hours{1}}.count();

}  // namespace clerk::server::rules
