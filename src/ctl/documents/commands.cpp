#include "ctl/command_line.hpp"
#include "ctl/documents/command_tree.hpp"
#include "ctl/documents/completion.hpp"
#include "ctl/documents/man_pages.hpp"
#include "ctl/empty_value.hpp"
#include "ctl/output/nearest_name.hpp"
#include "ctl/output/plain_text.hpp"
#include "ctl/report.hpp"
#include "ctl/text_file.hpp"

#include <CLI/CLI.hpp>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

namespace clerk::ctl {

namespace fs = std::filesystem;

namespace {

struct ManArguments {
  std::string page{};
  std::string folder{};
};

ExitStatus write_pages(Host& host, const GlobalOptions& options, const std::vector<ManPage>& pages,
                       const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  for (const ManPage& page : pages) {
    const fs::path file = folder / page.name;
    errno = 0;
    std::ofstream out{file, std::ios::binary};
    out << page.text << std::flush;
    if (out) continue;
    const int reason = error ? error.value() : errno;  // without its folder no file can be made
    return report(host, options,
                  {.message = harmless(file.string()) + " can't be written: " + std::generic_category().message(reason),
                   .hint = remedy_of_writing(reason) + ", or name another one with --out"});
  }
  return ExitStatus::done;
}

ExitStatus print_page(Host& host, const GlobalOptions& options, const std::vector<ManPage>& pages,
                      const std::string& name) {
  std::vector<std::string_view> names;
  for (const ManPage& page : pages) {
    const std::string_view stem = std::string_view{page.name}.substr(0, page.name.rfind('.'));
    if (stem == name || page.name == name) {
      host.out << page.text;
      return ExitStatus::done;
    }
    names.push_back(stem);
  }
  report(host, options,
         {.message = "there is no page '" + name + "'" + did_you_mean(name, names),
          .hint = "Pages are named as commands are: clerkctl, clerkctl-settings, clerkctl-users.",
          .status = ExitStatus::usage});
  return ExitStatus::usage;
}

void add_completion_command(CLI::App& root, Invocation& invocation) {
  CLI::App* command =
      root.add_subcommand("completion",
                          "Print the script that completes commands, flags and values in a shell.\n\n"
                          "For bash: source <(clerkctl completion bash). For zsh: clerkctl completion zsh > "
                          "DIR/_clerkctl, with a folder of "
                          "$fpath. For fish: clerkctl completion fish > ~/.config/fish/completions/clerkctl.fish.");
  const auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "The shell.")
      ->required()
      ->check(CLI::IsMember(std::vector<std::string>{shells().begin(), shells().end()}));
  command->callback([&invocation, shell] {
    invocation.action = [shell](Host& host, const GlobalOptions& /*options*/) {
      host.out << completion_script(*shell).value_or("");
      return ExitStatus::done;
    };
  });
}

void add_man_command(CLI::App& root, Invocation& invocation, const WholeProgram& whole_program) {
  CLI::App* command = root.add_subcommand("man", "Print a manual page, or write all of them into a folder.");
  const auto arguments = std::make_shared<ManArguments>(ManArguments{.page = "clerkctl"});
  auto* page =
      command->add_option("PAGE", arguments->page, "The page, such as clerkctl-users; the default is clerkctl.");
  command->add_option("--out", arguments->folder, "Folder to write all pages into.")
      ->type_name("DIR")
      ->check(fault_of_empty)
      ->excludes(page);
  command->callback([&invocation, arguments, whole_program] {
    invocation.action = [arguments, whole_program](Host& host, const GlobalOptions& options) {
      const std::vector<ManPage> pages = man_pages(whole_program());
      if (arguments->folder.empty()) return print_page(host, options, pages, arguments->page);
      return write_pages(host, options, pages, host.directory / arguments->folder);
    };
  });
}

}  // namespace

void add_document_commands(CLI::App& root, Invocation& invocation, const WholeProgram& whole_program) {
  add_completion_command(root, invocation);
  add_man_command(root, invocation, whole_program);
}

}  // namespace clerk::ctl
