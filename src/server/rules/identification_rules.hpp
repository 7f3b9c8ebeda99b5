#pragma once

#include "server/rules/call.hpp"

#include <clerk/contract/email_addresses.hpp>
#include <clerk/contract/phone_numbers.hpp>

namespace clerk::server::rules {

// The e-mail addresses and phone numbers of a user, one at a time. facts 3.1, 3.3

[[nodiscard]] Judged<clerk::EmailAddress> apply(const operations::CreateEmailAddress& operation, Call& call,
                                                store::Transaction& transaction);
[[nodiscard]] Judged<clerk::EmailAddress> read(const operations::GetEmailAddress& operation, Call& call,
                                               store::Transaction& transaction);
[[nodiscard]] Judged<clerk::EmailAddress> apply(const operations::UpdateEmailAddress& operation, Call& call,
                                                store::Transaction& transaction);
[[nodiscard]] Judged<DeletedObject> apply(const operations::DeleteEmailAddress& operation, Call& call,
                                          store::Transaction& transaction);
[[nodiscard]] Judged<clerk::EmailAddress> apply(const operations::ReplaceUserEmailAddress& operation, Call& call,
                                                store::Transaction& transaction);

[[nodiscard]] Judged<clerk::PhoneNumber> apply(const operations::CreatePhoneNumber& operation, Call& call,
                                               store::Transaction& transaction);
[[nodiscard]] Judged<clerk::PhoneNumber> read(const operations::GetPhoneNumber& operation, Call& call,
                                              store::Transaction& transaction);
[[nodiscard]] Judged<clerk::PhoneNumber> apply(const operations::UpdatePhoneNumber& operation, Call& call,
                                               store::Transaction& transaction);
[[nodiscard]] Judged<DeletedObject> apply(const operations::DeletePhoneNumber& operation, Call& call,
                                          store::Transaction& transaction);
[[nodiscard]] Judged<clerk::PhoneNumber> apply(const operations::ReplaceUserPhoneNumber& operation, Call& call,
                                               store::Transaction& transaction);

}  // namespace clerk::server::rules
