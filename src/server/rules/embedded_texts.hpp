#pragma once

#include <string_view>

/// The files of data/, compiled in by clerk_embed_text.
namespace clerk::server::rules::embedded {

extern const std::string_view breached_passwords;
extern const std::string_view disposable_domains;

}  // namespace clerk::server::rules::embedded
