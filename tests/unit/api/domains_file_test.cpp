#include "server/api/domains_file.hpp"

#include "server/api/daemon.hpp"
#include "server/store/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace clerk::server::api {

namespace {

class DomainsFile : public ::testing::Test {
 protected:
  void write(const std::string& text) const { std::ofstream{file} << text; }

  /// What a start says that can't use the file.
  static std::string complaint_of(const std::string& name) {
    try {
      const Daemon daemon{{.listen = "127.0.0.1:0", .disposable_domains_file = name}};
    } catch (const std::exception& error) {
      return error.what();
    }
    return "";
  }

  store::TemporaryFolder folder{};
  std::string file{folder.path() + "/domains.txt"};
};

}  // namespace

TEST_F(DomainsFile, takes_the_place_of_the_list_that_is_compiled_in) {
  write("# ours\n\nThrowaway.example\n");
  const auto domains = read_domains_file(file);
  EXPECT_EQ(domains.size(), 1U);
  EXPECT_TRUE(domains.contains("mail.throwaway.example"));
  EXPECT_FALSE(domains.contains("mailinator.com"));
}

TEST_F(DomainsFile, may_be_empty_so_that_nothing_is_disposable) {
  write("");
  EXPECT_EQ(read_domains_file(file).size(), 0U);
}

TEST_F(DomainsFile, ends_the_start_with_its_name_and_the_line_that_is_no_domain) {
  write("throwaway.example\nnot a domain\n");
  EXPECT_TRUE(complaint_of(file).starts_with(file + ", line 2: 'not a domain' is not a domain")) << complaint_of(file);
}

TEST_F(DomainsFile, ends_the_start_with_its_name_when_it_cannot_be_read) {
  for (const std::string& name : {folder.path() + "/none.txt", folder.path()}) {
    EXPECT_EQ(complaint_of(name), "the file of disposable domains " + name + " can't be read");
  }
}

}  // namespace clerk::server::api
