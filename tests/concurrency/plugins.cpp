// A program that loads two copies of the library at once and unloads them, for neighbours_test.cpp: the two shared
// objects, in the order in which they are to go, and the API's root. It is linked with neither the library nor libcurl.
#include <dlfcn.h>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

class Plugin {
 public:
  explicit Plugin(const char* file) : file_{file}, handle_{::dlopen(file, RTLD_NOW | RTLD_LOCAL)} {
    if (handle_ == nullptr) throw std::runtime_error{::dlerror()};
  }
  void open(const char* url) const { function<void(const char*)>("plugin_open")(url); }
  [[nodiscard]] bool call() const { return function<bool()>("plugin_call")(); }

  /// Throws unless it is gone from memory.
  void unload() {
    function<void()>("plugin_close")();
    if (::dlclose(handle_) != 0) throw std::runtime_error{::dlerror()};
    if (::dlopen(file_, RTLD_NOW | RTLD_NOLOAD) != nullptr) throw std::runtime_error{"it is still loaded"};
  }

 private:
  template <class Signature>
  [[nodiscard]] Signature* function(const char* name) const {
    void* found = ::dlsym(handle_, name);
    if (found == nullptr) throw std::runtime_error{::dlerror()};
    return reinterpret_cast<Signature*>(found);
  }

  const char* file_;
  void* handle_;
};

void call_on_threads(const Plugin& plugin, std::vector<std::thread>& threads) {
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&plugin] {
      for (int j = 0; j < 20; ++j) {
        if (!plugin.call()) std::cerr << "a call failed\n";
      }
    });
  }
}

void run(const char* first_to_go, const char* second_to_go, const char* url) {
  Plugin first{first_to_go};
  Plugin second{second_to_go};
  first.open(url);
  second.open(url);
  std::vector<std::thread> threads;
  call_on_threads(first, threads);
  call_on_threads(second, threads);
  for (std::thread& thread : threads) thread.join();
  first.unload();
  if (!second.call()) std::cerr << "the call after the other's end failed\n";
  second.unload();
}

}  // namespace

int main(int count, char** arguments) {
  try {
    if (count != 4) throw std::runtime_error{"two shared objects and a URL are expected"};
    run(arguments[1], arguments[2], arguments[3]);
    run(arguments[1], arguments[2], arguments[3]);  // loaded again, they start anew
  } catch (const std::exception& thrown) {
    std::cerr << thrown.what() << '\n';
    return 1;
  }
}
