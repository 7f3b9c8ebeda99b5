#pragma once

#include <clerk/api_client.hpp>
#include <clerk/contract/allowlist_identifiers.hpp>
#include <clerk/contract/blocklist_identifiers.hpp>
#include <clerk/export.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace clerk {

/// Who may sign up though others may not, and who may not. Each method makes one call; its `async_` twin takes a
/// completion token and completes with `void(Result<Answer>)` (include `<clerk/async.hpp>`).
class CLERK_EXPORT AllowListBlockListApi {
 public:
  explicit AllowListBlockListApi(ApiClient api_client) : api_client_{std::move(api_client)} {}

  /// A page of the allowlist, the newest entry first; `clerk::Pager` walks all pages. facts 3.2
  [[nodiscard]] Result<AllowlistIdentifiers> list_allowlist_identifiers(
      const ListAllowlistIdentifiersRequest& request = {}, const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_allowlist_identifiers(ListAllowlistIdentifiersRequest request, CallOptions options,
                                        Token&& token) const {
    return start(operations::ListAllowlistIdentifiers{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_allowlist_identifiers(ListAllowlistIdentifiersRequest request, Token&& token) const {
    return start(operations::ListAllowlistIdentifiers{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Puts someone on the allowlist. Never sent twice. facts 3.2
  [[nodiscard]] Result<AllowlistIdentifier> create_allowlist_identifier(const CreateAllowlistIdentifierRequest& request,
                                                                        const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_allowlist_identifier(CreateAllowlistIdentifierRequest request, CallOptions options,
                                         Token&& token) const {
    return start(operations::CreateAllowlistIdentifier{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_allowlist_identifier(CreateAllowlistIdentifierRequest request, Token&& token) const {
    return start(operations::CreateAllowlistIdentifier{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Takes an entry from the allowlist. facts 3.2
  [[nodiscard]] Result<DeletedObject> delete_allowlist_identifier(std::string_view identifier_id,
                                                                  const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_allowlist_identifier(std::string identifier_id, CallOptions options, Token&& token) const {
    return start(operations::DeleteAllowlistIdentifier{std::move(identifier_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_allowlist_identifier(std::string identifier_id, Token&& token) const {
    return start(operations::DeleteAllowlistIdentifier{std::move(identifier_id)}, {}, std::forward<Token>(token));
  }

  /// The whole blocklist. facts 3.2
  [[nodiscard]] Result<BlocklistIdentifiers> list_blocklist_identifiers(const CallOptions& options = {}) const;
  template <class Token>
  auto async_list_blocklist_identifiers(CallOptions options, Token&& token) const {
    return start(operations::ListBlocklistIdentifiers{}, std::move(options), std::forward<Token>(token));
  }
  template <class Token>
  auto async_list_blocklist_identifiers(Token&& token) const {
    return start(operations::ListBlocklistIdentifiers{}, {}, std::forward<Token>(token));
  }

  /// Puts someone on the blocklist. Never sent twice. facts 3.2
  [[nodiscard]] Result<BlocklistIdentifier> create_blocklist_identifier(const CreateBlocklistIdentifierRequest& request,
                                                                        const CallOptions& options = {}) const;
  template <class Token>
  auto async_create_blocklist_identifier(CreateBlocklistIdentifierRequest request, CallOptions options,
                                         Token&& token) const {
    return start(operations::CreateBlocklistIdentifier{std::move(request)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_create_blocklist_identifier(CreateBlocklistIdentifierRequest request, Token&& token) const {
    return start(operations::CreateBlocklistIdentifier{std::move(request)}, {}, std::forward<Token>(token));
  }

  /// Takes an entry from the blocklist. facts 3.2
  [[nodiscard]] Result<DeletedObject> delete_blocklist_identifier(std::string_view identifier_id,
                                                                  const CallOptions& options = {}) const;
  template <class Token>
  auto async_delete_blocklist_identifier(std::string identifier_id, CallOptions options, Token&& token) const {
    return start(operations::DeleteBlocklistIdentifier{std::move(identifier_id)}, std::move(options),
                 std::forward<Token>(token));
  }
  template <class Token>
  auto async_delete_blocklist_identifier(std::string identifier_id, Token&& token) const {
    return start(operations::DeleteBlocklistIdentifier{std::move(identifier_id)}, {}, std::forward<Token>(token));
  }

 private:
  template <class Operation, class Token>
  auto start(Operation operation, CallOptions options, Token&& token) const {
    return detail::async_entry<Operation, Token>::start(api_client_, std::move(operation), std::move(options),
                                                        std::forward<Token>(token));
  }

  ApiClient api_client_;
};

}  // namespace clerk
