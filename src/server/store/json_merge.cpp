#include "server/store/json_merge.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <utility>

namespace clerk::server::store {

namespace {

// The depth is that of a request's body, which the codec bounds.
void merge_into(boost::json::value& kept, boost::json::value change) {
  if (!change.is_object()) {
    kept = std::move(change);
    return;
  }
  if (!kept.is_object()) kept.emplace_object();
  for (auto& [key, value] : change.get_object()) {
    if (value.is_null()) {
      kept.get_object().erase(key);
    } else {
      merge_into(kept.get_object()[key], std::move(value));
    }
  }
}

}  // namespace

RawJson merged(const RawJson& kept, const RawJson& change) {
  boost::json::value whole = boost::json::parse(kept.text());
  merge_into(whole, boost::json::parse(change.text()));
  return RawJson{boost::json::serialize(whole)};
}

}  // namespace clerk::server::store
