#include "openapi/catalog.hpp"

#include <clerk/contract/array_model.hpp>
#include <clerk/contract/errors.hpp>
#include <clerk/contract/form.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/parameters.hpp>
#include <clerk/contract/registry.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>

namespace clerk::openapi {

namespace {

template <class M>
struct answer_twin {
  using type = void;
};
template <template <View> class Group>
struct answer_twin<Group<View::request>> {
  using type = Group<View::answer>;
};

template <class T>
struct bare {
  using type = T;
};
template <class T>
struct bare<Patch<T>> : bare<T> {};
template <class T>
struct bare<std::optional<T>> : bare<T> {};

template <class T>
inline constexpr Holder holder_of = Holder::value;
template <class T>
inline constexpr Holder holder_of<std::optional<T>> = Holder::optional;
template <class T>
inline constexpr Holder holder_of<Patch<T>> = Holder::patch;

/// The names that an answer of the group has.
template <class M>
std::set<std::string_view> answered_names() {
  std::set<std::string_view> names;
  if constexpr (!std::is_void_v<M>) {
    for_each_field<M>([&](std::string_view name, auto, const FieldRules&, std::string_view) { names.insert(name); });
  }
  return names;
}

class Builder {
 public:
  template <Model M>
  std::string_view add(Direction direction) {
    static_assert(!M::info.name.empty(), "a published model has a name");
    if (known(M::info.name)) return M::info.name;
    const std::size_t place = catalog_.models.size();
    catalog_.models.push_back({.name = M::info.name,
                               .doc = M::info.doc,
                               .direction = direction,
                               .is_array = ArrayModel<M>,
                               .is_form = FormModel<M>});
    auto fields = fields_of<M>(direction);  // may add models, and so move this one
    catalog_.models.at(place).fields = std::move(fields);
    return M::info.name;
  }

  template <class Op>
  void add_operation() {
    OperationEntry operation{.info = &Op::info, .is_paged = PagedOperation<Op>};
    for_each_path_parameter<Op>([&](std::string_view name, auto, const FieldRules& rules, std::string_view doc) {
      operation.path.push_back(
          {.name = name, .type = {.kind = JsonType::Kind::string}, .required = true, .rules = rules, .doc = doc});
    });
    if constexpr (HasQuery<Op>) operation.query = add<typename Op::Query>(Direction::query);
    if constexpr (HasBody<Op>) operation.body = add<typename Op::Body>(Direction::request);
    if constexpr (!std::is_void_v<typename Op::Answer>) operation.answer = add<typename Op::Answer>(Direction::answer);
    catalog_.operations.push_back(operation);
  }

  Catalog take() {
    catalog_.errors = add<ClerkErrors>(Direction::answer);
    return std::move(catalog_);
  }

 private:
  [[nodiscard]] bool known(std::string_view name) const {
    return std::ranges::find(catalog_.models, name, &ModelEntry::name) != catalog_.models.end();
  }

  template <Model M>
  std::vector<FieldEntry> fields_of(Direction direction) {
    using Twin = typename answer_twin<M>::type;
    const auto answered = answered_names<Twin>();
    std::vector<FieldEntry> fields;
    for_each_field<M>([&]<class T>(std::string_view name, T M::*, const FieldRules& rules, std::string_view doc) {
      FieldEntry field{.name = name,
                       .type = type_of<typename bare<T>::type>(direction),
                       .holder = holder_of<T>,
                       .rules = rules,
                       .doc = doc};
      if (direction == Direction::answer) {
        field.required = rules.required;
        field.nullable = field.holder == Holder::optional && (rules.required || rules.answered_null);
      } else {
        field.required = field.holder == Holder::value && rules.required;
        field.nullable = field.holder != Holder::value && rules.nullable;
        field.write_only = !std::is_void_v<Twin> && rules.standing != Standing::retired && !answered.contains(name) &&
                           !answered.contains(rules.alias_of);
      }
      fields.push_back(std::move(field));
    });
    return fields;
  }

  template <class T>
  JsonType type_of(Direction direction) {
    if constexpr (std::same_as<T, bool>) {
      return {.kind = JsonType::Kind::boolean};
    } else if constexpr (std::integral<T>) {
      return {.kind = JsonType::Kind::integer};
    } else if constexpr (std::same_as<T, std::string>) {
      return {.kind = JsonType::Kind::string};
    } else if constexpr (std::same_as<T, FormFile>) {
      return {.kind = JsonType::Kind::file};
    } else if constexpr (std::same_as<T, RawJson>) {
      return {.kind = JsonType::Kind::any};
    } else if constexpr (is_open_enum<T>) {
      return {.kind = JsonType::Kind::string,
              .values = {T::values.begin(), T::values.end()},
              .name = T::name,
              .has_others = has_others<T>};
    } else if constexpr (detail::is_vector<T>) {
      return {.kind = JsonType::Kind::array, .items = {type_of<typename T::value_type>(direction)}};
    } else {
      return {.kind = JsonType::Kind::model, .name = add<T>(direction)};
    }
  }

  Catalog catalog_{};
};

}  // namespace

const ModelEntry& Catalog::model(std::string_view name) const {
  const auto found = std::ranges::find(models, name, &ModelEntry::name);
  if (found == models.end()) throw std::logic_error{"no model " + std::string{name}};
  return *found;
}

std::vector<std::string_view> Catalog::apis() const {
  std::vector<std::string_view> names;
  for (const OperationEntry& operation : operations) {
    if (std::ranges::find(names, operation.info->api) == names.end()) names.push_back(operation.info->api);
  }
  return names;
}

const Catalog& catalog() {
  static const Catalog built = [] {
    Builder builder;
    AllOperations::for_each([&]<class Op>() { builder.add_operation<Op>(); });
    return builder.take();
  }();
  return built;
}

}  // namespace clerk::openapi
