#pragma once

namespace clerk::server::api {

class Application;

/// Adds the server's own tools, each under a path that the real API cannot have: `/__clerkd/settings`, `clock`,
/// `roles` and `instances`.
void add_tools(Application& application);

}  // namespace clerk::server::api
