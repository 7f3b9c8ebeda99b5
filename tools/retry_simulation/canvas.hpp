#pragma once

#include <string>
#include <string_view>

namespace clerk::simulation {

/// A place in the drawing, in pixels from its upper left corner.
struct Point {
  double x{0};
  double y{0};
};

struct Box {
  double left{0};
  double top{0};
  double width{0};
  double height{0};

  [[nodiscard]] double right() const { return left + width; }
  [[nodiscard]] double bottom() const { return top + height; }
};

/// Writes an SVG piece by piece. A class names a style of the sheet that the drawing begins with.
class Canvas {
 public:
  Canvas(double width, double height, std::string_view title, std::string_view style);

  void box(const Box& box, std::string_view style_class);
  void line(Point from, Point to, std::string_view style_class);
  /// Turned by a quarter to the left if `upright`.
  void text(Point at, std::string_view text, std::string_view style_class, bool upright = false);
  /// In a colour of its own.
  void text_in(Point at, std::string_view text, std::string_view style_class, std::string_view colour);
  void line_in(Point from, Point to, std::string_view style_class, std::string_view colour);
  /// `path` in the language of SVG; filled too, faintly, unless it is only a line.
  void area_in(std::string_view path, std::string_view colour);
  void curve_in(std::string_view path, std::string_view colour);

  [[nodiscard]] std::string finished() const { return svg_ + "</svg>\n"; }

  /// With one decimal, none if it is zero.
  [[nodiscard]] static std::string number(double value);
  [[nodiscard]] static std::string pair(Point at) { return number(at.x) + "," + number(at.y); }

 private:
  std::string svg_;
};

}  // namespace clerk::simulation
