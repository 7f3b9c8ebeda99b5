#include "server/api/domains_file.hpp"

#include <fstream>
#include <iterator>

namespace clerk::server::api {

namespace {

/// Whether the file could be read. A folder opens, and fails only when it is read.
bool read_whole(const std::string& file, std::string& text) {
  std::ifstream input{file, std::ios::binary};
  if (input.peek() == std::ifstream::traits_type::eof()) return input.eof() && !input.bad();
  text.assign(std::istreambuf_iterator<char>{input}, {});
  return !input.bad();
}

}  // namespace

rules::DisposableDomains read_domains_file(const std::string& file) {
  std::string text;
  if (!read_whole(file, text)) {
    throw rules::UnreadableDomains{"the file of disposable domains " + file + " can't be read"};
  }
  try {
    return rules::DisposableDomains{text};
  } catch (const rules::UnreadableDomains& problem) {
    throw rules::UnreadableDomains{file + ", " + problem.what()};
  }
}

}  // namespace clerk::server::api
