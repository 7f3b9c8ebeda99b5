#pragma once

#include <clerk/contract/open_enum.hpp>

#include <array>
#include <string_view>

namespace clerk {

struct IdentifierTypes {
  static constexpr std::string_view name = "IdentifierType";
  static constexpr std::string_view email_address = "email_address";
  static constexpr std::string_view phone_number = "phone_number";
  static constexpr std::string_view web3_wallet = "web3_wallet";
  static constexpr std::array values{email_address, phone_number, web3_wallet};
};
/// `IdentifierType::email_address`, `::phone_number`, `::web3_wallet`, or a later value.
using IdentifierType = OpenEnum<IdentifierTypes>;

}  // namespace clerk
