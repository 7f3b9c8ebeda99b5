#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/open_enum.hpp>

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

// A field list is all it takes to print a model.

inline void print_value(std::ostream& out, bool value) { out << (value ? "true" : "false"); }
inline void print_value(std::ostream& out, std::int64_t value) { out << value; }
inline void print_value(std::ostream& out, const std::string& value) { out << '"' << value << '"'; }
inline void print_value(std::ostream& out, const clerk::RawJson& value) { out << value.text(); }
template <class Known>
void print_value(std::ostream& out, const clerk::OpenEnum<Known>& value) {
  out << '"' << value.text() << '"';
}
template <class T>
void print_value(std::ostream& out, const std::vector<T>& values);
template <clerk::Model M>
void print_value(std::ostream& out, const M& model);
template <class T>
void print_value(std::ostream& out, const std::optional<T>& value) {
  if (value) {
    print_value(out, *value);
  } else {
    out << "null";
  }
}
template <class T>
void print_value(std::ostream& out, const std::vector<T>& values) {
  out << '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out << ", ";
    print_value(out, values[i]);
  }
  out << ']';
}
template <clerk::Model M>
void print_value(std::ostream& out, const M& model) {
  const char* separator = "{";
  clerk::for_each_field<M>([&](std::string_view name, auto member, const clerk::FieldRules&, std::string_view) {
    out << separator << name << ": ";
    print_value(out, model.*member);
    separator = ", ";
  });
  out << '}';
}

/// One field a line.
template <clerk::Model M>
void print_model(std::ostream& out, const M& model) {
  clerk::for_each_field<M>([&](std::string_view name, auto member, const clerk::FieldRules&, std::string_view) {
    out << "  " << name << ": ";
    print_value(out, model.*member);
    out << '\n';
  });
}
