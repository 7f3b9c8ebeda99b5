#include "ctl/output/plain_text.hpp"

#include <gtest/gtest.h>

namespace clerk::ctl {
namespace {

TEST(HarmlessText, has_nothing_that_drives_a_terminal) {
  EXPECT_EQ(harmless("a\x1b[31mb"), "a\\u001b[31mb");
  EXPECT_EQ(harmless("a\xC2\x9B"
                     "31mb"),
            "a\\u009b31mb");
  EXPECT_EQ(harmless("one\r\ntwo\t\x7f"), "one\\r\\ntwo\\t\\u007f");
  EXPECT_EQ(harmless("abc\xE2\x80\xAE"
                     "def"),
            "abc\\u202edef");
  EXPECT_EQ(harmless("\xFF\xC0\x80\xED\xA0\x80"), "\\xff\\xc0\\x80\\xed\\xa0\\x80");
  EXPECT_EQ(harmless("cut \xE2\x82"), "cut \\xe2\\x82");
}

TEST(HarmlessText, keeps_every_other_character) {
  EXPECT_EQ(harmless("Zoë 漢字 😀 \\ \""), "Zoë 漢字 😀 \\ \"");
  EXPECT_EQ(harmless_lines("one\n\ttwo\r"), "one\n\ttwo\\r");
}

TEST(DisplayWidth, counts_columns_not_bytes) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("Zoë"), 3U);
  EXPECT_EQ(display_width("Zoe\xCC\x88"), 3U);
  EXPECT_EQ(display_width("漢字"), 4U);
  EXPECT_EQ(display_width("😀"), 2U);
}

TEST(ShortenedText, fits_and_says_that_it_is_cut) {
  EXPECT_EQ(shortened("abcdef", 6), "abcdef");
  EXPECT_EQ(shortened("abcdef", 5), "abcd…");
  EXPECT_EQ(shortened("漢字漢字", 6), "漢字…");
  for (std::size_t columns = 1; columns < 12; ++columns) {
    EXPECT_LE(display_width(shortened("a漢b字c😀d", columns)), columns);
  }
}

}  // namespace
}  // namespace clerk::ctl
