#include "ctl/output/plain_text.hpp"
#include "ctl/output/utc.hpp"
#include "ctl/output/writers.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <chrono>
#include <limits>
#include <string_view>
#include <vector>

namespace clerk::ctl {

namespace json = boost::json;

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t widest_cell = 40;

bool is_scalar(const json::value& value) { return !value.is_structured(); }
bool is_empty(const json::value& value) {
  const auto* array = value.if_array();
  const auto* object = value.if_object();
  return (array != nullptr && array->empty()) || (object != nullptr && object->empty());
}

/// Unix milliseconds under a name that says so, as a date; nothing when the clock can't hold it.
std::string date_text(std::string_view name, const json::value& value) {
  using namespace std::chrono;
  constexpr std::int64_t most = floor<milliseconds>(nanoseconds::max()).count();
  const auto* number = value.if_int64();
  if (number == nullptr || !name.ends_with("_at") || *number < 0 || *number > most) return {};
  return utc_text(system_clock::time_point{milliseconds{*number}});
}

std::string text_of(std::string_view name, const json::value& scalar) {
  const std::string date = date_text(name, scalar);
  return date.empty() ? harmless(scalar_text(scalar)) : date;
}

/// A list of plain values in one line.
std::string joined(const json::array& items) {
  std::string text;
  for (const json::value& item : items) {
    text.append(text.empty() ? "" : ", ").append(harmless(scalar_text(item)));
    if (display_width(text) > widest_cell) break;
  }
  return text;
}

std::string cell_text(std::string_view name, const json::value* value) {
  if (value == nullptr || value->is_null()) return "-";
  if (is_scalar(*value)) return shortened(text_of(name, *value), widest_cell);
  if (is_empty(*value)) return value->is_object() ? "{}" : "[]";
  if (value->is_object()) return "{…}";
  const json::array& items = value->get_array();
  if (std::ranges::all_of(items, is_scalar)) return shortened(joined(items), widest_cell);
  return "[" + std::to_string(items.size()) + "]";
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t wide = display_width(text);
  return wide < width ? text.append(width - wide, ' ') : text;
}

struct Column {
  std::string_view name{};
  std::vector<std::string> cells{};
  std::size_t width{0};
  bool is_number{false};
  bool is_nested{false};
  bool is_empty{true};  ///< no row has a value there
};

Column column_of(std::string_view name, const json::array& rows) {
  Column column{.name = name, .width = display_width(harmless(name)), .is_number = true};
  for (const json::value& row : rows) {
    const json::value* value = row.get_object().if_contains(name);
    const bool has_value = value != nullptr && !value->is_null();
    column.cells.push_back(cell_text(name, value));
    column.width = std::max(column.width, display_width(column.cells.back()));
    column.is_empty = column.is_empty && !has_value;
    column.is_nested = column.is_nested || (has_value && value->is_structured());
    column.is_number = column.is_number && (!has_value || (value->is_number() && date_text(name, *value).empty()));
  }
  return column;
}

/// One column for each name, that of the id first and those that hold objects or lists last.
std::vector<Column> columns_of(const json::array& rows) {
  std::vector<std::string_view> names;
  for (const json::value& row : rows) {
    for (const auto& entry : row.get_object()) {
      if (std::ranges::find(names, std::string_view{entry.key()}) == names.end()) names.emplace_back(entry.key());
    }
  }
  std::vector<Column> columns;
  for (const std::string_view name : names) columns.push_back(column_of(name, rows));
  std::ranges::stable_sort(columns, {}, [](const Column& column) {
    return column.name == "id" ? 0 : column.is_nested ? 2 : 1;
  });
  return columns;
}

/// Whether people learn anything from it: `object` says what they asked for.
bool tells_something(const Column& column) { return !column.is_empty && column.name != "object"; }

/// Those that fit side by side, the first in any case; the names of the others go to `left_out`.
std::vector<Column> fitting(std::vector<Column> columns, std::size_t width, std::string& left_out) {
  std::vector<Column> chosen;
  std::size_t used = 0;
  for (Column& column : columns) {
    if (!tells_something(column)) continue;
    if (!chosen.empty() && used + column.width > width) {
      left_out.append(left_out.empty() ? "" : ", ").append(harmless(column.name));
      continue;
    }
    used += column.width + gap;
    chosen.push_back(std::move(column));
  }
  return chosen;
}

void append_line(std::string& out, const std::vector<Column>& columns, auto&& text_in) {
  std::string line;
  for (const Column& column : columns) {
    if (!line.empty()) line.append(gap, ' ');
    const std::string text = text_in(column);
    if (column.is_number) line.append(column.width - std::min(column.width, display_width(text)), ' ').append(text);
    if (!column.is_number) line.append(padded(text, column.width));
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out.append(line).append("\n");
}

std::string rows_as_table(const json::array& rows, const json::value* total, std::size_t width) {
  std::string out;
  if (!rows.empty()) {
    std::string left_out;
    const std::vector<Column> columns = fitting(columns_of(rows), width, left_out);
    append_line(out, columns, [](const Column& column) { return harmless(column.name); });
    for (std::size_t i = 0; i < rows.size(); ++i) {
      append_line(out, columns, [&](const Column& column) { return column.cells.at(i); });
    }
    if (!left_out.empty()) out.append("not shown: ").append(left_out).append("\n");
  }
  out.append(std::to_string(rows.size()));
  if (total != nullptr && total->is_number()) out.append(" of ").append(scalar_text(*total));
  return out.append(rows.size() == 1 && total == nullptr ? " row\n" : " rows\n");
}

struct Line {
  std::string name;
  std::string text;
};

/// A line for each value; the names of those inside others have points between.
void add_lines(std::vector<Line>& lines, const std::string& path, std::string_view name, const json::value& value) {
  const auto* object = value.if_object();
  const auto* array = value.if_array();
  if (object != nullptr && !object->empty()) {
    for (const auto& entry : *object) {
      const std::string inner = harmless(std::string_view{entry.key()});
      add_lines(lines, path.empty() ? inner : path + "." + inner, entry.key(), entry.value());
    }
  } else if (array != nullptr && !std::ranges::all_of(*array, is_scalar)) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      add_lines(lines, path + "[" + std::to_string(i) + "]", "", (*array)[i]);
    }
  } else if (array != nullptr && !array->empty()) {
    std::string text;
    for (const json::value& item : *array) {
      text.append(text.empty() ? "" : ", ").append(harmless(scalar_text(item)));
    }
    lines.push_back({path, std::move(text)});
  } else {
    lines.push_back({path, is_scalar(value) ? text_of(name, value) : cell_text(name, &value)});
  }
}

std::string object_as_table(const json::value& value) {
  std::vector<Line> lines;
  add_lines(lines, "", "", value);
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, display_width(line.name));
  std::string out;
  for (const Line& line : lines) {
    out.append(padded(line.name, width)).append(gap, ' ').append(line.text);
    out.erase(out.find_last_not_of(' ') + 1);
    out.append("\n");
  }
  return out;
}

bool is_list_of_objects(const json::value& value) {
  const auto* array = value.if_array();
  return array != nullptr && std::ranges::all_of(*array, [](const json::value& item) { return item.is_object(); });
}

/// The rows of a list answer, which has them in `data` with or without a total beside it.
const json::array* rows_in(const json::value& value) {
  if (is_list_of_objects(value)) return &value.get_array();
  const auto* object = value.if_object();
  const json::value* data = object == nullptr ? nullptr : object->if_contains("data");
  if (data == nullptr || !is_list_of_objects(*data)) return nullptr;
  const bool only_rows = object->size() == 1 || (object->size() == 2 && object->contains("total_count"));
  return only_rows ? &data->get_array() : nullptr;
}

}  // namespace

std::string as_table(const json::value& value, std::size_t columns) {
  if (const json::array* rows = rows_in(value)) {
    const auto* object = value.if_object();
    return rows_as_table(*rows, object == nullptr ? nullptr : object->if_contains("total_count"), columns);
  }
  if (const auto* array = value.if_array(); array != nullptr && std::ranges::all_of(*array, is_scalar)) {
    std::string out;
    for (const json::value& item : *array) out.append(harmless(scalar_text(item))).append("\n");
    return out;
  }
  if (value.is_structured()) return is_empty(value) ? "{}\n" : object_as_table(value);
  return harmless_lines(scalar_text(value)) + '\n';
}

}  // namespace clerk::ctl
