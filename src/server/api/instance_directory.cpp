#include "server/api/instance_directory.hpp"

namespace clerk::server::api {

InstanceDirectory::Published InstanceDirectory::find_by_key(std::string_view digest) const {
  const auto current = tables();
  const auto key = current->instance_of_key.find(digest);
  if (key == current->instance_of_key.end()) return nullptr;
  const auto instance = current->instances.find(key->second);
  return instance == current->instances.end() ? nullptr : instance->second;
}

InstanceDirectory::Published InstanceDirectory::find(std::string_view id) const {
  const auto current = tables();
  const auto instance = current->instances.find(id);
  return instance == current->instances.end() ? nullptr : instance->second;
}

std::vector<InstanceDirectory::Published> InstanceDirectory::all() const {
  const auto current = tables();
  std::vector<Published> instances;
  for (const auto& [id, instance] : current->instances) instances.push_back(instance);
  return instances;
}

std::shared_ptr<const InstanceDirectory::Tables> InstanceDirectory::tables() const {
  const std::lock_guard lock{mutex_};
  return tables_;
}

template <class Edit>
void InstanceDirectory::edit(const Edit& edit) {
  const std::lock_guard editing{editing_};
  auto edited = std::make_shared<Tables>(*tables());
  edit(*edited);
  const std::lock_guard lock{mutex_};
  tables_ = std::move(edited);
}

void InstanceDirectory::publish(store::InstanceState state) {
  edit([&](Tables& tables) {
    Published& published = tables.instances[state.id];
    if (published && published->version >= state.version) return;
    published = std::make_shared<const PublishedInstance>(std::move(state));
  });
}

void InstanceDirectory::publish_key(std::string digest, std::string instance_id) {
  edit([&](Tables& tables) { tables.instance_of_key.insert_or_assign(std::move(digest), std::move(instance_id)); });
}

}  // namespace clerk::server::api
