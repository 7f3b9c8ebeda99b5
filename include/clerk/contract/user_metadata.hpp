#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/metadata_write.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/user.hpp>
#include <clerk/contract/user_parameter.hpp>

#include <string>

namespace clerk {

/// Metadata of a user: an object in each field. facts 3.1
template <MetadataWrite W>
struct UserMetadata {
  static constexpr ModelInfo info =
      W == MetadataWrite::merge ? ModelInfo{"UpdateUserMetadataRequest", "What to merge into a user's metadata."}
                                : ModelInfo{"ReplaceUserMetadataRequest", "What a user's metadata shall be."};

  Patch<RawJson> public_metadata{};
  Patch<RawJson> private_metadata{};
  Patch<RawJson> unsafe_metadata{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = UserMetadata;
    field("public_metadata", &M::public_metadata, {.nullable = false},
          "Metadata that frontends may read and only backends write.");
    field("private_metadata", &M::private_metadata, {.nullable = false}, "Metadata for backends alone.");
    field("unsafe_metadata", &M::unsafe_metadata, {.nullable = false}, "Metadata that frontends may write too.");
  }

  friend bool operator==(const UserMetadata&, const UserMetadata&) = default;
};

using UpdateUserMetadataRequest = UserMetadata<MetadataWrite::merge>;
using ReplaceUserMetadataRequest = UserMetadata<MetadataWrite::replacement>;

namespace operations {

struct UpdateUserMetadata {
  using Body = UpdateUserMetadataRequest;
  using Answer = User;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "update_user_metadata",
      .method = Method::patch,
      .path = "/users/{user_id}/metadata",
      .success = 200,
      .errors = {400, 401, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Merge and update a user's metadata",
      .description =
          "Merges objects into the user's metadata, objects within them too. A null takes its key away; "
          "what the request leaves out stays as it is.",
      .example = ".public_metadata = clerk::RawJson{R\"({\"plan\":\"pro\"})\"}",
  };
  std::string user_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) { user_id_parameter<UpdateUserMetadata>(parameter); }
};

struct ReplaceUserMetadata {
  using Body = ReplaceUserMetadataRequest;
  using Answer = User;
  static constexpr OperationInfo info{
      .api = "UsersApi",
      .name = "replace_user_metadata",
      .method = Method::put,
      .path = "/users/{user_id}/metadata",
      .success = 200,
      .errors = {400, 401, 404, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Replace a user's metadata",
      .description =
          "Puts each object of the request in the place of what was there; what the request leaves out "
          "stays as it is.",
      .example = ".private_metadata = clerk::RawJson{\"{}\"}",
  };
  std::string user_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) { user_id_parameter<ReplaceUserMetadata>(parameter); }
};

}  // namespace operations
}  // namespace clerk
