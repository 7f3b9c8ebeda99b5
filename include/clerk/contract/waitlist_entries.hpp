#pragma once

#include <clerk/contract/array_model.hpp>
#include <clerk/contract/deleted_object.hpp>
#include <clerk/contract/field.hpp>
#include <clerk/contract/invitations.hpp>
#include <clerk/contract/open_enum.hpp>
#include <clerk/contract/operation.hpp>
#include <clerk/contract/ordering.hpp>
#include <clerk/contract/paging.hpp>
#include <clerk/contract/parameters.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clerk {

struct WaitlistEntryStatuses {
  static constexpr std::string_view name = "WaitlistEntryStatus";
  static constexpr std::string_view pending = "pending";
  static constexpr std::string_view invited = "invited";
  static constexpr std::string_view rejected = "rejected";
  static constexpr std::string_view completed = "completed";
  static constexpr std::array values{pending, invited, rejected, completed};
};
/// `WaitlistEntryStatus::pending`, `::invited`, `::rejected`, `::completed`, or a later value.
using WaitlistEntryStatus = OpenEnum<WaitlistEntryStatuses>;

/// Someone who waits to be let in. facts 3.2
struct WaitlistEntry {
  static constexpr ModelInfo info{"WaitlistEntry", "Someone who waits to be let in."};

  std::string object{};
  std::string id{};
  std::string email_address{};
  WaitlistEntryStatus status{};
  std::optional<bool> is_locked{};
  std::int64_t created_at{};
  std::int64_t updated_at{};
  std::optional<Invitation> invitation{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = WaitlistEntry;
    field("object", &M::object, {.constant = "waitlist_entry"}, "Names the type of the object.");
    field("id", &M::id, {}, "Id of the entry.");
    field("email_address", &M::email_address, {}, "The address that waits.");
    field("status", &M::status, {}, "How far it has come.");
    field("is_locked", &M::is_locked, {.required = false},
          "Whether a batch works on it, so that nothing else may be done with it.");
    field("created_at", &M::created_at, {}, "When it was made, in Unix milliseconds.");
    field("updated_at", &M::updated_at, {}, "When it was last changed, in Unix milliseconds.");
    field("invitation", &M::invitation, {.required = false, .answered_null = true},
          "The invitation that the entry led to.");
  }

  friend bool operator==(const WaitlistEntry&, const WaitlistEntry&) = default;
};

/// Entries of the waitlist, the newest first unless asked otherwise. facts 3.2
struct WaitlistEntries {
  static constexpr ModelInfo info{"WaitlistEntries",
                                  "Entries of the waitlist, the newest first unless asked otherwise."};

  std::vector<WaitlistEntry> data{};
  std::int64_t total_count{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = WaitlistEntries;
    field("data", &M::data, {}, "The entries of this page.");
    field("total_count", &M::total_count, {}, "How many there are on all pages.");
  }

  friend bool operator==(const WaitlistEntries&, const WaitlistEntries&) = default;
};

/// The entries that were made at once. facts 3.2
struct BulkWaitlistEntries {
  static constexpr ModelInfo info{"BulkWaitlistEntries", "The entries that were made at once."};

  std::vector<WaitlistEntry> data{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("data", &BulkWaitlistEntries::data, {}, "One entry for each that was asked for.");
  }

  friend bool operator==(const BulkWaitlistEntries&, const BulkWaitlistEntries&) = default;
};

/// Which entries of the waitlist to list. facts 3.2
struct ListWaitlistEntriesRequest {
  static constexpr ModelInfo info{"ListWaitlistEntriesRequest", "Which entries of the waitlist to list."};

  std::optional<std::int64_t> limit{};
  std::optional<std::int64_t> offset{};
  std::optional<std::string> query{};
  std::optional<WaitlistEntryStatus> status{};
  std::optional<std::string> order_by{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = ListWaitlistEntriesRequest;
    field("limit", &M::limit, page_limit, "The most entries to give.");
    field("offset", &M::offset, page_offset, "How many entries to leave out first.");
    field("query", &M::query, {.nullable = false, .required = false}, "Only those whose address or id match this.");
    field("status", &M::status, {.nullable = false, .required = false}, "Only those of this status.");
    field("order_by", &M::order_by,
          {.nullable = false,
           .required = false,
           .format = &formats::waitlist_entry_order,
           .default_value = "\"-created_at\""},
          "By what they are ordered: `-` before the name has the greatest first, `+` or nothing the least.");
  }

  friend bool operator==(const ListWaitlistEntriesRequest&, const ListWaitlistEntriesRequest&) = default;
};

/// Who shall wait. facts 3.2
struct CreateWaitlistEntryRequest {
  static constexpr ModelInfo info{"CreateWaitlistEntryRequest", "Who shall wait."};

  std::string email_address{};
  std::optional<bool> notify{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    using M = CreateWaitlistEntryRequest;
    field("email_address", &M::email_address, {.nullable = false, .format = &formats::email},
          "The address to put on the waitlist.");
    field("notify", &M::notify, {.required = false, .default_value = "true"},
          "Whether an e-mail confirms it to the address.");
  }

  friend bool operator==(const CreateWaitlistEntryRequest&, const CreateWaitlistEntryRequest&) = default;
};

/// Who shall wait, many at once; no address may come twice. facts 3.2
struct CreateBulkWaitlistEntriesRequest {
  static constexpr ModelInfo info{"CreateBulkWaitlistEntriesRequest",
                                  "Who shall wait, many at once; no address may come twice."};

  std::vector<CreateWaitlistEntryRequest> data{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("data", &CreateBulkWaitlistEntriesRequest::data, {.nullable = false, .min_items = 1, .max_items = 50},
          "Each entry as one alone would be asked for.");
  }

  friend bool operator==(const CreateBulkWaitlistEntriesRequest&, const CreateBulkWaitlistEntriesRequest&) = default;
};

/// How to invite who waits.
struct InviteWaitlistEntryRequest {
  static constexpr ModelInfo info{"InviteWaitlistEntryRequest", "How to invite who waits."};

  std::optional<bool> ignore_existing{};
  RawFields extra{};

  static constexpr void fields(auto&& field) {
    field("ignore_existing", &InviteWaitlistEntryRequest::ignore_existing,
          {.required = false, .default_value = "false"},
          "Whether to invite though the address has an invitation or belongs to a user.");
  }

  friend bool operator==(const InviteWaitlistEntryRequest&, const InviteWaitlistEntryRequest&) = default;
};

namespace operations {

struct ListWaitlistEntries {
  using Query = ListWaitlistEntriesRequest;
  using Answer = WaitlistEntries;
  static constexpr OperationInfo info{
      .api = "WaitlistEntriesApi",
      .name = "list_waitlist_entries",
      .method = Method::get,
      .path = "/waitlist_entries",
      .success = 200,
      .errors = {},
      .kind = OperationKind::scan,
      .replay = Replay::safe,
      .summary = "List all waitlist entries",
      .description = "A page of the waitlist, the newest entry first unless asked otherwise.",
      .example = ".limit = 100, .status = clerk::WaitlistEntryStatus::pending",
  };
  Query query{};
};

struct CreateWaitlistEntry {
  using Body = CreateWaitlistEntryRequest;
  using Answer = WaitlistEntry;
  static constexpr OperationInfo info{
      .api = "WaitlistEntriesApi",
      .name = "create_waitlist_entry",
      .method = Method::post,
      .path = "/waitlist_entries",
      .success = 200,
      .errors = {400, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Create a waitlist entry",
      .description =
          "Puts an e-mail address on the waitlist. Where it waits already, the answer is the entry that it "
          "has.",
      .example = ".email_address = \"ada@example.com\", .notify = false",
  };
  Body body{};
};

struct CreateBulkWaitlistEntries {
  using Body = CreateBulkWaitlistEntriesRequest;
  using Answer = BulkWaitlistEntries;
  static constexpr OperationInfo info{
      .api = "WaitlistEntriesApi",
      .name = "create_bulk_waitlist_entries",
      .method = Method::post,
      .path = "/waitlist_entries/bulk",
      .success = 200,
      .errors = {400, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Create multiple waitlist entries",
      .description =
          "Puts up to fifty e-mail addresses on the waitlist at once. Where one waits already, its place in "
          "the answer has the entry that it has.",
      .example = ".data = {{.email_address = \"ada@example.com\"}, {.email_address = \"grace@example.com\"}}",
  };
  Body body{};
};

struct DeleteWaitlistEntry {
  using Answer = DeletedObject;
  static constexpr OperationInfo info{
      .api = "WaitlistEntriesApi",
      .name = "delete_waitlist_entry",
      .method = Method::delete_,
      .path = "/waitlist_entries/{waitlist_entry_id}",
      .success = 200,
      .errors = {400, 404, 409, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Delete a pending waitlist entry",
      .description = "Takes an entry that is still pending from the waitlist.",
  };
  std::string waitlist_entry_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("waitlist_entry_id", &DeleteWaitlistEntry::waitlist_entry_id, {.example = "wle_2abc"},
              "Id of the entry.");
  }
};

struct InviteWaitlistEntry {
  using Body = InviteWaitlistEntryRequest;
  using Answer = WaitlistEntry;
  static constexpr OperationInfo info{
      .api = "WaitlistEntriesApi",
      .name = "invite_waitlist_entry",
      .method = Method::post,
      .path = "/waitlist_entries/{waitlist_entry_id}/invite",
      .success = 200,
      .errors = {400, 404, 409, 422},
      .kind = OperationKind::write,
      .replay = Replay::neither,
      .summary = "Invite a waitlist entry",
      .description = "Sends an invitation to the address of an entry.",
      .example = ".ignore_existing = true",
  };
  std::string waitlist_entry_id{};
  Body body{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("waitlist_entry_id", &InviteWaitlistEntry::waitlist_entry_id, {.example = "wle_2abc"},
              "Id of the entry.");
  }
};

struct RejectWaitlistEntry {
  using Answer = WaitlistEntry;
  static constexpr OperationInfo info{
      .api = "WaitlistEntriesApi",
      .name = "reject_waitlist_entry",
      .method = Method::post,
      .path = "/waitlist_entries/{waitlist_entry_id}/reject",
      .success = 200,
      .errors = {400, 404, 409, 422},
      .kind = OperationKind::write,
      .replay = Replay::idempotent,
      .summary = "Reject a waitlist entry",
      .description = "Turns down an entry of the waitlist.",
  };
  std::string waitlist_entry_id{};

  static constexpr void path_parameters(auto&& parameter) {
    parameter("waitlist_entry_id", &RejectWaitlistEntry::waitlist_entry_id, {.example = "wle_2abc"},
              "Id of the entry.");
  }
};

}  // namespace operations
}  // namespace clerk
