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

/// An entry of the allowlist. facts 3.2
struct AllowlistIdentifier {
  static constexpr ModelInfo info{"AllowlistIdentifier", "Someone who may sign up though others may not."};

  std::optional<std::string> object{};
  std::optional<std::string> id{};
  std::optional<std::string> invitation_id{};
  std::optional<std::string> identifier{};
  std::optional<IdentifierType> identifier_type{};
  std::optional<std::string> instance_id{};
  std::optional<std::int64_t> created_at{};
  std::optional<std::int64_t> updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = AllowlistIdentifier;
    field("object", &M::object, {.required = false, .constant = "allowlist_identifier"},
          "Names the type of the object.");
    field("id", &M::id, {.required = false}, "Id of the entry.");
    field("invitation_id", &M::invitation_id, {.required = false},
          "Id of the invitation that was sent, if one was asked for.");
    field("identifier", &M::identifier, {.required = false}, "The address, domain, phone number or wallet.");
    field("identifier_type", &M::identifier_type, {.required = false}, "Which of these it is.");
    field("instance_id", &M::instance_id, {.required = false}, "Id of the instance.");
    field("created_at", &M::created_at, {.required = false}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {.required = false}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const AllowlistIdentifier&, const AllowlistIdentifier&) = default;
};

/// Entries of the allowlist, the newest first. facts 3.2
struct AllowlistIdentifiers {
  static constexpr ModelInfo info{"AllowlistIdentifiers", "Entries of the allowlist, the newest first."};

  std::vector<AllowlistIdentifier> data{};
  std::optional<std::int64_t> total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = AllowlistIdentifiers;
    field("data", &M::data, {}, "The entries of this page.");
    field("total_count", &M::total_count, {.required = false},
          "How many there are on all pages. Missing where paginated was not true.");
  }

  friend bool operator==(const AllowlistIdentifiers&, const AllowlistIdentifiers&) = default;
};

/// Which entries of the allowlist to list. facts 3.2
struct ListAllowlistIdentifiersRequest {
  static constexpr ModelInfo info{"ListAllowlistIdentifiersRequest", "Which entries of the allowlist to list."};

  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  std::optional<bool> paginated{true};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListAllowlistIdentifiersRequest;
    field("limit", &M::limit, page_limit, "The most entries to give.");
    field("offset", &M::offset, page_offset, "How many entries to leave out first.");
    field("paginated", &M::paginated, {.nullable = false, .required = false},
          "Whether total_count is told. The library sends true unless told otherwise.");
  }

  friend bool operator==(const ListAllowlistIdentifiersRequest&, const ListAllowlistIdentifiersRequest&) = default;
};

/// Who shall be on the allowlist. facts 3.2
struct CreateAllowlistIdentifierRequest {
  static constexpr ModelInfo info{"CreateAllowlistIdentifierRequest", "Who shall be on the allowlist."};

  std::string identifier{};
  std::optional<bool> notify{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CreateAllowlistIdentifierRequest;
    field("identifier", &M::identifier, {.nullable = false},
          "An e-mail address, `*@example.com` for a whole domain, a phone number in E.164 form, or a web3 wallet.");
    field("notify", &M::notify, {.nullable = false, .required = false, .default_value = "false"},
          "Whether an invitation is sent to the address or phone number.");
  }

  friend bool operator==(const CreateAllowlistIdentifierRequest&, const CreateAllowlistIdentifierRequest&) = default;
};

namespace operations {

struct ListAllowlistIdentifiers {
  using Query = ListAllowlistIdentifiersRequest;
  using Answer = AllowlistIdentifiers;
  static constexpr OperationInfo info{
      .api = "AllowListBlockListApi",
      .name = "list_allowlist_identifiers",
      .method = Method::get,
      .path = "/allowlist_identifiers",
      .success = 200,
      .errors = {401, 402},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all identifiers on the allow-list",
      .description = "A page of the allowlist, the newest entry first.",
      .example = ".limit = 100",
  };
  Query query{};
};

struct CreateAllowlistIdentifier {
  using Body = CreateAllowlistIdentifierRequest;
  using Answer = AllowlistIdentifier;
  static constexpr OperationInfo info{
      .api = "AllowListBlockListApi",
      .name = "create_allowlist_identifier",
      .method = Method::post,
      .path = "/allowlist_identifiers",
      .success = 200,
      .errors = {400, 402, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Add identifier to the allow-list",
      .description = "Puts an address, a domain, a phone number or a wallet on the allowlist.",
      .example = ".identifier = \"*@example.com\"",
  };
  Body body{};
};

struct DeleteAllowlistIdentifier {
  using Answer = DeletedObject;
  static constexpr OperationInfo info{
      .api = "AllowListBlockListApi",
      .name = "delete_allowlist_identifier",
      .method = Method::delete_,
      .path = "/allowlist_identifiers/{identifier_id}",
      .success = 200,
      .errors = {402, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Delete identifier from allow-list",
      .description = "Takes an entry from the allowlist.",
  };
  std::string identifier_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("identifier_id", &DeleteAllowlistIdentifier::identifier_id, {.example = "alid_2abc"}, "Id of the entry.");
  }
};

}  // namespace operations
}  // namespace clerk
