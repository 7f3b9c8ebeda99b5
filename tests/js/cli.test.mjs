// The official CLI, unchanged, against clerkd: its commands that need nothing but a secret key.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';

import { development_key, production_key, start_clerkd } from './clerkd.mjs';
import { run_official_cli, whole_config } from './official_cli.mjs';

let home;
let clerkd;

before(async () => {
  home = await mkdtemp(join(tmpdir(), 'clerk-cli-'));
});
after(() => rm(home, { recursive: true }));
beforeEach(async () => {
  clerkd = await start_clerkd();
});
afterEach(() => clerkd.stop());

const clerk = (args, options) => run_official_cli(args, { home, url: clerkd.url, ...options });
const patch = (config, ...flags) => clerk(['config', 'patch', ...flags, '--json', JSON.stringify(config)]);
const json_of = ({ stdout }) => JSON.parse(stdout);

const unreadable = ['restrictions', 'instance_settings'];

/** `settings` with the groups of `config` laid over it. */
function changed_by(settings, config) {
  const after = structuredClone(settings);
  for (const [group, fields] of Object.entries(config)) Object.assign(after[group], fields);
  return after;
}

test('config pull prints every group that can be read, as the API answers it', async () => {
  await patch(whole_config);
  const pulled = await clerk(['config', 'pull']);
  assert.equal(pulled.status, 0, pulled.said);
  const expected = {};
  for (const group of Object.keys(whole_config).filter((name) => !unreadable.includes(name))) {
    const path = group === 'instance' ? 'instance' : `instance/${group}`;
    const answer = await fetch(`${clerkd.url}/v1/${path}`, { headers: { authorization: `Bearer ${development_key}` } });
    expected[group] = await answer.json();
  }
  assert.deepEqual(json_of(pulled), expected);
  assert.deepEqual(json_of(pulled).communication.blocked_country_codes, ['KP', 'DE']);
});

test('config pull takes single groups, says which can not be read, and writes a file', async () => {
  await patch({ protect: { specter_enabled: true } });
  const file = join(home, 'pulled.json');
  const pulled = await clerk(['config', 'pull', '--keys', 'protect', 'restrictions', '--output', file]);
  assert.equal(pulled.status, 0, pulled.said);
  assert.match(pulled.said, /no read route for restrictions/);
  assert.equal(pulled.stdout, '');
  assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), {
    protect: { object: 'instance_protect', rules_enabled: false, specter_enabled: true, checks_bypassed: false },
  });
});

test('config patch changes every group and finds every field confirmed that an answer shows', async () => {
  const before = await clerkd.settings();
  const patched = await patch(whole_config);
  assert.equal(patched.status, 0, patched.said);
  assert.deepEqual(await clerkd.settings(), changed_by(before, whole_config));
  assert.deepEqual(
    Object.keys(json_of(patched)),
    Object.keys(whole_config).filter((group) => group !== 'instance'),
  );
  assert.match(patched.said, /Config pushed successfully — instance answered with no body/);
  assert.doesNotMatch(patched.said, /didn't come back/);
});

test('config patch --dry-run shows every group and changes none', async () => {
  const before = await clerkd.settings();
  const shown = await patch(whole_config, '--dry-run');
  assert.equal(shown.status, 0, shown.said);
  assert.equal(shown.stdout, '');
  assert.match(shown.said, /\[dry-run\] Nothing sent/);
  for (const [group, fields] of Object.entries(whole_config)) {
    assert.ok(shown.said.includes(`  ${group}:\n`), group);
    for (const field of Object.keys(fields)) assert.ok(shown.said.includes(field), field);
  }
  assert.match(shown.said, /max_allowed_memberships:\n +- 5\n +\+ 12\n/);
  assert.deepEqual(await clerkd.settings(), before);
});

test('config patch takes a file, and what was pulled changes nothing', async () => {
  const file = join(home, 'config.json');
  await clerk(['config', 'pull', '--output', file]);
  const before = await clerkd.settings();
  const same = await clerk(['config', 'patch', '--file', file]);
  // `object`, `id` and the like stand in what was pulled: the CLI itself refuses them in the group `instance`.
  assert.equal(same.status, 2);
  assert.match(same.error.message, /Unsupported fields on `instance`.*: object, id, environment_type, workspace_id\./);

  const { instance, ...rest } = JSON.parse(await readFile(file, 'utf8'));
  assert.equal(instance.object, 'instance');
  await writeFile(file, JSON.stringify(rest));
  const unchanged = await clerk(['config', 'patch', '--file', file]);
  assert.equal(unchanged.status, 0, unchanged.said);
  assert.match(unchanged.said, /No changes detected/);

  await writeFile(file, JSON.stringify({ ...rest, protect: { ...rest.protect, rules_enabled: true } }));
  const changed = await clerk(['config', 'patch', '--file', file]);
  assert.equal(changed.status, 0, changed.said);
  assert.doesNotMatch(changed.said, /didn't come back/);
  assert.deepEqual(await clerkd.settings(), changed_by(before, { protect: { rules_enabled: true } }));
});

test('null resets the default scopes', async () => {
  await patch({ oauth_application_settings: { default_scopes: ['email'] } });
  assert.deepEqual((await clerkd.settings()).oauth_application_settings.default_scopes, ['email']);
  const reset = await patch({ oauth_application_settings: { default_scopes: null } });
  assert.equal(reset.status, 0, reset.said);
  assert.doesNotMatch(reset.said, /didn't come back/);
  assert.equal((await clerkd.settings()).oauth_application_settings.default_scopes, null);
});

test('config patch says which fields were ignored or do not come back', async () => {
  const role = await clerkd.role_id('org:admin');
  const patched = await patch({
    communication: { blocked_country_codes: ['DE', 'AA'] },
    organization_settings: { domains_default_role_id: role },
    protect: { rules_enabled: true, rulez_enabled: true },
    instance_settings: { test_mode: false },
  });
  assert.equal(patched.status, 0, patched.said);
  const [, fields] = /These fields didn't come back in .* response: ([^ ]+(?:, [^ ]+)*)\. /.exec(patched.said);
  assert.deepEqual(fields.split(', '), [
    'communication.blocked_country_codes', // AA is no country and was dropped
    'organization_settings.domains_default_role_id', // comes back as a key, in domains_default_role
    'protect.rulez_enabled', // no such field
    'instance_settings.test_mode', // kept, but never answered
  ]);
  const settings = await clerkd.settings();
  assert.deepEqual(settings.communication.blocked_country_codes, ['DE']);
  assert.equal(settings.organization_settings.domains_default_role, 'org:admin');
  assert.equal(settings.protect.rules_enabled, true);
  assert.equal(settings.instance.test_mode, false);
});

test('a refused value ends with 1, code and field, and says which groups had been applied', async () => {
  const before = await clerkd.settings();
  const refused = await patch({
    instance: { hibp: false },
    communication: { blocked_country_codes: ['Germany'] },
    protect: { rules_enabled: true },
  });
  assert.equal(refused.status, 1);
  assert.equal(refused.error.code, 'form_param_format_invalid');
  assert.match(refused.error.message, /^Failed to update communication \(already applied: instance\) \(422\)/);
  assert.deepEqual(refused.error.errors, [
    { code: 'form_param_format_invalid', message: 'is invalid', meta: { param_name: 'blocked_country_codes' } },
  ]);
  assert.equal(refused.stdout, '');
  assert.deepEqual(await clerkd.settings(), changed_by(before, { instance: { hibp: false } }));
});

test('what the plan of a production instance lacks ends with 1 and names the feature', async () => {
  await clerkd.make_production_instance();
  const config = JSON.stringify({ restrictions: { allowlist: true } });
  const refused = await clerk(['config', 'patch', '--json', config], { key: production_key });
  assert.equal(refused.status, 1);
  assert.equal(refused.error.code, 'unsupported_subscription_plan_features');
  assert.match(refused.error.message, /\(402\)/);
  assert.deepEqual(refused.error.errors[0].meta.unsupported_features, ['allowlist']);
  assert.equal((await clerkd.settings(production_key)).restrictions.allowlist, false);
});

test('a wrong key ends with 1 and clerk_key_invalid', async () => {
  const config = JSON.stringify({ protect: { rules_enabled: true } });
  for (const args of [['pull'], ['patch', '--json', config]]) {
    const refused = await clerk(['config', ...args], { key: 'sk_test_another0123456789' });
    assert.equal(refused.status, 1, refused.said);
    assert.equal(refused.error.code, 'clerk_key_invalid');
    assert.match(refused.error.message, /\(401\): The provided Clerk Secret Key is invalid\./);
    assert.equal(refused.stdout, '');
  }
  assert.equal((await clerkd.settings()).protect.rules_enabled, false);
});

test('what the CLI itself refuses ends with 2 and changes nothing', async () => {
  const before = await clerkd.settings();
  for (const [config, code] of [
    ['{"session":{"lifetime":3600}}', 'usage_error'],
    ['{"instance":{"test_mode":false,"enhanced_email_deliverability":true}}', 'usage_error'],
    ['{"protect":{"rules_enabled":true},"restrictions":true}', 'invalid_json'],
    ['[1]', 'invalid_json'],
  ]) {
    const refused = await clerk(['config', 'patch', '--json', config]);
    assert.equal(refused.status, 2, config);
    assert.equal(refused.error.code, code, config);
  }
  assert.deepEqual(await clerkd.settings(), before);
});

test('config put and config schema need an account and end with 1', async () => {
  const before = await clerkd.settings();
  for (const args of [['put', '--json', '{"protect":{"rules_enabled":true}}'], ['schema']]) {
    const refused = await clerk(['config', ...args]);
    assert.equal(refused.status, 1);
    assert.equal(refused.error.code, 'auth_required');
  }
  assert.deepEqual(await clerkd.settings(), before);
});

test('enable orgs and disable orgs act on the organization settings', async () => {
  const enabled = await clerk(['enable', 'orgs', '--force-selection', '--domains', '--max-members', '12']);
  assert.equal(enabled.status, 0, enabled.said);
  assert.match(enabled.said, /Organizations enabled/);
  assert.doesNotMatch(enabled.said, /didn't come back/);
  const { organization_settings: settings } = await clerkd.settings();
  assert.equal(settings.enabled, true);
  assert.equal(settings.force_organization_selection, true);
  assert.equal(settings.domains_enabled, true);
  assert.equal(settings.max_allowed_memberships, 12);

  const disabled = await clerk(['disable', 'orgs']);
  assert.equal(disabled.status, 0, disabled.said);
  assert.equal((await clerkd.settings()).organization_settings.enabled, false);
});
