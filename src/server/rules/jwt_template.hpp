#pragma once

#include <clerk/raw_json.hpp>

#include <optional>

namespace clerk::server::rules {

/// Fills a JWT template: an object of claims whose texts may hold shortcodes such as `{{user.id}}`. A dotted path leads
/// into `context`, an object such as `{"user": {…}, "org": {…}}`; what leads nowhere is null. A text that is one
/// shortcode becomes the value it names, of whatever type; within a longer text it becomes text. Operands after `||`
/// step in for null and false: more paths, 'texts', numbers, true and false. Nothing if either is no JSON object.
[[nodiscard]] std::optional<RawJson> render_claims(const RawJson& claims, const RawJson& context);

}  // namespace clerk::server::rules
