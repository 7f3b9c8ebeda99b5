#include "server/api/live_operation.ipp"

namespace clerk::server::api {

std::vector<LiveOperation> live_tools() {
  std::vector<LiveOperation> operations;
  OperationList<tools::MakeSignUp>::for_each([&]<class Op>() {
    LiveOperation operation = live::live_operation<Op>();
    operation.is_tool = true;
    operations.push_back(std::move(operation));
  });
  return operations;
}

}  // namespace clerk::server::api
