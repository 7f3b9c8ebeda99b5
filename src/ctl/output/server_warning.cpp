#include "ctl/output/server_warning.hpp"

namespace clerk::ctl {

std::string server_warning(const Headers& headers) {
  const std::string* warning = headers.find("clerkd-warning");
  return warning == nullptr ? std::string{} : *warning;
}

}  // namespace clerk::ctl
