#include "spec_digest/description.hpp"
#include "spec_digest/digest.hpp"
#include "spec_digest/digest_of.hpp"

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

constexpr std::string_view usage =
    "usage: spec_digest FILE > DIGEST\n"
    "Writes the facts of an OpenAPI 3 description (YAML or JSON), without prose.\n";
constexpr int wrong_usage = 64;

std::string text_of(const char* name) {
  std::ifstream file{name, std::ios::binary};
  if (!file) throw clerk::spec::DigestError{"can't be read"};
  return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

}  // namespace

int main(int argc, char** argv) {
  const bool asks_for_help = argc == 2 && std::string_view{argv[1]} == "--help";
  if (argc != 2 || asks_for_help) {
    (asks_for_help ? std::cout : std::cerr) << usage;
    return asks_for_help ? 0 : wrong_usage;
  }
  try {
    const auto description = clerk::spec::Description::parse(text_of(argv[1]));
    std::cout << clerk::spec::to_text(clerk::spec::digest_of(description)) << std::flush;
    return std::cout ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "spec_digest: " << argv[1] << ": " << error.what() << '\n';
    return 1;
  }
}
