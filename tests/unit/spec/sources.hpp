#pragma once

#include "spec_digest/digest.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace clerk::spec {

/// The version whose digest is committed.
inline constexpr const char* committed_version = "2026-05-12";

[[nodiscard]] std::string text_of(const std::filesystem::path& file);

[[nodiscard]] std::filesystem::path committed_digest_file();

/// The committed digest of the official file.
[[nodiscard]] const Digest& official_digest();

/// The digest of the document that the project makes of its contract.
[[nodiscard]] const Digest& own_digest();

/// The official files, which lie beside the project and never in it; empty where there are none.
[[nodiscard]] std::vector<std::filesystem::path> official_files();

}  // namespace clerk::spec
