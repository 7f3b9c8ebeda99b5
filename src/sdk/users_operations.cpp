#include "sdk/async_send.ipp"

#include <clerk/contract/user_bulk.hpp>
#include <clerk/contract/user_list.hpp>
#include <clerk/contract/user_metadata.hpp>
#include <clerk/contract/user_moderation.hpp>
#include <clerk/contract/user_passwords.hpp>
#include <clerk/contract/users.hpp>

namespace clerk {

CLERK_INSTANTIATE_OPERATION(operations::GetUserList);
CLERK_INSTANTIATE_OPERATION(operations::CreateUser);
CLERK_INSTANTIATE_OPERATION(operations::GetUsersCount);
CLERK_INSTANTIATE_OPERATION(operations::GetUser);
CLERK_INSTANTIATE_OPERATION(operations::UpdateUser);
CLERK_INSTANTIATE_OPERATION(operations::DeleteUser);
CLERK_INSTANTIATE_OPERATION(operations::BanUser);
CLERK_INSTANTIATE_OPERATION(operations::UnbanUser);
CLERK_INSTANTIATE_OPERATION(operations::UsersBan);
CLERK_INSTANTIATE_OPERATION(operations::UsersUnban);
CLERK_INSTANTIATE_OPERATION(operations::LockUser);
CLERK_INSTANTIATE_OPERATION(operations::UnlockUser);
CLERK_INSTANTIATE_OPERATION(operations::UpdateUserMetadata);
CLERK_INSTANTIATE_OPERATION(operations::ReplaceUserMetadata);
CLERK_INSTANTIATE_OPERATION(operations::VerifyPassword);
CLERK_INSTANTIATE_OPERATION(operations::SetUserPasswordCompromised);
CLERK_INSTANTIATE_OPERATION(operations::UnsetUserPasswordCompromised);

}  // namespace clerk
