#include "server/rules/identification_rules.hpp"

#include "server/rules/access.hpp"
#include "server/rules/new_identifiers.hpp"
#include "server/rules/user_record.hpp"

#include <algorithm>

namespace clerk::server::rules {

namespace {

using Row = store::IdentificationRow;
using Start = NewIdentifiers::Start;
using enum IdentifierKind;

bool is_verified(const Row& row) { return row.document.status == VerificationStatus::verified; }

/// Nobody signs in by what nobody has verified, so it can't be the primary one.
Refusal unverified_primary() {
  return {.definition = &error_definition("form_param_value_conflict"), .param = "primary", .expected = "verified"};
}

/// When the primary one of a kind has gone, the oldest verified one takes its place.
void choose_other_primary(UserRecord& record, std::string_view kind) {
  std::optional<std::string>& primary = *primary_of(record.row.document, kind);
  if (primary && record.find(*primary) != nullptr) return;
  primary.reset();
  for (const Row& row : record.identifications) {
    if (row.kind == kind && is_verified(row)) {
      primary = row.id;
      return;
    }
  }
}

struct Wish {
  std::string_view text{};
  bool verified{};
  bool primary{};
};

/// Gives a user one identifier more. It has to come in as a newcomer's would.
Judged<Row> add(IdentifierKind kind, std::string_view user_id, const Wish& wish, Call& call,
                store::Transaction& transaction) {
  auto record = find_user(call, transaction, user_id);
  if (!record) return not_found();
  NewIdentifiers fresh{call.instance.settings.instance.test_mode};
  fresh.add(kind, wish.text, wish.verified ? Start::verified : Start::unverified);
  if (wish.primary && !wish.verified) fresh.refusals().push_back(unverified_primary());
  if (!fresh.refusals().empty()) return Refused{.refusals = std::move(fresh.refusals())};
  AccessDecision decision = decide_sign_up(
      {.entrance = Entrance::existing_user, .identifiers = fresh.identifiers(), .user_id = record->row.id}, call,
      transaction);
  if (!decision.is_accepted()) return Refused{.refusals = std::move(decision.refusals)};
  fresh.write(*record, call, transaction);
  Row added = record->identifications.back();
  if (wish.primary) *primary_of(record->row.document, added.kind) = added.id;
  save_same_user(*record, call, transaction);
  return added;
}

std::optional<Row> find(IdentifierKind kind, std::string_view id, const Call& call, store::Transaction& transaction) {
  auto row = store::Identifications{transaction}.find(call.instance.id, id);
  if (row && row->kind != name_of(kind)) row.reset();
  return row;
}

/// Changes an identification in the company of its user. `edit` gets the row of the record.
template <class Edit>
Judged<Row> change(IdentifierKind kind, std::string_view id, Call& call, store::Transaction& transaction,
                   const Edit& edit) {
  const auto found = find(kind, id, call, transaction);
  auto record = found ? find_user(call, transaction, found->user_id) : std::nullopt;
  if (!record) return not_found();
  Row& row = *record->find(id);
  Refusals refusals = edit(*record, row);
  if (!refusals.empty()) return Refused{.refusals = std::move(refusals)};
  row.updated_at = call.now;
  store::Identifications{transaction}.update(row);
  save_same_user(*record, call, transaction);
  return row;
}

/// What an update of either kind may say.
Refusals update(const Patch<bool>& verified, const Patch<bool>& primary, UserRecord& record, Row& row) {
  if (verified.has_value()) begin(row, *verified ? Start::verified : Start::unverified);
  if (!primary.value_or(false)) return {};
  if (!is_verified(row)) return {unverified_primary()};
  *primary_of(record.row.document, row.kind) = row.id;
  return {};
}

Judged<DeletedObject> remove(IdentifierKind kind, std::string_view id, Call& call, store::Transaction& transaction) {
  const auto found = find(kind, id, call, transaction);
  auto record = found ? find_user(call, transaction, found->user_id) : std::nullopt;
  if (!record) return not_found();
  store::Identifications{transaction}.remove(id);
  std::erase_if(record->identifications, [&](const Row& row) { return row.id == id; });
  choose_other_primary(*record, found->kind);
  save_same_user(*record, call, transaction);
  return DeletedObject{.object = found->kind, .id = found->id, .deleted = true};
}

/// Puts one identifier in the place of all that the user has of the kind.
Judged<Row> replace(IdentifierKind kind, std::string_view user_id, std::string_view text, Start start, Call& call,
                    store::Transaction& transaction) {
  auto record = find_user(call, transaction, user_id);
  if (!record) return not_found();
  NewIdentifiers fresh{call.instance.settings.instance.test_mode};
  fresh.add(kind, text, start);
  if (!fresh.refusals().empty()) return Refused{.refusals = std::move(fresh.refusals())};
  const Identifier wanted = fresh.identifiers().front();

  const auto is_of_kind = [&](const Row& row) { return row.kind == name_of(kind); };
  std::optional<Row> kept;
  for (const Row& row : record->identifications) {
    if (!is_of_kind(row)) continue;
    if (row.folded == wanted.folded) {
      kept = row;
    } else {
      store::Identifications{transaction}.remove(row.id);
    }
  }
  std::erase_if(record->identifications, is_of_kind);
  primary_of(record->row.document, name_of(kind))->reset();
  if (kept) {
    begin(*kept, start);
    kept->updated_at = call.now;
    store::Identifications{transaction}.update(*kept);
    *primary_of(record->row.document, kept->kind) = kept->id;
    record->identifications.push_back(*kept);
  } else {
    AccessDecision decision = decide_sign_up(
        {.entrance = Entrance::existing_user, .identifiers = {wanted}, .user_id = record->row.id}, call, transaction);
    if (!decision.is_accepted()) return Refused{.refusals = std::move(decision.refusals)};
    fresh.write(*record, call, transaction);
  }
  save_same_user(*record, call, transaction);
  return record->identifications.back();
}

template <class Answer>
Judged<Answer> answer(Judged<Row> judged, Answer (*answer_of)(const Row&)) {
  if (judged.has_error()) return std::move(judged).error();
  return answer_of(*judged);
}

/// A user has one second factor that is asked for first: the only one there is.
void reserve_for_second_factor(const auto& wish, UserRecord& record, Row& row) {
  if (!wish.has_value()) return;
  row.document.reserved_for_second_factor = *wish;
  const auto others = std::ranges::count_if(record.identifications, [&](const Row& other) {
    return other.id != row.id && other.document.reserved_for_second_factor;
  });
  row.document.default_second_factor = *wish && others == 0;
}

}  // namespace

Judged<clerk::EmailAddress> apply(const operations::CreateEmailAddress& operation, Call& call,
                                  store::Transaction& transaction) {
  const auto& request = operation.body;
  return answer(add(email_address, request.user_id,
                    {.text = request.email_address,
                     .verified = request.verified.value_or(false),
                     .primary = request.primary.value_or(false)},
                    call, transaction),
                email_address_of);
}

Judged<clerk::EmailAddress> read(const operations::GetEmailAddress& operation, Call& call,
                                 store::Transaction& transaction) {
  const auto row = find(email_address, operation.email_address_id, call, transaction);
  if (!row) return not_found();
  return email_address_of(*row);
}

Judged<clerk::EmailAddress> apply(const operations::UpdateEmailAddress& operation, Call& call,
                                  store::Transaction& transaction) {
  const auto& request = operation.body;
  return answer(
      change(email_address, operation.email_address_id, call, transaction,
             [&](UserRecord& record, Row& row) { return update(request.verified, request.primary, record, row); }),
      email_address_of);
}

Judged<DeletedObject> apply(const operations::DeleteEmailAddress& operation, Call& call,
                            store::Transaction& transaction) {
  return remove(email_address, operation.email_address_id, call, transaction);
}

Judged<clerk::EmailAddress> apply(const operations::ReplaceUserEmailAddress& operation, Call& call,
                                  store::Transaction& transaction) {
  return answer(replace(email_address, operation.user_id, operation.body.email_address,
                        start_of(operation.body.identification_status->text()), call, transaction),
                email_address_of);
}

Judged<clerk::PhoneNumber> apply(const operations::CreatePhoneNumber& operation, Call& call,
                                 store::Transaction& transaction) {
  const auto& request = operation.body;
  auto added = add(phone_number, request.user_id,
                   {.text = request.phone_number,
                    .verified = request.verified.value_or(false),
                    .primary = request.primary.value_or(false)},
                   call, transaction);
  if (added.has_value() && request.reserved_for_second_factor.value_or(false)) {
    added = change(phone_number, added->id, call, transaction, [&](UserRecord& record, Row& row) -> Refusals {
      reserve_for_second_factor(request.reserved_for_second_factor, record, row);
      return {};
    });
  }
  return answer(std::move(added), phone_number_of);
}

Judged<clerk::PhoneNumber> read(const operations::GetPhoneNumber& operation, Call& call,
                                store::Transaction& transaction) {
  const auto row = find(phone_number, operation.phone_number_id, call, transaction);
  if (!row) return not_found();
  return phone_number_of(*row);
}

Judged<clerk::PhoneNumber> apply(const operations::UpdatePhoneNumber& operation, Call& call,
                                 store::Transaction& transaction) {
  const auto& request = operation.body;
  return answer(change(phone_number, operation.phone_number_id, call, transaction,
                       [&](UserRecord& record, Row& row) {
                         reserve_for_second_factor(request.reserved_for_second_factor, record, row);
                         return update(request.verified, request.primary, record, row);
                       }),
                phone_number_of);
}

Judged<DeletedObject> apply(const operations::DeletePhoneNumber& operation, Call& call,
                            store::Transaction& transaction) {
  return remove(phone_number, operation.phone_number_id, call, transaction);
}

Judged<clerk::PhoneNumber> apply(const operations::ReplaceUserPhoneNumber& operation, Call& call,
                                 store::Transaction& transaction) {
  return answer(replace(phone_number, operation.user_id, operation.body.phone_number,
                        start_of(operation.body.identification_status->text()), call, transaction),
                phone_number_of);
}

}  // namespace clerk::server::rules
