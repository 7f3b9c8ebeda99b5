#include "server/store/transaction.hpp"

#include "server/store/table.hpp"

#include <utility>

namespace clerk::server::store {

namespace {

constexpr std::size_t page_rows = 500;

InstanceRow instance_of(Row& row) {
  return {.id = text_at(row, 0),
          .environment_type = text_at(row, 1),
          .document = text_at(row, 2),
          .version = integer_at(row, 3),
          .traits = text_at(row, 4),
          .created_at = integer_at(row, 5)};
}

std::optional<InstanceRow> first_instance(std::vector<Row> rows) {
  if (rows.empty()) return std::nullopt;
  return instance_of(rows.front());
}

/// What was to be changed is not there as it was expected.
void require_one_changed(const Session& session, const char* problem) {
  if (session.changed_rows() != 1) throw StoreError{StoreError::Kind::stale_version, problem};
}

}  // namespace

Transaction::Transaction(Session& session) noexcept : session_{session}, open_{session.in_transaction()} {}

Session& Transaction::session() {
  if (open_ && !session_.in_transaction()) {
    throw StoreError{StoreError::Kind::other, "other: the transaction has ended"};
  }
  return session_;
}

std::optional<InstanceRow> Transaction::find_instance(std::string_view id) {
  return first_instance(session().query(
      "SELECT id, environment_type, document, version, traits, created_at FROM instances WHERE id = :id",
      {{"id", text(id)}}));
}

std::optional<InstanceRow> Transaction::find_instance_by_key(std::string_view digest) {
  return first_instance(
      session().query("SELECT i.id, i.environment_type, i.document, i.version, i.traits, i.created_at "
                      "FROM keys k JOIN instances i ON i.id = k.instance_id WHERE k.digest = :digest",
                      {{"digest", text(digest)}}));
}

std::vector<InstanceRow> Transaction::list_instances() {
  std::vector<InstanceRow> instances;
  std::string after;
  while (true) {
    auto rows = session().query(
        "SELECT id, environment_type, document, version, traits, created_at FROM instances "
        "WHERE id > :after ORDER BY id LIMIT 500",
        {{"after", after}}, page_rows);
    for (Row& row : rows) instances.push_back(instance_of(row));
    if (rows.size() < page_rows) return instances;
    after = instances.back().id;
  }
}

void Transaction::insert_instance(const InstanceRow& row) {
  session().execute(
      "INSERT INTO instances (id, environment_type, document, version, traits, created_at) "
      "VALUES (:id, :environment_type, :document, :version, :traits, :created_at)",
      {{"id", row.id},
       {"environment_type", row.environment_type},
       {"document", row.document},
       {"version", row.version},
       {"traits", row.traits},
       {"created_at", row.created_at}});
}

void Transaction::update_settings(std::string_view id, std::string_view document, std::int64_t version) {
  session().execute(
      "UPDATE instances SET document = :document, version = :version WHERE id = :id AND version = :before",
      {{"document", text(document)}, {"version", version}, {"id", text(id)}, {"before", version - 1}});
  require_one_changed(session_, "stale version: the settings are not those that the change was made for");
}

void Transaction::update_traits(std::string_view id, std::string_view traits) {
  session().execute("UPDATE instances SET traits = :traits WHERE id = :id",
                    {{"traits", text(traits)}, {"id", text(id)}});
  require_one_changed(session_, "stale version: the instance of the traits is not there");
}

void Transaction::insert_key(std::string_view digest, std::string_view instance_id) {
  session().execute("INSERT INTO keys (digest, instance_id) VALUES (:digest, :instance_id)",
                    {{"digest", text(digest)}, {"instance_id", text(instance_id)}});
}

std::vector<Transaction::KeyRow> Transaction::list_keys() {
  std::vector<KeyRow> keys;
  std::string after;
  while (true) {
    auto rows = session().query("SELECT digest, instance_id FROM keys WHERE digest > :after ORDER BY digest LIMIT 500",
                                {{"after", after}}, page_rows);
    for (Row& row : rows) keys.push_back({.digest = text_at(row, 0), .instance_id = text_at(row, 1)});
    if (rows.size() < page_rows) return keys;
    after = keys.back().digest;
  }
}

}  // namespace clerk::server::store
