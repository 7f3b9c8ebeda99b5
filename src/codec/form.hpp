#pragma once

#include "codec/codec.hpp"
#include "codec/form_text.hpp"

#include <clerk/contract/form.hpp>

#include <boost/system/result.hpp>

#include <string_view>

// Forms to and from `multipart/form-data`. The definitions stand in form.ipp and are instantiated once per resource.
namespace clerk::codec {

/// A body with a part for each field that is there, in the order of the list, and for each field of `extra`.
template <FormModel M>
[[nodiscard]] boost::system::result<FormText, Unencodable> encode_form(const M& form);

/// Reads a form strictly, as `decode_request` reads JSON. Fails when the body is no form at all.
template <FormModel M>
[[nodiscard]] boost::system::result<DecodedRequest<M>, NotAnObject> decode_form(std::string_view content_type,
                                                                                std::string_view body);

}  // namespace clerk::codec
