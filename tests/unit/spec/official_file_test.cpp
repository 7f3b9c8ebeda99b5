#include "comparison.hpp"
#include "sources.hpp"
#include "spec_digest/description.hpp"
#include "spec_digest/digest_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdlib>
#include <set>

namespace clerk::spec {

namespace {

/// Tests that read the official files: where the files are missing they can't run, and a build server must have them.
class OfficialFile : public ::testing::Test {
 protected:
  void SetUp() override {
    files_ = official_files();
    if (!files_.empty()) return;
    const std::string missing = "NOT RUN: there is no bapi-*.yml in " CLERK_OFFICIAL_SPECS;
    if (std::getenv("CI") != nullptr) FAIL() << missing << "; CI must have the official files";
    GTEST_SKIP() << missing << "; the committed digest is not compared with the file it is of";
  }

  [[nodiscard]] std::filesystem::path file_of(const std::string& version) const {
    for (const auto& file : files_) {
      if (file.filename() == "bapi-" + version + ".yml") return file;
    }
    throw std::runtime_error{"there is no file of version " + version};
  }

  static Digest digest_of_file(const std::filesystem::path& file) {
    return digest_of(Description::parse(text_of(file)));
  }

  std::vector<std::filesystem::path> files_;
};

std::string without_comments(const std::string& text) {
  std::string kept;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size() - 1) + 1;
    if (text[start] != '#') kept += text.substr(start, end - start);
    start = end;
  }
  return kept;
}

// Texts for people, wherever they stand; a property may have such a name too, and is then no text.
void collect_prose(const YAML::Node& node, std::set<std::string>& prose) {
  if (node.IsSequence()) {
    for (const auto& item : node) collect_prose(item, prose);
  }
  if (!node.IsMap()) return;
  for (const auto& entry : node) {
    const std::string& key = entry.first.Scalar();
    const bool for_people = key == "description" || key == "summary" || key == "title" || key == "example";
    if (for_people && entry.second.IsScalar()) prose.insert(entry.second.Scalar());
    collect_prose(entry.second, prose);
  }
}

// What came after the oldest version, whose differences count as ours.
const std::vector<Deliberate> oldest_version{
    {"operation /sessions*", "200*.status", "enum",
     R"(["abandoned","active","ended","expired","pending","removed","replaced","revoked"])",
     R"(["abandoned","active","ended","expired","removed","replaced","revoked"])", 4, "Pending sessions came later.",
     "facts 3.3"},
    {"operation /sessions*", "200*.tasks", "", "type=array nullable", absent, 4, "Pending sessions came later.",
     "facts 3.3"},
    {"operation /sessions/{session_id}/verify POST", "", "", absent, "present", 1, "Taken out on 2025-04-10.",
     "facts 2.11"},
    {"operation /users/{user_id} PATCH", "body.*_metadata", "", absent, "type=object deprecated nullable", 3,
     "Versions before 2026-05-12 change metadata by it.", "facts 2.11"},
    {"operation /organization_roles*", "", "", "present", absent, 7, "Roles came later.", "facts 3.2"},
    {"operation /organizations/{organization_id} PATCH", "body.*_metadata", "", absent,
     "type=object deprecated nullable", 2, "Versions before 2026-05-12 change metadata by it.", "facts 2.11"},
    {"operation /organizations/{organization_id}/memberships/{user_id} *", "400", "", absent, "type=object", 2,
     "Listed in older descriptions only.", "https://github.com/clerk/openapi-specs"},
    {"operation /users/{user_id}/password/*set_compromised POST", "", "", "present", absent, 2,
     "Only in later descriptions.", "https://github.com/clerk/openapi-specs"},
    {"operation /waitlist_entries/bulk POST", "", "", "present", absent, 1, "Came on 2025-11-10.", "facts 2.11"},
};

bool is_a_sentence(const std::string& text) { return std::ranges::count(text, ' ') >= 2; }

}  // namespace

TEST_F(OfficialFile, has_the_digest_that_is_committed) {
  const std::string made = to_text(digest_of_file(file_of(committed_version)));
  const std::string committed = without_comments(text_of(committed_digest_file()));
  if (made == committed) return;
  const auto found = differences(parse_digest(committed), parse_digest(made));
  for (const Difference& difference : found)
    ADD_FAILURE() << "the digest is committed, the file is ours: " << difference;
  ADD_FAILURE() << "Make " << committed_digest_file() << " anew as its first lines say.";
}

TEST_F(OfficialFile, says_the_same_of_what_the_contract_has_in_every_version_but_for_what_came_later) {
  const auto of_operations = [](Digest digest) {
    digest.erase("document");
    return digest;
  };
  const Digest committed = of_operations(family_of(official_digest()));
  for (const auto& file : files_) {
    const bool is_oldest = file == file_of("2021-02-05");
    const auto found = differences(committed, of_operations(family_of(digest_of_file(file))));
    for (const std::string& fault : judge(found, is_oldest ? oldest_version : std::vector<Deliberate>{})) {
      ADD_FAILURE() << file.filename() << " counts as ours: " << fault;
    }
  }
  EXPECT_GE(files_.size(), 2U) << "with one version there is nothing to compare";
}

TEST_F(OfficialFile, leaves_none_of_its_sentences_in_the_digest) {
  std::set<std::string> prose;
  collect_prose(YAML::LoadFile(file_of(committed_version).string()), prose);
  std::erase_if(prose, [](const std::string& text) { return !is_a_sentence(text); });
  EXPECT_GT(prose.size(), 500U) << "the search found too little to prove anything";
  const std::string digest = without_comments(text_of(committed_digest_file()));
  for (const std::string& text : prose) EXPECT_EQ(digest.find(text), std::string::npos) << text;
}

TEST(CommittedDigest, holds_the_whole_API_in_canonical_form_and_names_its_source) {
  const std::string text = text_of(committed_digest_file());
  EXPECT_EQ(to_text(official_digest()), without_comments(text));
  const auto operations =
      std::ranges::count_if(official_digest(), [](const auto& entry) { return entry.first.starts_with("operation "); });
  EXPECT_EQ(operations, 249);
  EXPECT_LT(text.size(), 400'000U);
  for (const char* word : {"clerk/openapi-specs", "7987d1b", "Copyright", "LICENSE.openapi-specs", "spec_digest"}) {
    EXPECT_THAT(text.substr(0, text.find("\ndocument\n")), ::testing::HasSubstr(word));
  }
}

}  // namespace clerk::spec
