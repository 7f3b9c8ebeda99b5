#include "ctl/operations/operation_command.hpp"

#include "ctl/operations/command_help.hpp"
#include "ctl/operations/command_words.hpp"
#include "ctl/output/plain_text.hpp"
#include "ctl/output/render.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

namespace clerk::ctl::operations {

namespace {

bool is_set(const CLI::Option* option) { return option != nullptr && option->count() > 0; }

// Without a variable: what was given is read as it stands, and checked as a whole.
CLI::Option* add_option(CLI::App& command, const std::string& name, const std::string& doc) {
  return command.add_option(name)->description(doc);
}
CLI::Option* add_switch(CLI::App& command, const std::string& name, const std::string& doc) {
  return command.add_flag(name)->description(doc)->disable_flag_override();
}

/// Takes one text each time it is given.
void may_repeat(CLI::Option* option) {
  option->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args(false);
}

CLI::Option* add_field_flag(CLI::App& command, const Field& field, const std::string& name, const std::string& group) {
  CLI::Option* option = add_option(command, name, doc_of(field));
  option->type_name(value_form(field))->group(group);
  using openapi::JsonType;
  if (field.entry->type.kind == JsonType::Kind::array) may_repeat(option);
  if (field.entry->type.kind == JsonType::Kind::boolean) option->expected(0, 1)->default_str("true");
  return option;
}

bool is_boolean(const Field& field) { return field.entry->type.kind == openapi::JsonType::Kind::boolean; }

bool reads_as_boolean(const std::string& word) {
  for (const char* known : {"true", "false", "yes", "no", "on", "off", "1", "0"}) {
    if (word == known) return true;
  }
  return false;
}

}  // namespace

OperationCommand::OperationCommand(CLI::App& command, const Binding& binding, std::span<const std::string> words)
    : binding_{binding}, fields_{fields_of(entry_of(*binding.info))}, words_{words.begin(), words.end()} {
  command.description(description_of(fields_));
  command.footer("Example:\n  " + example_line(fields_));
  add_path(command);
  add_fields(command);
  add_body(command);
  add_output(command);
}

void OperationCommand::add_path(CLI::App& command) {
  for (const openapi::FieldEntry& parameter : fields_.operation->path) {
    path_.push_back(add_option(command, std::string{parameter.name}, std::string{parameter.doc})->required());
  }
}

void OperationCommand::add_fields(CLI::App& command) {
  for (const Field& field : fields_.all) {
    FieldFlag flag{.field = &field, .spellings = {add_field_flag(command, field, field.flag, "Fields")}};
    if (!field.other_spelling.empty()) {
      const std::string hidden;
      flag.spellings.push_back(add_field_flag(command, field, field.other_spelling, hidden));
    }
    flags_.push_back(std::move(flag));
  }
}

void OperationCommand::add_body(CLI::App& command) {
  if (fields_.body == nullptr || fields_.is_form()) return;
  data_ =
      add_option(command, "--data",
                 "The whole body: JSON, @FILE for a file that holds it, which may be YAML if its name ends in .yaml or "
                 ".yml, or - for standard input. Flags of fields go over it.");
  data_->type_name("JSON");
  if (fields_.is_array()) return;
  null_ = add_option(command, "--null", "Send null for the field. May be repeated.");
  null_->type_name("FIELD");
  may_repeat(null_);
  allow_unknown_ = add_switch(command, "--allow-unknown",
                              "Send also fields and values of --data that this version does not know, and fields "
                              "that are retired.");
}

void OperationCommand::add_output(CLI::App& command) {
  include_ = add_switch(command, "--include", "Print the status and the headers of the answer first.");
  if (!fields_.operation->answer.empty()) {
    query_ = add_option(
        command, "--query",
        "Print only this part of the answer, a JSON pointer such as /data/0/id; of a list of --all, such as /0/id.");
    query_->type_name("POINTER");
  }
  if (fields_.operation->is_paged) {
    all_ =
        add_switch(command, "--all", "Get every page, and print all rows as one list; --limit is the size of a page.");
    all_->excludes(include_);
  }
}

Outcome<ReadyRequest> OperationCommand::understood(Host& host) const {
  auto request = checked(host);
  if (request || request.error().status != ExitStatus::usage || !request.error().hint.empty()) return request;
  Failure failure = std::move(request).error();
  failure.hint = command_of(fields_) + " --help tells what each flag takes.";
  return failure;
}

Outcome<ReadyRequest> OperationCommand::checked(Host& host) const {
  if (const auto written = check_next_words(); !written) return written.error();
  if (const auto once = check_repeats(); !once) return once.error();
  if (const auto printable = check_output(); !printable) return printable.error();
  return ready_request(host, binding_, fields_, given());
}

OutputChoice OperationCommand::output() const {
  OutputChoice choice{.include = is_set(include_), .all = is_set(all_)};
  if (is_set(query_)) choice.pointer = query_->results().back();
  return choice;
}

Given OperationCommand::given() const {
  Given given{.allow_unknown = is_set(allow_unknown_)};
  for (const CLI::Option* option : path_) given.path.push_back(option->results().back());
  for (const FieldFlag& flag : flags_) {
    GivenField field{.field = flag.field};
    for (const CLI::Option* option : flag.spellings) {
      field.texts.insert(field.texts.end(), option->results().begin(), option->results().end());
    }
    if (!field.texts.empty()) given.fields.push_back(std::move(field));
  }
  if (is_set(null_)) given.nulls = null_->results();
  if (is_set(data_)) given.data = data_->results().back();
  return given;
}

const OperationCommand::FieldFlag* OperationCommand::flag_named(const std::string& word) const {
  const auto found = std::ranges::find_if(flags_, [&](const FieldFlag& flag) {
    return flag.field->flag == word || (!word.empty() && flag.field->other_spelling == word);
  });
  return found == flags_.end() ? nullptr : &*found;
}

// The parser takes the next word for a value where people may have meant something else.
Outcome<void> OperationCommand::check_next_words() const {
  for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
    const FieldFlag* flag = flag_named(words_[i]);
    if (flag == nullptr) continue;
    const std::string& name = words_[i];
    const std::string& next = words_[i + 1];
    const bool was_taken = !next.empty() && std::ranges::any_of(flag->spellings, [&](const CLI::Option* option) {
      return is_set(option) && option->results().back() == next;
    });
    if (is_boolean(*flag->field) && (reads_as_boolean(next) || was_taken)) {
      return misuse(name + " takes a value only with =, as " + name + "=false; '" + harmless(next) +
                    "' after it could be meant for something else");
    }
  }
  return boost::system::in_place_value;
}

// The parser knows the two spellings of a flag as two flags.
Outcome<void> OperationCommand::check_repeats() const {
  for (const FieldFlag& flag : flags_) {
    const bool is_list = flag.field->entry->type.kind == openapi::JsonType::Kind::array;
    if (!is_list && std::ranges::count_if(flag.spellings, is_set) > 1) {
      return misuse(flag.field->flag + " may be given only once");
    }
  }
  return boost::system::in_place_value;
}

Outcome<void> OperationCommand::check_output() const {
  if (!is_set(query_)) return boost::system::in_place_value;
  const auto found = at_pointer(boost::json::object{}, query_->results().back());
  if (!found && found.error().status == ExitStatus::usage) {
    Failure failure = found.error();
    failure.message = "--query: " + failure.message;
    return failure;
  }
  return boost::system::in_place_value;
}

}  // namespace clerk::ctl::operations
