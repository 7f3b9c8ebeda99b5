#pragma once

#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/identifier_type.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/parameters.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk {

/// An entry of the blocklist. facts 3.2
struct BlocklistIdentifier {
  static constexpr ModelInfo info{"BlocklistIdentifier", "Someone who may not sign up."};

  std::optional<std::string> object{};
  std::optional<std::string> id{};
  std::optional<std::string> identifier{};
  std::optional<IdentifierType> identifier_type{};
  std::optional<std::string> instance_id{};
  std::optional<std::int64_t> created_at{};
  std::optional<std::int64_t> updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = BlocklistIdentifier;
    field("object", &M::object, {.required = false, .constant = "blocklist_identifier"},
          "Names the type of the object.");
    field("id", &M::id, {.required = false}, "Id of the entry.");
    field("identifier", &M::identifier, {.required = false}, "The address, domain, phone number or wallet.");
    field("identifier_type", &M::identifier_type, {.required = false}, "Which of these it is.");
    field("instance_id", &M::instance_id, {.required = false}, "Id of the instance.");
    field("created_at", &M::created_at, {.required = false}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {.required = false}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const BlocklistIdentifier&, const BlocklistIdentifier&) = default;
};

/// Every entry of the blocklist: this list has no pages. facts 3.2
struct BlocklistIdentifiers {
  static constexpr ModelInfo info{"BlocklistIdentifiers", "Every entry of the blocklist."};

  std::vector<BlocklistIdentifier> data{};
  std::int64_t total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = BlocklistIdentifiers;
    field("data", &M::data, {}, "The entries.");
    field("total_count", &M::total_count, {}, "How many there are.");
  }

  friend bool operator==(const BlocklistIdentifiers&, const BlocklistIdentifiers&) = default;
};

/// Who shall be on the blocklist. facts 3.2
struct CreateBlocklistIdentifierRequest {
  static constexpr ModelInfo info{"CreateBlocklistIdentifierRequest", "Who shall be on the blocklist."};

  std::string identifier{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("identifier", &CreateBlocklistIdentifierRequest::identifier, {.nullable = false},
          "An e-mail address, `*@example.com` for a whole domain, a phone number in E.164 form, or a web3 wallet.");
  }

  friend bool operator==(const CreateBlocklistIdentifierRequest&, const CreateBlocklistIdentifierRequest&) = default;
};

namespace operations {

struct ListBlocklistIdentifiers {
  using Answer = BlocklistIdentifiers;
  static constexpr OperationInfo info{
      .api = "AllowListBlockListApi",
      .name = "list_blocklist_identifiers",
      .method = Method::get,
      .path = "/blocklist_identifiers",
      .success = 200,
      .errors = {401, 402},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all identifiers on the block-list",
      .description = "The whole blocklist; it comes in one piece.",
  };
};

struct CreateBlocklistIdentifier {
  using Body = CreateBlocklistIdentifierRequest;
  using Answer = BlocklistIdentifier;
  static constexpr OperationInfo info{
      .api = "AllowListBlockListApi",
      .name = "create_blocklist_identifier",
      .method = Method::post,
      .path = "/blocklist_identifiers",
      .success = 200,
      .errors = {400, 402, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Add identifier to the block-list",
      .description = "Puts an address, a domain, a phone number or a wallet on the blocklist.",
      .example = ".identifier = \"*@example.net\"",
  };
  Body body{};
};

struct DeleteBlocklistIdentifier {
  using Answer = DeletedObject;
  static constexpr OperationInfo info{
      .api = "AllowListBlockListApi",
      .name = "delete_blocklist_identifier",
      .method = Method::delete_,
      .path = "/blocklist_identifiers/{identifier_id}",
      .success = 200,
      .errors = {402, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Delete identifier from block-list",
      .description = "Takes an entry from the blocklist.",
  };
  std::string identifier_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("identifier_id", &DeleteBlocklistIdentifier::identifier_id, {.example = "blid_2abc"}, "Id of the entry.");
  }
};

}  // namespace operations
}  // namespace clerk
