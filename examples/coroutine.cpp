#include <clerk/api/instance_settings_api.hpp>
#include <clerk/async.hpp>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <iostream>

namespace asio = boost::asio;

asio::awaitable<void> turn_organizations_on(clerk::InstanceSettingsApi api_instance) {
  // Name the request first: g++ 12 miscompiles braces inside a co_await call expression.
  const clerk::UpdateInstanceOrganizationSettingsRequest request{.enabled = true};
  const auto settings = co_await api_instance.async_update_instance_organization_settings(request, asio::use_awaitable);
  if (settings) {
    std::cout << "organizations: " << std::boolalpha << settings->enabled << '\n';
  } else {
    std::cerr << settings.error().message() << '\n';
  }
}

int main() {
  asio::io_context context;
  const clerk::AsyncClient api_client{clerk::Configuration::from_environment(), context};
  asio::co_spawn(context, turn_organizations_on(clerk::InstanceSettingsApi{api_client}), asio::detached);
  context.run();
}
