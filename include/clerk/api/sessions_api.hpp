#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/sessions.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// Users' sessions and their tokens. Each method makes one call; its `async_` twin takes a completion token and
/// completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT SessionsApi {
 public:
  explicit SessionsApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// A page of sessions, of a client or a user; `clerk::Pager` walks all pages.
  [[nodiscard]] Result<Sessions> get_session_list(const GetSessionListRequest& request = {},
                                                  const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_session_list(GetSessionListRequest request, CallOptions options, Token&& token) const {
    return start(operations::GetSessionList{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_session_list(GetSessionListRequest request, Token&& token) const {
    return start(operations::GetSessionList{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Makes a session for a user without a sign-in, for tests. Never sent twice.
  [[nodiscard]] Result<Session> create_session(const CreateSessionRequest& request,
                                               const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_session(CreateSessionRequest request, CallOptions options, Token&& token) const {
    return start(operations::CreateSession{std::move(request)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_session(CreateSessionRequest request, Token&& token) const {
    return start(operations::CreateSession{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// One session.
  [[nodiscard]] Result<Session> get_session(std::string_view session_id, const CallOptions& options = {}) const;
  template <class Token>
  auto async_get_session(std::string session_id, CallOptions options, Token&& token) const {
    return start(operations::GetSession{std::move(session_id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_get_session(std::string session_id, Token&& token) const {
    return start(operations::GetSession{std::move(session_id)}, {}, std::forward<Token>(token));
  }

  /// Ends a session.
  [[nodiscard]] Result<Session> revoke_session(std::string_view session_id, const CallOptions& options = {}) const;
  template <class Token>
  auto async_revoke_session(std::string session_id, CallOptions options, Token&& token) const {
    return start(operations::RevokeSession{std::move(session_id)}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_revoke_session(std::string session_id, Token&& token) const {
    return start(operations::RevokeSession{std::move(session_id)}, {}, std::forward<Token>(token));
  }

  /// Makes a token of a session. facts 8.1
  [[nodiscard]] Result<SessionToken> create_session_token(std::string_view session_id,
                                                          const CreateSessionTokenRequest& request = {},
                                                          const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_session_token(std::string session_id, CreateSessionTokenRequest request, CallOptions options,
                                  Token&& token) const {
    return start(operations::CreateSessionToken{std::move(session_id), std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_session_token(std::string session_id, CreateSessionTokenRequest request, Token&& token) const {
    return start(operations::CreateSessionToken{std::move(session_id), std::move(request)}, {},
                 std::forward<Token>(token));
  }

  /// Makes a token of a session with the claims of a JWT template.
  [[nodiscard]] Result<SessionToken> create_session_token_from_template(std::string_view session_id,
                                                                        std::string_view template_name,
                                                                        const CreateSessionTokenRequest& request = {},
                                                                        const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_session_token_from_template(std::string session_id, std::string template_name,
                                                CreateSessionTokenRequest request, CallOptions options,
                                                Token&& token) const {
    return start(
        operations::CreateSessionTokenFromTemplate{std::move(session_id), std::move(template_name), std::move(request)},
        std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_session_token_from_template(std::string session_id, std::string template_name,
                                                CreateSessionTokenRequest request, Token&& token) const {
    return start(
        operations::CreateSessionTokenFromTemplate{std::move(session_id), std::move(template_name), std::move(request)},
        {}, std::forward<Token>(token));
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
