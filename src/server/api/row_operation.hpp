#pragma once

#include "server/api/application.hpp"

namespace clerk::server::api {

/// Runs an operation on rows to its answer: a read over one state of the database, a write in the writer's transaction,
/// after what is too slow for that.
void run_row_operation(Application& application, const LiveOperation& operation, Arrival arrival,
                       const http::Request& request, http::Reply reply);

}  // namespace clerk::server::api
