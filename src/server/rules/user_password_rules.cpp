#include "server/rules/user_password_rules.hpp"

#include "server/rules/password_digest.hpp"
#include "server/rules/session_rules.hpp"
#include "server/rules/user_change.hpp"

namespace clerk::server::rules {

TriedPassword prepare(const operations::VerifyPassword& operation, const Call& call, const Look& look) {
  TriedPassword tried;
  std::optional<std::string> hasher;
  look([&](store::Transaction& transaction) {
    const auto row = store::Users{transaction}.find(call.instance.id, operation.user_id);
    if (!row) return;
    tried.digest = row->document.password_digest;
    hasher = row->document.password_hasher;
  });
  if (tried.digest && hasher) {
    tried.is_right = verify_password(operation.body.password, {.hasher = *hasher, .digest = *tried.digest});
  }
  return tried;
}

Judged<PasswordVerification> apply(const operations::VerifyPassword& operation, Call& call,
                                   store::Transaction& transaction, const TriedPassword& tried) {
  auto record = find_user(call, transaction, operation.user_id);
  if (!record) return not_found();
  store::UserDocument& document = record->row.document;
  if (!document.password_digest) return refused({.definition = &error_definition("no_password_set")});
  // Somebody else changed the password meanwhile: what was tried says nothing of the new one.
  if (document.password_digest != tried.digest) return refused({.definition = &error_definition("conflict")});
  if (record->is_locked(call.now)) return refused({.definition = &error_definition("user_locked")});

  document.failed_attempts = tried.is_right ? 0 : document.failed_attempts + 1;
  if (document.failed_attempts >= failures_until_lock) {
    record->row.locked_until = call.now + lock_milliseconds;
    document.failed_attempts = 0;
  }
  note_of_user(*record, transaction);
  if (tried.is_right) return PasswordVerification{.verified = true};
  return Refused{.refusals = {{.definition = &error_definition("incorrect_password"), .param = "password"}},
                 .keep = true};
}

Judged<User> apply(const operations::SetUserPasswordCompromised& operation, Call& call,
                   store::Transaction& transaction) {
  return change_user(operation.user_id, call, transaction, [&](UserRecord& record) {
    record.row.document.requires_password_reset = true;
    if (operation.body.revoke_all_sessions.value_or(false)) end_sessions_of(record.row.id, call, transaction);
  });
}

Judged<User> apply(const operations::UnsetUserPasswordCompromised& operation, Call& call,
                   store::Transaction& transaction) {
  return change_user(operation.user_id, call, transaction,
                     [](UserRecord& record) { record.row.document.requires_password_reset = false; });
}

}  // namespace clerk::server::rules
