#include "server/api/live_operation.ipp"

namespace clerk::server::api {

std::vector<LiveOperation> live_tools() {
  std::vector<LiveOperation> operations;
  using Tools = OperationList<tools::MakeSignUp, tools::SelectOrganization, tools::AcceptOrganizationInvitation,
                              tools::ListOrganizationSuggestions, tools::AcceptOrganizationSuggestion>;
  Tools::for_each([&]<class Op>() {
    LiveOperation operation = live::live_operation<Op>();
    operation.is_tool = true;
    operations.push_back(std::move(operation));
  });
  return operations;
}

}  // namespace clerk::server::api
