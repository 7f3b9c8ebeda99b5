#include "sdk/value_of.hpp"

#include <clerk/api/sessions_api.hpp>

namespace clerk {

using sdk::value_of;

Result<Sessions> SessionsApi::get_session_list(const GetSessionListRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetSessionList{request}, options));
}

Result<Session> SessionsApi::create_session(const CreateSessionRequest& request, const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateSession{request}, options));
}

Result<Session> SessionsApi::get_session(std::string_view session_id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetSession{std::string{session_id}}, options));
}

Result<Session> SessionsApi::revoke_session(std::string_view session_id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::RevokeSession{std::string{session_id}}, options));
}

Result<SessionToken> SessionsApi::create_session_token(std::string_view session_id,
                                                       const CreateSessionTokenRequest& request,
                                                       const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateSessionToken{std::string{session_id}, request}, options));
}

Result<SessionToken> SessionsApi::create_session_token_from_template(std::string_view session_id,
                                                                     std::string_view template_name,
                                                                     const CreateSessionTokenRequest& request,
                                                                     const CallOptions& options) const {
  return value_of(api_client_.send(
      operations::CreateSessionTokenFromTemplate{std::string{session_id}, std::string{template_name}, request},
      options));
}

}  // namespace clerk
