#pragma once

#include "server/store/page.hpp"
#include "server/store/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::server::store {

/// A thing of an instance that is kept whole as a document and found by little: invitations, sessions, domains and
/// their like. Each kind has its own use of the columns.
struct ResourceRow {
  std::string id{};
  std::string instance_id{};
  std::string unique_key{};  ///< what no other of its kind and instance may have; empty: nothing
  std::string owner{};       ///< id of what it belongs to, or what else it is found by; may be empty
  std::string subject{};     ///< whom or what it is about, where it is found by that too; may be empty
  std::string status{};
  std::string search{};  ///< folded text that a free query looks into
  std::string document{};
  std::int64_t expires_at{};  ///< from then on its status is `expired`; 0: never
  std::int64_t created_at{};
  std::int64_t updated_at{};

  [[nodiscard]] std::string_view status_at(std::int64_t now) const noexcept {
    return expires_at != 0 && expires_at <= now ? expired : std::string_view{status};
  }
  static constexpr std::string_view expired = "expired";
};

/// Which of a kind are wanted; what is empty asks for nothing.
struct ResourceSearch {
  std::vector<std::string> status{};  ///< as of `now`
  std::vector<std::string> owner{};
  std::vector<std::string> subject{};
  std::string query{};
  std::string document_part{};                  ///< what the document holds as it is written; found by reading them all
  std::optional<std::int64_t> created_since{};  ///< Unix milliseconds
  std::int64_t now{};                           ///< needed with a status

  friend bool operator==(const ResourceSearch&, const ResourceSearch&) = default;
};

enum class ResourceKey { created_at, owner, subject, expires_at };

struct ResourceOrder {
  ResourceKey key{ResourceKey::created_at};
  bool descending{true};
};

/// The resources of one kind.
class Resources : private Table {
 public:
  Resources(Transaction& transaction, std::string_view kind) noexcept : Table{transaction}, kind_{kind} {}

  /// False, and nothing is done, when another has the unique key.
  [[nodiscard]] bool insert(const ResourceRow& row);
  [[nodiscard]] bool update(const ResourceRow& row);
  void remove(std::string_view instance_id, std::string_view id);
  /// Removes all that belong to the owner.
  void remove_of_owner(std::string_view instance_id, std::string_view owner);

  [[nodiscard]] std::optional<ResourceRow> find(std::string_view instance_id, std::string_view id);
  [[nodiscard]] std::optional<ResourceRow> find_by_key(std::string_view instance_id, std::string_view unique_key);
  /// At most 500.
  [[nodiscard]] std::vector<ResourceRow> page(std::string_view instance_id, const ResourceSearch& search,
                                              ResourceOrder order, const Page& page);
  [[nodiscard]] std::int64_t count(std::string_view instance_id, const ResourceSearch& search);

 private:
  std::string_view kind_;
};

}  // namespace clerk::server::store
