#include "server/store/counters.hpp"

namespace clerk::server::store {

std::int64_t Counters::value(std::string_view instance_id, std::string_view name) {
  const auto rows = session().query("SELECT value FROM counters WHERE instance_id = :instance_id AND name = :name",
                                    {{"instance_id", text(instance_id)}, {"name", text(name)}});
  return rows.empty() ? 0 : integer_at(rows.front(), 0);
}

void Counters::add(std::string_view instance_id, std::string_view name, std::int64_t change) {
  if (change == 0) return;
  session().execute(
      "INSERT INTO counters (instance_id, name, value) VALUES (:instance_id, :name, :change) "
      "ON CONFLICT (instance_id, name) DO UPDATE SET value = counters.value + excluded.value",
      {{"instance_id", text(instance_id)}, {"name", text(name)}, {"change", change}});
}

}  // namespace clerk::server::store
