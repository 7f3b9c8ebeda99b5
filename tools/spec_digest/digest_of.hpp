#pragma once

#include "spec_digest/description.hpp"
#include "spec_digest/digest.hpp"

namespace clerk::spec {

/// The facts of every operation and of every shared schema that an operation reaches. References to anything but shared
/// schemas are followed; descriptions, summaries, examples and extensions (`x-…`) are left out.
/// \throws DigestError naming the operation, for a reference to nothing or a keyword that the digest does not know
[[nodiscard]] Digest digest_of(const Description& description);

}  // namespace clerk::spec
