#pragma once

#include "ctl/context.hpp"
#include "ctl/failure.hpp"
#include "ctl/host.hpp"
#include "ctl/settings/document.hpp"
#include "ctl/settings/plan.hpp"
#include "ctl/settings/service.hpp"
#include "ctl/settings/state.hpp"
#include "ctl/text_file.hpp"

#include <boost/json/value.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace clerk::ctl::settings {

/// A settings file as it was read.
struct SettingsFile {
  Document document{};
  std::vector<std::string> warnings{};
};

/// The text of a file of the command line; `-` is standard input. `hint` says what to do when there is none.
[[nodiscard]] Outcome<std::string> read_text(Host& host, const std::string& file, const std::string& hint,
                                             std::size_t largest = largest_text);
[[nodiscard]] Outcome<CheckedDocument> check_file(Host& host, const std::string& file);
[[nodiscard]] Outcome<SettingsFile> read_settings_file(Host& host, const std::string& file);

/// For messages.
[[nodiscard]] std::string name_of(const std::string& file);

/// Where the state is, unless the command line says so: beside the settings file.
[[nodiscard]] std::filesystem::path state_path(const Host& host, const std::string& settings_file,
                                               const std::string& given);

/// Compares the file with the instance. Refuses one that the file is not for, or that is not the one it was
/// `planned_for`, before it asks it for anything else.
[[nodiscard]] Outcome<Plan> plan_for(const SettingsFile& file, const Context& context, Service& service,
                                     const State& state, const Identity* planned_for = nullptr);

void print(Host& host, const GlobalOptions& options, const boost::json::value& value);
void print_warnings(Host& host, const GlobalOptions& options, const std::vector<std::string>& warnings);
/// Says what is being done, when there is a terminal to say it on.
void print_progress(Host& host, const GlobalOptions& options, const std::string& doing);

}  // namespace clerk::ctl::settings
