#include "server/api/tools.hpp"

#include "codec/codec.hpp"
#include "server/api/application.hpp"
#include "server/api/error_body.hpp"
#include "server/api/identifiers.hpp"
#include "server/api/instances.hpp"
#include "server/api/tool_models.hpp"
#include "server/api/trait_requests.hpp"
#include "server/rules/initial_settings.hpp"

#include <algorithm>

namespace clerk::server::api {

namespace {

using Exchange = Application::Exchange;
using ExchangePtr = Application::ExchangePtr;

InstanceView view_of(const store::InstanceState& state) {
  return {.id = state.id,
          .environment_type = state.environment_type,
          .plan_features = state.traits.plan_features,
          .sign_up_mode = state.traits.sign_up_mode,
          .workspace_id = state.traits.workspace_id,
          .home_url = state.traits.home_url,
          .version = state.version,
          .created_at = state.created_at};
}

/// The tools are strict whatever the API is: they have no behaviour to be faithful to.
template <Model Request>
std::optional<Request> decode(const Application& application, const Exchange& exchange, std::string_view body) {
  auto decoded = codec::decode_request<Request>(body, {.max_bytes = application.options().max_body_bytes});
  if (decoded.has_error()) {
    exchange.reply(application.refusal(exchange, {{.definition = &error_definition("request_body_invalid")}}));
    return std::nullopt;
  }
  const JudgedFaults judged = judge_faults(decoded->faults, true);
  if (!judged.refusals.empty()) {
    exchange.reply(application.refusal(exchange, judged.refusals));
    return std::nullopt;
  }
  return std::move(decoded->value);
}

void show_settings(Application& application, const ExchangePtr& exchange, const http::Request& /*request*/) {
  exchange->reply(application.answer(*exchange, 200, store::encode_document(exchange->arrival.instance->settings)));
}

void show_clock(Application& application, const ExchangePtr& exchange, const http::Request& /*request*/) {
  const ClockView view{.now = application.clock().now(), .offset_ms = application.clock().offset()};
  exchange->reply(application.answer(*exchange, 200, codec::encode_sound(view)));
}

void move_clock(Application& application, const ExchangePtr& exchange, const http::Request& request) {
  const auto move = decode<MoveClockRequest>(application, *exchange, request.body);
  if (!move) return;
  if (move->now.has_value()) application.clock().set(*move->now);
  if (move->advance_ms.has_value()) application.clock().advance(*move->advance_ms);
  show_clock(application, exchange, request);
}

void list_instances(Application& application, const ExchangePtr& exchange, const http::Request& /*request*/) {
  InstanceList list;
  for (const auto& instance : application.directory().all()) list.data.push_back(view_of(*instance));
  std::ranges::sort(list.data, {}, [](const InstanceView& view) { return std::pair{view.created_at, view.id}; });
  list.total_count = static_cast<std::int64_t>(list.data.size());
  exchange->reply(application.answer(*exchange, 200, codec::encode_sound(list)));
}

void update_instance(Application& application, const ExchangePtr& exchange, const http::Request& request) {
  const auto update = decode<UpdateTraitsRequest>(application, *exchange, request.body);
  if (!update) return;
  application.submit(
      exchange, {.change = [update = *update](const rules::Surroundings& /*surroundings*/,
                                              rules::Change& change) { apply_traits(update, change.after.traits); },
                 .answer =
                     [&application, exchange](const store::InstanceState& after) {
                       return application.answer(*exchange, 200, codec::encode_sound(view_of(after)));
                     },
                 .instance_id = exchange->arrival.parameter("id")});
}

void create(Application& application, const ExchangePtr& exchange, const http::Request& request) {
  const auto wanted = decode<CreateInstanceRequest>(application, *exchange, request.body);
  if (!wanted) return;
  NewInstance fresh{.environment_type = wanted->environment_type.value_or(EnvironmentType::development).text()};
  fresh.secret_key = wanted->secret_key.value_or(make_secret_key(fresh.environment_type));
  apply_traits(*wanted, fresh.traits);
  if (auto problem = problem_of_key(fresh.secret_key, fresh.environment_type)) {
    return exchange->reply(
        application.refusal(*exchange, {{.definition = &error_definition("form_param_format_invalid"),
                                         .param = "secret_key",
                                         .expected = "sound: " + *problem}}));
  }

  auto made = std::make_shared<std::optional<store::InstanceState>>();
  application.submit(
      exchange,
      [made, fresh, &application](store::Transaction& transaction) {
        made->reset();
        if (transaction.find_instance_by_key(key_digest(fresh.secret_key))) return store::Verdict::undo;
        *made = create_instance(transaction, fresh, application.clock().now());
        return store::Verdict::commit;
      },
      [made, fresh, &application, exchange] {
        if (!*made) {
          return application.refusal(
              *exchange, {{.definition = &error_definition("form_identifier_exists"), .param = "secret_key"}});
        }
        application.directory().publish(**made);
        application.directory().publish_key(key_digest(fresh.secret_key), (*made)->id);
        InstanceView view = view_of(**made);
        view.secret_key = fresh.secret_key;
        return application.answer(*exchange, 200, codec::encode_sound(view));
      });
}

void list_roles(Application& application, const ExchangePtr& exchange, const http::Request& /*request*/) {
  RoleList roles;
  application.readers().read([&](store::Transaction& transaction) {
    for (const store::RoleRow& row : store::Roles{transaction}.list(exchange->arrival.instance->id)) {
      const rules::RoleGrant role = role_of(row);
      roles.data.push_back({.id = role.id, .key = role.key, .name = row.name, .permissions = role.permissions});
    }
  });
  roles.total_count = static_cast<std::int64_t>(roles.data.size());
  exchange->reply(application.answer(*exchange, 200, codec::encode_sound(roles)));
}

}  // namespace

void add_tools(Application& application) {
  using Tool = void (*)(Application&, const ExchangePtr&, const http::Request&);
  const auto add = [&](std::string method, std::string path, Tool tool) {
    application.router().add(
        {.method = std::move(method),
         .path = "/__clerkd/" + std::move(path),
         .handle = [&application, tool](Arrival arrival, const http::Request& request, http::Reply reply) {
           const auto exchange = std::make_shared<Exchange>(Exchange{.arrival = std::move(arrival),
                                                                     .reply = std::move(reply),
                                                                     .connection = request.connection,
                                                                     .loop = request.loop});
           tool(application, exchange, request);
         }});
  };
  add("GET", "settings", show_settings);
  add("GET", "clock", show_clock);
  add("PATCH", "clock", move_clock);
  add("GET", "roles", list_roles);
  add("GET", "instances", list_instances);
  add("POST", "instances", create);
  add("PATCH", "instances/{id}", update_instance);
}

}  // namespace clerk::server::api
