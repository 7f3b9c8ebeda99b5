#include "ctl/settings/state.hpp"

#include "codec/json_text.hpp"
#include "ctl/output/plain_text.hpp"
#include "ctl/output/render.hpp"
#include "ctl/output/utc.hpp"
#include "ctl/settings/whole_file.hpp"
#include "ctl/text_file.hpp"

#include <boost/json/object.hpp>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace clerk::ctl::settings {

namespace json = boost::json;

namespace {

Failure damaged(const std::string& name, std::string_view problem) {
  return {.message = "the state file " + harmless(name) + " is damaged: " + std::string{problem},
          .hint = "put back a copy of it; or move it away, and what can't be read back counts as never applied"};
}

json::object to_json(const Applied& applied) {
  json::object entry{{"value", applied.value}, {"applied_at", applied.date}};
  if (applied.answered) entry.emplace("answered", *applied.answered);
  if (applied.in_doubt) entry.emplace("in_doubt", true);
  return entry;
}

std::optional<Applied> read_applied(const json::value& value) {
  const json::object* entry = value.if_object();
  if (entry == nullptr) return std::nullopt;
  const json::value* wanted = entry->if_contains("value");
  const json::value* date = entry->if_contains("applied_at");
  if (wanted == nullptr || date == nullptr || !date->is_string()) return std::nullopt;
  Applied applied{.value = *wanted, .date = std::string{date->get_string()}};
  if (!parse_utc(applied.date)) return std::nullopt;
  if (const json::value* answered = entry->if_contains("answered")) applied.answered = *answered;
  if (const json::value* in_doubt = entry->if_contains("in_doubt")) {
    if (!in_doubt->is_bool()) return std::nullopt;
    applied.in_doubt = in_doubt->get_bool();
  }
  return applied;
}

}  // namespace

const AppliedSettings& State::of(std::string_view instance_id) const {
  static const AppliedSettings nothing{};
  const auto found = instances.find(instance_id);
  return found == instances.end() ? nothing : found->second;
}

json::value to_json(const State& state) {
  json::object instances;
  for (const auto& [id, settings] : state.instances) {
    json::object entries;
    for (const auto& [setting, applied] : settings) entries.emplace(setting, to_json(applied));
    instances.emplace(id, std::move(entries));
  }
  return json::object{{"version", State::version}, {"instances", std::move(instances)}};
}

Outcome<State> read_state(std::string_view text, const std::string& name) {
  const auto parsed = codec::parse(text, codec::tolerant_limits(text));
  if (!parsed) return damaged(name, parsed.error().problem);
  const json::object* file = parsed->if_object();
  if (file == nullptr) return damaged(name, "it is no JSON object");
  const json::value* version = file->if_contains("version");
  if (version == nullptr || !version->is_int64()) return damaged(name, "it has no version");
  if (version->get_int64() > State::version) {
    return Failure{.message = "the state file " + harmless(name) + " has version " +
                              std::to_string(version->get_int64()) + ", and this program knows versions up to " +
                              std::to_string(State::version),
                   .hint = "use the newer clerkctl that wrote it, or another file by --state"};
  }
  const json::value* instances = file->if_contains("instances");
  if (instances == nullptr || !instances->is_object()) return damaged(name, "it has no instances");
  State state;
  for (const auto& instance : instances->get_object()) {
    if (!instance.value().is_object()) return damaged(name, "an instance in it is no JSON object");
    AppliedSettings& settings = state.instances[std::string{instance.key()}];
    for (const auto& entry : instance.value().get_object()) {
      auto applied = read_applied(entry.value());
      if (!applied) return damaged(name, "its entry " + harmless(entry.key()) + " is not one that clerkctl writes");
      settings.emplace(entry.key(), *std::move(applied));
    }
  }
  return state;
}

Outcome<State> StateFile::load() const {
  auto text = read_whole_file(path_);
  if (!text) {
    Failure failure = std::move(text).error();
    failure.message = "the state file: " + failure.message;
    failure.hint += " Another one is named by --state.";
    return failure;
  }
  return *text ? read_state(**text, path_.string()) : Outcome<State>{State{}};
}

std::optional<Failure> StateFile::save(const State& state) const {
  auto failure = make_folder_of(path_);
  if (!failure) failure = write_whole_file(path_, render(to_json(state), OutputFormat::json), Existing::replace);
  if (failure) {
    failure->message = "the state file: " + failure->message;
    failure->hint += " by --state";
  }
  return failure;
}

StateLock::StateLock(StateLock&& other) noexcept : descriptor_{std::exchange(other.descriptor_, -1)} {}

StateLock::~StateLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Outcome<StateLock> StateLock::take(const StateFile& file) {
  if (auto failure = make_folder_of(file.path())) {
    failure->hint += " by --state";
    return *std::move(failure);
  }
  const std::string path = file.path().string() + ".lock";
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) {
    const int error = errno;
    return Failure{.message = "can't open " + harmless(path) + ": " + std::generic_category().message(error),
                   .hint = remedy_of_writing(error) + ", or name another state file by --state"};
  }
  StateLock lock{descriptor};
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    return Failure{.message = "another apply holds the state file " + harmless(file.path().string()),
                   .hint = "wait until it has ended, then run this again"};
  }
  return lock;
}

}  // namespace clerk::ctl::settings
