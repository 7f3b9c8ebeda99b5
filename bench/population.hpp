#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace clerk::bench {

/// Someone who has an account.
struct Person {
  std::size_t number{};
  std::string first_name{};
  std::string last_name{};
  std::string email_address{};
  std::int64_t created_at{};
};

/// An id of the API's form: the prefix and 27 characters.
inline std::string numbered_id(std::string_view prefix, std::size_t number) {
  const std::string digits = std::to_string(number);
  return std::string{prefix} + std::string(27 - digits.size(), '0') + digits;
}

/// The number of the user who is one of an organization's members: nobody is twice in one of up to a hundred, as long
/// as there are so many and the stride does not divide how many there are.
inline std::size_t member_of(std::size_t organization, std::size_t member, std::size_t users) {
  constexpr std::size_t stride = 1009;
  return (organization * 7 + member * stride) % users;
}

/// The users of an instance. Each follows from the seed and its number alone, so that who measures knows them too.
class Population {
 public:
  static constexpr std::int64_t begin = 1'600'000'000'000;               ///< when the first came, in Unix milliseconds
  static constexpr std::int64_t time = 5LL * 365 * 24 * 60 * 60 * 1000;  ///< over which they came

  Population(std::size_t size, std::uint64_t seed) : size_{size}, seed_{seed} {}

  [[nodiscard]] Person person(std::size_t number) const {
    constexpr std::array firsts{"Ada",  "Alan", "Barbara", "Claude",    "Dana",   "Edsger",   "Frances", "Grace",
                                "Hedy", "Ivan", "Jean",    "Katherine", "Leslie", "Margaret", "Niklaus", "Radia"};
    constexpr std::array lasts{"Allen",   "Clarke", "Dijkstra", "Hamilton", "Hopper", "Johnson", "Kay",    "Lamarr",
                               "Lamport", "Liskov", "Lovelace", "Perlman",  "Scott",  "Shannon", "Turing", "Wirth"};
    const std::uint64_t draw = mixed(number);
    Person person{.number = number,
                  .first_name = firsts.at(draw % firsts.size()),
                  .last_name = lasts.at((draw >> 8U) % lasts.size())};
    // What is drawn stands first, so that neighbours in time are none in the index of addresses.
    person.email_address = std::to_string((draw >> 16U) % 1'000'000) + "." + std::to_string(number) + "@example.com";
    const auto step = static_cast<std::uint64_t>(time) / (size_ == 0 ? 1 : size_);
    person.created_at = begin + static_cast<std::int64_t>(step * number + (step == 0 ? 0 : draw % step));
    return person;
  }

  /// Entry of the allowlist: addresses, and now and then a whole domain.
  [[nodiscard]] static std::string listed(std::size_t number) {
    return (number % 10 == 9 ? "*@listed" : "someone@listed") + std::to_string(number) + ".example";
  }

 private:
  /// SplitMix64.
  [[nodiscard]] std::uint64_t mixed(std::uint64_t number) const noexcept {
    std::uint64_t mixed = seed_ + (number + 1) * 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }

  std::size_t size_;
  std::uint64_t seed_;
};

}  // namespace clerk::bench
