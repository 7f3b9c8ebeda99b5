#include "ctl/output/render.hpp"

#include "ctl/output/writers.hpp"

namespace clerk::ctl {

std::string render(const boost::json::value& value, OutputFormat format) {
  constexpr std::size_t columns = 120;
  switch (format) {
    case OutputFormat::json:
      return as_json(value);
    case OutputFormat::yaml:
      return as_yaml(value);
    case OutputFormat::table:
      break;
  }
  return as_table(value, columns);
}

}  // namespace clerk::ctl
