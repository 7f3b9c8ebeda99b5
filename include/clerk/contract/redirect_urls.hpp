#pragma once

#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/parameters.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clerk {

/// Where a sign-in in a native application may lead back to. facts 3.2
struct RedirectURL {
  static constexpr ModelInfo info{"RedirectURL", "Where a sign-in in a native application may lead back to."};

  std::string object{};
  std::string id{};
  std::string url{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = RedirectURL;
    field("object", &M::object, {.constant = "redirect_url"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the URL.");
    field("url", &M::url, {}, "The URL itself.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
  }

  friend bool operator==(const RedirectURL&, const RedirectURL&) = default;
};

/// The redirect URLs of the instance. facts 3.2
struct RedirectURLs {
  static constexpr ModelInfo info{"RedirectURLs", "The redirect URLs of the instance."};

  std::vector<RedirectURL> data{};
  std::optional<std::int64_t> total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = RedirectURLs;
    field("data", &M::data, {}, "The URLs of this page.");
    field("total_count", &M::total_count, {.required = false},
          "How many there are on all pages. Missing where paginated was not true.");
  }

  friend bool operator==(const RedirectURLs&, const RedirectURLs&) = default;
};

/// Which redirect URLs to list. facts 3.2
struct ListRedirectURLsRequest {
  static constexpr ModelInfo info{"ListRedirectURLsRequest", "Which redirect URLs to list."};

  std::optional<bool> paginated{true};
  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListRedirectURLsRequest;
    field("paginated", &M::paginated, {.nullable = false, .required = false},
          "Whether total_count is told. The library sends true unless told otherwise.");
    field("limit", &M::limit, page_limit, "The most URLs to give.");
    field("offset", &M::offset, page_offset, "How many URLs to leave out first.");
  }

  friend bool operator==(const ListRedirectURLsRequest&, const ListRedirectURLsRequest&) = default;
};

/// Which URL to allow. facts 3.2
struct CreateRedirectURLRequest {
  static constexpr ModelInfo info{"CreateRedirectURLRequest", "Which URL to allow."};

  std::string url{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("url", &CreateRedirectURLRequest::url, {.nullable = false, .format = &formats::redirect_url},
          "The whole URL, with https or a scheme of your own, such as `my-app://signed-in`.");
  }

  friend bool operator==(const CreateRedirectURLRequest&, const CreateRedirectURLRequest&) = default;
};

namespace operations {

struct ListRedirectURLs {
  using Query = ListRedirectURLsRequest;
  using Answer = RedirectURLs;
  static constexpr OperationInfo info{
      .api = "RedirectURLsApi",
      .name = "list_redirect_urls",
      .method = Method::get,
      .path = "/redirect_urls",
      .success = 200,
      .errors = {},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all redirect URLs",
      .description = "A page of the redirect URLs of the instance.",
      .example = ".limit = 100",
  };
  Query query{};
};

struct CreateRedirectURL {
  using Body = CreateRedirectURLRequest;
  using Answer = RedirectURL;
  static constexpr OperationInfo info{
      .api = "RedirectURLsApi",
      .name = "create_redirect_url",
      .method = Method::post,
      .path = "/redirect_urls",
      .success = 200,
      .errors = {400, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Create a redirect URL",
      .description = "Allows a URL to be led back to.",
      .example = ".url = \"my-app://signed-in\"",
  };
  Body body{};
};

struct GetRedirectURL {
  using Answer = RedirectURL;
  static constexpr OperationInfo info{
      .api = "RedirectURLsApi",
      .name = "get_redirect_url",
      .method = Method::get,
      .path = "/redirect_urls/{id}",
      .success = 200,
      .errors = {404},
      .kind = OperationKind::point_read,
      .replay = Replay::safe,
      .summary = "Retrieve a redirect URL",
      .description = "One redirect URL.",
  };
  std::string id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("id", &GetRedirectURL::id, {.example = "ru_2abc"}, "Id of the URL.");
  }
};

struct DeleteRedirectURL {
  using Answer = DeletedObject;
  static constexpr OperationInfo info{
      .api = "RedirectURLsApi",
      .name = "delete_redirect_url",
      .method = Method::delete_,
      .path = "/redirect_urls/{id}",
      .success = 200,
      .errors = {404},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Delete a redirect URL",
      .description = "Allows a URL no longer.",
  };
  std::string id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("id", &DeleteRedirectURL::id, {.example = "ru_2abc"}, "Id of the URL.");
  }
};

}  // namespace operations
}  // namespace clerk
