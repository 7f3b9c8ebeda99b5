# The fuzz targets, each a file of that name. A target that is not on this list is neither built nor replayed.
set(CLERK_FUZZ_TARGETS
  fuzz_admission
  fuzz_answer_decoder
  fuzz_base_url
  fuzz_error_body
  fuzz_form
  fuzz_http_connection
  fuzz_identifiers
  fuzz_json_text
  fuzz_jwt_template
  fuzz_password_digest
  fuzz_request_decoder
  fuzz_retry_after
  fuzz_settings_file
  fuzz_stored_document)
