#include "spec_digest/digest_of.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace clerk::spec {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string digest_text(const std::string& description) { return to_text(digest_of(Description::parse(description))); }

std::string problem_of(const std::string& description) {
  try {
    return "no problem, but " + digest_text(description);
  } catch (const DigestError& error) {
    return error.what();
  }
}

// A description with every kind of part; whatever is prose contains the word PROSE.
constexpr const char* things = R"(
openapi: 3.0.3
info: {title: PROSE, description: PROSE, version: 2026-05-12, license: {name: PROSE}}
externalDocs: {url: PROSE}
servers: [{url: "https://api.example.com/v1", description: PROSE}]
security: [{bearerAuth: []}]
tags: [{name: Things, description: PROSE}]
x-note: PROSE
paths:
  /things/{thing_id}:
    summary: PROSE
    parameters:
      - {name: thing_id, in: path, required: true, description: PROSE, schema: {type: string}}
      - {name: limit, in: query, schema: {type: array, items: {type: integer}}}
    get:
      operationId: GetThing
      tags: [Things, All]
      summary: PROSE
      description: PROSE
      parameters:
        - $ref: "#/components/parameters/Limit"
        - name: order by
          in: query
          deprecated: true
          style: form
          explode: false
          example: PROSE
          schema: {enum: [a]}
      responses:
        200: {$ref: "#/components/responses/Thing"}
        "404": {description: PROSE}
        default: {$ref: "#/components/responses/Thing"}
    patch:
      operationId: UpdateThing
      deprecated: true
      security: []
      requestBody: {$ref: "#/components/requestBodies/Thing"}
      responses:
        "204": {description: PROSE}
    post:
      operationId: PutPicture
      x-speakeasy-group: PROSE
      requestBody:
        content:
          multipart/form-data: {schema: {properties: {file: {type: string, format: binary}}}}
      responses:
        "200": {description: PROSE, content: {application/json: {schema: {type: object}}}}
components:
  parameters:
    Limit: {name: limit, in: query, description: PROSE, schema: {type: integer, minimum: 1, maximum: 500, default: 10}}
  headers:
    Trace: {description: PROSE, required: true, schema: {type: string}}
  requestBodies:
    Thing:
      required: true
      description: PROSE
      content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}, examples: {a: PROSE}}}
  responses:
    Thing:
      description: PROSE
      headers: {X-Trace: {$ref: "#/components/headers/Trace"}}
      content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
  schemas:
    Thing: {type: object, description: PROSE, properties: {part: {$ref: "#/components/schemas/Part"}}}
    Part: {type: object, properties: {whole: {$ref: "#/components/schemas/Thing"}}}
    Unused: {type: object}
)";

}  // namespace

TEST(DigestOf, has_every_operation_with_all_its_facts) {
  EXPECT_EQ(digest_text(things), R"(document
  document openapi="3.0.3" security=[{"bearerAuth":[]}] servers=["https://api.example.com/v1"] version="2026-05-12"
operation /things/{thing_id} GET
  200 schema=Thing
  200#x-trace type=string required
  404 empty
  default schema=Thing
  default#x-trace type=string required
  operation operationId=GetThing tags=["All","Things"]
  path.thing_id type=string required
  query."order by" deprecated enum=["a"] explode=false style=form
  query.limit type=integer default=10 maximum=500 minimum=1
operation /things/{thing_id} PATCH
  204 empty
  body schema=Thing required
  operation deprecated operationId=UpdateThing security=[]
  path.thing_id type=string required
  query.limit type=array
  query.limit[] type=integer
operation /things/{thing_id} POST
  200 type=object
  body
  body(multipart/form-data) type=object
  body(multipart/form-data).file type=string format=binary
  operation operationId=PutPicture
  path.thing_id type=string required
  query.limit type=array
  query.limit[] type=integer
schema Part
  . type=object
  .whole schema=Thing
schema Thing
  . type=object
  .part schema=Part
)");
}

TEST(DigestOf, lets_no_prose_through) { EXPECT_THAT(digest_text(things), Not(HasSubstr("PROSE"))); }

TEST(DigestOf, reads_JSON_as_it_reads_YAML) {
  EXPECT_EQ(digest_text(R"({"openapi": "3.1.0", "paths": {"/a": {"get": {"responses": {"204": {}}}}}})"),
            "document\n  document openapi=\"3.1.0\"\noperation /a GET\n  204 empty\n  operation\n");
}

TEST(DigestOf, tells_quoted_YAML_scalars_from_plain_ones) {
  const std::string text = digest_text(R"(
openapi: "3.0.3"
paths:
  /a:
    get:
      parameters:
        - {name: a, in: query, schema: {default: "10"}}
        - {name: b, in: query, schema: {default: 10}}
        - {name: c, in: query, schema: {default: 2.5}}
        - {name: d, in: query, schema: {default: 1.0}}
        - {name: e, in: query, schema: {default: "true"}}
        - {name: f, in: query, schema: {default: -created_at}}
        - {name: g, in: query, schema: {default: null}}
      responses: {}
)");
  for (const char* fact :
       {"query.a default=\"10\"\n", "query.b default=10\n", "query.c default=2.5E0\n", "query.d default=1\n",
        "query.e default=\"true\"\n", "query.f default=\"-created_at\"\n", "query.g default=null\n"}) {
    EXPECT_THAT(text, HasSubstr(fact));
  }
}

TEST(DigestOf, refuses_what_is_no_OpenAPI_3_description) {
  EXPECT_THAT(problem_of("a: [b"), HasSubstr("neither YAML nor JSON"));
  EXPECT_THAT(problem_of(""), HasSubstr("not an OpenAPI description"));
  EXPECT_THAT(problem_of("just text"), HasSubstr("not an OpenAPI description"));
  EXPECT_THAT(problem_of("swagger: '2.0'"), HasSubstr("no member 'openapi'"));
  EXPECT_THAT(problem_of("openapi: 2.0.0"), HasSubstr("another version"));
  EXPECT_THAT(problem_of("openapi: 3.0.3"), HasSubstr("no paths"));
  EXPECT_THAT(problem_of("openapi: 3.0.3\nopenapi: 3.0.3"), HasSubstr("line 2: 'openapi' stands there twice"));
}

TEST(DigestOf, names_the_operation_or_schema_that_it_can_not_read) {
  const std::string start = "openapi: 3.0.3\npaths: {/a: {get: ";
  EXPECT_THAT(problem_of(start + "{responses: {200: {$ref: '#/components/responses/A'}}}}}"),
              HasSubstr("operation /a GET: '#/components/responses/A' points to nothing"));
  EXPECT_THAT(problem_of(start + "{callbacks: {}}}}"),
              HasSubstr("operation /a GET: the digest does not know 'callbacks'"));
  EXPECT_THAT(problem_of(start + "{responses: {200: {$ref: '#/components/responses/A'}}}}}\n"
                                 "components: {responses: {A: {$ref: '#/components/responses/A'}}}"),
              HasSubstr("leads to itself"));
  EXPECT_THAT(
      problem_of(start + "{requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}\n"
                         "components: {schemas: {A: {if: {}}}}"),
      HasSubstr("schema A: the digest does not know the keyword 'if'"));
  EXPECT_THAT(problem_of("openapi: 3.0.3\npaths: {/a: {fetch: {}}}"), HasSubstr("'fetch' of a path"));
  EXPECT_THAT(problem_of("openapi: 3.0.3\ninfo: text\npaths: {}"), HasSubstr("document: "));
  EXPECT_THAT(problem_of("openapi: 3.0.3\npaths: {/a: text}"), HasSubstr("/a is no object"));
  EXPECT_THAT(problem_of("openapi: 3.0.3\npaths: {/a: {get: text}}"), HasSubstr("operation /a GET: "));
}

}  // namespace clerk::spec
