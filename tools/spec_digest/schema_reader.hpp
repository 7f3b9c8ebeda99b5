#pragma once

#include "spec_digest/description.hpp"
#include "spec_digest/digest.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace clerk::spec {

/// Puts down the facts of schemas. The forms of OpenAPI 3.0 and of 3.1 come out alike, `nullable: true` and a type list
/// with `null` among them. What all of a schema's parts say holds of its place; a part that is one shared schema stays
/// its name.
class SchemaReader {
 public:
  SchemaReader(const Description& description, Facts& facts) : description_{description}, facts_{facts} {}

  /// \throws DigestError for a keyword that it does not know: a fact would get lost
  void read(const boost::json::value& schema, const std::string& place);

  /// The shared schemas met so far.
  [[nodiscard]] const std::set<std::string>& shared() const { return shared_; }

 private:
  void read_keyword(std::string_view keyword, const boost::json::value& value, const boost::json::object& schema,
                    const std::string& place);
  void read_reference(std::string_view reference, const std::string& place);
  void read_type(const boost::json::value& type, const std::string& place);
  void read_enum(const boost::json::array& values, bool has_type, const std::string& place);
  void read_bound(std::string_view keyword, const boost::json::value& value, const boost::json::object& schema,
                  const std::string& place);
  void read_children(std::string_view keyword, const boost::json::value& value, const std::string& place);
  void read_choice(std::string_view keyword, const boost::json::array& members, const std::string& place);
  void set(const std::string& place, std::string_view key, const std::string& value);
  void add_shared(const std::string& place, const std::string& name);

  const Description& description_;
  Facts& facts_;
  std::set<std::string> shared_;
  std::vector<std::string> open_;  ///< references into a schema that are being read
};

}  // namespace clerk::spec
