#include "sources.hpp"

#include "openapi/document.hpp"
#include "spec_digest/description.hpp"
#include "spec_digest/digest_of.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace clerk::spec {

std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream{file, std::ios::binary};
  if (!stream) throw std::runtime_error{file.string() + " can't be read"};
  return {std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}};
}

std::filesystem::path committed_digest_file() {
  return std::filesystem::path{CLERK_TEST_DATA} / ("bapi-" + std::string{committed_version} + ".digest");
}

const Digest& official_digest() {
  static const Digest digest = parse_digest(text_of(committed_digest_file()));
  return digest;
}

const Digest& own_digest() {
  static const Digest digest = digest_of(Description::parse(openapi::document()));
  return digest;
}

std::vector<std::filesystem::path> official_files() {
  std::vector<std::filesystem::path> files;
  const std::filesystem::path folder{CLERK_OFFICIAL_SPECS};
  if (!std::filesystem::is_directory(folder)) return files;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("bapi-") && name.ends_with(".yml")) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace clerk::spec
