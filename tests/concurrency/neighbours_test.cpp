// Others in the same process use libcurl, or another copy of the library.
#include "tests/concurrency/clients.hpp"
#include "tests/support/run_program.hpp"

#include <curl/curl.h>

#include <atomic>
#include <memory>
#include <string>

namespace {

using namespace clerk::concurrency;
using clerk::operations::UpdateInstance;
using clerk::test::run_program;

/// What a library does that thinks libcurl its own.
bool transfer_by_libcurl(const std::string& url) {
  if (curl_global_init(CURL_GLOBAL_ALL) != CURLE_OK) return false;
  const auto ignore = [](char*, std::size_t size, std::size_t count, void*) { return size * count; };
  CURL* easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_URL, (url + "/v1/instance").c_str());
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, +ignore);
  const bool succeeded = curl_easy_perform(easy) == CURLE_OK;
  curl_easy_cleanup(easy);
  curl_global_cleanup();
  return succeeded;
}

TEST(CodeThatUsesLibcurlItself, may_begin_and_end_it_while_clients_make_calls) {
  const HostilePeer peer{clerk::field::succeed};
  constexpr int rounds = sanitized ? 20 : 50;
  std::atomic<int> succeeded{0};
  on_threads(8, [&](int thread) {
    for (int i = 0; i < rounds; ++i) {
      const bool well = thread % 2 == 0
                            ? transfer_by_libcurl(peer.url())
                            : clerk::ApiClient{configuration_for(peer.url())}.send(UpdateInstance{}).has_value();
      succeeded += well ? 1 : 0;
    }
  });
  EXPECT_EQ(succeeded, 8 * rounds);
}

TEST(TwoCopiesOfTheLibrary, work_at_once_in_one_process_and_are_unloaded_in_either_order) {
  const HostilePeer peer{clerk::field::succeed};
  const std::string a = "'" PLUGIN_A "'";
  const std::string b = "'" PLUGIN_B "'";
  for (const std::string& order : {a + " " + b, b + " " + a}) {
    const auto outcome = run_program(PLUGINS, order + " " + peer.url());
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(outcome.output, "");
  }
}

}  // namespace
