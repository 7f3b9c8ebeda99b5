// Settings files pass between clerkctl and the official CLI, in both directions, against clerkd.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';

import { development_key, start_clerkd } from './clerkd.mjs';
import { run_official_cli, whole_config } from './official_cli.mjs';
import { run } from './programs.mjs';

let home;
let clerkd;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'clerkctl-'));
  clerkd = await start_clerkd();
});
afterEach(async () => {
  await clerkd.stop();
  await rm(home, { recursive: true });
});

const official = (args) => run_official_cli(args, { home, url: clerkd.url });

async function clerkctl(...args) {
  const env = { HOME: home, CLERK_SECRET_KEY: development_key, CLERK_API_URL: clerkd.url };
  const { status, stdout, stderr } = await run(process.env.CLERKCTL, args, { cwd: home, env });
  return { status, stdout, said: stdout + stderr };
}

const path_of = (file) => join(home, file);
const read_json = async (file) => JSON.parse(await readFile(path_of(file), 'utf8'));
const write_json = (file, value) => writeFile(path_of(file), JSON.stringify(value));

async function set_everything() {
  const patched = await official(['config', 'patch', '--json', JSON.stringify(whole_config)]);
  assert.equal(patched.status, 0, patched.said);
}

async function expect_nothing_to_do(file) {
  const planned = await clerkctl('settings', 'plan', file, '--detailed-exitcode');
  assert.equal(planned.status, 0, planned.said);
}

test('what the official CLI pulled is what clerkctl finds, and a change of it applies', async () => {
  await set_everything();
  const pulled = await official(['config', 'pull', '--output', path_of('pulled.json')]);
  assert.equal(pulled.status, 0, pulled.said);
  await expect_nothing_to_do('pulled.json');
  const nothing = await clerkctl('settings', 'apply', 'pulled.json', '--yes');
  assert.equal(nothing.status, 0, nothing.said);

  const config = await read_json('pulled.json');
  config.protect.specter_enabled = false;
  config.organization_settings.max_allowed_memberships = 7;
  config.instance.allowed_origins = ['http://localhost:3000'];
  await write_json('pulled.json', config);
  const expected = await clerkd.settings();
  expected.protect.specter_enabled = false;
  expected.organization_settings.max_allowed_memberships = 7;
  expected.instance.allowed_origins = ['http://localhost:3000'];
  const applied = await clerkctl('settings', 'apply', 'pulled.json', '--yes');
  assert.equal(applied.status, 0, applied.said);
  assert.deepEqual(await clerkd.settings(), expected);
  await expect_nothing_to_do('pulled.json');
});

test('what clerkctl pulled is what the official CLI finds, and a change of it applies', async () => {
  await set_everything();
  const pulled = await clerkctl('settings', 'pull', '--out', 'pulled.json');
  assert.equal(pulled.status, 0, pulled.said);
  const config = await read_json('pulled.json');

  // The official CLI reads neither restrictions nor role ids: whatever a file says of them is a change to it.
  const { restrictions, ...readable } = config;
  const { creator_role_id, domains_default_role_id, ...organization_settings } = readable.organization_settings;
  assert.deepEqual(restrictions, whole_config.restrictions);
  assert.equal(creator_role_id, await clerkd.role_id('org:admin'));
  assert.equal(domains_default_role_id, await clerkd.role_id('org:member'));
  await write_json('readable.json', { ...readable, organization_settings });
  const same = await official(['config', 'patch', '--file', path_of('readable.json')]);
  assert.equal(same.status, 0, same.said);
  assert.match(same.said, /No changes detected/);

  const before = await clerkd.settings();
  const whole = await official(['config', 'patch', '--file', path_of('pulled.json')]);
  assert.equal(whole.status, 0, whole.said);
  assert.deepEqual(await clerkd.settings(), before);

  config.protect.specter_enabled = false;
  await write_json('pulled.json', config);
  const changed = await official(['config', 'patch', '--file', path_of('pulled.json')]);
  assert.equal(changed.status, 0, changed.said);
  assert.equal((await clerkd.settings()).protect.specter_enabled, false);
  await expect_nothing_to_do('pulled.json');
});

test('a config written for the official CLI applies with clerkctl as a whole', async () => {
  await write_json('config.json', whole_config);
  const applied = await clerkctl('settings', 'apply', 'config.json', '--yes');
  assert.equal(applied.status, 0, applied.said);
  const settings = await clerkd.settings();
  for (const [group, fields] of Object.entries(whole_config)) {
    for (const [field, value] of Object.entries(fields)) assert.deepEqual(settings[group][field], value, `${group}.${field}`);
  }
  await expect_nothing_to_do('config.json');
  const same = await official(['config', 'patch', '--file', path_of('config.json'), '--dry-run']);
  assert.equal(same.status, 0, same.said);
});
