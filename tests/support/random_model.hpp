#pragma once

#include <clerk/contract/field.hpp>
#include <clerk/contract/form.hpp>
#include <clerk/contract/open_enum.hpp>
#include <clerk/contract/ordering.hpp>
#include <clerk/contract/organization_formats.hpp>

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace clerk::testing {

/// Draws models that obey the rules of their fields, from the field lists alone.
class RandomModel {
 public:
  explicit RandomModel(std::uint64_t seed) : random_{seed} {}

  template <Model M>
  M draw() {
    M model{};
    for_each_field<M>([&](std::string_view, auto member, const FieldRules& rules, std::string_view) {
      if (rules.standing != Standing::retired) fill(model.*member, rules);
    });
    return model;
  }

  std::uint64_t number(std::uint64_t below) { return random_() % below; }
  bool coin() { return number(2) == 0; }

  /// Text with characters that JSON must escape and such as take several bytes.
  std::string text() {
    constexpr std::array<std::string_view, 12> pieces{"a",  "Z",    "0", " ",  "\"", "\\",
                                                      "\n", "\x01", "é", "漢", "😀",  "/"};
    std::string text;
    for (std::uint64_t i = number(12); i > 0; --i) text += pieces.at(number(pieces.size()));
    return text;
  }

 private:
  template <class T>
  void fill(Patch<T>& field, const FieldRules& rules) {
    const std::uint64_t state = number(4);
    if (state == 0) return;
    if (state == 1 && rules.null == NullMeaning::resets) {
      field = null;
      return;
    }
    T value{};
    fill(value, rules);
    field = std::move(value);
  }
  template <class T>
  void fill(std::optional<T>& field, const FieldRules& rules) {
    if (coin() || !rules.constant.empty()) fill(field.emplace(), rules);
  }
  void fill(bool& field, const FieldRules& rules) {
    field = rules.constant.empty() ? coin() : rules.constant == "true";
  }
  void fill(std::int64_t& field, const FieldRules& rules) {
    constexpr std::array<std::int64_t, 6> edges{
        0, 1, -1, std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min(), 9007199254740993};
    if (rules.minimum && rules.maximum) {
      field = *rules.minimum +
              static_cast<std::int64_t>(number(static_cast<std::uint64_t>(*rules.maximum - *rules.minimum) + 1));
      return;
    }
    do {
      field = coin() ? edges.at(number(edges.size())) : static_cast<std::int64_t>(random_());
    } while (rules.minimum && field < *rules.minimum);
  }
  void fill(std::string& field, const FieldRules& rules) {
    if (!rules.constant.empty()) {
      field = rules.constant;
    } else if (rules.format == nullptr) {
      field = text();
    } else if (!rules.may_be_empty || coin()) {
      field = matching(*rules.format);
    }
  }
  void fill(RawJson& field, const FieldRules& /*rules*/) {
    field = RawJson{coin() ? "{}" : R"({"a":[1,null,"é"],"b":{"c":)" + std::to_string(number(1000)) + "}}"};
  }
  void fill(FormFile& field, const FieldRules& /*rules*/) {
    field = {.name = "file" + std::to_string(number(1000)),
             .content_type = coin() ? "image/png" : "image/gif",
             .bytes = text() + "\r\n--" + text()};
  }
  template <class Known>
  void fill(OpenEnum<Known>& field, const FieldRules& /*rules*/) {
    field = Known::values.at(number(Known::values.size()));
  }
  template <class T>
  void fill(std::vector<T>& field, const FieldRules& rules) {
    const std::uint64_t least = rules.empty_list_has_effect ? rules.min_items : 1;
    for (std::uint64_t i = least + number(4); i > 0; --i) {
      T item{};
      fill(item, rules);
      bool taken = false;
      for (const T& other : field) taken = taken || other == item;
      if (!taken || !rules.unique_items) field.push_back(std::move(item));
    }
  }
  template <Model M>
  void fill(M& field, const FieldRules& /*rules*/) {
    field = draw<M>();
  }

  std::string matching(const Format& format) {
    const std::string id = std::to_string(number(1000));
    if (&format == &formats::email) return "person" + id + "@example.com";
    if (&format == &formats::email_local_part) return "team" + id;
    if (&format == &formats::http_url) return "https://example" + id + ".com/start";
    if (&format == &formats::redirect_url) return "my-app" + id + "://signed-in";
    if (&format == &formats::origin) return "capacitor://app" + id;
    if (&format == &formats::npm_version) return "5." + id + ".0";
    if (&format == &formats::invitation_order) return coin() ? "-created_at" : "+expires_at";
    if (&format == &formats::waitlist_entry_order) return coin() ? "-created_at" : "+invited_at";
    if (&format == &formats::phone_number) return "+1555" + id;
    if (&format == &formats::user_order) return coin() ? "-created_at" : "+last_name";
    if (&format == &formats::date_time) return "2026-05-12T07:15:20." + id + "Z";
    if (const std::string text = of_organizations(format, id); !text.empty()) return text;
    return {static_cast<char>('A' + number(26)), static_cast<char>('A' + number(26))};
  }

  std::string of_organizations(const Format& format, const std::string& id) {
    if (&format == &formats::organization_name) return "Engines " + id;
    if (&format == &formats::organization_slug) return "engines-" + id;
    if (&format == &formats::role_key) return "org:role_" + id;
    if (&format == &formats::role_set_key) return "role_set:set_" + id;
    if (&format == &formats::permission_key) return "org:feature_" + id + ":read";
    if (&format == &formats::domain_name) return "team" + id + ".example.com";
    if (&format == &formats::organization_order) return coin() ? "-created_at" : "+members_count";
    if (&format == &formats::membership_order) return coin() ? "-created_at" : "+last_name";
    if (&format == &formats::organization_invitation_order) return coin() ? "-created_at" : "+email_address";
    if (&format == &formats::organization_domain_order) return coin() ? "-created_at" : "+name";
    if (&format == &formats::organization_key_order) return coin() ? "-created_at" : "+key";
    return {};
  }

  std::mt19937_64 random_;
};

}  // namespace clerk::testing
