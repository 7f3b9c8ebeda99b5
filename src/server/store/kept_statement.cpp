#include "server/store/kept_statement.hpp"

#include "codec/utf8.hpp"
#include "server/store/soci_native.hpp"

#include <algorithm>
#include <utility>

namespace clerk::server::store {

namespace {

bool is_null(const Parameter& parameter) { return std::holds_alternative<std::monostate>(parameter.value); }

/// How often `:name` stands in a statement.
std::size_t uses_of(std::string_view name, std::string_view sql) {
  const auto is_word = [](char c) { return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); };
  const std::string wanted = ":" + std::string{name};
  std::size_t uses = 0;
  for (auto at = sql.find(wanted); at != std::string_view::npos; at = sql.find(wanted, at + 1)) {
    const auto end = at + wanted.size();
    if (end == sql.size() || !is_word(sql[end])) ++uses;
  }
  return uses;
}

/// SQLite would take a parameter left out as NULL, and one name used twice; other databases don't.
void check_names(std::string_view sql, const std::vector<Parameter>& parameters, int known) {
  const bool each_once =
      std::ranges::all_of(parameters, [&](const Parameter& parameter) { return uses_of(parameter.name, sql) == 1; });
  if (!each_once || static_cast<std::size_t>(known) != parameters.size()) {
    throw StoreError{StoreError::Kind::other, "other: a statement and its parameters don't fit together"};
  }
}

}  // namespace

void check_text(const Parameter& parameter) {
  const auto* text = std::get_if<std::string>(&parameter.value);
  if (text == nullptr) return;
  if (text->find('\0') != std::string::npos) {
    throw StoreError{StoreError::Kind::bad_text, "bad text: " + parameter.name + " holds a NUL"};
  }
  if (!codec::is_utf8(*text)) {
    throw StoreError{StoreError::Kind::bad_text, "bad text: " + parameter.name + " is not valid UTF-8"};
  }
}

bool KeptStatement::fits(const std::vector<Parameter>& parameters) const {
  return std::ranges::equal(slots_, parameters, [](const Slot& slot, const Parameter& parameter) {
    return slot.name == parameter.name &&
           (is_null(parameter) || slot.is_text == std::holds_alternative<std::string>(parameter.value));
  });
}

void KeptStatement::prepare(std::string_view sql, const std::vector<Parameter>& parameters) {
  for (const Parameter& parameter : parameters) {
    // A NULL fits any type.
    const bool is_text = !std::holds_alternative<std::int64_t>(parameter.value);
    Slot& slot = slots_.emplace_back(Slot{.name = parameter.name, .is_text = is_text});
    if (is_text) {
      statement_.exchange(soci::use(std::as_const(slot.text), slot.indicator, slot.name));
    } else {
      statement_.exchange(soci::use(std::as_const(slot.integer), slot.indicator, slot.name));
    }
  }
  statement_.alloc();
  statement_.prepare(std::string{sql});
  check_names(sql, parameters, sqlite_api::sqlite3_bind_parameter_count(native_of(statement_)));
  statement_.define_and_bind();
}

bool KeptStatement::start(const std::vector<Parameter>& parameters) {
  auto slot = slots_.begin();
  for (const Parameter& parameter : parameters) {
    slot->indicator = is_null(parameter) ? soci::i_null : soci::i_ok;
    if (const auto* text = std::get_if<std::string>(&parameter.value)) slot->text = *text;
    if (const auto* integer = std::get_if<std::int64_t>(&parameter.value)) slot->integer = *integer;
    ++slot;
  }
  return statement_.execute(true);
}

bool KeptStatement::step() {
  // SOCI itself fetches only into variables whose types are known before the query runs.
  return statement_.get_backend()->fetch(1) == soci::details::statement_backend::ef_success;
}

Row KeptStatement::row() {
  auto* native = native_of(statement_);
  const int columns = sqlite_api::sqlite3_column_count(native);
  Row row;
  row.reserve(static_cast<std::size_t>(columns));
  for (int i = 0; i < columns; ++i) {
    const int type = sqlite_api::sqlite3_column_type(native, i);
    if (type == SQLITE_NULL) {
      row.emplace_back();
    } else if (type == SQLITE_INTEGER) {
      row.emplace_back(std::int64_t{sqlite_api::sqlite3_column_int64(native, i)});
    } else {
      const auto* text = reinterpret_cast<const char*>(sqlite_api::sqlite3_column_text(native, i));
      const auto size = static_cast<std::size_t>(sqlite_api::sqlite3_column_bytes(native, i));
      row.emplace_back(text == nullptr ? std::string{} : std::string{text, size});
    }
  }
  return row;
}

}  // namespace clerk::server::store
