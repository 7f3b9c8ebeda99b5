// Reads back, in a process of its own, what the tutorial wrote, and compares. What no answer of the API shows is read
// from clerkd's own tool.
//
//   CLERK_API_URL=http://127.0.0.1:4500 CLERK_SECRET_KEY=sk_test_… tutorial_check NUMBER

#include "print_model.hpp"
#include "tutorial_values.hpp"

#include <clerk/api/instance_settings_api.hpp>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>

namespace {

class Comparison {
 public:
  template <class Sent, class Read>
  void compare(std::string_view where, std::string_view name, const Sent& sent, const Read& read, bool equal) {
    std::cout << (equal ? "  same    " : "  DIFFERS ") << where << ' ' << name << ": sent ";
    print_value(std::cout, sent);
    std::cout << ", read ";
    print_value(std::cout, read);
    std::cout << '\n';
    ++compared_;
    if (!equal) ++different_;
  }

  /// Each field of the answer that the request set. The order of origins is arbitrary, so lists are compared sorted.
  template <clerk::Model Request, clerk::Model Answer>
  void compare_models(std::string_view where, const Request& request, const Answer& answer) {
    clerk::for_each_field<Request>([&](std::string_view name, auto from, const clerk::FieldRules&, std::string_view) {
      if (!(request.*from).has_value()) return;
      using Sent = std::remove_cvref_t<decltype(*(request.*from))>;
      clerk::for_each_field<Answer>([&](std::string_view other, auto to, const clerk::FieldRules&, std::string_view) {
        using Read = std::remove_cvref_t<decltype(answer.*to)>;
        if constexpr (std::is_same_v<Read, Sent> || std::is_same_v<Read, std::optional<Sent>>) {
          if (name != other) return;
          const Read& read = answer.*to;
          compare(where, name, *(request.*from), read,
                  read == Read{*(request.*from)} || same_set(read, *(request.*from)));
        }
      });
    });
  }

  /// Each field that the request set, in the group of the settings document.
  template <clerk::Model Request>
  void compare_document(std::string_view group, const Request& request, const boost::json::object& settings) {
    clerk::for_each_field<Request>([&](std::string_view name, auto from, const clerk::FieldRules&, std::string_view) {
      if (!(request.*from).has_value()) return;
      std::ostringstream sent;
      print_value(sent, *(request.*from));
      const boost::json::value& kept = settings.at(name);
      const bool equal = boost::json::parse(sent.str()) == kept;
      compare("/__clerkd/settings " + std::string{group}, name, *(request.*from),
              clerk::RawJson{boost::json::serialize(kept)}, equal);
    });
  }

  [[nodiscard]] int report() const {
    std::cout << compared_ << " values compared, " << different_ << " different\n";
    return different_ == 0 && compared_ > 0 ? 0 : 1;
  }

 private:
  template <class Read, class Sent>
  static bool same_set(const Read& /*read*/, const Sent& /*sent*/) {
    return false;
  }
  static bool same_set(std::optional<std::vector<std::string>> read, std::vector<std::string> sent) {
    if (!read) return false;
    std::ranges::sort(*read);
    std::ranges::sort(sent);
    return *read == sent;
  }

  int compared_{0};
  int different_{0};
};

// A plain GET of the server's own tool; it is no operation of the API.
boost::json::object read_settings(const clerk::Configuration& configuration, const std::string& secret_key) {
  std::string authority = configuration.host.substr(configuration.host.find("//") + 2);
  authority = authority.substr(0, authority.find('/'));
  const std::size_t colon = authority.rfind(':');

  boost::asio::io_context context;
  boost::asio::ip::tcp::resolver resolver{context};
  boost::asio::ip::tcp::socket socket{context};
  boost::asio::connect(socket, resolver.resolve(authority.substr(0, colon), authority.substr(colon + 1)));
  namespace http = boost::beast::http;
  http::request<http::empty_body> request{http::verb::get, "/__clerkd/settings", 11};
  request.set(http::field::host, authority);
  request.set(http::field::authorization, "Bearer " + secret_key);
  http::write(socket, request);
  boost::beast::flat_buffer buffer;
  http::response<http::string_body> response;
  http::read(socket, buffer, response);
  if (response.result() != http::status::ok) throw std::runtime_error{"/__clerkd/settings: " + response.body()};
  return boost::json::parse(response.body()).as_object();
}

int check(const TutorialValues& values) {
  const clerk::Configuration configuration = clerk::Configuration::from_environment();
  const clerk::InstanceSettingsApi api_instance{clerk::ApiClient{configuration}};
  Comparison comparison;

  comparison.compare_models("GET /instance", values.instance, api_instance.get_instance().value());
  comparison.compare_models("GET /instance/organization_settings", values.organization_settings,
                            api_instance.get_instance_organization_settings().value());
  comparison.compare_models("PATCH /instance/restrictions {}", values.restrictions,
                            api_instance.update_instance_restrictions().value());

  const char* secret_key = std::getenv("CLERK_SECRET_KEY");
  const boost::json::object document = read_settings(configuration, secret_key == nullptr ? "" : secret_key);
  comparison.compare_document("instance", values.instance, document.at("instance").as_object());
  return comparison.report();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: tutorial_check NUMBER   (the number that the tutorial was given)\n";
    return 64;
  }
  try {
    return check(tutorial_values(std::strtoull(argv[1], nullptr, 10)));
  } catch (const std::exception& error) {
    std::cerr << "tutorial_check: " << error.what() << '\n';
    return 1;
  }
}
