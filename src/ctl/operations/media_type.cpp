#include "ctl/operations/media_type.hpp"

#include <array>

namespace clerk::ctl::operations {

namespace {

struct Sign {
  std::string_view text;
  std::string_view type;
};

constexpr std::array beginnings{
    Sign{"\x89PNG\r\n\x1a\n", "image/png"},
    Sign{"\xFF\xD8\xFF", "image/jpeg"},
    Sign{"GIF87a", "image/gif"},
    Sign{"GIF89a", "image/gif"},
};

constexpr std::array endings{
    Sign{".png", "image/png"},   Sign{".jpg", "image/jpeg"},    Sign{".jpeg", "image/jpeg"},  Sign{".gif", "image/gif"},
    Sign{".webp", "image/webp"}, Sign{".svg", "image/svg+xml"}, Sign{".ico", "image/x-icon"},
};

}  // namespace

std::string_view media_type_of(std::string_view name, std::string_view bytes) {
  for (const Sign& sign : beginnings) {
    if (bytes.starts_with(sign.text)) return sign.type;
  }
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return "image/webp";
  for (const Sign& sign : endings) {
    if (name.ends_with(sign.text)) return sign.type;
  }
  return "application/octet-stream";
}

}  // namespace clerk::ctl::operations
