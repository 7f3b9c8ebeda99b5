// The library against Prism, a mock server made from Clerk's official description. Prism judges each request and its
// own answers by the description; what it finds stands in the header `sl-violations` and in its log.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import http from 'node:http';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { run, start_server } from './programs.mjs';

const { OFFICIAL_DESCRIPTION: description, PRISM_CLIENT: client, CI } = process.env;
const seed = String(randomInt(2 ** 31));
const prism_program = fileURLToPath(new URL('./node_modules/@stoplight/prism-cli/dist/index.js', import.meta.url));

/** Stands before Prism, which serves the paths without the `/v1` that all clients send; keeps what it judged. */
async function start_front(prism_url) {
  const front = { violations: [], calls: new Set() };
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer((request, answer) => {
    const { method, headers } = request;
    front.calls.add(`${method} ${request.url.replace(/\?.*/, '')}`);
    const forward = http.request(prism_url + request.url.replace(/^\/v1/, ''), { method, headers, agent }, (back) => {
      const violations = back.headers['sl-violations'];
      if (violations) front.violations.push(`${method} ${request.url}: ${violations}`);
      answer.writeHead(back.statusCode, back.headers);
      back.pipe(answer);
    });
    forward.on('error', (error) => answer.destroy(error));
    request.pipe(forward);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  front.url = `http://127.0.0.1:${server.address().port}`;
  front.stop = () => {
    agent.destroy();
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return front;
}

function test_against(flags, cases) {
  let prism;
  let front;
  before(async () => {
    const mock = [prism_program, 'mock', '--errors', '--seed', seed, ...flags];
    const args = [...mock, '--host', '127.0.0.1', '--port', '0', description];
    prism = await start_server(process.execPath, args, /Prism is listening on (http:\S+)/);
    front = await start_front(prism.ready[1]);
  });
  after(async () => {
    await front?.stop();
    await prism?.stop();
  });

  /** Runs the cases of prism_client that the filter names, which must pass; returns what Prism objected to. */
  async function judge(filter) {
    front.violations = [];
    front.calls.clear();
    const logged = prism.output.length;
    const env = { ...process.env, PRISM_URL: front.url, PRISM_SEED: seed };
    const { status, stdout, stderr } = await run(client, [`--gtest_filter=${filter}`, '--gtest_brief=1'], { env });
    const log = prism.output.slice(logged);
    assert.equal(status, 0, `${stdout}${stderr}`);
    assert.equal(front.calls.size, Number(/^(\d+) operations$/m.exec(stdout)[1]), [...front.calls].join('\n'));
    return { log, violations: front.violations, calls: front.calls.size };
  }

  test('every request and every answer of the library is as the description says', async () => {
    const { log, violations } = await judge(cases);
    assert.deepEqual(violations, []);
    assert.doesNotMatch(log, /Violation|problem\+json|terminated with error/);
  });

  test('Prism objects to a field that the description lacks, in each operation that takes no others', async () => {
    const { log, violations, calls } = await judge('PrismControl.*');
    assert.equal(violations.length, calls, violations.join('\n'));
    for (const violation of violations) assert.match(violation, /found 'not_described'/);
    assert.equal(log.match(/Violation: .*not_described/g).length, calls);
  });
}

if (existsSync(description)) {
  describe(`with the examples of the description, seed ${seed}`, () => test_against([], 'Prism.*:PrismExamples.*'));
  describe(`with random answers, seed ${seed}`, () => test_against(['--dynamic'], 'Prism.*'));
} else if (CI) {
  test('the official description is there', () => assert.fail(`${description} is missing`));
} else {
  console.log(`NOT RUN: the library against Prism, because ${description} is missing`);
}
