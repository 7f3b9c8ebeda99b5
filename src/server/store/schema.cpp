#include "server/store/schema.hpp"

namespace clerk::server::store {

namespace {

const SchemaStep instances{
    "CREATE TABLE schema_version (one SMALLINT NOT NULL PRIMARY KEY CHECK (one = 1), version BIGINT NOT NULL)",
    "INSERT INTO schema_version (one, version) VALUES (1, 0)",
    "CREATE TABLE instances (id TEXT NOT NULL PRIMARY KEY, environment_type TEXT NOT NULL, document TEXT NOT NULL, "
    "version BIGINT NOT NULL, traits TEXT NOT NULL, created_at BIGINT NOT NULL)",
    "CREATE TABLE keys (digest TEXT NOT NULL PRIMARY KEY, instance_id TEXT NOT NULL REFERENCES instances (id))",
    "CREATE INDEX keys_by_instance ON keys (instance_id)",
    "CREATE TABLE roles (id TEXT NOT NULL PRIMARY KEY, instance_id TEXT NOT NULL REFERENCES instances (id), "
    "key TEXT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL, permissions TEXT NOT NULL, "
    "created_at BIGINT NOT NULL, UNIQUE (instance_id, key))",
    "CREATE INDEX roles_by_time ON roles (instance_id, created_at, id)",
};

const SchemaStep who_may_come_in{
    R"(CREATE TABLE counters (
         instance_id TEXT NOT NULL REFERENCES instances (id),
         name TEXT NOT NULL,
         value BIGINT NOT NULL,
         PRIMARY KEY (instance_id, name)))",
    R"(CREATE TABLE list_identifiers (
         id TEXT NOT NULL PRIMARY KEY,
         instance_id TEXT NOT NULL REFERENCES instances (id),
         list TEXT NOT NULL,
         identifier TEXT NOT NULL,
         identifier_type TEXT NOT NULL,
         invitation_id TEXT NOT NULL,
         created_at BIGINT NOT NULL,
         updated_at BIGINT NOT NULL,
         UNIQUE (instance_id, list, identifier)))",
    "CREATE INDEX list_identifiers_by_time ON list_identifiers (instance_id, list, created_at, id)",

    // Folded texts, empty where a user has none, and 0 for what never was: NULLs sort differently from one database to
    // another.
    R"(CREATE TABLE users (
         id TEXT NOT NULL PRIMARY KEY,
         instance_id TEXT NOT NULL REFERENCES instances (id),
         external_id TEXT NOT NULL,
         banned SMALLINT NOT NULL,
         locked_until BIGINT NOT NULL,
         created_at BIGINT NOT NULL,
         updated_at BIGINT NOT NULL,
         last_active_at BIGINT NOT NULL,
         last_sign_in_at BIGINT NOT NULL,
         first_name TEXT NOT NULL,
         last_name TEXT NOT NULL,
         username TEXT NOT NULL,
         email_address TEXT NOT NULL,
         phone_number TEXT NOT NULL,
         web3_wallet TEXT NOT NULL,
         search TEXT NOT NULL,
         document TEXT NOT NULL))",
    "CREATE UNIQUE INDEX users_by_external_id ON users (instance_id, external_id) WHERE external_id <> ''",
    // Before the index of the order alone: of two that would do SQLite takes the later, and this one is wide.
    "CREATE INDEX users_by_search ON users (instance_id, created_at, id, search)",
    "CREATE INDEX users_by_created_at ON users (instance_id, created_at, id)",
    "CREATE INDEX users_by_updated_at ON users (instance_id, updated_at, id)",
    "CREATE INDEX users_by_last_active_at ON users (instance_id, last_active_at, id)",
    "CREATE INDEX users_by_last_sign_in_at ON users (instance_id, last_sign_in_at, id)",
    "CREATE INDEX users_by_first_name ON users (instance_id, first_name, id)",
    "CREATE INDEX users_by_last_name ON users (instance_id, last_name, id)",
    "CREATE INDEX users_by_username ON users (instance_id, username, id)",
    "CREATE INDEX users_by_email_address ON users (instance_id, email_address, id)",
    "CREATE INDEX users_by_phone_number ON users (instance_id, phone_number, id)",
    "CREATE INDEX users_by_web3_wallet ON users (instance_id, web3_wallet, id)",
    R"(CREATE TABLE identifications (
         id TEXT NOT NULL PRIMARY KEY,
         instance_id TEXT NOT NULL REFERENCES instances (id),
         user_id TEXT NOT NULL REFERENCES users (id),
         kind TEXT NOT NULL,
         folded TEXT NOT NULL,
         mailbox TEXT NOT NULL,
         document TEXT NOT NULL,
         position BIGINT NOT NULL,
         created_at BIGINT NOT NULL,
         updated_at BIGINT NOT NULL,
         UNIQUE (instance_id, kind, folded)))",
    "CREATE INDEX identifications_of_user ON identifications (user_id, created_at, position, id)",
    "CREATE INDEX identifications_by_mailbox ON identifications (instance_id, mailbox) "
    "WHERE mailbox <> ''",

    R"(CREATE TABLE resources (
         id TEXT NOT NULL PRIMARY KEY,
         instance_id TEXT NOT NULL REFERENCES instances (id),
         kind TEXT NOT NULL,
         unique_key TEXT NOT NULL,
         owner TEXT NOT NULL,
         status TEXT NOT NULL,
         search TEXT NOT NULL,
         document TEXT NOT NULL,
         expires_at BIGINT NOT NULL,
         created_at BIGINT NOT NULL,
         updated_at BIGINT NOT NULL))",
    "CREATE UNIQUE INDEX resources_by_key ON resources (instance_id, kind, unique_key) WHERE unique_key <> ''",
    "CREATE INDEX resources_by_time ON resources (instance_id, kind, created_at, id)",
    "CREATE INDEX resources_by_status ON resources (instance_id, kind, status, created_at, id)",
    "CREATE INDEX resources_by_owner ON resources (instance_id, kind, owner, created_at, id)",
};

const SchemaStep organizations{
    // Stores from before the wide index was made first have the two in the other order.
    "DROP INDEX users_by_created_at",
    "CREATE INDEX users_by_created_at ON users (instance_id, created_at, id)",
    "ALTER TABLE roles ADD COLUMN updated_at BIGINT NOT NULL DEFAULT 0",
    "UPDATE roles SET updated_at = created_at",
    "ALTER TABLE resources ADD COLUMN subject TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX resources_by_subject ON resources (instance_id, kind, subject, created_at, id) WHERE subject <> ''",

    R"(CREATE TABLE organizations (
         id TEXT NOT NULL PRIMARY KEY,
         instance_id TEXT NOT NULL REFERENCES instances (id),
         slug TEXT NOT NULL,
         name TEXT NOT NULL,
         role_set TEXT NOT NULL,
         members_count BIGINT NOT NULL,
         document TEXT NOT NULL,
         created_at BIGINT NOT NULL,
         updated_at BIGINT NOT NULL))",
    "CREATE UNIQUE INDEX organizations_by_slug ON organizations (instance_id, slug) WHERE slug <> ''",
    "CREATE INDEX organizations_by_created_at ON organizations (instance_id, created_at, id)",
    "CREATE INDEX organizations_by_name ON organizations (instance_id, name, id)",
    "CREATE INDEX organizations_by_members_count ON organizations (instance_id, members_count, id)",
    "CREATE INDEX organizations_by_role_set ON organizations (instance_id, role_set)",
    R"(CREATE TABLE organization_memberships (
         id TEXT NOT NULL PRIMARY KEY,
         instance_id TEXT NOT NULL REFERENCES instances (id),
         organization_id TEXT NOT NULL REFERENCES organizations (id),
         user_id TEXT NOT NULL REFERENCES users (id),
         role TEXT NOT NULL,
         document TEXT NOT NULL,
         created_at BIGINT NOT NULL,
         updated_at BIGINT NOT NULL,
         UNIQUE (organization_id, user_id)))",
    "CREATE INDEX organization_memberships_of_organization ON organization_memberships (organization_id, created_at, "
    "id)",
    "CREATE INDEX organization_memberships_of_user ON organization_memberships (user_id, created_at, id)",
    "CREATE INDEX organization_memberships_by_time ON organization_memberships (instance_id, created_at, id)",
    "CREATE INDEX organization_memberships_by_role ON organization_memberships (instance_id, role, organization_id)",
};

}  // namespace

const std::vector<SchemaStep>& schema_steps() {
  static const std::vector<SchemaStep> steps{instances, who_may_come_in, organizations};
  return steps;
}

}  // namespace clerk::server::store
