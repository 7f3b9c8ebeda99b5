#pragma once

#include <string_view>
#include <vector>

namespace clerk::server::store {

using SchemaStep = std::vector<std::string_view>;

/// Step n leads from schema n to n + 1. One that was released is never changed. The SQL is PostgreSQL's too.
[[nodiscard]] const std::vector<SchemaStep>& schema_steps();

}  // namespace clerk::server::store
