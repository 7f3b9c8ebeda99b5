// What is promised of fork: the child makes a client of its own, and what the parent has stays the parent's.
#include "tests/concurrency/clients.hpp"

#include <boost/asio/use_future.hpp>

#include <arpa/inet.h>
#include <fcntl.h>
#include <filesystem>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace clerk::concurrency;
using clerk::operations::UpdateInstance;

/// What `body` returns in a child of this process.
template <class Body>
int status_of_child(Body body) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(body());
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status)) << status;
  return WEXITSTATUS(status);
}

bool succeeds(const clerk::ApiClient& client) { return client.send(UpdateInstance{}).has_value(); }

TEST(AChildProcess, makes_calls_with_a_client_of_its_own_while_the_parent_goes_on_with_its) {
  const HostilePeer peer{clerk::field::succeed};
  const clerk::ApiClient client{configuration_for(peer.url())};
  ASSERT_TRUE(succeeds(client));
  const int status = status_of_child([&] {
    const clerk::ApiClient own{client.configuration()};
    return succeeds(own) && succeeds(own) ? 0 : 1;
  });
  EXPECT_EQ(status, 0);
  EXPECT_TRUE(succeeds(client));
  EXPECT_EQ(peer.connections(), 2);  // and the parent's was not touched
}

TEST(AChildProcess, may_use_a_client_that_made_no_call_before) {
  const HostilePeer peer{clerk::field::succeed};
  const clerk::ApiClient client{configuration_for(peer.url())};
  EXPECT_EQ(status_of_child([&] { return succeeds(client) ? 0 : 1; }), 0);
  EXPECT_TRUE(succeeds(client));
  EXPECT_EQ(peer.connections(), 2);
}

/// The port of the server that the socket is connected to; 0 for all else.
int port_behind(int descriptor) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  const bool connected = ::getpeername(descriptor, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  return connected && address.sin_family == AF_INET ? ntohs(address.sin_port) : 0;
}

struct Connections {
  int all{0};
  int inheritable{0};
};

Connections connections_to(const HostilePeer& peer) {
  const std::string url = peer.url();
  const int port = std::stoi(url.substr(url.rfind(':') + 1));
  Connections found;
  for (const auto& entry : std::filesystem::directory_iterator{"/proc/self/fd"}) {
    const int descriptor = std::stoi(entry.path().filename());
    if (port_behind(descriptor) != port) continue;
    ++found.all;
    found.inheritable += (::fcntl(descriptor, F_GETFD) & FD_CLOEXEC) == 0 ? 1 : 0;
  }
  return found;
}

TEST(AProgramThatIsExecuted, inherits_no_connection_of_a_client) {
  const HostilePeer peer{clerk::field::succeed};
  Pool pool{1};
  const clerk::AsyncClient client{configuration_for(peer.url()), pool.context()};
  EXPECT_TRUE(succeeds(client));
  EXPECT_TRUE(client.async_send(UpdateInstance{}, asio::use_future).get());
  const Connections connections = connections_to(peer);
  EXPECT_EQ(connections.all, 3);  // the asynchronous one is watched through a duplicate
  EXPECT_EQ(connections.inheritable, 0);
}

}  // namespace
