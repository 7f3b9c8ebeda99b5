// A file that is sent as multipart/form-data, over a peer that sees its bytes.
#include "codec/form.hpp"
#include "tests/field/field_test.hpp"

#include <clerk/api/organizations_api.hpp>

#include <algorithm>
#include <mutex>
#include <string>
#include <vector>

namespace {

using namespace clerk::field;
using clerk::ErrorKind;
using clerk::UploadOrganizationLogoRequest;
using clerk::operations::UploadOrganizationLogo;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

CLERK_FIELD_ROW(Forms);

std::string organization_body() {
  return R"({"object":"organization","id":"org_1","name":"Engines","slug":"engines","image_url":"https://img/1",)"
         R"("logo_url":"https://img/1","has_image":true,"max_allowed_memberships":5,"admin_delete_enabled":true,)"
         R"("public_metadata":{},"created_at":1,"updated_at":2})";
}

UploadOrganizationLogo upload(std::string bytes) {
  return {.organization_id = "org_1",
          .body = {.uploader_user_id = "user_1",
                   .file = {.name = "logo.png", .content_type = "image/png", .bytes = std::move(bytes)}}};
}

// Every byte there is, so that nothing on the way may take it for text.
std::string all_bytes(std::size_t size) {
  std::string bytes(size, '\0');
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 31 + i / 256);
  return bytes;
}

void expect_form(const SeenRequest& request, const UploadOrganizationLogo& sent) {
  const auto form = clerk::codec::encode_form(sent.body);
  EXPECT_EQ(request.method, "PUT");
  EXPECT_EQ(request.target, "/v1/organizations/org_1/logo");
  EXPECT_EQ(*request.headers.find("Content-Type"), form->content_type);
  EXPECT_EQ(*request.headers.find("Content-Length"), std::to_string(form->body.size()));
  EXPECT_EQ(request.headers.find("Expect"), nullptr);
  EXPECT_TRUE(request.body == form->body) << "of " << request.body.size() << " bytes";
}

TEST_P(Forms, arrive_byte_by_byte_and_say_how_long_they_are) {
  const HostilePeer peer{always(json_answer(200, organization_body()))};
  const auto caller = caller_of(peer);
  for (const std::size_t size : {std::size_t{0}, std::size_t{1000}, std::size_t{3} << 20U}) {
    const UploadOrganizationLogo logo = upload(all_bytes(size));
    const auto result = caller(logo);
    ASSERT_TRUE(result) << result.error().message();
    EXPECT_TRUE(result->value.has_image);
    expect_form(peer.seen().back(), logo);
  }
}

TEST_P(Forms, are_sent_again_as_they_were_when_they_were_refused) {
  const UploadOrganizationLogo logo = upload(all_bytes(5000));
  const HostilePeer peer{[](const SeenRequest& request) {
    return Steps{
        send(request.number < 3 ? answer(429, "", {{"Retry-After", "0"}}) : json_answer(200, organization_body()))};
  }};
  ASSERT_TRUE(caller_of(peer)(logo));
  ASSERT_EQ(peer.requests(), 3);
  for (const SeenRequest& request : peer.seen()) expect_form(request, logo);
}

// The same connection, and so the same handle: the next call must not say that it sends a form.
TEST_P(Forms, leave_nothing_behind_for_the_call_after_them) {
  const HostilePeer peer{[](const SeenRequest& request) {
    if (request.method == "PUT") return Steps{send(json_answer(200, organization_body()))};
    return succeed(request);
  }};
  const auto caller = caller_of(peer);
  ASSERT_TRUE(caller(upload("x")));
  ASSERT_TRUE(caller(UpdateInstance{}));
  EXPECT_EQ(*peer.seen().back().headers.find("Content-Type"), "application/json");
  ASSERT_TRUE(caller(upload("x")));
  EXPECT_THAT(*peer.seen().back().headers.find("Content-Type"), StartsWith("multipart/form-data; boundary="));
}

TEST_P(Forms, that_are_too_large_for_the_server_are_refused_by_it) {
  const HostilePeer peer{always(json_answer(
      413, R"({"errors":[{"message":"Image too large","long_message":"Image too large","code":"image_too_large"}]})"))};
  const auto result = caller_of(peer)(upload("x"));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().status, 413);
  EXPECT_EQ(result.error().errors.at(0).code, "image_too_large");
  EXPECT_EQ(peer.requests(), 1);
}

TEST_P(Forms, with_a_header_of_somebody_elses_are_never_sent) {
  const HostilePeer peer{always(json_answer(200, organization_body()))};
  UploadOrganizationLogo logo = upload("x");
  logo.body.file.content_type = "image/png\r\nX-Other: 1";
  const auto result = caller_of(peer)(logo);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::bad_request);
  EXPECT_THAT(result.error().message(), HasSubstr("file.content_type"));
  EXPECT_EQ(peer.connections(), 0);
}

TEST_P(Forms, show_neither_their_bytes_nor_the_key_in_a_log) {
  const HostilePeer peer{always(json_answer(500, refusal_body()))};
  std::mutex mutex;
  std::string logged;
  auto configuration = configuration_for(peer.url());
  configuration.debug = true;
  configuration.logger = [&](const clerk::LogRecord& record) {
    const std::lock_guard lock{mutex};
    logged += record.message + record.url;
    for (const clerk::Header& header : record.headers) logged += header.name + ": " + header.value + "\n";
  };
  EXPECT_FALSE(caller(configuration)(upload("a picture of ours")));
  EXPECT_THAT(logged, HasSubstr("multipart/form-data"));
  EXPECT_THAT(logged, Not(HasSubstr("a picture of ours")));
  EXPECT_THAT(logged, Not(HasSubstr("hunter2")));
}

}  // namespace
