#include "codec/form.hpp"

#include <clerk/contract/organization_logo.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace clerk::codec {

namespace {

using Logo = UploadOrganizationLogoRequest;

constexpr const char* first_boundary = "multipart/form-data; boundary=clerk-cpp-form-00000000";

FaultKind only_fault(std::string_view content_type, const std::string& body) {
  const auto read = decode_form<Logo>(content_type, body);
  EXPECT_TRUE(read.has_value()) << body;
  EXPECT_EQ(read->faults.size(), 1U) << body;
  return read->faults.at(0).kind;
}

}  // namespace

TEST(Form, is_written_as_these_bytes) {
  const std::string picture{"\x89PNG\r\n\x1a\n\0\xff", 10};
  const auto form = encode_form(Logo{.uploader_user_id = "user_1",
                                     .file = {.name = "logo.png", .content_type = "image/png", .bytes = picture},
                                     .extra = {{"crop", RawJson{"true"}}}});
  ASSERT_TRUE(form.has_value());
  EXPECT_EQ(form->content_type, first_boundary);
  EXPECT_EQ(form->body,
            "--clerk-cpp-form-00000000\r\n"
            "Content-Disposition: form-data; name=\"uploader_user_id\"\r\n\r\n"
            "user_1\r\n"
            "--clerk-cpp-form-00000000\r\n"
            "Content-Disposition: form-data; name=\"file\"; filename=\"logo.png\"\r\n"
            "Content-Type: image/png\r\n\r\n" +
                picture +
                "\r\n"
                "--clerk-cpp-form-00000000\r\n"
                "Content-Disposition: form-data; name=\"crop\"\r\n\r\n"
                "true\r\n"
                "--clerk-cpp-form-00000000--\r\n");
  EXPECT_EQ(*encode_form(Logo{.file = {.bytes = "x"}}), *encode_form(Logo{.file = {.bytes = "x"}}));
}

TEST(Form, leaves_out_what_is_absent_and_names_a_file_that_has_no_name) {
  const auto form = encode_form(Logo{.file = {.bytes = "x"}});
  ASSERT_TRUE(form.has_value());
  EXPECT_EQ(form->body,
            "--clerk-cpp-form-00000000\r\n"
            "Content-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n"
            "Content-Type: application/octet-stream\r\n\r\n"
            "x\r\n"
            "--clerk-cpp-form-00000000--\r\n");
}

TEST(Form, has_a_boundary_that_no_part_holds) {
  const std::string hostile =
      "\r\n--clerk-cpp-form-00000000--\r\nclerk-cpp-form-00000001clerk-cpp-form-00000003clerk-cpp-form-0000000";
  const Logo sent{.uploader_user_id = "--clerk-cpp-form-00000002", .file = {.name = "file", .bytes = hostile}};
  const auto form = encode_form(sent);
  ASSERT_TRUE(form.has_value());
  EXPECT_EQ(form->content_type, "multipart/form-data; boundary=clerk-cpp-form-00000004");
  const auto read = decode_form<Logo>(form->content_type, form->body);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->value.file.bytes, hostile);
}

TEST(Form, lets_nobody_write_headers_of_their_own) {
  const auto path_of = [](const Logo& logo) {
    const auto form = encode_form(logo);
    return form.has_value() ? std::string{} : form.error().path;
  };
  EXPECT_EQ(path_of({.file = {.name = "a\r\nX-Other: 1"}}), "file.name");
  EXPECT_EQ(path_of({.file = {.content_type = "image/png\nX-Other: 1"}}), "file.content_type");
  EXPECT_EQ(path_of({.extra = {{"a\r\n", RawJson{"1"}}}}), "extra");
  EXPECT_EQ(path_of({.extra = {{"crop", RawJson{"{}"}}}}), "crop");
  EXPECT_EQ(path_of({.uploader_user_id = "\xff"}), "uploader_user_id");
  const auto quoted = encode_form(Logo{.file = {.name = "a\"; name=\"b", .bytes = "x"}});
  EXPECT_NE(quoted->body.find("filename=\"a%22; name=%22b\""), std::string::npos);
  EXPECT_EQ(decode_form<Logo>(quoted->content_type, quoted->body)->value.file.name, "a\"; name=\"b");
}

TEST(Form, is_read_as_other_clients_write_it) {
  const auto read = decode_form<Logo>(
      "Multipart/Form-Data; charset=utf-8; boundary=\"a b\"",
      "a preamble\r\n--a b  \r\ncontent-disposition:form-data; filename=\"l\\\"o.png\"; name=file\r\n"
      "content-type: image/png\r\n\r\n\r\n\r\n--a b\r\nContent-Disposition: form-data; "
      "name=\"uploader_user_id\"\r\nContent-Type: text/plain\r\n\r\nuser_1\r\n--a b--\r\nan epilogue");
  ASSERT_TRUE(read.has_value());
  EXPECT_TRUE(read->faults.empty());
  EXPECT_EQ(read->value, (Logo{.uploader_user_id = "user_1",
                               .file = {.name = "l\"o.png", .content_type = "image/png", .bytes = "\r\n"}}));
}

TEST(Form, that_is_none_is_refused_as_a_whole) {
  const std::string sound = encode_form(Logo{.file = {.bytes = "x"}})->body;
  for (const char* type : {"", "application/json", "multipart/form-data", "multipart/form-data; boundary=",
                           "multipart/form-data; "
                           "boundary=another"}) {
    EXPECT_TRUE(decode_form<Logo>(type, sound).has_error()) << type;
  }
  for (std::size_t length = 0; length + 4 < sound.size(); ++length) {
    EXPECT_TRUE(decode_form<Logo>(first_boundary, sound.substr(0, length)).has_error()) << length;
  }
  for (const char* head : {"", "X-Other: 1\r\n", "Content-Disposition: form-data\r\n", "no header\r\n",
                           "Content-Disposition: attachment; name=\"file\"\r\n"}) {
    const std::string body =
        "--clerk-cpp-form-00000000\r\n" + std::string{head} + "\r\nx\r\n--clerk-cpp-form-00000000--\r\n";
    EXPECT_TRUE(decode_form<Logo>(first_boundary, body).has_error()) << head;
  }
}

TEST(Form, of_more_parts_than_anybody_needs_is_refused) {
  const auto parts = [](std::size_t count) {
    const FormText form = write_form(std::vector<FormPart>(count, FormPart{.name = "file", .file_name = "a"}));
    return decode_form<Logo>(form.content_type, form.body).has_value();
  };
  EXPECT_TRUE(parts(64));
  EXPECT_FALSE(parts(65));
}

TEST(Form, says_what_is_wrong_with_a_field) {
  const auto body = [](std::vector<FormPart> parts) { return write_form(parts).body; };
  const FormPart file{.name = "file", .file_name = "a.png", .content_type = "image/png", .bytes = "x"};
  EXPECT_EQ(only_fault(first_boundary, body({})), FaultKind::missing_field);
  EXPECT_EQ(only_fault(first_boundary, body({file, file})), FaultKind::duplicate_field);
  EXPECT_EQ(only_fault(first_boundary, body({file, {.name = "crop", .bytes = "1"}})), FaultKind::unknown_field);
  EXPECT_EQ(only_fault(first_boundary, body({{.name = "file", .bytes = "x"}})), FaultKind::wrong_type);
  EXPECT_EQ(only_fault(first_boundary, body({file, {.name = "uploader_user_id", .bytes = "\xff"}})),
            FaultKind::wrong_type);
  EXPECT_EQ(only_fault(first_boundary, body({file, {.name = "uploader_user_id", .file_name = "a", .bytes = "x"}})),
            FaultKind::wrong_type);
  EXPECT_EQ(only_fault(first_boundary, body({file, {.name = "uploader_user_id", .bytes = std::string(1, '\0')}})),
            FaultKind::forbidden_character);
}

}  // namespace clerk::codec
