#pragma once

#include "codec/defaults.hpp"
#include "server/rules/initial_settings.hpp"
#include "server/rules/live_operations.hpp"
#include "server/store/database.hpp"
#include "server/store/temporary_folder.hpp"

#include <clerk/contract/operation.hpp>
#include <clerk/contract/parameters.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clerk::server::rules {

/// `code param` of each refusal, or "done".
template <class Answer>
std::string verdict_of(const Judged<Answer>& judged) {
  if (judged.has_value()) return "done";
  std::string verdict;
  for (const Refusal& refusal : judged.error().refusals) {
    if (!verdict.empty()) verdict += "; ";
    verdict.append(refusal.definition->code);
    if (!refusal.param.empty()) verdict.append(" ").append(refusal.param);
  }
  return verdict;
}

/// One line of a table: where it is written, what came of it and what should.
struct Row {
  std::string_view fact;
  std::string got;
  std::string_view wanted;
};

inline void expect(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(row.got, row.wanted) << row.fact;
}

/// The key of an instance, made once: making one is slow.
const std::string& signing_key();

/// Rules over a store of their own, each operation in a transaction as the writer has it, without HTTP. The clock and
/// the ids are the test's.
class RowRules : public ::testing::Test {
 protected:
  explicit RowRules(std::string_view environment_type = development) {
    instance.id = "ins_1";
    instance.environment_type = environment_type;
    instance.settings = initial_settings(environment_type);
    instance.traits.sign_up_mode = "public";
    connection->begin_write();
    store::Transaction transaction{*connection};
    for (const std::string id : {"ins_1", "ins_2"}) {
      transaction.insert_instance({.id = id,
                                   .environment_type = std::string{environment_type},
                                   .document = "{}",
                                   .version = 1,
                                   .traits = "{}",
                                   .created_at = now});
    }
    connection->commit();
  }

  /// What comes of an operation: what it wrote stays, unless it was refused.
  template <class Op>
  Judged<typename Op::Answer> run(Op operation) {
    if constexpr (HasQuery<Op>) codec::fill_defaults(operation.query);
    if constexpr (HasBody<Op>) codec::fill_defaults(operation.body);
    warnings.clear();
    if constexpr (PreparedWrite<Op>) {
      const Look look = [&](const auto& seen) {
        connection->begin_read();
        store::Transaction transaction{*connection};
        seen(transaction);
        connection->commit();
      };
      decltype(prepare(operation, make_call(), look)) prepared{};
      if (is_slow(operation)) prepared = prepare(operation, make_call(), look);
      if (meanwhile) std::exchange(meanwhile, nullptr)();
      return in_transaction<Op>([&](Call& call, store::Transaction& transaction) {
        return apply(operation, call, transaction, std::as_const(prepared));
      });
    } else if constexpr (RowRead<Op>) {
      return in_transaction<Op>(
          [&](Call& call, store::Transaction& transaction) { return read(operation, call, transaction); });
    } else {
      return in_transaction<Op>(
          [&](Call& call, store::Transaction& transaction) { return apply(operation, call, transaction); });
    }
  }

  template <class Op>
  std::string verdict(Op operation) {
    return verdict_of(run(std::move(operation)));
  }

  /// The answer of what has to succeed.
  template <class Op>
  typename Op::Answer done(Op operation) {
    auto judged = run(std::move(operation));
    EXPECT_EQ(verdict_of(judged), "done");
    return judged.has_value() ? *std::move(judged) : typename Op::Answer{};
  }

  User make_user(const std::string& address) {
    return done(operations::CreateUser{.body = {.email_address = std::vector<std::string>{address}}});
  }

  [[nodiscard]] Call make_call() {
    return {
        .instance = instance,
        .now = now,
        .api_version = api_version,
        .make_id = [this](std::string_view prefix) { return std::string{prefix} + "_" + std::to_string(++made_ids); },
        .random_bytes = [](std::size_t count) { return std::string(count, 's'); },
        .make_signing_key = [] { return signing_key(); }};
  }

  store::Database database{store::StoreLocation{}};
  std::unique_ptr<store::Session> connection{database.open_session()};
  store::InstanceState instance{};
  std::int64_t now{1'700'000'000'000};
  std::string api_version{"2026-05-12"};
  std::int64_t made_ids{1000};
  std::vector<std::string> warnings{};
  std::function<void()> meanwhile{};  ///< done once, between what is prepared and what is applied

 private:
  template <class Op, class Apply>
  Judged<typename Op::Answer> in_transaction(const Apply& apply_it) {
    connection->begin_write();
    store::Transaction transaction{*connection};
    Call call = make_call();
    Judged<typename Op::Answer> judged = apply_it(call, transaction);
    const bool stays = judged.has_value() || judged.error().keep;
    stays ? connection->commit() : connection->rollback();
    for (const Warning& warning : call.warnings) warnings.push_back(warning.param + " " + warning.text);
    return judged;
  }
};

using Texts = std::vector<std::string>;

inline constexpr std::int64_t hour = 3'600'000;
inline constexpr std::int64_t day = 24 * hour;

}  // namespace clerk::server::rules
