#pragma once

namespace clerk {

/// Metadata are merged or replaced by requests of the same fields.
enum class MetadataWrite { merge, replacement };

}  // namespace clerk
