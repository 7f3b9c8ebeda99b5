#include "ctl/text_file.hpp"

#include "tests/unit/ctl/program/machine.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <istream>
#include <streambuf>

namespace clerk::ctl::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// Gives one letter for ever, and knows how many of it.
class Endless : public std::streambuf {
 public:
  std::size_t given{0};

 protected:
  int_type underflow() override { return ++given, traits_type::to_int_type('a'); }
  int_type uflow() override { return underflow(); }
  std::streamsize xsgetn(char* to, std::streamsize size) override {
    std::fill_n(to, size, 'a');
    given += static_cast<std::size_t>(size);
    return size;
  }
};

/// Breaks off as the standard input of the library does: an end like any other, but for the error's number.
class BrokenInput : public std::streambuf {
 protected:
  int_type underflow() override {
    errno = EISDIR;
    return traits_type::eof();
  }
};

std::string text_in(const Outcome<std::string>& read) { return read ? *read : "refused: " + read.error().message; }

Outcome<std::string> read_from(std::streambuf& buffer, std::size_t largest) {
  Machine machine;
  const Host base = machine.host();
  std::istream in{&buffer};
  Host host{.in = in, .out = base.out, .err = base.err};
  return read_standard_input(host, largest);
}

TEST(TextFile, is_read_up_to_its_limit_and_not_a_byte_further) {
  const clerk::test::PrivateFolder folder;
  for (const std::size_t size : {0U, 1U, 100U, 65536U, 65537U, 200000U}) {
    const std::string text(size, 'x');
    const std::string file = folder.write("text", text);
    EXPECT_EQ(text_in(read_text_file(file, size)), text);
    std::stringbuf buffer{text};
    EXPECT_EQ(text_in(read_from(buffer, size)), text);
    if (size == 0) continue;
    const auto refused = read_text_file(file, size - 1);
    ASSERT_TRUE(refused.has_error()) << size;
    EXPECT_EQ(refused.error().message, file + " is larger than " + std::to_string(size - 1) + " bytes");
    EXPECT_NE(refused.error().hint, "");
  }
}

TEST(TextFile, without_end_is_refused_where_the_limit_is) {
  EXPECT_EQ(read_text_file("/dev/zero", 1000).error().message, "/dev/zero is larger than 1000 bytes");
  EXPECT_TRUE(read_text_file("/dev/zero").has_error());
  Endless endless;
  EXPECT_EQ(read_from(endless, 1000).error().message, "standard input is larger than 1000 bytes");
  EXPECT_EQ(endless.given, 1001U);
}

TEST(TextFile, that_breaks_off_is_not_taken_for_an_empty_one) {
  BrokenInput broken;
  const auto refused = read_from(broken, 1000);
  ASSERT_TRUE(refused.has_error());
  EXPECT_EQ(refused.error().message, "standard input can't be read: Is a directory");
  EXPECT_THAT(refused.error().hint, HasSubstr("<"));
  errno = EISDIR;  // of something before
  std::stringbuf empty;
  EXPECT_EQ(text_in(read_from(empty, 1000)), "");
}

TEST(TextFile, that_is_none_is_named_with_the_reason) {
  const clerk::test::PrivateFolder folder;
  const std::string file = folder.write("text", "x");
  const std::pair<std::string, std::string> rows[] = {
      {folder.path(), "it is a folder"},
      {folder.path("nowhere"), "No such file or directory"},
      {file + "/more", "Not a directory"},
  };
  for (const auto& [path, reason] : rows) {
    const auto refused = read_text_file(path);
    ASSERT_TRUE(refused.has_error()) << path;
    EXPECT_EQ(refused.error().message, std::string{path}.append(" can't be read: ").append(reason));
    EXPECT_NE(refused.error().hint, "") << path;
  }
  EXPECT_THAT(read_text_file(folder.path(), "--flag: text", 1).error().message,
              StartsWith("--flag: text can't be read"));
}

TEST(TextFile, that_cant_be_written_has_a_remedy_of_its_own) {
  for (const auto& [error, remedy] : std::vector<std::pair<int, std::string>>{{ENOSPC, "make room"},
                                                                              {EDQUOT, "make room"},
                                                                              {EACCES, "folder writable"},
                                                                              {EPERM, "folder writable"},
                                                                              {EROFS, "disk writable"},
                                                                              {ENOENT, "make its folder first"},
                                                                              {ENOTDIR, "move away"},
                                                                              {EEXIST, "take away"},
                                                                              {EIO, "has room"}}) {
    EXPECT_THAT(remedy_of_writing(error), HasSubstr(remedy)) << error;
  }
}

}  // namespace
}  // namespace clerk::ctl::test
