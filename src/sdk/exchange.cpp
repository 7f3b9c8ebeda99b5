#include "sdk/exchange.hpp"

#include <exception>
#include <string>

namespace clerk::sdk {

TransportResult exchange(Transport& transport, const TransportRequest& request) {
  const auto thrown_out = [](const std::string& what) {
    return TransportFailure{.sent = true, .permanent = true, .message = "the transport threw" + what};
  };
  try {
    return transport.perform(request);
  } catch (const std::exception& thrown) {
    return thrown_out(std::string{": "} + thrown.what());
  } catch (...) {
    return thrown_out(" what is no exception");
  }
}

}  // namespace clerk::sdk
