#include "openapi/reference.hpp"

#include "openapi/document.hpp"
#include "openapi/markdown.hpp"
#include "openapi/pages.hpp"

namespace clerk::openapi {

std::vector<Page> reference_pages() {
  const Catalog& all = catalog();
  std::vector<Page> pages{{.name = std::string{index_file}, .text = index_page(all)},
                          {.name = std::string{error_codes_file}, .text = error_codes_page()},
                          {.name = std::string{document_file}, .text = document()}};
  for (const std::string_view api : all.apis()) pages.push_back({.name = page_of(api), .text = api_page(all, api)});
  for (const ModelEntry& model : all.models) {
    pages.push_back({.name = page_of(model.name), .text = model_page(all, model)});
  }
  return pages;
}

}  // namespace clerk::openapi
