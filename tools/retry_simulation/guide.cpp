#include "retry_simulation/guide.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace clerk::simulation {

namespace {

constexpr std::string_view begin_mark = "<!-- table: retry_simulation -->\n";
constexpr std::string_view end_mark = "<!-- end of table -->\n";

}  // namespace

std::string with_table(std::string_view page, std::string_view table) {
  const std::size_t begin = page.find(begin_mark);
  const std::size_t end = page.find(end_mark);
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
    throw std::runtime_error{"the page has no marks around its table"};
  }
  std::string text{page.substr(0, begin + begin_mark.size())};
  text += table;
  text += page.substr(end);
  return text;
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  if (!in) throw std::runtime_error{file.string() + " can't be read"};
  return {std::istreambuf_iterator<char>{in}, {}};
}

void write_text(const std::filesystem::path& file, std::string_view text) {
  std::ofstream out{file, std::ios::binary};
  out << text;
  if (!out.flush()) throw std::runtime_error{file.string() + " can't be written"};
}

}  // namespace clerk::simulation
