#include "spec_digest/digest.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>

namespace clerk::spec {

namespace {

// An item of the schema's own root has no name; a line can't start with nothing.
constexpr std::string_view root_mark = ".";

std::string word_of(const std::string& key, const std::string& value) {
  return value == "true" ? key : key + "=" + value;
}

// Words are parted by single spaces; a space inside a JSON string parts nothing.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words{""};
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == ' ' && !quoted) {
      words.emplace_back();
      continue;
    }
    if (c == '"') quoted = !quoted;
    words.back() += c;
    if (c == '\\' && quoted && i + 1 < line.size()) words.back() += line[++i];
  }
  return words;
}

// Places may hold quoted names, and those a `=`; a key is a plain word.
void add_word(Attributes& attributes, const std::string& word, std::size_t line) {
  const std::size_t equals = word.find('=');
  const std::string key = word.substr(0, equals);
  const std::string value = equals == std::string::npos ? "true" : word.substr(equals + 1);
  if (key.empty() || value.empty() || !attributes.emplace(key, value).second) {
    throw DigestError{"line " + std::to_string(line) + ": '" + word + "' is empty or stands there twice"};
  }
}

class Expander {
 public:
  explicit Expander(const Digest& digest) : digest_{digest} {}

  // What stands at a place itself goes before what a shared schema says of it.
  void add(std::string_view section, const std::string& prefix) {
    const auto found = digest_.find(section);
    if (found == digest_.end()) throw DigestError{"there is no section '" + std::string{section} + "'"};
    for (const auto& [place, attributes] : found->second) {
      Attributes& here = facts_[prefix + place];
      for (const auto& attribute : attributes) {
        if (attribute.first != "schema") here.insert(attribute);
      }
    }
    for (const auto& [place, attributes] : found->second) {
      for (const std::string& name : schema_names(attributes)) add_shared(name, prefix + place);
    }
  }

  Facts take() { return std::move(facts_); }

 private:
  void add_shared(const std::string& name, const std::string& place) {
    if (std::ranges::find(open_, name) != open_.end()) {
      facts_[place].emplace("schema", name);
      return;
    }
    open_.push_back(name);
    add("schema " + name, place);
    open_.pop_back();
  }

  const Digest& digest_;
  std::vector<std::string> open_;
  Facts facts_;
};

}  // namespace

std::string to_text(const Attributes& attributes) {
  std::string text;
  const auto append = [&](const std::string& key, const std::string& value) {
    if (!text.empty()) text += ' ';
    text += word_of(key, value);
  };
  // What it is, before what else holds of it.
  for (const char* first : {"schema", "type"}) {
    if (const auto found = attributes.find(first); found != attributes.end()) append(found->first, found->second);
  }
  for (const auto& [key, value] : attributes) {
    if (key != "schema" && key != "type") append(key, value);
  }
  return text;
}

std::string to_text(const Digest& digest) {
  std::string text;
  for (const auto& [section, facts] : digest) {
    text += section + '\n';
    for (const auto& [place, attributes] : facts) {
      text += "  ";
      text += place.empty() ? root_mark : std::string_view{place};
      if (!attributes.empty()) text += ' ' + to_text(attributes);
      text += '\n';
    }
  }
  return text;
}

std::vector<std::string> schema_names(const Attributes& attributes) {
  const auto schema = attributes.find("schema");
  if (schema == attributes.end()) return {};
  if (!schema->second.starts_with('[') && !schema->second.starts_with('"')) return {schema->second};
  const boost::json::value names = boost::json::parse(schema->second);
  if (names.is_string()) return {std::string{names.get_string()}};
  std::vector<std::string> all;
  for (const auto& name : names.as_array()) all.emplace_back(name.as_string());
  return all;
}

Digest parse_digest(std::string_view text) {
  Digest digest;
  Facts* section = nullptr;
  std::size_t number = 0;
  const auto require = [&](bool holds, const char* otherwise) {
    if (!holds) throw DigestError{"line " + std::to_string(number) + ": " + otherwise};
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    if (!line.starts_with(' ')) {
      const auto [entry, is_new] = digest.try_emplace(std::string{line});
      require(is_new, "the section stands there twice");
      section = &entry->second;
      continue;
    }
    require(section != nullptr && line.starts_with("  "), "a fact stands outside of any section");
    const std::vector<std::string> words = words_of(line.substr(2));
    const auto [fact, is_new] = section->try_emplace(words.front() == root_mark ? "" : words.front());
    require(is_new, "the place stands there twice");
    for (std::size_t i = 1; i < words.size(); ++i) add_word(fact->second, words[i], number);
  }
  return digest;
}

Facts expanded(const Digest& digest, std::string_view section) {
  Expander expander{digest};
  expander.add(section, "");
  return expander.take();
}

}  // namespace clerk::spec
