#include "retry_simulation/canvas.hpp"

#include <cmath>

namespace clerk::simulation {

namespace {

std::string attribute(std::string_view name, std::string_view value) {
  std::string text{" "};
  text += name;
  text += "=\"";
  text += value;
  text += '"';
  return text;
}

std::string attribute(std::string_view name, double value) { return attribute(name, Canvas::number(value)); }

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char letter : text) {
    if (letter == '&')
      safe += "&amp;";
    else if (letter == '<')
      safe += "&lt;";
    else
      safe += letter;
  }
  return safe;
}

std::string line_element(Point from, Point to, std::string_view style_class, std::string_view more) {
  std::string text = "<line" + attribute("class", style_class) + attribute("x1", from.x) + attribute("y1", from.y) +
                     attribute("x2", to.x) + attribute("y2", to.y);
  text += more;
  return text + "/>\n";
}

std::string text_element(Point at, std::string_view text, std::string_view style_class, std::string_view more) {
  std::string element = "<text" + attribute("class", style_class) + attribute("x", at.x) + attribute("y", at.y);
  element += more;
  return element + ">" + escaped(text) + "</text>\n";
}

}  // namespace

Canvas::Canvas(double width, double height, std::string_view title, std::string_view style) {
  svg_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"" + attribute("width", width) +
         attribute("height", height) + attribute("viewBox", "0 0 " + number(width) + " " + number(height)) + ">\n" +
         "<title>" + escaped(title) + "</title>\n<style>\n";
  svg_ += style;
  svg_ += "</style>\n";
}

void Canvas::box(const Box& box, std::string_view style_class) {
  svg_ += "<rect" + attribute("class", style_class) + attribute("x", box.left) + attribute("y", box.top) +
          attribute("width", box.width) + attribute("height", box.height) + "/>\n";
}

void Canvas::line(Point from, Point to, std::string_view style_class) {
  svg_ += line_element(from, to, style_class, "");
}

void Canvas::line_in(Point from, Point to, std::string_view style_class, std::string_view colour) {
  svg_ += line_element(from, to, style_class, attribute("stroke", colour));
}

void Canvas::text(Point at, std::string_view text, std::string_view style_class, bool upright) {
  svg_ += text_element(at, text, style_class,
                       upright ? attribute("transform", "rotate(-90 " + number(at.x) + " " + number(at.y) + ")") : "");
}

void Canvas::text_in(Point at, std::string_view text, std::string_view style_class, std::string_view colour) {
  svg_ += text_element(at, text, style_class, attribute("style", "fill:" + std::string{colour}));
}

void Canvas::area_in(std::string_view path, std::string_view colour) {
  svg_ +=
      "<path class=\"area\"" + attribute("fill", colour) + attribute("stroke", colour) + attribute("d", path) + "/>\n";
}

void Canvas::curve_in(std::string_view path, std::string_view colour) {
  svg_ += "<path class=\"curve\"" + attribute("stroke", colour) + attribute("d", path) + "/>\n";
}

std::string Canvas::number(double value) {
  const long long tenths = std::llround(value * 10);
  const long long size = tenths < 0 ? -tenths : tenths;
  std::string text = (tenths < 0 ? "-" : "") + std::to_string(size / 10);
  if (size % 10 != 0) text += "." + std::to_string(size % 10);
  return text;
}

}  // namespace clerk::simulation
