#include "sdk/value_of.hpp"

#include <clerk/api/jwt_templates_api.hpp>

namespace clerk {

using sdk::value_of;

Result<JWTTemplates> JWTTemplatesApi::list_jwt_templates(const ListJWTTemplatesRequest& request,
                                                         const CallOptions& options) const {
  return value_of(api_client_.send(operations::ListJWTTemplates{request}, options));
}

Result<JWTTemplate> JWTTemplatesApi::create_jwt_template(const CreateJWTTemplateRequest& request,
                                                         const CallOptions& options) const {
  return value_of(api_client_.send(operations::CreateJWTTemplate{request}, options));
}

Result<JWTTemplate> JWTTemplatesApi::get_jwt_template(std::string_view template_id, const CallOptions& options) const {
  return value_of(api_client_.send(operations::GetJWTTemplate{std::string{template_id}}, options));
}

Result<JWTTemplate> JWTTemplatesApi::update_jwt_template(std::string_view template_id,
                                                         const UpdateJWTTemplateRequest& request,
                                                         const CallOptions& options) const {
  return value_of(api_client_.send(operations::UpdateJWTTemplate{std::string{template_id}, request}, options));
}

Result<DeletedObject> JWTTemplatesApi::delete_jwt_template(std::string_view template_id,
                                                           const CallOptions& options) const {
  return value_of(api_client_.send(operations::DeleteJWTTemplate{std::string{template_id}}, options));
}

}  // namespace clerk
