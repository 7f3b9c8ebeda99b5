#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/jwt_templates.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// From which tokens of a kind of your own are made. Each method makes one call; its `async_` twin takes a completion
/// token and completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT JWTTemplatesApi {
 public:
  explicit JWTTemplatesApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// A page of the JWT templates; `clerk::Pager` walks all pages.
  [[nodiscard]] Result<JWTTemplates> list_jwt_templates(const ListJWTTemplatesRequest& request = {},
                                                        const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_jwt_templates(ListJWTTemplatesRequest request, CallOptions options, Token&& token) const {
    return start(operations::ListJWTTemplates{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_jwt_templates(ListJWTTemplatesRequest request, Token&& token) const {
    return start(operations::ListJWTTemplates{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Makes a JWT template. Never sent twice.
  [[nodiscard]] Result<JWTTemplate> create_jwt_template(const CreateJWTTemplateRequest& request,
                                                        const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_jwt_template(CreateJWTTemplateRequest request, CallOptions options, Token&& token) const {
    return start(operations::CreateJWTTemplate{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_jwt_template(CreateJWTTemplateRequest request, Token&& token) const {
    return start(operations::CreateJWTTemplate{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// One JWT template.
  [[nodiscard]] Result<JWTTemplate> get_jwt_template(std::string_view template_id,
                                                     const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_jwt_template(std::string template_id, CallOptions options, Token&& token) const {
    return start(operations::GetJWTTemplate{std::move(template_id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_jwt_template(std::string template_id, Token&& token) const {
    return start(operations::GetJWTTemplate{std::move(template_id)}, {}, std::forward<Token>(token));
  }

  /// Changes a JWT template; name and claims are always sent.
  [[nodiscard]] Result<JWTTemplate> update_jwt_template(std::string_view template_id,
                                                        const UpdateJWTTemplateRequest& request,
                                                        const CallOptions& options = {}) const;
  template <class Token>
  auto async_update_jwt_template(std::string template_id, UpdateJWTTemplateRequest request, CallOptions options,
                                 Token&& token) const {
    return start(operations::UpdateJWTTemplate{std::move(template_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_update_jwt_template(std::string template_id, UpdateJWTTemplateRequest request, Token&& token) const {
    return start(operations::UpdateJWTTemplate{std::move(template_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Deletes a JWT template.
  [[nodiscard]] Result<DeletedObject> delete_jwt_template(std::string_view template_id,
                                                          const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_jwt_template(std::string template_id, CallOptions options, Token&& token) const {
    return start(operations::DeleteJWTTemplate{std::move(template_id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_jwt_template(std::string template_id, Token&& token) const {
    return start(operations::DeleteJWTTemplate{std::move(template_id)}, {}, std::forward<Token>(token));
  }

 private:
  template <class Operation, class Token>
  auto start(Operation operation, CallOptions options, Token&& token) const {
    return detail::async_entry<Operation, Token>::start(api_client_, std::move(operation), std::move(options),
                                                        std::forward<Token>(token));
  }

  ApiClient api_client_;
};

}  // namespace clerk
