#pragma once

/// Marks what a shared library shows to its users; all else is hidden in it. `tests/package/exported_symbols.txt` is
/// the list of what that comes to.
#if defined(__GNUC__)
#define CLERK_EXPORT __attribute__((visibility("default")))
#else
#define CLERK_EXPORT
#endif
