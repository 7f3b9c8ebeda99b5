#include "server/store/settings_document.hpp"
#include "tests/fuzz/models.hpp"

#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <vector>

// Writes the fuzzer's dictionary for JSON into a file: every field name of the contract, and words that the readers
// look for.
namespace clerk::fuzz {

namespace {

template <class T>
struct Element {
  using type = T;
};
template <class T>
struct Element<std::vector<T>> : Element<T> {};
template <class T>
struct Element<std::optional<T>> : Element<T> {};
template <class T>
struct Element<Patch<T>> : Element<T> {};

class Keywords {
 public:
  template <Model M>
  void add_fields() {
    for_each_field<M>([&]<class T>(std::string_view name, T M::*, const FieldRules& rules, std::string_view) {
      words_.insert('"' + std::string{name} + "\":");
      if (!rules.constant.empty()) words_.insert('"' + std::string{rules.constant} + '"');
      using Inner = typename Element<T>::type;
      if constexpr (Model<Inner>) add_fields<Inner>();
      if constexpr (requires { Inner::values; }) {
        for (const std::string_view value : Inner::values) words_.insert('"' + std::string{value} + '"');
      }
    });
  }

  void add(std::string word) { words_.insert(std::move(word)); }

  void write(std::ostream& out) const {
    for (const std::string& word : words_) {
      out << '"';
      for (const char c : word) out << (c == '"' || c == '\\' ? "\\" : "") << c;
      out << "\"\n";
    }
  }

 private:
  std::set<std::string> words_{};
};

}  // namespace

}  // namespace clerk::fuzz

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: fuzz_keywords FILE\n";
    return 64;
  }
  clerk::fuzz::Keywords keywords;
  clerk::fuzz::for_each_request([&]<class M>() { keywords.add_fields<M>(); });
  clerk::fuzz::for_each_answer([&]<class M>() { keywords.add_fields<M>(); });
  keywords.add_fields<clerk::server::store::SettingsDocument>();
  keywords.add_fields<clerk::server::store::InstanceTraits>();
  for (const char* word : {"null",
                           "true",
                           "false",
                           "\"\"",
                           "[]",
                           "{}",
                           "-1",
                           "1.5",
                           "1e300",
                           "9223372036854775808",
                           "9007199254740993",
                           R"(\u0000)",
                           R"(\u009b)",
                           R"(\ud83d\ude00)",
                           R"(\ud800)",
                           "https://",
                           "me@example.com",
                           "capacitor://a",
                           "param_name",
                           "sk_test_fuzzed"}) {
    keywords.add(word);
  }
  std::ofstream file{arguments[1]};
  keywords.write(file);
  return file.flush() ? 0 : 1;
}
