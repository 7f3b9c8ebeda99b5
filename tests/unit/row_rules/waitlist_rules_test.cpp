#include "tests/unit/row_rules/row_rules_support.hpp"

namespace clerk::server::rules {

namespace {

using operations::CreateBulkWaitlistEntries;
using operations::CreateWaitlistEntry;
using operations::DeleteWaitlistEntry;
using operations::InviteWaitlistEntry;
using operations::ListWaitlistEntries;
using operations::RejectWaitlistEntry;

class WaitlistRules : public RowRules {
 protected:
  std::string wait(const std::string& address) {
    return done(CreateWaitlistEntry{.body = {.email_address = address}}).id;
  }
  std::string invite(const std::string& id, InviteWaitlistEntryRequest request = {}) {
    return verdict(InviteWaitlistEntry{.waitlist_entry_id = id, .body = std::move(request)});
  }
  std::string reject(const std::string& id) { return verdict(RejectWaitlistEntry{.waitlist_entry_id = id}); }
  Texts listed(ListWaitlistEntriesRequest query = {}) {
    Texts addresses;
    for (const WaitlistEntry& each : done(ListWaitlistEntries{.query = std::move(query)}).data) {
      addresses.push_back(each.email_address);
    }
    return addresses;
  }
};

}  // namespace

TEST_F(WaitlistRules, who_waits_already_goes_on_waiting) {
  const std::string id = wait("ada@example.com");
  EXPECT_EQ(wait("Ada@Example.com"), id) << "facts 3.2";
  EXPECT_EQ(listed(), Texts{"ada@example.com"});
}

TEST_F(WaitlistRules, many_come_at_once_but_none_twice) {
  const auto bulk = [&](std::initializer_list<const char*> addresses) {
    CreateBulkWaitlistEntriesRequest request;
    for (const char* address : addresses) request.data.push_back({.email_address = address});
    return verdict(CreateBulkWaitlistEntries{.body = std::move(request)});
  };
  wait("c@example.com");
  expect({
      {"facts 3.2", bulk({"a@example.com", "A@example.com"}), "form_param_duplicate email_address"},
      {"store 1.4: nothing of it stayed, and who waits is no fault", bulk({"a@example.com", "c@example.com"}), "done"},
  });
  EXPECT_EQ(listed().size(), 2U);
}

TEST_F(WaitlistRules, an_entry_goes_from_one_state_to_the_next) {
  const std::string invited = wait("invited@example.com");
  const std::string rejected = wait("rejected@example.com");
  const std::string completed = wait("completed@example.com");
  done(tools::MakeSignUp{.body = {.email_address = "completed@example.com"}});
  expect({
      {"facts 3.1", invite("wle_0"), "resource_not_found"},
      {"facts 3.1", reject("wle_0"), "resource_not_found"},
      {"facts 3.2", invite(invited), "done"},
      {"facts 3.3", invite(invited), "waitlist_entry_already_invited"},
      {"facts 3.3", reject(invited), "waitlist_entry_already_invited"},
      {"facts 3.2", reject(rejected), "done"},
      {"facts 3.3", reject(rejected), "waitlist_entry_already_rejected"},
      {"facts 3.3", invite(completed), "waitlist_entry_already_completed"},
      {"facts 3.3", reject(completed), "waitlist_entry_already_completed"},
      {"facts 3.3 (inferred): who was rejected may still be invited", invite(rejected), "done"},
  });
}

TEST_F(WaitlistRules, inviting_makes_an_invitation_and_is_refused_as_one) {
  const std::string id = wait("ada@example.com");
  done(operations::CreateInvitation{.body = {.email_address = "ada@example.com"}});
  expect({{"facts 3.3", invite(id), "duplicate_record"}});
  const WaitlistEntry entry = done(InviteWaitlistEntry{.waitlist_entry_id = id, .body = {.ignore_existing = true}});
  EXPECT_EQ(entry.status, WaitlistEntryStatus{"invited"});
  ASSERT_TRUE(entry.invitation);
  EXPECT_EQ(entry.invitation->status, InvitationStatus{"pending"});
  done(operations::RevokeInvitation{.invitation_id = entry.invitation->id});
  const auto entries = done(ListWaitlistEntries{});
  ASSERT_EQ(entries.data.size(), 1U);
  EXPECT_EQ(entries.data[0].invitation->status, InvitationStatus{"revoked"}) << "facts 3.2: as of now";
}

TEST_F(WaitlistRules, an_entry_is_deleted_whatever_became_of_it) {
  const std::string id = wait("ada@example.com");
  const DeletedObject deleted = done(DeleteWaitlistEntry{.waitlist_entry_id = id});
  EXPECT_EQ(deleted.object, "waitlist_entry");
  expect({{"facts 3.1", verdict(DeleteWaitlistEntry{.waitlist_entry_id = id}), "resource_not_found"}});
}

TEST_F(WaitlistRules, a_list_is_found_and_ordered) {
  const std::string b = wait("b@example.com");
  now += 1;
  wait("a@example.com");
  now += 1;
  const std::string c = wait("c@example.com");
  now += 1;
  done(InviteWaitlistEntry{.waitlist_entry_id = c});
  now += 1;
  done(InviteWaitlistEntry{.waitlist_entry_id = b});
  EXPECT_EQ(listed(), (Texts{"c@example.com", "a@example.com", "b@example.com"})) << "facts 3.2: -created_at";
  EXPECT_EQ(listed({.order_by = "email_address"}), (Texts{"a@example.com", "b@example.com", "c@example.com"}));
  EXPECT_EQ(listed({.order_by = "-invited_at"}), (Texts{"b@example.com", "c@example.com", "a@example.com"}));
  EXPECT_EQ(listed({.limit = 1, .offset = 1, .order_by = "+invited_at"}), Texts{"c@example.com"});
  EXPECT_EQ(listed({.status = WaitlistEntryStatus{"pending"}}), Texts{"a@example.com"});
  EXPECT_EQ(listed({.query = "B@"}), Texts{"b@example.com"});
  EXPECT_EQ(done(ListWaitlistEntries{.query = {.limit = 1}}).total_count, 3);
}

}  // namespace clerk::server::rules
