#include "sdk/curl_multi.hpp"

#include <boost/asio/post.hpp>
#include <boost/system/system_error.hpp>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <new>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace clerk::sdk {

namespace asio = boost::asio;

CurlMulti::Socket::Socket(const Strand& strand, curl_socket_t original) : descriptor{strand} {
  const int duplicate = ::fcntl(original, F_DUPFD_CLOEXEC, 0);
  if (duplicate < 0) throw boost::system::system_error{errno, boost::system::system_category(), "fcntl"};
  boost::system::error_code error;
  descriptor.assign(duplicate, error);
  if (!error) return;
  ::close(duplicate);
  throw boost::system::system_error{error, "assign"};
}

// While the duplicate is open, no other socket has its inode.
bool CurlMulti::Socket::is(curl_socket_t number) {
  struct stat of_number {};
  struct stat of_duplicate {};
  return ::fstat(number, &of_number) == 0 && ::fstat(descriptor.native_handle(), &of_duplicate) == 0 &&
         of_number.st_dev == of_duplicate.st_dev && of_number.st_ino == of_duplicate.st_ino;
}

CurlMulti::CurlMulti(std::shared_ptr<const ClientSettings> settings, Strand strand)
    : settings_{std::move(settings)}, strand_{std::move(strand)}, timer_{strand_}, multi_{curl_multi_init()} {
  if (multi_ == nullptr) throw std::bad_alloc{};
  curl_multi_setopt(multi_, CURLMOPT_SOCKETFUNCTION, &CurlMulti::on_socket);
  curl_multi_setopt(multi_, CURLMOPT_SOCKETDATA, this);
  curl_multi_setopt(multi_, CURLMOPT_TIMERFUNCTION, &CurlMulti::on_timer);
  curl_multi_setopt(multi_, CURLMOPT_TIMERDATA, this);
}

// Nobody else holds a reference now, so this needs no strand.
CurlMulti::~CurlMulti() {
  closing_ = true;
  for (const auto& transfer : transfers_) {
    if (transfer->active_) curl_multi_remove_handle(multi_, transfer->handle_.get());
  }
  curl_multi_cleanup(multi_);
}

CurlMulti::Transfer* CurlMulti::take() {
  if (!idle_.empty()) {
    Transfer* transfer = idle_.back();
    idle_.pop_back();
    return transfer;
  }
  idle_.reserve(transfers_.size() + 1);  // so that giving it back can't fail
  transfers_.push_back(std::make_unique<Transfer>(*settings_));
  // Without this libcurl keeps four for each transfer under way, so that few are left whenever all are over at once.
  curl_multi_setopt(multi_, CURLMOPT_MAXCONNECTS, static_cast<long>(transfers_.size()));
  Transfer* transfer = transfers_.back().get();
  CURL* easy = transfer->handle_.get();
  curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &CurlMulti::on_open);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
  curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &CurlMulti::on_close);
  curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, this);
  return transfer;
}

CurlMulti::Transfer* CurlMulti::start(const TransportRequest& request, Finished finished) {
  Transfer* transfer = take();
  try {
    transfer->handle_.begin(request);
    // libcurl asks to be called at once.
    if (curl_multi_add_handle(multi_, transfer->handle_.get()) != CURLM_OK) throw std::bad_alloc{};
  } catch (...) {
    idle_.push_back(transfer);  // within the reserved size
    throw;
  }
  transfer->finished_ = std::move(finished);
  transfer->active_ = true;
  return transfer;
}

void CurlMulti::stop(Transfer* transfer) {
  const Finished dropped = release(transfer);
  settle();
}

CurlMulti::Finished CurlMulti::release(Transfer* transfer) {
  curl_multi_remove_handle(multi_, transfer->handle_.get());
  transfer->active_ = false;
  idle_.push_back(transfer);
  if (idle_.size() == transfers_.size()) disarm();
  return std::exchange(transfer->finished_, nullptr);
}

void CurlMulti::act(curl_socket_t socket, int ready) {
  int running = 0;
  curl_multi_socket_action(multi_, socket, ready, &running);
  settle();
}

// libcurl must not be called from its own callbacks, so those only leave a note for this.
void CurlMulti::settle() {
  if (settling_) return;
  settling_ = true;
  deliver();
  for (int round = 0; due_ && round < 16; ++round) {
    due_ = false;
    int running = 0;
    curl_multi_socket_action(multi_, CURL_SOCKET_TIMEOUT, 0, &running);
    deliver();
  }
  settling_ = false;
  drop_unwatched();
  if (due_) set_timer(1);
}

void CurlMulti::deliver() {
  int left = 0;
  while (CURLMsg* message = curl_multi_info_read(multi_, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const CURLcode code = message->data.result;
    Transfer* transfer = nullptr;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
    if (code == CURLE_OK) note_connection(message->easy_handle);
    TransportResult result = transfer->handle_.end(code);
    ++(result ? ended_well_ : ended_badly_);
    const Finished finished = release(transfer);
    finished(std::move(result));
  }
}

void CurlMulti::note_connection(CURL* easy) {
  long made = 0;
  curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &made);
  if (made == 0) return;  // it used one that was noted by the transfer which made it
  curl_socket_t socket = CURL_SOCKET_BAD;
  curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, &socket);
  const auto found = sockets_.find(socket);
  if (found != sockets_.end() && found->second->is(socket)) found->second->established = true;
}

curl_socket_t CurlMulti::on_open(void* self, curlsocktype purpose, curl_sockaddr* address) noexcept {
  const curl_socket_t number = CurlHandle::on_open(self, purpose, address);
  if (number == CURL_SOCKET_BAD) return CURL_SOCKET_BAD;
  try {
    static_cast<CurlMulti*>(self)->opened(number);
    return number;
  } catch (...) {
    ::close(number);
    return CURL_SOCKET_BAD;
  }
}

// When a connection to one address of a name fails, libcurl closes it without a word, and the one to the next address
// gets its number. libcurl believes that this number is being watched and asks for nothing.
void CurlMulti::opened(curl_socket_t socket) {
  const auto found = sockets_.find(socket);
  if (found == sockets_.end()) return;
  const auto fresh = std::make_shared<Socket>(strand_, socket);
  fresh->wants_read = found->second->wants_read;
  fresh->wants_write = found->second->wants_write;
  found->second = fresh;
  watch(socket, fresh);
}

int CurlMulti::on_close(void* self, curl_socket_t socket) noexcept {
  auto& multi = *static_cast<CurlMulti*>(self);
  multi.sockets_.erase(socket);
  return ::close(socket);
}

int CurlMulti::on_socket(CURL* /*easy*/, curl_socket_t socket, int what, void* self, void* /*assigned*/) noexcept {
  auto& multi = *static_cast<CurlMulti*>(self);
  if (multi.closing_) return 0;
  try {
    multi.want(socket, what);
    return 0;
  } catch (...) {
    return -1;
  }
}

void CurlMulti::want(curl_socket_t socket, int what) {
  if (what == CURL_POLL_REMOVE) {
    unwant(socket);
    return;
  }
  auto found = sockets_.find(socket);
  if (found == sockets_.end() || !(found->second->established || found->second->is(socket))) {
    found = sockets_.insert_or_assign(socket, std::make_shared<Socket>(strand_, socket)).first;
  }
  const std::shared_ptr<Socket>& watched = found->second;
  watched->wants_read = (what & CURL_POLL_IN) != 0;
  watched->wants_write = (what & CURL_POLL_OUT) != 0;
  watch(socket, watched);
}

// The connection may be kept for the next request, so the descriptor stays; what waits on it must not, as it would keep
// the executor's context running.
void CurlMulti::unwant(curl_socket_t socket) {
  const auto found = sockets_.find(socket);
  if (found == sockets_.end()) return;
  Socket& known = *found->second;
  known.wants_read = known.wants_write = false;
  if (known.reading || known.writing) {
    known.reading = known.writing = false;
    boost::system::error_code ignored;
    known.descriptor.cancel(ignored);
  }
  unwatched_.push_back(socket);
}

// After a success the connection is kept. Otherwise it may be closed by now and its number someone else's, so that not
// even a question may be asked of it; one that is kept after all is duplicated again at its next use.
void CurlMulti::drop_unwatched() noexcept {
  const bool kept = ended_well_ > 0 && ended_badly_ == 0;
  for (const curl_socket_t socket : unwatched_) {
    const auto found = sockets_.find(socket);
    if (kept || found == sockets_.end() || found->second->established) continue;
    if (!found->second->wants_read && !found->second->wants_write) sockets_.erase(found);
  }
  unwatched_.clear();
  ended_well_ = ended_badly_ = 0;
}

void CurlMulti::watch(curl_socket_t socket, const std::shared_ptr<Socket>& watched) {
  if (watched->wants_read && !watched->reading) wait(socket, watched, false);
  if (watched->wants_write && !watched->writing) wait(socket, watched, true);
}

void CurlMulti::wait(curl_socket_t socket, const std::shared_ptr<Socket>& watched, bool write) {
  (write ? watched->writing : watched->reading) = true;
  watched->descriptor.async_wait(
      write ? asio::posix::descriptor_base::wait_write : asio::posix::descriptor_base::wait_read,
      [weak = weak_from_this(), weak_socket = std::weak_ptr{watched}, socket, write](boost::system::error_code error) {
        const auto self = weak.lock();
        const auto ready = weak_socket.lock();
        if (error == asio::error::operation_aborted || !self || !ready) return;
        (write ? ready->writing : ready->reading) = false;
        if (!(write ? ready->wants_write : ready->wants_read)) return;
        self->act(socket, (error ? CURL_CSELECT_ERR : 0) | (write ? CURL_CSELECT_OUT : CURL_CSELECT_IN));
        // Still the same socket, not another one of its number?
        const auto found = self->sockets_.find(socket);
        if (found != self->sockets_.end() && found->second == ready) self->watch(socket, ready);
      });
}

int CurlMulti::on_timer(CURLM* /*multi*/, long milliseconds, void* self) noexcept {
  auto& multi = *static_cast<CurlMulti*>(self);
  if (multi.closing_) return 0;
  try {
    multi.set_timer(milliseconds);
    return 0;
  } catch (...) {
    return -1;
  }
}

void CurlMulti::set_timer(long milliseconds) {
  due_ = milliseconds == 0;
  wake_at_ = milliseconds > 0 ? std::chrono::steady_clock::now() + std::chrono::milliseconds{milliseconds} : never;
  arm();
}

// libcurl moves the time with every transfer, mostly to a later one. A timer that comes too early looks again, which is
// cheaper than setting it anew each time.
void CurlMulti::arm() {
  if (wake_at_ >= armed_for_) return;
  armed_for_ = wake_at_;
  timer_.expires_at(armed_for_);
  timer_.async_wait([weak = weak_from_this()](boost::system::error_code error) {
    const auto self = weak.lock();
    if (error || !self) return;
    self->armed_for_ = never;
    if (std::chrono::steady_clock::now() < self->wake_at_) {
      self->arm();
    } else {
      self->act(CURL_SOCKET_TIMEOUT, 0);
    }
  });
}

// Nothing is under way: what waits would keep the executor's context running.
void CurlMulti::disarm() {
  wake_at_ = armed_for_ = never;
  timer_.cancel();
}

}  // namespace clerk::sdk
