#include "tests/field/answers.hpp"

#include <utility>

namespace clerk::field {

std::string head(int status, const Headers& headers) {
  std::string bytes = "HTTP/1.1 " + std::to_string(status) + " Reason\r\n";
  for (const Header& header : headers) bytes += header.name + ": " + header.value + "\r\n";
  return bytes + "\r\n";
}

std::string answer(int status, std::string_view body, const Headers& headers) {
  Headers all = headers;
  if (status != 204) all.set("Content-Length", std::to_string(body.size()));
  return head(status, all).append(body);
}

std::string json_answer(int status, std::string_view body, Headers headers) {
  headers.set("Content-Type", "application/json");
  return answer(status, body, headers);
}

HostilePeer::Script always(std::string bytes) {
  return [bytes = std::move(bytes)](const SeenRequest&) { return Steps{send(bytes)}; };
}

Steps succeed(const SeenRequest& request) {
  if (request.target == "/v1/instance/restrictions") return {send(json_answer(200, restrictions_body()))};
  if (request.target == "/v1/instance/organization_settings") {
    return {send(json_answer(200, organization_settings_body()))};
  }
  return {send(request.method == "GET" ? json_answer(200, instance_body()) : answer(204))};
}

std::string instance_body() {
  return R"({"object":"instance","id":"ins_1","environment_type":"development","allowed_origins":null,)"
         R"("workspace_id":null})";
}

std::string restrictions_body() {
  return R"({"object":"instance_restrictions","allowlist":true,"blocklist":false,)"
         R"("allowlist_blocklist_disabled_on_sign_in":false,"block_email_subaddresses":false,)"
         R"("block_disposable_email_domains":false})";
}

std::string organization_settings_body() {
  return R"({"object":"organization_settings","enabled":true,"max_allowed_memberships":5,"max_allowed_roles":10,)"
         R"("max_allowed_domains":10,"creator_role":"org:admin","admin_delete_enabled":true,"domains_enabled":true,)"
         R"("domains_enrollment_modes":["manual_invitation"],"domains_default_role":"org:member"})";
}

std::string refusal_body() {
  return R"({"errors":[{"message":"is invalid","long_message":"Support email must be an address.",)"
         R"("code":"form_param_invalid","meta":{"param_name":"support_email"}}],"clerk_trace_id":"trace_of_body"})";
}

}  // namespace clerk::field
