#include "server/rules/session_ends.hpp"

#include "server/store/resources.hpp"

#include <stdexcept>

namespace clerk::server::rules {

void end_sessions_of(std::string_view user_id, const Call& call, store::Transaction& transaction) {
  constexpr std::int64_t at_once = 500;
  store::Resources sessions{transaction, "session"};
  const store::ResourceSearch going_on{
      .status = {"active", "pending"}, .owner = {std::string{user_id}}, .now = call.now};
  while (true) {
    auto rows = sessions.page(call.instance.id, going_on, {.descending = false}, {.limit = at_once});
    for (store::ResourceRow& row : rows) {
      row.status = "revoked";
      row.expires_at = 0;
      row.updated_at = call.now;
      if (!sessions.update(row)) throw std::logic_error{"a session has no key to be had twice"};
    }
    if (rows.size() < at_once) return;
  }
}

}  // namespace clerk::server::rules
