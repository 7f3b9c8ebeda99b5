#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace clerk::server::rules {

/// Domains at which anybody may have an address, and which therefore belong to no organization. A list of clerkd's own:
/// the real one is not public. facts 3.3
inline constexpr auto common_email_domains = std::to_array<std::string_view>({
    "126.com",       "163.com",        "aim.com",        "aol.com",     "att.net",        "bellsouth.net",
    "bluewin.ch",    "btinternet.com", "comcast.net",    "cox.net",     "daum.net",       "duck.com",
    "email.com",     "fastmail.com",   "fastmail.fm",    "free.fr",     "gmail.com",      "gmx.at",
    "gmx.ch",        "gmx.com",        "gmx.de",         "gmx.net",     "googlemail.com", "hey.com",
    "hotmail.co.uk", "hotmail.com",    "hotmail.de",     "hotmail.es",  "hotmail.fr",     "hotmail.it",
    "hushmail.com",  "icloud.com",     "inbox.com",      "juno.com",    "laposte.net",    "libero.it",
    "live.co.uk",    "live.com",       "live.fr",        "live.nl",     "mac.com",        "mail.com",
    "mail.ru",       "me.com",         "msn.com",        "naver.com",   "o2.pl",          "orange.fr",
    "outlook.com",   "outlook.de",     "outlook.es",     "outlook.fr",  "outlook.it",     "pm.me",
    "posteo.de",     "proton.me",      "protonmail.com", "qq.com",      "rediffmail.com", "rocketmail.com",
    "sbcglobal.net", "seznam.cz",      "sfr.fr",         "sina.com",    "sky.com",        "t-online.de",
    "tutanota.com",  "uol.com.br",     "verizon.net",    "virgilio.it", "wanadoo.fr",     "web.de",
    "wp.pl",         "yahoo.ca",       "yahoo.co.in",    "yahoo.co.jp", "yahoo.co.uk",    "yahoo.com",
    "yahoo.com.br",  "yahoo.de",       "yahoo.es",       "yahoo.fr",    "yahoo.it",       "yandex.com",
    "yandex.ru",     "ymail.com",      "ziggo.nl",       "zoho.com",
});
static_assert(std::ranges::is_sorted(common_email_domains));

[[nodiscard]] constexpr bool is_common_email_domain(std::string_view name) {
  return std::ranges::binary_search(common_email_domains, name);
}

}  // namespace clerk::server::rules
