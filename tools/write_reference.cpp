// Writes docs/reference anew: write_reference FOLDER. Pages of models that are no more are for you to delete; the
// golden tests name them.
#include "openapi/reference.hpp"

#include <fstream>
#include <iostream>

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: write_reference FOLDER\n";
    return 64;
  }
  const std::string folder{arguments[1]};
  for (const auto& page : clerk::openapi::reference_pages()) {
    std::ofstream file{folder + "/" + page.name, std::ios::binary};
    file << page.text;
    if (!file.flush()) {
      std::cerr << folder << "/" << page.name << " can't be written\n";
      return 1;
    }
  }
  return 0;
}
