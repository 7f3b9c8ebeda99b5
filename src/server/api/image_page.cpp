#include "server/api/image_page.hpp"

#include "server/api/error_body.hpp"
#include "server/api/identifiers.hpp"
#include "server/rules/digest_text.hpp"
#include "server/store/resource_documents.hpp"
#include "server/store/resource_models.hpp"
#include "server/store/resources.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clerk::server::api {

namespace {

constexpr std::string_view folder = "/__clerkd/images/";

}  // namespace

bool is_image_target(const http::RequestHead& head) { return head.method == "GET" && head.target.starts_with(folder); }

http::Response image_page(const http::RequestHead& head, store::Readers& readers) {
  const std::string_view target = std::string_view{head.target}.substr(folder.size());
  const std::string_view path = target.substr(0, target.find('?'));
  const std::size_t slash = path.find('/');
  std::optional<store::ResourceRow> row;
  if (slash != std::string_view::npos) {
    readers.read([&](store::Transaction& transaction) {
      row = store::Resources{transaction, "image"}.find(path.substr(0, slash), path.substr(slash + 1));
    });
  }
  if (!row) {
    return {.status = 404,
            .headers = {{"content-type", "application/json"}},
            .body = error_body({{.definition = &error_definition("resource_not_found")}}, make_trace_id())};
  }
  const auto image = store::decode_resource<store::KeptImage>(row->document);
  // The address of a picture changes with the picture.
  return {.headers = {{"content-type", image.content_type}, {"cache-control", "public, max-age=31536000, immutable"}},
          .body = rules::from_base64(image.base64).value_or("")};
}

}  // namespace clerk::server::api
