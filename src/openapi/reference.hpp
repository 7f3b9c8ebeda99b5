#pragma once

#include <string>
#include <vector>

namespace clerk::openapi {

struct Page {
  std::string name{};  ///< of the file
  std::string text{};
};

/// Every file of docs/reference: an index, a page for each API class and each model, the error codes, and the OpenAPI
/// document.
[[nodiscard]] std::vector<Page> reference_pages();

}  // namespace clerk::openapi
