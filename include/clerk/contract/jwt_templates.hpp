#pragma once

#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/parameters.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace clerk {

/// From which tokens of a kind of your own are made.
struct JWTTemplate {
  static constexpr ModelInfo info{"JWTTemplate", "From which tokens of a kind of your own are made."};

  std::string object{};
  std::string id{};
  std::string name{};
  RawJson claims{};
  std::int64_t lifetime{};
  std::int64_t allowed_clock_skew{};
  bool custom_signing_key{};
  std::string signing_algorithm{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = JWTTemplate;
    field("object", &M::object, {.constant = "jwt_template"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the template.");
    field("name", &M::name, {}, "The name by which a token is asked for.");
    field("claims", &M::claims, {}, "The claims of its tokens, a JSON object.");
    field("lifetime", &M::lifetime, {}, "How long a token lasts, in seconds.");
    field("allowed_clock_skew", &M::allowed_clock_skew, {},
          "By how many seconds the clock of who reads a token may be off.");
    field("custom_signing_key", &M::custom_signing_key, {}, "Whether tokens are signed by a key of your own.");
    field("signing_algorithm", &M::signing_algorithm, {}, "The algorithm, such as `RS256`.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const JWTTemplate&, const JWTTemplate&) = default;
};

/// The JWT templates of the instance.
struct JWTTemplates {
  static constexpr ModelInfo info{"JWTTemplates", "The JWT templates of the instance."};

  std::vector<JWTTemplate> data{};
  std::optional<std::int64_t> total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = JWTTemplates;
    field("data", &M::data, {}, "The templates of this page.");
    field("total_count", &M::total_count, {.required = false},
          "How many there are on all pages. Missing where paginated was not true.");
  }

  friend bool operator==(const JWTTemplates&, const JWTTemplates&) = default;
};

/// Which JWT templates to list.
struct ListJWTTemplatesRequest {
  static constexpr ModelInfo info{"ListJWTTemplatesRequest", "Which JWT templates to list."};

  std::optional<bool> paginated{true};
  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListJWTTemplatesRequest;
    field("paginated", &M::paginated, {.nullable = false, .required = false},
          "Whether total_count is told. The library sends true unless told otherwise.");
    field("limit", &M::limit, page_limit, "The most templates to give.");
    field("offset", &M::offset, page_offset, "How many templates to leave out first.");
  }

  friend bool operator==(const ListJWTTemplatesRequest&, const ListJWTTemplatesRequest&) = default;
};

/// What a JWT template shall be, when it is made and when it is changed; the API wants name and claims in both.
template <Method M>
struct JWTTemplateRequest {
  static constexpr bool creates = M == Method::post;
  static constexpr ModelInfo info = creates
                                        ? ModelInfo{"CreateJWTTemplateRequest", "What a JWT template shall be."}
                                        : ModelInfo{"UpdateJWTTemplateRequest", "What a JWT template shall become."};
  template <class T>
  using Maybe = std::conditional_t<creates, std::optional<T>, Patch<T>>;

  std::string name{};
  RawJson claims{};
  Maybe<std::int64_t> lifetime{};
  Maybe<std::int64_t> allowed_clock_skew{};
  Maybe<bool> custom_signing_key{};
  Maybe<std::string> signing_algorithm{};
  Maybe<std::string> signing_key{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using R = JWTTemplateRequest;
    field("name", &R::name, {.nullable = false}, "The name by which a token is asked for.");
    field("claims", &R::claims, {.nullable = false}, "The claims of its tokens, a JSON object.");
    field("lifetime", &R::lifetime, {.required = false, .minimum = 30, .maximum = 315360000},
          "How long a token lasts, in seconds.");
    field("allowed_clock_skew", &R::allowed_clock_skew, {.required = false, .minimum = 0, .maximum = 300},
          "By how many seconds the clock of who reads a token may be off.");
    field("custom_signing_key", &R::custom_signing_key, {.nullable = false, .required = false},
          "Whether tokens are signed by a key of your own.");
    field("signing_algorithm", &R::signing_algorithm, {.required = false},
          "The algorithm of that key. It must be there with a key of your own.");
    field("signing_key", &R::signing_key, {.required = false},
          "That key, the private part. It must be there with a key of your own.");
  }

  friend bool operator==(const JWTTemplateRequest&, const JWTTemplateRequest&) = default;
};

using CreateJWTTemplateRequest = JWTTemplateRequest<Method::post>;
using UpdateJWTTemplateRequest = JWTTemplateRequest<Method::patch>;

namespace operations {

struct ListJWTTemplates {
  using Query = ListJWTTemplatesRequest;
  using Answer = JWTTemplates;
  static constexpr OperationInfo info{
      .api = "JWTTemplatesApi",
      .name = "list_jwt_templates",
      .method = Method::get,
      .path = "/jwt_templates",
      .success = 200,
      .errors = {},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all templates",
      .description = "A page of the JWT templates of the instance.",
      .example = ".limit = 100",
  };
  Query query{};
};

struct CreateJWTTemplate {
  using Body = CreateJWTTemplateRequest;
  using Answer = JWTTemplate;
  static constexpr OperationInfo info{
      .api = "JWTTemplatesApi",
      .name = "create_jwt_template",
      .method = Method::post,
      .path = "/jwt_templates",
      .success = 200,
      .errors = {400, 402, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create a JWT template",
      .description = "Makes a JWT template.",
      .example = ".name = \"backend\", .claims = clerk::RawJson{\"{\\\"role\\\":\\\"admin\\\"}\"}, .lifetime = 60",
  };
  Body body{};
};

struct GetJWTTemplate {
  using Answer = JWTTemplate;
  static constexpr OperationInfo info{
      .api = "JWTTemplatesApi",
      .name = "get_jwt_template",
      .method = Method::get,
      .path = "/jwt_templates/{template_id}",
      .success = 200,
      .errors = {404},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Retrieve a template",
      .description = "One JWT template.",
  };
  std::string template_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("template_id", &GetJWTTemplate::template_id, {.example = "jtmp_2abc"}, "Id of the template.");
  }
};

struct UpdateJWTTemplate {
  using Body = UpdateJWTTemplateRequest;
  using Answer = JWTTemplate;
  static constexpr OperationInfo info{
      .api = "JWTTemplatesApi",
      .name = "update_jwt_template",
      .method = Method::patch,
      .path = "/jwt_templates/{template_id}",
      .success = 200,
      .errors = {400, 402, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Update a JWT template",
      .description =
          "Changes a JWT template. Name and claims are always sent; what else the request leaves out stays "
          "as it is.",
      .example = ".name = \"backend\", .claims = clerk::RawJson{\"{\\\"role\\\":\\\"member\\\"}\"}",
  };
  std::string template_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("template_id", &UpdateJWTTemplate::template_id, {.example = "jtmp_2abc"}, "Id of the template.");
  }
};

struct DeleteJWTTemplate {
  using Answer = DeletedObject;
  static constexpr OperationInfo info{
      .api = "JWTTemplatesApi",
      .name = "delete_jwt_template",
      .method = Method::delete_,
      .path = "/jwt_templates/{template_id}",
      .success = 200,
      .errors = {403, 404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Delete a template",
      .description = "Deletes a JWT template.",
  };
  std::string template_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("template_id", &DeleteJWTTemplate::template_id, {.example = "jtmp_2abc"}, "Id of the template.");
  }
};

}  // namespace operations
}  // namespace clerk
