#pragma once

#include "server/rules/resource_set.hpp"
#include "server/rules/roles.hpp"
#include "server/store/resource_models.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::rules {

/// The role sets of the call's instance. The initial one, which organizations have unless told otherwise, is there
/// without having been written: it has all roles, and the settings say which of them creators get.
class RoleSetBook {
 public:
  using Set = ResourceSet<store::KeptRoleSet>;
  using Entry = Set::Entry;

  RoleSetBook(const Call& call, store::Transaction& transaction);

  [[nodiscard]] Entry initial();
  /// By key or by id.
  [[nodiscard]] std::optional<Entry> find(std::string_view key_or_id);
  /// The set of an organization; the initial one in the place of one that is no more.
  [[nodiscard]] Entry of(std::string_view key);
  /// The initial one too.
  [[nodiscard]] std::vector<Entry> all();

  [[nodiscard]] Entry make(std::string id) const { return set_.make(std::move(id)); }
  /// False, and nothing is done, when another has the key.
  [[nodiscard]] bool save(Entry& entry);
  void save_free(Entry& entry);
  void remove(const Entry& entry) { set_.remove(entry.row.id); }

  /// Keys of the roles that creators and, by default, members get.
  [[nodiscard]] std::string creator_role(const Entry& entry) const;
  [[nodiscard]] std::string default_role(const Entry& entry) const;

 private:
  [[nodiscard]] std::optional<Entry> written_initial();
  [[nodiscard]] Entry unwritten_initial();

  const Call& call_;
  store::Transaction& transaction_;
  Set set_;
};

[[nodiscard]] bool is_initial(const RoleSetBook::Entry& entry);
[[nodiscard]] bool has_role(const RoleSetBook::Entry& entry, std::string_view key);

/// The role that members of an organization with the set may have, or why they can't.
[[nodiscard]] Judged<KnownRole> role_in(const RoleSetBook::Entry& set, std::string_view param, std::string_view key,
                                        const RoleBook& book);

}  // namespace clerk::server::rules
