#pragma once

#include "codec/fault.hpp"

#include <string>

namespace clerk::ctl {

/// What is wrong, for people; it completes "the field …". Empty for what is no mistake but only has no effect.
[[nodiscard]] std::string text_of(const codec::Fault& fault);

}  // namespace clerk::ctl
