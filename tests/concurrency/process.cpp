#include "tests/concurrency/process.hpp"

#include <filesystem>
#include <iterator>
#include <malloc.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();  // g++ 12 comes without the header
#endif

namespace clerk::concurrency {

namespace {

std::ptrdiff_t entries(const char* folder) {
  const std::filesystem::directory_iterator all{folder};
  return std::distance(begin(all), end(all));
}

}  // namespace

std::ptrdiff_t open_descriptors() { return entries("/proc/self/fd"); }
std::ptrdiff_t threads() { return entries("/proc/self/task"); }

std::size_t heap_bytes() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return __sanitizer_get_current_allocated_bytes();
#else
  const struct mallinfo2 all = ::mallinfo2();  // of all arenas
  return all.uordblks + all.hblkhd;
#endif
}

}  // namespace clerk::concurrency
