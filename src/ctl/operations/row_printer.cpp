#include "ctl/operations/row_printer.hpp"

#include "ctl/output/render.hpp"

#include <utility>

namespace clerk::ctl::operations {

namespace json = boost::json;

RowPrinter::RowPrinter(Host& host, const GlobalOptions& options, std::optional<std::string> pointer)
    : host_{host},
      format_{options.format},
      pointer_{std::move(pointer)},
      streams_{!pointer_ && format_ != OutputFormat::table} {}

void RowPrinter::add(json::value row) {
  if (streams_) {
    print(row);
  } else {
    rows_.push_back(std::move(row));
  }
  ++count_;
  tell_progress();
}

// A list of one row, without what opens and closes it.
void RowPrinter::print(const json::value& row) {
  const std::string text = render(json::array{row}, format_);
  if (format_ == OutputFormat::yaml) {
    host_.out << text;
    return;
  }
  constexpr std::string_view opening = "[\n";
  constexpr std::string_view closing = "\n]\n";
  host_.out << (count_ == 0 ? opening : ",\n")
            << std::string_view{text}.substr(opening.size(), text.size() - opening.size() - closing.size());
}

Outcome<void> RowPrinter::end() {
  clear_progress();
  if (!streams_) {
    const auto part = at_pointer(rows_, pointer_.value_or(""));
    if (!part) return part.error();
    host_.out << render(*part, format_);
  } else if (count_ == 0) {
    host_.out << "[]\n";
  } else if (format_ == OutputFormat::json) {
    host_.out << "\n]\n";
  }
  return boost::system::in_place_value;
}

void RowPrinter::break_off() {
  clear_progress();
  if (!streams_ && !pointer_) host_.out << render(rows_, format_);
  if (streams_ && format_ == OutputFormat::json && count_ > 0) host_.out << '\n';
  host_.out.flush();
}

void RowPrinter::tell_progress() {
  constexpr std::size_t step = 50;
  if (!host_.err_is_terminal || count_ % step != 0) return;
  host_.err << '\r' << count_ << " rows" << std::flush;
  tells_ = true;
}

void RowPrinter::clear_progress() {
  if (std::exchange(tells_, false)) host_.err << "\r                    \r" << std::flush;
}

}  // namespace clerk::ctl::operations
