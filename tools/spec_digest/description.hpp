#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk::spec {

/// An OpenAPI 3 description, read from YAML or JSON.
class Description {
 public:
  /// \throws DigestError if the text is neither, or no OpenAPI 3 description
  [[nodiscard]] static Description parse(const std::string& text);

  [[nodiscard]] const boost::json::object& root() const { return whole_.get_object(); }

  /// What `#/…` points to.
  /// \throws DigestError if it points nowhere or out of the document
  [[nodiscard]] const boost::json::value& at(std::string_view reference) const;

  /// The value itself, or what its `$ref` leads to in the end.
  [[nodiscard]] const boost::json::value& resolved(const boost::json::value& value) const;

 private:
  explicit Description(boost::json::value whole) : whole_(std::move(whole)) {}  // braces would make an array of it

  boost::json::value whole_;
};

}  // namespace clerk::spec
