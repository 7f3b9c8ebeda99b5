#include "codec/codec.hpp"
#include "codec/form.hpp"
#include "codec/query_reader.hpp"
#include "codec/target_writer.hpp"
#include "tests/support/random_model.hpp"
#include "tests/support/sample_operation.hpp"

#include <clerk/contract/registry.hpp>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <string>

namespace clerk::codec {

namespace {

constexpr int rounds = 300;

template <class Op>
void expect_requests_survive(clerk::testing::RandomModel& random) {
  for (int i = 0; i < rounds; ++i) {
    const auto sent = random.draw<typename Op::Body>();
    const auto text = encode(sent);
    ASSERT_TRUE(text.has_value()) << Op::info.name << ": " << text.error().path << ' ' << text.error().problem;
    const auto read = decode_request<typename Op::Body>(*text);
    ASSERT_TRUE(read.has_value()) << *text;
    EXPECT_TRUE(read->faults.empty()) << *text << " at " << read->faults.front().path;
    EXPECT_TRUE(read->value == sent) << *text;
  }
}

template <class Op>
void expect_forms_survive(clerk::testing::RandomModel& random) {
  for (int i = 0; i < rounds; ++i) {
    const auto sent = random.draw<typename Op::Body>();
    const auto text = encode_form(sent);
    ASSERT_TRUE(text.has_value()) << Op::info.name << ": " << text.error().path << ' ' << text.error().problem;
    const auto read = decode_form<typename Op::Body>(text->content_type, text->body);
    ASSERT_TRUE(read.has_value()) << text->body;
    EXPECT_TRUE(read->faults.empty()) << text->body << " at " << read->faults.front().path;
    EXPECT_TRUE(read->value == sent) << text->body;
  }
}

template <class Op>
void expect_queries_survive(clerk::testing::RandomModel& random) {
  for (int i = 0; i < rounds; ++i) {
    Op sent = clerk::testing::sample_operation<Op>();
    sent.query = random.draw<typename Op::Query>();
    const auto target = request_target(sent);
    ASSERT_TRUE(target.has_value()) << Op::info.name << ": " << target.error().path << ' ' << target.error().problem;
    const std::size_t mark = target->find('?');
    const auto read = decode_query<typename Op::Query>(
        mark == std::string::npos ? std::string_view{} : std::string_view{*target}.substr(mark + 1));
    EXPECT_TRUE(read.faults.empty()) << *target << " at " << read.faults.front().path;
    EXPECT_TRUE(read.value == sent.query) << *target;
  }
}

template <class Op>
void expect_answers_survive(clerk::testing::RandomModel& random) {
  for (int i = 0; i < rounds; ++i) {
    const auto sent = random.draw<typename Op::Answer>();
    const auto text = encode(sent);
    ASSERT_TRUE(text.has_value()) << Op::info.name << ": " << text.error().path << ' ' << text.error().problem;
    const auto read = decode_answer<typename Op::Answer>(*text);
    ASSERT_TRUE(read.has_value()) << *text << ": " << read.error().path << ' ' << read.error().problem;
    EXPECT_TRUE(*read == sent) << *text;
  }
}

std::string random_json(clerk::testing::RandomModel& random, int depth) {
  switch (random.number(depth > 3 ? 6 : 8)) {
    case 0:
      return "null";
    case 1:
      return "true";
    case 2:
      return "-17";
    case 3:
      return "1.5e300";
    case 4:
      return "18446744073709551615";
    case 5:
      return R"("te\u0000xt")";
    case 6:
      return "[" + random_json(random, depth + 1) + "," + random_json(random, depth + 1) + "]";
    default:
      return R"({"a":)" + random_json(random, depth + 1) + R"(,"allowlist":)" + random_json(random, depth + 1) + "}";
  }
}

/// The same JSON with a field more in every object, and with other names of their types.
boost::json::value newer(const boost::json::value& value) {
  if (value.is_array()) {
    boost::json::array items;
    for (const auto& item : value.get_array()) items.push_back(newer(item));
    return items;
  }
  if (!value.is_object()) return value;
  boost::json::object object;
  for (const auto& entry : value.get_object()) object[entry.key()] = newer(entry.value());
  if (object.contains("object")) object["object"] = "a_newer_name";
  object["a_newer_field"] = {{"deep", {1, nullptr, "x"}}};
  return object;
}

template <class Op>
void expect_newer_answers_survive(clerk::testing::RandomModel& random) {
  for (int i = 0; i < rounds; ++i) {
    const auto sent = newer(boost::json::parse(*encode(random.draw<typename Op::Answer>())));
    const auto read = decode_answer<typename Op::Answer>(boost::json::serialize(sent));
    ASSERT_TRUE(read.has_value()) << sent << ": " << read.error().path << ' ' << read.error().problem;
    const auto written = encode(*read);
    ASSERT_TRUE(written.has_value()) << sent;
    EXPECT_EQ(boost::json::parse(*written), sent);
  }
}

// Random values under the fields' own names, so that every reader meets every kind of value.
template <Model M>
std::string random_object(clerk::testing::RandomModel& random) {
  std::string text = "{";
  for_each_field<M>([&](std::string_view name, auto, const FieldRules&, std::string_view) {
    if (random.coin()) return;
    text += (text.size() > 1 ? ",\"" : "\"") + std::string{name} + "\":" + random_json(random, 0);
  });
  return text + "}";
}

// Whether a member that can't be absent was not read, and so has a value that nobody sent.
template <Model M>
bool misses_a_member(const Faults& faults) {
  bool misses = false;
  for_each_field<M>([&]<class T>(std::string_view name, T M::*, const FieldRules&, std::string_view) {
    if constexpr (is_patch<T> || clerk::detail::is_optional<T>) return;
    for (const Fault& fault : faults) {
      const std::string_view place = std::string_view{fault.path}.substr(0, fault.path.rfind('['));
      misses = misses || fault.path.ends_with(name) || place.ends_with(name);
    }
  });
  return misses;
}

template <class M>
struct row_of {
  using type = M;
};
template <ArrayModel M>
struct row_of<M> {
  using type = typename decltype(M::data)::value_type;
};

template <Model M>
std::string random_body(clerk::testing::RandomModel& random) {
  if constexpr (ArrayModel<M>) {
    using Row = typename row_of<M>::type;
    return "[" + random_object<Row>(random) + "," + random_json(random, 2) + "," + random_object<Row>(random) + "]";
  } else {
    return random_object<M>(random);
  }
}

}  // namespace

TEST(CodecProperties, a_request_that_obeys_the_rules_is_read_back_as_it_was_sent) {
  clerk::testing::RandomModel random{20261125};
  AllOperations::for_each([&]<class Op>() {
    if constexpr (HasForm<Op>) {
      expect_forms_survive<Op>(random);
    } else if constexpr (HasBody<Op>) {
      expect_requests_survive<Op>(random);
    }
  });
}

TEST(CodecProperties, a_query_that_obeys_the_rules_is_read_back_as_it_was_sent) {
  clerk::testing::RandomModel random{20261126};
  AllOperations::for_each([&]<class Op>() {
    if constexpr (HasQuery<Op>) expect_queries_survive<Op>(random);
  });
}

TEST(CodecProperties, an_answer_is_read_back_as_it_was_written) {
  clerk::testing::RandomModel random{7};
  AllOperations::for_each([&]<class Op>() {
    if constexpr (!std::is_void_v<typename Op::Answer>) expect_answers_survive<Op>(random);
  });
}

// A later release of the API adds fields anywhere and may rename the type of an object; both must reach the caller.
TEST(CodecProperties, an_answer_newer_than_the_library_is_read_and_nothing_of_it_is_lost) {
  clerk::testing::RandomModel random{41};
  AllOperations::for_each([&]<class Op>() {
    if constexpr (!std::is_void_v<typename Op::Answer>) expect_newer_answers_survive<Op>(random);
  });
}

TEST(CodecProperties, whatever_values_a_request_has_each_fault_has_a_path_and_sound_fields_are_read) {
  clerk::testing::RandomModel random{99};
  AllOperations::for_each([&]<class Op>() {
    if constexpr (HasBody<Op> && !HasForm<Op>) {
      for (int i = 0; i < rounds; ++i) {
        const std::string text = random_body<typename Op::Body>(random);
        const auto read = decode_request<typename Op::Body>(text);
        ASSERT_TRUE(read.has_value()) << text;
        for (const Fault& fault : read->faults) EXPECT_FALSE(fault.path.empty()) << text;
        if (misses_a_member<typename row_of<typename Op::Body>::type>(read->faults)) continue;
        // What was read obeys the rules: sent again it has no other faults than nulls and retired names had.
        const auto again = decode_request<typename Op::Body>(*encode(read->value));
        for (const Fault& fault : again->faults) EXPECT_EQ(fault.kind, FaultKind::null_without_effect) << text;
      }
    }
  });
}

TEST(CodecProperties, a_cut_request_is_refused_as_a_whole) {
  const std::string text = R"({"allowlist":true,"blocklist":false,"extra":{"a":["b",1.5,null]}})";
  for (std::size_t length = 1; length < text.size(); ++length) {
    EXPECT_TRUE(decode_request<UpdateInstanceRestrictionsRequest>(text.substr(0, length)).has_error()) << length;
  }
}

}  // namespace clerk::codec
