#include "retry_simulation/chart.hpp"

#include "retry_simulation/canvas.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace clerk::simulation {

namespace {

constexpr std::string_view style =
    ".card{fill:#fff}.outage{fill:#8a8f98;fill-opacity:.22}.grid{stroke:#8a8f98;stroke-opacity:.3}\n"
    ".axis{stroke:#8a8f98}.limit{stroke:#555b66;stroke-width:1.4;stroke-dasharray:5 4}.key{stroke-width:3}\n"
    ".area{fill-opacity:.25;stroke-width:1.3}.curve{fill:none;stroke-width:2;stroke-opacity:.85}\n"
    "text{font:12px system-ui,'Segoe UI','DejaVu Sans',sans-serif;fill:#3a3f48}\n"
    ".title{font-size:16px;font-weight:600}.head{font-size:13px;font-weight:600}.number{font-size:11px}\n"
    ".end{text-anchor:end}.middle{text-anchor:middle}\n"
    "@media(prefers-color-scheme:dark){.card{fill:#14171c}text{fill:#c9ced6}.limit{stroke:#b4bac4}}\n";

constexpr double width = 960;
constexpr double height = 870;
constexpr double left = 86;
constexpr double panel_width = 387;
constexpr double panel_height = 130;
constexpr double gap = 65;  // between columns
constexpr double first_row = 74;
constexpr double row_step = 180;
constexpr Box lower{.left = left, .top = first_row + 3 * row_step + 14, .width = width - left - 35, .height = 160};

constexpr int decades = 5;  // of the load's logarithmic axis, from 1 to 100,000

/// A panel's box with the time that it shows.
class Panel {
 public:
  Panel(const Box& box, double seconds) : box_{box}, seconds_{seconds} {}

  [[nodiscard]] const Box& box() const { return box_; }
  [[nodiscard]] double x(double second) const { return box_.left + box_.width * std::min(second / seconds_, 1.0); }
  [[nodiscard]] double log_y(double value) const {
    return box_.bottom() - box_.height * std::clamp(std::log10(std::max(value, 1.0)) / decades, 0.0, 1.0);
  }
  [[nodiscard]] double linear_y(double value, double most) const { return box_.bottom() - box_.height * value / most; }

  void draw_time(Canvas& canvas, double step, const World& world) const {
    const double begin = x(static_cast<double>(world.outage_begin.count()) / 1000);
    const double end = x(static_cast<double>(world.outage_end.count()) / 1000);
    canvas.box({.left = begin, .top = box_.top, .width = end - begin, .height = box_.height}, "outage");
    for (double second = 0; second <= seconds_; second += step) {
      canvas.text({x(second), box_.bottom() + 15}, Canvas::number(second), "number middle");
    }
  }

  void draw_frame(Canvas& canvas) const {
    canvas.line({box_.left, box_.bottom()}, {box_.right(), box_.bottom()}, "axis");
    canvas.line({box_.left, box_.top}, {box_.left, box_.bottom()}, "axis");
  }

 private:
  Box box_;
  double seconds_;
};

double seconds_shown(const std::vector<Trial>& trials) {
  std::size_t last = 0;
  for (const Trial& trial : trials) {
    if (!trial.record.requests.empty()) {
      last = std::max(last, static_cast<std::size_t>(trial.record.requests.back().at.count()) / 1000 + 1);
    }
  }
  const std::size_t rounded = (last + 19) / 20 * 20;
  return static_cast<double>(rounded);
}

void draw_load(Canvas& canvas, const Panel& panel, const World& world, const Trial& trial) {
  const Box& box = panel.box();
  for (int decade = 0; decade <= decades; ++decade) {
    const double value = std::pow(10, decade);
    const double y = panel.log_y(value);
    if (decade > 0) canvas.line({box.left, y}, {box.right(), y}, "grid");
    canvas.text({box.left - 6, y + 4}, grouped(static_cast<std::size_t>(value)), "number end");
  }
  panel.draw_time(canvas, 20, world);

  const std::vector<std::size_t> load = load_by_second(trial.record);
  std::string path = "M" + Canvas::pair({panel.x(0), box.bottom()});
  double height_before = box.bottom();
  for (std::size_t second = 0; second < load.size(); ++second) {
    const double y = panel.log_y(static_cast<double>(load[second]));
    if (std::abs(y - height_before) > 0.05) {
      path += "H" + Canvas::number(panel.x(static_cast<double>(second))) + "V" + Canvas::number(y);
      height_before = y;
    }
  }
  path += "H" + Canvas::number(panel.x(static_cast<double>(load.size()))) + "V" + Canvas::number(box.bottom()) + "Z";
  canvas.area_in(path, trial.policy.colour);

  const double seconds_of_window = static_cast<double>(world.window.count()) / 1000;
  const double limit = panel.log_y(static_cast<double>(world.limit) / seconds_of_window);
  canvas.line({box.left, limit}, {box.right(), limit}, "limit");
  panel.draw_frame(canvas);
  canvas.text_in({box.left, box.top - 9}, trial.policy.name, "head", trial.policy.colour);
  canvas.text({box.right(), box.top - 9}, "after the outage at most " + grouped(trial.figures.peak) + " a second",
              "number end");
}

void draw_successes(Canvas& canvas, const Panel& panel, const World& world, const std::vector<Trial>& trials) {
  const Box& box = panel.box();
  const auto most = static_cast<double>(world.clients);
  for (int quarter = 0; quarter <= 4; ++quarter) {
    const double value = most * quarter / 4;
    const double y = panel.linear_y(value, most);
    if (quarter > 0) canvas.line({box.left, y}, {box.right(), y}, "grid");
    canvas.text({box.left - 6, y + 4}, grouped(static_cast<std::size_t>(value)), "number end");
  }
  panel.draw_time(canvas, 10, world);
  for (std::size_t i = trials.size(); i-- > 0;) {  // the library's on top
    const Trial& trial = trials[i];
    const std::vector<std::size_t> successes = successes_by_second(trial.record);
    std::string path = "M" + Canvas::pair({panel.x(0), box.bottom()});
    std::size_t before = 0;
    for (std::size_t second = 0; second < successes.size(); ++second) {
      if (successes[second] == before) continue;
      const double y = panel.linear_y(static_cast<double>(before), most);
      path += "L" + Canvas::pair({panel.x(static_cast<double>(second)), y});
      before = successes[second];
      path += "L" + Canvas::pair(
                        {panel.x(static_cast<double>(second) + 1), panel.linear_y(static_cast<double>(before), most)});
    }
    path += "H" + Canvas::number(box.right());
    canvas.curve_in(path, trial.policy.colour);
  }
  panel.draw_frame(canvas);
}

void draw_legend(Canvas& canvas, const std::vector<Trial>& trials) {
  double x = left;
  const double y = lower.bottom() + 56;
  for (const Trial& trial : trials) {
    canvas.line_in({x, y - 4}, {x + 18, y - 4}, "key", trial.policy.colour);
    canvas.text({x + 24, y}, trial.policy.name, "");
    x += 36 + 6.3 * static_cast<double>(trial.policy.name.size());
  }
}

}  // namespace

std::string chart_of(const World& world, const std::vector<Trial>& trials) {
  const std::string title =
      grouped(world.clients) + " clients of a server that was away for " +
      Canvas::number(static_cast<double>((world.outage_end - world.outage_begin).count()) / 1000) + " s";
  Canvas canvas{width, height, title, style};
  canvas.box({.left = 0, .top = 0, .width = width, .height = height}, "card");
  canvas.text({left, 28}, title, "title");
  canvas.box({.left = 560, .top = 18, .width = 18, .height = 12}, "outage");
  canvas.text({584, 28}, "the outage", "");
  canvas.line({680, 24}, {704, 24}, "limit");
  canvas.text({710, 28},
              "limit: " + grouped(world.limit) + " requests in " +
                  Canvas::number(static_cast<double>(world.window.count()) / 1000) + " s",
              "");

  const double seconds = seconds_shown(trials);
  for (std::size_t i = 0; i < trials.size(); ++i) {
    const std::size_t row = i / 2;
    const Box box{.left = left + static_cast<double>(i % 2) * (panel_width + gap),
                  .top = first_row + static_cast<double>(row) * row_step,
                  .width = panel_width,
                  .height = panel_height};
    draw_load(canvas, Panel{box, seconds}, world, trials[i]);
  }
  const double middle_of_loads = first_row + row_step + panel_height / 2;
  canvas.text({18, middle_of_loads}, "requests a second at the server, refused ones included", "middle", true);

  draw_successes(canvas, Panel{lower, seconds}, world, trials);
  canvas.text({18, lower.top + lower.height / 2}, "calls that succeeded", "middle", true);
  canvas.text({lower.left + lower.width / 2, lower.bottom() + 32}, "time in seconds", "middle");
  draw_legend(canvas, trials);
  return canvas.finished();
}

}  // namespace clerk::simulation
