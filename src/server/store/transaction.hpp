#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::store {

class Session;

struct InstanceRow {
  std::string id{};
  std::string environment_type{};
  std::string document{};  ///< JSON text of the SettingsDocument
  std::int64_t version{};
  std::string traits{};  ///< JSON text of the InstanceTraits
  std::int64_t created_at{};
};

/// What a handler may do to the store, in words of the domain. It sees its own writes and those of earlier members of
/// its group. Not to be kept beyond the call that got it.
class Transaction {
 public:
  explicit Transaction(Session& session) noexcept;

  [[nodiscard]] std::optional<InstanceRow> find_instance(std::string_view id);
  [[nodiscard]] std::optional<InstanceRow> find_instance_by_key(std::string_view digest);
  [[nodiscard]] std::vector<InstanceRow> list_instances();
  void insert_instance(const InstanceRow& row);
  /// \throws StoreError when the stored version is not the one before `version`
  void update_settings(std::string_view id, std::string_view document, std::int64_t version);
  void update_traits(std::string_view id, std::string_view traits);

  struct KeyRow {
    std::string digest{};
    std::string instance_id{};
  };
  void insert_key(std::string_view digest, std::string_view instance_id);
  [[nodiscard]] std::vector<KeyRow> list_keys();

 private:
  friend class Table;

  /// What would come after a full disk ended the transaction would be committed by itself, each statement alone.
  [[nodiscard]] Session& session();

  Session& session_;
  const bool open_;
};

}  // namespace clerk::server::store
