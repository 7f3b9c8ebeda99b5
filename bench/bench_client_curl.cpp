// The peer of bench_client: bare libcurl sends the same bytes, with the same options and the same line of JSON. All is
// set once per handle. It leaves out what the library does beside: writing the request and reading the answer as JSON,
// the answer's headers, limits in time and size, the guard against sending a write twice, and errors with evidence.

#include "bench/client_arguments.hpp"
#include "bench/client_calls.hpp"
#include "bench/client_measurement.hpp"
#include "bench/plain_request.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

namespace clerk::bench {

namespace {

/// An easy handle that sends one request again and again.
class Sender {
 public:
  explicit Sender(const PlainRequest& request) : request_{request}, easy_{curl_easy_init()} {
    if (!easy_) throw std::bad_alloc{};
    for (const std::string& line : request.headers) add_line(line);
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
    set(CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body.size()));
    set(CURLOPT_POSTFIELDS, request.body.c_str());
    set(CURLOPT_HTTPHEADER, lines_.get());
    set(CURLOPT_ACCEPT_ENCODING, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_WRITEFUNCTION, &Sender::on_body);
    set(CURLOPT_WRITEDATA, &answer_);
    set(CURLOPT_PRIVATE, this);
  }

  [[nodiscard]] CURL* get() const noexcept { return easy_.get(); }

  void begin() {
    answer_.clear();
    begun_ = Clock::now();
  }

  void end(CURLcode code, Latencies& latencies) {
    latencies.add(Clock::now() - begun_);
    if (code != CURLE_OK) throw std::runtime_error{curl_easy_strerror(code)};
    long status = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status != request_.status) {
      throw std::runtime_error{"the server answered " + std::to_string(status) + ": " + answer_};
    }
  }

 private:
  struct FreeLines {
    void operator()(curl_slist* lines) const noexcept { curl_slist_free_all(lines); }
  };
  struct Cleanup {
    void operator()(CURL* easy) const noexcept { curl_easy_cleanup(easy); }
  };

  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* answer) {
    static_cast<std::string*>(answer)->append(data, size * count);
    return size * count;
  }

  void add_line(const std::string& line) {
    curl_slist* longer = curl_slist_append(lines_.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc{};
    static_cast<void>(lines_.release());
    lines_.reset(longer);
  }

  template <class Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(easy_.get(), option, value);
  }

  const PlainRequest& request_;
  std::unique_ptr<curl_slist, FreeLines> lines_{};
  std::unique_ptr<CURL, Cleanup> easy_;
  std::string answer_{};
  Clock::time_point begun_{};
};

class BlockingCalls {
 public:
  explicit BlockingCalls(const PlainRequest& request) : sender_{request} {}

  void operator()(std::size_t count, Latencies& latencies) {
    for (std::size_t made = 0; made < count; ++made) {
      sender_.begin();
      sender_.end(curl_easy_perform(sender_.get()), latencies);
    }
  }

 private:
  Sender sender_;
};

/// So many calls in flight by libcurl's own poll loop.
class CallsInFlight {
 public:
  CallsInFlight(const PlainRequest& request, std::size_t in_flight) : multi_{curl_multi_init()} {
    if (!multi_) throw std::bad_alloc{};
    for (std::size_t made = 0; made < in_flight; ++made) senders_.push_back(std::make_unique<Sender>(request));
  }

  void operator()(std::size_t count, Latencies& latencies) {
    left_ = count;
    running_ = 0;
    for (const auto& sender : senders_) start_next(*sender);
    while (running_ > 0) {
      int ignored = 0;
      curl_multi_perform(multi_.get(), &ignored);
      if (!take_answers(latencies)) curl_multi_poll(multi_.get(), nullptr, 0, 1000, nullptr);
    }
  }

 private:
  struct Cleanup {
    void operator()(CURLM* multi) const noexcept { curl_multi_cleanup(multi); }
  };

  void start_next(Sender& sender) {
    if (left_ == 0) return;
    --left_;
    ++running_;
    sender.begin();
    curl_multi_add_handle(multi_.get(), sender.get());
  }

  bool take_answers(Latencies& latencies) {
    bool taken = false;
    int waiting = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &waiting)) {
      if (message->msg != CURLMSG_DONE) continue;
      const CURLcode code = message->data.result;
      Sender* sender = nullptr;
      curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &sender);
      curl_multi_remove_handle(multi_.get(), sender->get());
      --running_;
      sender->end(code, latencies);
      start_next(*sender);
      taken = true;
    }
    return taken;
  }

  std::unique_ptr<CURLM, Cleanup> multi_;
  std::vector<std::unique_ptr<Sender>> senders_{};  // destroyed before multi_, as libcurl wants it
  std::size_t left_{0};
  std::size_t running_{0};
};

void measure(const ClientArguments& arguments) {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  with_call(arguments.operation, [&]<class Call>() {
    const PlainRequest request = plain_request<Call>(arguments.base, key_from_environment());
    if (arguments.in_flight == 1) {
      BlockingCalls calls{request};
      measure_client(arguments, calls);
    } else {
      CallsInFlight calls{request, arguments.in_flight};
      measure_client(arguments, calls);
    }
  });
}

}  // namespace

}  // namespace clerk::bench

int main(int argc, char** argv) {
  using namespace clerk::bench;
  return run_program<ClientArguments>(argc, argv, "Measures the same calls by bare libcurl.", declare_client_arguments,
                                      measure);
}
