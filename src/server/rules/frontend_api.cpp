#include "server/rules/frontend_api.hpp"

#include "server/rules/initial_settings.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace clerk::server::rules {

namespace {

constexpr std::array<std::string_view, 16> firsts{"amber", "brave", "clear", "eager", "fresh", "glad",
                                                  "happy", "keen",  "light", "merry", "noble", "proud",
                                                  "quick", "sunny", "tidy",  "warm"};
constexpr std::array<std::string_view, 16> seconds{"badger", "crane", "dove", "falcon", "finch", "heron",
                                                   "ibis",   "koala", "lynx", "moth",   "newt",  "otter",
                                                   "raven",  "seal",  "tern", "wren"};

// FNV-1a: the name of an instance must be the same on every machine.
std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  return std::string{url.substr(0, url.find_first_of("/:"))};
}

}  // namespace

std::string frontend_api_host(const store::InstanceState& instance) {
  if (instance.environment_type == production && instance.traits.home_url) {
    std::string domain = host_of(*instance.traits.home_url);
    if (!instance.traits.home_url_is_secondary && domain.starts_with("www.")) domain.erase(0, 4);
    return "clerk." + domain;
  }
  const std::uint64_t hash = hash_of(instance.id);
  return std::string{firsts.at(hash % firsts.size())} + "-" + std::string{seconds.at((hash >> 8U) % seconds.size())} +
         "-" + std::to_string((hash >> 16U) % 100) + ".clerk.accounts.dev";
}

}  // namespace clerk::server::rules
