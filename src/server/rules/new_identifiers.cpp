#include "server/rules/new_identifiers.hpp"

#include <clerk/contract/identification_status.hpp>

#include <algorithm>
#include <stdexcept>

namespace clerk::server::rules {

void NewIdentifiers::add(IdentifierKind kind, std::string_view text, Start start) {
  const std::string param{name_of(kind)};
  auto identifier = read_identifier(kind, text, test_mode_);
  if (!identifier) return refusals_.push_back(malformed_identifier(kind, param, std::string{text}));
  if (std::ranges::find(given_, *identifier, &Given::identifier) != given_.end()) {
    return refusals_.push_back({.definition = &error_definition("form_param_duplicate_values"), .param = param});
  }
  given_.push_back({*std::move(identifier), std::string{text}, start});
}

std::vector<Identifier> NewIdentifiers::identifiers() const {
  std::vector<Identifier> identifiers;
  for (const Given& given : given_) identifiers.push_back(given.identifier);
  return identifiers;
}

void NewIdentifiers::write(UserRecord& record, Call& call, store::Transaction& transaction) const {
  for (const Given& given : given_) {
    store::IdentificationRow row = identification_of(given.identifier, given.text, record.row.id, call);
    row.position = static_cast<std::int64_t>(record.identifications.size());
    begin(row, given.start);
    if (!store::Identifications{transaction}.insert(row)) {
      throw std::logic_error{"an identifier was judged free and is taken"};
    }
    if (auto* primary = primary_of(record.row.document, row.kind); primary != nullptr && !*primary) *primary = row.id;
    record.identifications.push_back(std::move(row));
  }
}

NewIdentifiers::Start start_of(std::string_view status) {
  if (status == ReplacementStatus::reserved) return NewIdentifiers::Start::reserved;
  if (status == ReplacementStatus::unverified) return NewIdentifiers::Start::unverified;
  return NewIdentifiers::Start::verified;
}

void begin(store::IdentificationRow& row, NewIdentifiers::Start start) {
  row.document.reserved = start == NewIdentifiers::Start::reserved;
  row.document.status.reset();
  row.document.strategy.reset();
  if (start == NewIdentifiers::Start::verified) {
    row.document.status = VerificationStatus::verified;
    row.document.strategy = VerificationStrategy::admin;
  }
}

std::optional<std::string>* primary_of(store::UserDocument& document, std::string_view kind) {
  if (kind == name_of(IdentifierKind::email_address)) return &document.primary_email_address_id;
  if (kind == name_of(IdentifierKind::phone_number)) return &document.primary_phone_number_id;
  if (kind == name_of(IdentifierKind::web3_wallet)) return &document.primary_web3_wallet_id;
  return nullptr;
}

}  // namespace clerk::server::rules
