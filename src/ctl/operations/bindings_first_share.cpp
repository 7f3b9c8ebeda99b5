#include "ctl/operations/bindings.ipp"

namespace clerk::ctl::operations {

template std::vector<Binding> share_of_bindings<0>();

}  // namespace clerk::ctl::operations
