#include "openapi/reference.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace clerk::openapi {
namespace {

namespace fs = std::filesystem;

const fs::path folder{CLERK_REFERENCE_FOLDER};

std::string text_of(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

TEST(ReferenceTest, EveryPageIsWhatTheContractSays) {
  for (const Page& page : reference_pages()) {
    EXPECT_EQ(text_of(folder / page.name), page.text)
        << "docs/reference/" << page.name << " is out of date: cmake --build --preset dev --target update_reference";
  }
}

TEST(ReferenceTest, NoPageIsLeftOfWhatIsNoMore) {
  std::set<std::string> names;
  for (const Page& page : reference_pages()) names.insert(page.name);
  for (const auto& entry : fs::directory_iterator{folder}) {
    EXPECT_TRUE(names.contains(entry.path().filename())) << entry.path() << " is of nothing in the contract: delete it";
  }
}

// The anchors of a page's headings.
std::set<std::string> anchors_of(const std::string& text) {
  std::set<std::string> anchors;
  for (std::size_t line = 0; line < text.size(); line = text.find('\n', line) + 1) {
    const std::string heading = text.substr(line, text.find('\n', line) - line);
    if (!heading.starts_with('#')) continue;
    std::string anchor;
    for (const char c : heading.substr(heading.find(' ') + 1)) {
      if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-') {
        anchor += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      }
    }
    anchors.insert(anchor);
  }
  return anchors;
}

// Links are `](FILE)` or `](FILE#anchor)`; an anchor is a heading of that page.
TEST(ReferenceTest, EveryLinkLeadsSomewhere) {
  std::size_t links = 0;
  for (const Page& page : reference_pages()) {
    for (std::size_t at = page.text.find("]("); at != std::string::npos; at = page.text.find("](", at + 1)) {
      const std::string target = page.text.substr(at + 2, page.text.find(')', at) - at - 2);
      const std::string file = target.substr(0, target.find('#'));
      const std::string text = file.empty() ? page.text : text_of(folder / file);
      EXPECT_FALSE(text.empty()) << page.name << ": " << target;
      ++links;
      const std::size_t mark = target.find('#');
      if (mark == std::string::npos) continue;
      EXPECT_TRUE(anchors_of(text).contains(target.substr(mark + 1))) << page.name << ": " << target;
    }
  }
  EXPECT_GT(links, 50U);
}

}  // namespace
}  // namespace clerk::openapi
