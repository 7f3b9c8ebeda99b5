#pragma once

#include "server/store/transaction.hpp"

#include <cstddef>
#include <exception>
#include <functional>
#include <memory>

namespace clerk::server::store {

class Database;

struct ReadersOptions {
  std::size_t threads{2};
  std::size_t max_waiting{1024};
};

/// Reads of the database. Each sees one state of it and can't change it; none waits for the writer.
class Readers {
 public:
  using Read = std::function<void(Transaction&)>;

  explicit Readers(Database& database, ReadersOptions options = {});
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;
  ~Readers();  ///< stops

  /// Reads now, on this thread: for what reads a few rows. \throws what `read` threw, or StoreError
  void read(const Read& read);

  /// Reads on a thread of its own, for what may read many rows, then calls `done` there with what was thrown, or null.
  /// False when too much waits already: neither is called.
  [[nodiscard]] bool read_aside(Read read, std::function<void(std::exception_ptr)> done);

  /// Finishes what was taken. More than once does nothing.
  void stop();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clerk::server::store
