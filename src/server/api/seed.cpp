#include "server/api/seed.hpp"

#include "server/api/error_body.hpp"
#include "server/api/identifiers.hpp"
#include "server/api/live_operation.hpp"
#include "server/api/tool_models.hpp"
#include "server/api/trait_requests.hpp"
#include "server/rules/initial_settings.hpp"

#include <clerk/contract/registry.hpp>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <sstream>
#include <utility>

namespace clerk::server::api {

namespace {

// The envelope's name of each group, and the operation that sets it. facts 2, architecture 6
constexpr std::array<std::pair<std::string_view, const OperationInfo*>, 7> groups{{
    {"instance", &operations::UpdateInstance::info},
    {"restrictions", &operations::UpdateInstanceRestrictions::info},
    {"organization_settings", &operations::UpdateInstanceOrganizationSettings::info},
    {"communication", &operations::UpdateInstanceCommunication::info},
    {"protect", &operations::UpdateInstanceProtect::info},
    {"oauth_application_settings", &operations::UpdateInstanceOAuthApplicationSettings::info},
    {"instance_settings", &operations::UpdateInstanceAuthConfig::info},
}};

const LiveOperation& operation_at(std::string_view path) {
  static const std::vector<LiveOperation> operations = live_operations();
  return *std::ranges::find_if(operations, [&](const LiveOperation& operation) {
    return operation.info->path == path && operation.decode != nullptr;
  });
}

// Plain scalars mean what they mean in JSON; quoted ones are texts.
boost::json::value json_of(const YAML::Node& node);

boost::json::value json_of_scalar(const YAML::Node& node) {
  const std::string& text = node.Scalar();
  if (node.Tag() == "!") return boost::json::string{text};
  if (text == "true" || text == "false") return text == "true";
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size()) return number;
  return boost::json::string{text};
}

boost::json::value json_of(const YAML::Node& node) {
  switch (node.Type()) {
    case YAML::NodeType::Scalar:
      return json_of_scalar(node);
    case YAML::NodeType::Sequence: {
      boost::json::array array;
      for (const YAML::Node& item : node) array.push_back(json_of(item));
      return array;
    }
    case YAML::NodeType::Map: {
      boost::json::object object;
      for (const auto& entry : node) object.emplace(entry.first.Scalar(), json_of(entry.second));
      return object;
    }
    default:
      return nullptr;
  }
}

class SeedReader {
 public:
  explicit SeedReader(std::string name) : name_{std::move(name)} {}

  std::vector<SeedInstance> read(const std::string& text) {
    YAML::Node root;
    try {
      root = YAML::Load(text);
    } catch (const YAML::Exception& error) {
      throw SeedError{name_ + ":" + std::to_string(error.mark.line + 1) + ": it is not YAML: " + error.msg};
    }
    if (!root.IsMap() || !root["instances"].IsDefined() || !root["instances"].IsSequence()) {
      throw SeedError{name_ + ": it must be a map with a list `instances`"};
    }
    only(root, {"instances"});
    std::vector<SeedInstance> instances;
    for (const YAML::Node& node : root["instances"]) instances.push_back(read_instance(node));
    return instances;
  }

 private:
  [[noreturn]] void fail(const YAML::Node& node, const std::string& problem) const {
    throw SeedError{name_ + ":" + std::to_string(node.Mark().line + 1) + ": " + problem};
  }

  void only(const YAML::Node& map, std::initializer_list<std::string_view> names) const {
    for (const auto& entry : map) {
      const std::string& name = entry.first.Scalar();
      if (std::ranges::find(names, std::string_view{name}) != names.end()) continue;
      std::string known;
      for (const std::string_view each : names) known.append(known.empty() ? "" : ", ").append(each);
      fail(entry.first, "`" + name + "` is unknown here; known are " + known);
    }
  }

  SeedInstance read_instance(const YAML::Node& node) const {
    if (!node.IsMap()) fail(node, "an instance must be a map");
    only(node, {"environment_type", "secret_key", "plan_features", "sign_up_mode", "workspace_id", "settings"});

    // The rest of it is what the call that makes an instance takes, and is checked as that is.
    boost::json::value wanted = json_of(node);
    wanted.as_object().erase("settings");
    auto decoded = codec::decode_request<CreateInstanceRequest>(boost::json::serialize(wanted));
    if (decoded.has_error()) fail(node, decoded.error().problem);
    refuse_faults(node, "instance", decoded->faults);

    SeedInstance seed;
    const CreateInstanceRequest& request = decoded->value;
    seed.instance.environment_type = request.environment_type.value_or(EnvironmentType::development).text();
    if (!request.secret_key.has_value()) fail(node, "an instance needs a `secret_key`: it is known by it");
    seed.instance.secret_key = *request.secret_key;
    if (auto problem = problem_of_key(seed.instance.secret_key, seed.instance.environment_type)) fail(node, *problem);
    seed.instance.traits.sign_up_mode = SignUpMode::public_;
    apply_traits(request, seed.instance.traits);
    if (node["settings"].IsDefined()) seed.settings = read_settings(node["settings"]);
    return seed;
  }

  std::vector<SeedSettings> read_settings(const YAML::Node& node) const {
    if (!node.IsMap()) fail(node, "`settings` must be a map of groups");
    std::vector<SeedSettings> settings;
    for (const auto& entry : node) {
      const auto* group = std::ranges::find(groups, std::string_view{entry.first.Scalar()},
                                            &std::pair<std::string_view, const OperationInfo*>::first);
      if (group == groups.end()) fail(entry.first, "`" + entry.first.Scalar() + "` is no group of settings");
      SeedSettings patch{.path = std::string{group->second->path},
                         .body = boost::json::serialize(json_of(entry.second))};
      auto decoded = operation_at(patch.path).decode({}, patch.body, {});
      if (decoded.has_error()) fail(entry.second, "the group " + decoded.error().problem);
      refuse_faults(entry.second, entry.first.Scalar(), decoded->faults);
      settings.push_back(std::move(patch));
    }
    return settings;
  }

  void refuse_faults(const YAML::Node& node, const std::string& what, const codec::Faults& faults) const {
    const JudgedFaults judged = judge_faults(faults, true);
    if (!judged.refusals.empty()) fail(node, what + ": " + sentences(judged.refusals));
  }

  std::string name_;
};

rules::Change apply_settings(const SeedInstance& seed, store::InstanceState state, store::Transaction& transaction,
                             std::int64_t now) {
  rules::Change change{std::move(state)};
  for (const SeedSettings& settings : seed.settings) {
    auto decoded = operation_at(settings.path).decode({}, settings.body, {});
    rules::Change step{change.after};
    decoded->write(surroundings_of(transaction, step.after.id, now), step);
    if (!step.refusals.empty())
      throw SeedError{"the seed's settings of " + settings.path + ": " + sentences(step.refusals)};
    change.after = std::move(step.after);
  }
  return change;
}

}  // namespace

std::vector<SeedInstance> read_seed(const std::string& file) {
  std::ifstream input{file};
  std::stringstream text;
  if (!input || !(text << input.rdbuf())) throw SeedError{"the seed file " + file + " can't be read"};
  return parse_seed(text.str(), file);
}

std::vector<SeedInstance> parse_seed(const std::string& text, const std::string& name) {
  return SeedReader{name}.read(text);
}

void plant(const std::vector<SeedInstance>& seed, store::Transaction& transaction, std::int64_t now) {
  for (const SeedInstance& wanted : seed) {
    const auto row = transaction.find_instance_by_key(key_digest(wanted.instance.secret_key));
    const store::InstanceState before = row ? state_of(*row) : create_instance(transaction, wanted.instance, now);
    store::InstanceState start = before;
    start.traits.plan_features = wanted.instance.traits.plan_features;
    start.traits.sign_up_mode = wanted.instance.traits.sign_up_mode;
    start.traits.workspace_id = wanted.instance.traits.workspace_id;
    rules::Change change = apply_settings(wanted, std::move(start), transaction, now);
    save(transaction, before, change.after);
  }
}

}  // namespace clerk::server::api
