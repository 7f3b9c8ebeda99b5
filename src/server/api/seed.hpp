#pragma once

#include "server/api/instance_directory.hpp"
#include "server/api/instances.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::api {

/// Settings of one group as a seed file gives them: a PATCH of the group's own operation.
struct SeedSettings {
  std::string path{};  ///< of the operation, such as `/instance/restrictions`
  std::string body{};  ///< JSON
};

struct SeedInstance {
  NewInstance instance{};
  std::vector<SeedSettings> settings{};
};

/// A seed file that can't be used; the text names the file, the place and what is wrong.
class SeedError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Reads a seed file (YAML; its form is described in docs/guide/clerkd.md). Every fault is found before anything is
/// done. \throws SeedError
[[nodiscard]] std::vector<SeedInstance> read_seed(const std::string& file);
/// The same of a text; `name` stands for the file in errors.
[[nodiscard]] std::vector<SeedInstance> parse_seed(const std::string& text, const std::string& name);

/// Makes what the seed names: instances whose key is unknown are added; of known ones, what the file says of plan,
/// mode and settings is set again. All in the caller's transaction. \throws SeedError when a rule refuses
void plant(const std::vector<SeedInstance>& seed, store::Transaction& transaction, std::int64_t now);

}  // namespace clerk::server::api
