#include "ctl/settings/refusal.hpp"

#include "codec/json_text.hpp"
#include "ctl/api_failure.hpp"
#include "ctl/output/plain_text.hpp"
#include "ctl/settings/service.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

namespace clerk::ctl::settings {

namespace json = boost::json;

namespace {

/// What the plan lacks, in the API's own names.
std::vector<std::string> features_in(const RawJson& meta) {
  std::vector<std::string> features;
  const auto parsed = codec::parse(meta.text(), codec::tolerant_limits(meta.text()));
  const json::object* object = parsed ? parsed->if_object() : nullptr;
  const json::value* listed = object == nullptr ? nullptr : object->if_contains("unsupported_features");
  if (listed == nullptr || !listed->is_array()) return features;
  for (const json::value& feature : listed->get_array()) {
    if (feature.is_string()) features.emplace_back(feature.get_string());
  }
  return features;
}

std::vector<std::string> features_in(const Error& error) {
  std::vector<std::string> all = features_in(error.meta);
  for (const ClerkError& reason : error.errors) {
    for (std::string& feature : features_in(reason.meta)) {
      if (std::ranges::find(all, feature) == all.end()) all.push_back(std::move(feature));
    }
  }
  return all;
}

std::vector<std::string> blamed(const Error& error, const std::vector<std::string>& features,
                                std::span<const PlannedField> sent) {
  std::vector<std::string> names;
  for (const PlannedField& field : sent) {
    const bool is_named = std::ranges::any_of(error.errors, [&](const ClerkError& reason) {
      const std::string param = param_name(reason);
      return param == field.field->name;
    });
    if (is_named || std::ranges::find(features, field.field->name) != features.end()) names.push_back(field.name);
  }
  if (!names.empty()) return names;
  for (const PlannedField& field : sent) names.push_back(field.name);
  return names;
}

std::string joined(const std::vector<std::string>& texts, std::string_view prefix = {}) {
  std::string all;
  for (const std::string& text : texts) all.append(all.empty() ? "" : ", ").append(prefix).append(harmless(text));
  return all;
}

std::string hint_of(const Error& error, const std::vector<std::string>& features) {
  constexpr std::string_view goes_on = "what was applied before it stays, and the next run goes on from there";
  if (may_have_acted(error)) return "`clerkctl settings plan` shows what can be known of it now";
  if (error.status == 402) {
    const std::string lacking = features.empty() ? "" : " (it lacks " + joined(features) + ")";
    return "the instance's plan does not allow this" + lacking +
           ": take the field out of the file, or change the plan; " + std::string{goes_on};
  }
  return std::string{goes_on};
}

}  // namespace

Refusal refusal_of(const Error& error, std::span<const PlannedField> sent) {
  const std::vector<std::string> features = features_in(error);
  const std::string prefix = std::string{sent.front().group->name} + '.';
  const bool unknown = may_have_acted(error);
  Refusal refusal;
  if (unknown) {
    for (const PlannedField& field : sent) refusal.fields.push_back(field.name);
  } else {
    refusal.fields = blamed(error, features, sent);
  }
  const std::string names = joined(refusal.fields, prefix);
  const std::string what = unknown                         ? names + " may or may not have been applied: "
                           : error.kind == ErrorKind::http ? names + " was refused: "
                                                           : names + " could not be sent: ";
  refusal.failure = {.message = what + error.message(), .hint = hint_of(error, features), .details = details_of(error)};
  return refusal;
}

}  // namespace clerk::ctl::settings
