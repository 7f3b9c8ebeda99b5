#pragma once

#include "server/rules/call.hpp"
#include "server/rules/resource_set.hpp"
#include "server/rules/select_organization_tool.hpp"
#include "server/rules/signing_keys.hpp"
#include "server/rules/user_record.hpp"

#include <clerk/contract/sessions.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace clerk::server::rules {

// Sessions and their tokens. facts 3.3, 8.1

using SessionSet = ResourceSet<Session>;
[[nodiscard]] SessionSet sessions_in(const Call& call, store::Transaction& transaction);

/// Signs the user in: a new session, seven days long, in an organization of theirs or in none.
[[nodiscard]] SessionSet::Entry start_session(UserRecord& user, const std::optional<std::string>& organization_id,
                                              Call& call, store::Transaction& transaction);

/// Revokes every session of the user that goes on.
void end_sessions_of(std::string_view user_id, const Call& call, store::Transaction& transaction);

/// Takes the organization away from the user's sessions that are in it.
void forget_organization(std::string_view user_id, std::string_view organization_id, const Call& call,
                         store::Transaction& transaction);
/// Puts a session into an organization of the user, or into none. facts 3.3
[[nodiscard]] Judged<Session> apply(const tools::SelectOrganization& operation, Call& call,
                                    store::Transaction& transaction);

/// The session as of now: it expires by the clock, and ends when the instance's sessions are ended.
[[nodiscard]] Session session_of(const SessionSet::Entry& entry, const Call& call);

[[nodiscard]] Judged<Sessions> read(const operations::GetSessionList& operation, Call& call,
                                    store::Transaction& transaction);
[[nodiscard]] Judged<Session> apply(const operations::CreateSession& operation, Call& call,
                                    store::Transaction& transaction);
[[nodiscard]] Judged<Session> read(const operations::GetSession& operation, Call& call,
                                   store::Transaction& transaction);
[[nodiscard]] Judged<Session> apply(const operations::RevokeSession& operation, Call& call,
                                    store::Transaction& transaction);

/// A token that was made of what a request found, and what it found.
struct PreparedToken {
  FoundKey key{};
  std::string jwt{};
  Refusals refusals{};
};

[[nodiscard]] PreparedToken prepare(const operations::CreateSessionToken& operation, const Call& call,
                                    const Look& look);
[[nodiscard]] Judged<SessionToken> apply(const operations::CreateSessionToken& operation, Call& call,
                                         store::Transaction& transaction, const PreparedToken& token);
[[nodiscard]] PreparedToken prepare(const operations::CreateSessionTokenFromTemplate& operation, const Call& call,
                                    const Look& look);
[[nodiscard]] Judged<SessionToken> apply(const operations::CreateSessionTokenFromTemplate& operation, Call& call,
                                         store::Transaction& transaction, const PreparedToken& token);

}  // namespace clerk::server::rules
