#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/paging.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <iterator>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <utility>

namespace clerk {

/// How many rows a pager asks for at once, unless the operation's own `limit` says so.
inline constexpr std::int64_t default_page_size = 100;

namespace detail {

/// The way over the pages of a list, without I/O: which page comes next, and which of its rows are new. It relies on no
/// total, which may change and may be missing: a page with fewer rows than were asked for is the last.
template <PagedOperation Operation>
class PageWalk {
 public:
  using List = typename Operation::Answer;
  using Row = typename decltype(List::data)::value_type;

  explicit PageWalk(Operation operation) : operation_{std::move(operation)} {
    if (!operation_.query.limit) operation_.query.limit = default_page_size;
    if (!operation_.query.offset) operation_.query.offset = 0;
  }

  /// The operation that gets the next page. \pre !ended()
  [[nodiscard]] const Operation& next_page() const noexcept { return operation_; }
  [[nodiscard]] bool ended() const noexcept { return ended_; }

  /// Takes that page. Fails when the server does not move on, or this would never end.
  [[nodiscard]] std::optional<Error> take(List page) {
    const auto size = static_cast<std::int64_t>(page.data.size());
    bool any_new = false;
    for (Row& row : page.data) any_new = keep_if_new(std::move(row)) || any_new;
    *operation_.query.offset += size;
    ended_ = size < *operation_.query.limit;
    pages_of_old_rows_ = any_new ? 0 : pages_of_old_rows_ + 1;
    if (ended_ || pages_of_old_rows_ < most_pages_of_old_rows) return std::nullopt;
    ended_ = true;
    return Error{.kind = ErrorKind::malformed_answer,
                 .operation = std::string{Operation::info.name},
                 .detail = "page after page has only rows that came before: the server does not heed offset"};
  }

  [[nodiscard]] std::optional<Row> take_row() {
    if (rows_.empty()) return std::nullopt;
    std::optional<Row> row{std::move(rows_.front())};
    rows_.pop_front();
    return row;
  }

 private:
  // So many rows may be added between two pages, in pages, that one brings nothing new.
  static constexpr int most_pages_of_old_rows = 16;

  // Rows that are added at the front push others onto the next page, where they come again.
  bool keep_if_new(Row row) {
    const std::string* id = id_of(row.id);
    if (id != nullptr && !seen_.insert(*id).second) return false;
    rows_.push_back(std::move(row));
    return true;
  }
  static const std::string* id_of(const std::string& id) { return &id; }
  static const std::string* id_of(const std::optional<std::string>& id) { return id ? &*id : nullptr; }

  Operation operation_;
  std::deque<Row> rows_{};
  std::unordered_set<std::string> seen_{};
  int pages_of_old_rows_{0};
  bool ended_{false};
};

}  // namespace detail

/// All rows of a list, page after page, each fetched when its first row is asked for: an input range of `Result<Row>`.
///
/// \code
/// clerk::Pager entries{api_client, clerk::operations::ListAllowlistIdentifiers{}};
/// for (const auto& entry : entries) {
///   if (!entry) return report(entry.error());
///   std::cout << entry->identifier.value_or("") << '\n';
/// }
/// \endcode
///
/// A page that can't be had is one failure in the range, which ends there; the next `begin()` or `next()` asks for that
/// page again. The operation's `limit` is the size of the pages, its `offset` where the walk begins. Rows added while
/// it goes on do not make others come twice; rows taken away may make others be left out, as offsets have it. It keeps
/// the id of each row it gave. Not for several threads at once.
template <PagedOperation Operation>
class Pager {
 public:
  using Row = typename detail::PageWalk<Operation>::Row;

  explicit Pager(ApiClient api_client, Operation operation = {}, CallOptions options = {})
      : api_client_{std::move(api_client)}, options_{std::move(options)}, walk_{std::move(operation)} {}

  /// The next row, a failure, or nothing at the end.
  [[nodiscard]] std::optional<Result<Row>> next() {
    while (true) {
      if (auto row = walk_.take_row()) return Result<Row>{*std::move(row)};
      if (walk_.ended()) return std::nullopt;
      auto page = api_client_.send(walk_.next_page(), options_);
      if (!page) return Result<Row>{std::move(page).error()};
      if (auto problem = walk_.take(std::move(page->value))) return Result<Row>{*std::move(problem)};
    }
  }

  class Iterator {
   public:
    using value_type = Result<Row>;
    using difference_type = std::ptrdiff_t;
    using iterator_concept = std::input_iterator_tag;

    Iterator() = default;
    explicit Iterator(Pager& pager) : pager_{&pager}, current_{pager.next()} {}

    [[nodiscard]] const value_type& operator*() const noexcept { return *current_; }
    [[nodiscard]] const value_type* operator->() const noexcept { return &*current_; }
    Iterator& operator++() {
      const bool failed = current_->has_error();
      current_.reset();
      if (!failed) current_ = pager_->next();
      return *this;
    }
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator& iterator, std::default_sentinel_t /*end*/) noexcept {
      return !iterator.current_.has_value();
    }

   private:
    Pager* pager_{nullptr};
    std::optional<value_type> current_{};
  };

  [[nodiscard]] Iterator begin() { return Iterator{*this}; }
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

 private:
  ApiClient api_client_;
  CallOptions options_;
  detail::PageWalk<Operation> walk_;
};

}  // namespace clerk
