// The validator of OpenAPI documents: it takes what is right, clerkd's own description among it, and names what is not.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { start_clerkd } from './clerkd.mjs';
import { run } from './programs.mjs';

const validator = fileURLToPath(new URL('./validate_openapi.mjs', import.meta.url));

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openapi-'));
});
after(() => rm(folder, { recursive: true }));

async function validate(text) {
  const file = join(folder, 'openapi.json');
  await writeFile(file, text);
  return run(process.execPath, [validator, file]);
}

const small = () => ({
  openapi: '3.1.0',
  info: { title: 'Small', version: '1' },
  paths: {
    '/thing': {
      get: {
        responses: {
          200: {
            description: 'A thing',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
          },
        },
      },
    },
  },
  components: { schemas: { Thing: { type: ['object', 'null'], properties: { name: { type: 'string' } } } } },
});

test('a valid document passes, on one line and on many', async () => {
  for (const indentation of [0, 2]) {
    const { status, stderr } = await validate(JSON.stringify(small(), null, indentation));
    assert.equal(status, 0, stderr);
    assert.equal(stderr, '');
  }
});

const faults = [
  ['text that is neither JSON nor YAML', () => '{', /Failed to parse/],
  ['a document without a version', (d) => delete d.info.version, /info must have required property 'version'/],
  ['an answer without a description', (d) => delete d.paths['/thing'].get.responses[200].description, /description/],
  ['a member that OpenAPI does not have', (d) => (d.paths['/thing'].get.sumary = 'x'), /unevaluated properties/],
  ['a reference to nothing', (d) => delete d.components.schemas.Thing, /#\/components\/schemas\/Thing/],
  ['a schema of an unknown type', (d) => (d.components.schemas.Thing.type = 'text'), /Thing\/type must be/],
  [
    'a wrong schema in a body',
    (d) => (d.paths['/thing'].get.responses[200].content['application/json'].schema = { minLength: 'x' }),
    /\/paths\/~1thing\/get\/.*schema\/minLength must be integer/,
  ],
];
for (const [name, spoil, problem] of faults) {
  test(`${name} is refused and named`, async () => {
    const document = small();
    const text = spoil(document);
    const { status, stderr } = await validate(text === '{' ? text : JSON.stringify(document));
    assert.equal(status, 1, stderr);
    assert.match(stderr, problem);
  });
}

test('a file that is not there is a problem, a call without a file a wrong one', async () => {
  assert.equal((await run(process.execPath, [validator, join(folder, 'none.json')])).status, 1);
  assert.equal((await run(process.execPath, [validator])).status, 64);
});

test('the description that clerkd gives of itself is valid', async () => {
  const clerkd = await start_clerkd();
  const answer = await fetch(`${clerkd.url}/openapi.json`);
  assert.equal(answer.status, 200);
  const text = await answer.text();
  assert.match(JSON.parse(text).openapi, /^3\.1\./);
  const { status, stderr } = await validate(text);
  assert.equal(status, 0, stderr);
  await clerkd.stop();
});
