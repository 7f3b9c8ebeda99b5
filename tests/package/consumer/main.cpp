// A user's program: all three calls without a network, one of them asynchronous, and an exception that crosses the
// library's border.
#include <clerk/api/instance_settings_api.hpp>
#include <clerk/async.hpp>
#include <clerk/testing/scripted_transport.hpp>

#include <boost/asio/io_context.hpp>

#include <iostream>
#include <memory>

namespace {

constexpr const char* restrictions =
    R"({"object":"instance_restrictions","allowlist":true,"blocklist":false,"allowlist_blocklist_disabled_on_sign_in":false,)"
    R"("block_email_subaddresses":false,"block_disposable_email_domains":false})";

}  // namespace

int main() {
  using namespace clerk::operations;
  const auto transport = std::make_shared<clerk::testing::ScriptedTransport>();
  transport->expect<UpdateInstance>().body(R"({"support_email":"help@example.com"})").answer(204);
  transport->expect<UpdateInstanceRestrictions>().answer(200, restrictions);
  transport->expect<UpdateInstanceOrganizationSettings>().answer(404, R"({"errors":[{"code":"resource_not_found"}]})");

  clerk::Configuration configuration{.access_token = "sk_test_key"};
  configuration.transport = transport;
  boost::asio::io_context context;
  const clerk::AsyncClient api_client{configuration, context};
  const clerk::InstanceSettingsApi api_instance{api_client};
  api_instance.update_instance({.support_email = "help@example.com"}).value();
  api_instance.async_update_instance_restrictions({.allowlist = true}, [](const auto& result) {
    std::cout << "allowlist " << std::boolalpha << result.value().allowlist << '\n';
  });
  context.run();
  try {
    static_cast<void>(api_instance.update_instance_organization_settings({.enabled = true}).value());
  } catch (const clerk::NotFoundException& error) {
    std::cout << "caught " << error.error().code() << '\n';
  }
  for (const std::string& problem : transport->problems()) std::cout << problem << '\n';
  std::cout << "clerk " << clerk::version << '\n';
}
