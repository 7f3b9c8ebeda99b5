#include <clerk/contract/formats.hpp>
#include <clerk/contract/organization_formats.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace clerk {

struct FormatCase {
  const Format* format;
  std::vector<std::string_view> matching;
  std::vector<std::string_view> others;
};

TEST(Formats, take_what_they_describe_and_nothing_else) {
  const std::vector<FormatCase> cases{
      {&formats::email,
       {"a@b.co", "first.last+tag@sub.example.com", "o'brien@example.com"},
       {"", "a", "@b.co", "a@", "a@b", "a b@c.co", "a@b..co", ".a@b.co", "a.@b.co", "a..b@c.co", "a@b.co ", "a@-b.co",
        "a@b@c.co"}},
      {&formats::email_local_part, {"noreply", "Team1"}, {"", "no-reply", "a.b", "a@b", "é"}},
      {&formats::http_url,
       {"https://www.example.com", "http://localhost:3000/app?x=1#y", "http://[::1]:4500/"},
       {"", "example.com", "ftp://example.com", "https://", "https:///path", "https://exa mple.com",
        "javascript:alert(1)", "http://user@example.com"}},
      {&formats::origin,
       {"chrome-extension://abcdef", "http://localhost:3000", "capacitor://localhost", "my-app://localhost",
        "http://[::1]:3000"},
       {"", "localhost", "http://", "http://a/", "http://a/b", "http://a?b", "://a", "1app://a", "http://a:b"}},
      {&formats::country_code, {"DE", "US", "ZZ"}, {"", "D", "de", "DEU", "D1"}},
      {&formats::npm_version, {"5", "5.2.0", "latest", "5.0.0-canary.1"}, {"", "^5", " 5", ">=5", "5 ", "../5"}},
      {&formats::phone_number,
       {"+15555550100", "+4915123456789", "+12", "+123456789012345"},
       {"", "+", "+1", "15555550100", "+05555550100", "+1555555010x", "+1 5555550100", "+1234567890123456"}},
      {&formats::date_time,
       {"2012-10-20T07:15:20.902Z", "2024-02-29T23:59:60Z", "2026-05-12t00:00:00z", "2026-05-12T00:00:00+05:30",
        "2026-05-12T00:00:00.123456789-23:59"},
       {"", "2012-10-20", "2012-10-20T07:15:20", "2012-10-20 07:15:20Z", "2023-02-29T00:00:00Z", "2100-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-04-31T00:00:00Z", "2026-05-12T24:00:00Z",
        "2026-05-12T00:60:00Z", "2026-05-12T00:00:61Z", "2026-05-12T00:00:00.Z", "2026-05-12T00:00:00.5",
        "2026-05-12T00:00:00+0530", "2026-05-12T00:00:00+24:00", "2026-05-12T00:00:00Zx", "20x6-05-12T00:00:00Z"}},
      {&formats::organization_slug, {"a", "engines-2", "--"}, {"", "A", "a b", "a_b", "é"}},
      {&formats::role_key, {"org:admin", "org:a_1"}, {"", "org:", "admin", "org:Admin", "org:a b", "org:a:b"}},
      {&formats::role_set_key, {"role_set:default"}, {"", "role_set:", "default", "role_set:A"}},
      {&formats::permission_key,
       {"org:invoices:create", "org:a_1:b_2"},
       {"", "org:", "org:a", "org:a:", "org::b", "org:a:b:c", "org:A:b", "org:sys_profile:manage", "a:b"}},
      {&formats::domain_name,
       {"example.com", "a.b.example.com", "xn--bcher-kva.example"},
       {"", "localhost", "https://example.com", "example.com/", "exa mple.com", "-a.com", "a..com", "me@example.com"}},
  };
  for (const FormatCase& each : cases) {
    for (const std::string_view text : each.matching) {
      EXPECT_TRUE(each.format->matches(text)) << each.format->expected << ": " << text;
    }
    for (const std::string_view text : each.others) {
      EXPECT_FALSE(each.format->matches(text)) << each.format->expected << ": " << text;
    }
  }
}

TEST(Formats, count_the_characters_of_a_name_and_not_its_bytes) {
  std::string name;
  for (int i = 0; i < 256; ++i) name += "漢";
  EXPECT_TRUE(formats::organization_name.matches(name));
  EXPECT_FALSE(formats::organization_name.matches(name + "a"));
}

}  // namespace clerk
