#include "codec/utf8.hpp"

#include <gtest/gtest.h>

namespace clerk::codec {

TEST(Utf8, takes_every_length_and_both_ends_of_each_range) {
  for (const std::string_view text : {"", "a", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf",
                                      "\xee\x80\x80", "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"}) {
    EXPECT_TRUE(is_utf8(text));
  }
}

TEST(Utf8, refuses_overlong_forms_surrogates_strays_and_cut_sequences) {
  for (const std::string_view text :
       {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80",
        "\xf5\x80\x80\x80", "\xff", "\xc2", "\xe2\x82", "a\xf0\x9f\x98", "\xc2\x41"}) {
    EXPECT_FALSE(is_utf8(text));
  }
}

}  // namespace clerk::codec
