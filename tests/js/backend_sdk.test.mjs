// The official JavaScript SDK, @clerk/backend, unchanged, against clerkd.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, test } from 'node:test';

import { createClerkClient } from '@clerk/backend';

import { development_key, production_key, start_clerkd } from './clerkd.mjs';

let clerkd;
let instance;

const client_of = (server, secretKey) =>
  createClerkClient({ secretKey, apiUrl: server.url, telemetry: { disabled: true } });

beforeEach(async () => {
  clerkd = await start_clerkd();
  instance = client_of(clerkd, development_key).instance;
});
afterEach(() => clerkd.stop());

/** The error that a call fails with, as far as the SDK's users read it. */
async function failure_of(call) {
  const error = await call.then(
    () => assert.fail('the call did not fail'),
    (reason) => reason,
  );
  assert.equal(error.name, 'ClerkAPIResponseError', error.stack);
  return error;
}

/** The value of each parameter that the SDK offers, and where clerkd keeps it. */
const values = {
  UpdateParams: {
    testMode: false,
    hibp: false,
    enhancedEmailDeliverability: true,
    supportEmail: 'help@example.com',
    clerkJsVersion: '5.1.0',
    developmentOrigin: 'http://localhost:3000',
    allowedOrigins: ['capacitor://localhost', 'chrome-extension://abcdefgh'],
    urlBasedSessionSyncing: false,
    preferredSignInStrategyWhenPasswordRequired: 'otp',
  },
  UpdateRestrictionsParams: {
    allowlist: true,
    blocklist: true,
    blockEmailSubaddresses: true,
    blockDisposableEmailDomains: true,
    ignoreDotsForGmailAddresses: true,
  },
  UpdateOrganizationSettingsParams: {
    enabled: true,
    maxAllowedMemberships: 12,
    adminDeleteEnabled: false,
    domainsEnabled: true,
    domainsEnrollmentModes: ['automatic_invitation', 'automatic_suggestion'],
    creatorRoleId: 'org:admin',
    domainsDefaultRoleId: 'org:admin',
  },
};
// Taken out of the API; the SDK still offers them.
const retired = ['enhancedEmailDeliverability', 'ignoreDotsForGmailAddresses'];
const snake_case = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const kept = (type) =>
  Object.entries(values[type])
    .filter(([name]) => !retired.includes(name) && !name.endsWith('RoleId'))
    .map(([name, value]) => [snake_case(name), value]);

test('these tests send every parameter that the instance API of the SDK has', async () => {
  const source = await readFile(
    new URL('./node_modules/@clerk/backend/dist/api/endpoints/InstanceApi.d.ts', import.meta.url),
    'utf8',
  );
  const types = [...source.matchAll(/^export type (\w+) = \{(.*?)^\};/gms)];
  const offered = types.map(([, type, members]) => [type, [...members.matchAll(/^ {4}(\w+)\??:/gm)].map((m) => m[1])]);
  assert.deepEqual(
    Object.fromEntries(offered),
    Object.fromEntries(Object.entries(values).map(([type, members]) => [type, Object.keys(members)])),
  );
  const methods = [...source.matchAll(/^ {4}(\w+)\(/gm)].map((m) => m[1]);
  assert.deepEqual(methods.sort(), [
    'get',
    'getOrganizationSettings',
    'update',
    'updateOrganizationSettings',
    'updateRestrictions',
  ]);
});

test('get answers the instance of the key', async () => {
  const answer = await instance.get();
  assert.match(answer.id, /^ins_\w{27}$/);
  assert.deepEqual({ ...answer }, { id: answer.id, environmentType: 'development', allowedOrigins: null });

  await clerkd.make_production_instance();
  const other = await client_of(clerkd, production_key).instance.get();
  assert.equal(other.environmentType, 'production');
  assert.notEqual(other.id, answer.id);
});

test('update answers nothing and keeps every parameter', async () => {
  assert.equal(await instance.update(values.UpdateParams), undefined);
  const { instance: settings } = await clerkd.settings();
  for (const [name, value] of kept('UpdateParams')) assert.deepEqual(settings[name], value, name);
  assert.deepEqual((await instance.get()).allowedOrigins, values.UpdateParams.allowedOrigins);
});

test('each parameter of update changes its own setting alone', async () => {
  const expected = await clerkd.settings();
  for (const [name, value] of Object.entries(values.UpdateParams)) {
    await instance.update({ [name]: value });
    if (!retired.includes(name)) expected.instance[snake_case(name)] = value;
    assert.deepEqual(await clerkd.settings(), expected, name);
  }
});

test('updateRestrictions answers and keeps every parameter', async () => {
  const answer = await instance.updateRestrictions(values.UpdateRestrictionsParams);
  const { restrictions } = await clerkd.settings();
  for (const [name, value] of kept('UpdateRestrictionsParams')) assert.equal(restrictions[name], value, name);
  const { ignoreDotsForGmailAddresses, ...acting } = values.UpdateRestrictionsParams;
  assert.equal(ignoreDotsForGmailAddresses, true);
  assert.deepEqual({ ...answer }, { ...acting, ignoreDotsForGmailAddresses: undefined });

  // Nothing but the parameter that is sent changes.
  const off = await instance.updateRestrictions({ blocklist: false });
  assert.deepEqual({ ...off }, { ...answer, blocklist: false });
});

test('updateOrganizationSettings answers and keeps every parameter', async () => {
  const before = await instance.getOrganizationSettings();
  assert.equal(before.creatorRole, 'org:admin');
  assert.equal(before.domainsDefaultRole, 'org:member');
  assert.equal(before.enabled, false);

  const role = await clerkd.role_id('org:admin');
  const answer = await instance.updateOrganizationSettings({
    ...values.UpdateOrganizationSettingsParams,
    creatorRoleId: role,
    domainsDefaultRoleId: role,
  });
  const { creatorRoleId, domainsDefaultRoleId, ...rest } = values.UpdateOrganizationSettingsParams;
  assert.deepEqual(
    { ...answer },
    {
      ...before,
      ...rest,
      creatorRole: creatorRoleId,
      domainsDefaultRole: domainsDefaultRoleId,
    },
  );
  assert.deepEqual({ ...(await instance.getOrganizationSettings()) }, { ...answer });
  const { organization_settings: settings } = await clerkd.settings();
  for (const [name, value] of kept('UpdateOrganizationSettingsParams')) assert.deepEqual(settings[name], value, name);
  assert.equal(settings.force_organization_selection, true);
});

test('a call without parameters, which the SDK sends without a body, reads and changes nothing', async () => {
  await instance.updateRestrictions({ blocklist: true });
  const before = await clerkd.settings();
  assert.equal(await instance.update({}), undefined);
  assert.equal((await instance.updateRestrictions({})).blocklist, true);
  assert.equal((await instance.updateOrganizationSettings({})).maxAllowedMemberships, 5);
  assert.deepEqual(await clerkd.settings(), before);
});

test('null leaves what there is, an empty text clears it', async () => {
  await instance.update(values.UpdateParams);
  const full = await clerkd.settings();
  assert.equal(full.instance.support_email, values.UpdateParams.supportEmail);
  await instance.update(Object.fromEntries(Object.keys(values.UpdateParams).map((name) => [name, null])));
  await instance.updateRestrictions({ allowlist: null, blocklist: null });
  await instance.updateOrganizationSettings({ enabled: null, maxAllowedMemberships: null, creatorRoleId: null });
  assert.deepEqual(await clerkd.settings(), full);

  await instance.update({ supportEmail: '', clerkJsVersion: '', preferredSignInStrategyWhenPasswordRequired: '' });
  const { instance: settings } = await clerkd.settings();
  assert.equal(settings.support_email, '');
  assert.equal(settings.clerk_js_version, '');
  assert.equal(settings.preferred_sign_in_strategy_when_password_required, '');
});

test('a wrong key is a 401 with the trace id of the answer', async () => {
  for (const key of ['sk_test_another0123456789', 'sk_live_another0123456789']) {
    const error = await failure_of(client_of(clerkd, key).instance.get());
    assert.equal(error.status, 401);
    assert.match(error.clerkTraceId, /^[0-9a-f]{32}$/);
    assert.equal(error.retryAfter, undefined);
    assert.equal(error.errors.length, 1);
    assert.equal(error.errors[0].code, 'clerk_key_invalid');
    assert.match(error.errors[0].message, /^The provided Clerk Secret Key is invalid\./);
    assert.equal(error.errors[0].longMessage, error.errors[0].message);
  }
});

test('a refused value is a 422 that names code and parameter', async () => {
  const error = await failure_of(instance.update({ supportEmail: 'nobody', testMode: false }));
  assert.equal(error.status, 422);
  assert.match(error.clerkTraceId, /^[0-9a-f]{32}$/);
  assert.equal(error.errors.length, 1);
  const [{ code, message, longMessage, meta }] = error.errors;
  assert.equal(code, 'form_param_format_invalid');
  assert.equal(message, 'is invalid');
  assert.equal(longMessage, 'support_email must be a valid email address.');
  assert.equal(meta.paramName, 'support_email');
  assert.equal((await clerkd.settings()).instance.test_mode, true, 'a refused request changed something');
});

test('every refused parameter is an error of its own', async () => {
  const error = await failure_of(instance.updateRestrictions({ allowlist: 'yes', blocklist: 1 }));
  assert.equal(error.status, 422);
  assert.deepEqual(
    error.errors.map(({ code, meta }) => [code, meta.paramName]),
    [
      ['form_param_value_invalid', 'allowlist'],
      ['form_param_value_invalid', 'blocklist'],
    ],
  );
});

test('a production instance whose plan lacks a feature is a 402', async () => {
  await clerkd.make_production_instance({ plan_features: ['blocklist'] });
  const production = client_of(clerkd, production_key).instance;
  assert.equal((await production.updateRestrictions({ blocklist: true })).blocklist, true);

  const error = await failure_of(production.updateRestrictions({ allowlist: true }));
  assert.equal(error.status, 402);
  assert.equal(error.errors[0].code, 'unsupported_subscription_plan_features');
  assert.equal(error.errors[0].message, 'Unsupported plan features');
  assert.match(error.errors[0].longMessage, /not supported in your current plan/);
  assert.equal((await clerkd.settings(production_key)).restrictions.allowlist, false);
});

test('a role that is not there is a 404', async () => {
  const error = await failure_of(instance.updateOrganizationSettings({ creatorRoleId: 'role_nowhere' }));
  assert.equal(error.status, 404);
  assert.equal(error.errors[0].code, 'resource_not_found');
  assert.equal(error.errors[0].longMessage, 'Organization role not found');
  assert.equal(error.errors[0].meta.paramName, 'creator_role_id');
});

test('a write that cannot be made is a 503 that says when to try again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clerkd-'));
  const file = join(folder, 'clerkd.db');
  const server = await start_clerkd({ store: `sqlite:${file}` });
  const other = new DatabaseSync(file);
  try {
    other.exec('BEGIN IMMEDIATE');
    const blocked = client_of(server, development_key).instance;
    const error = await failure_of(blocked.update({ testMode: false }));
    assert.equal(error.status, 503);
    assert.equal(error.retryAfter, 1);
    assert.equal(error.errors[0].code, 'service_unavailable');

    other.exec('ROLLBACK');
    assert.equal(await blocked.update({ testMode: false }), undefined);
    assert.equal((await server.settings()).instance.test_mode, false);
  } finally {
    other.close();
    await server.stop();
    await rm(folder, { recursive: true });
  }
});
