// clerkd as a process of its own, and its tools.
import assert from 'node:assert/strict';

import { start_server } from './programs.mjs';

export const development_key = 'sk_test_outside0123456789';
export const production_key = 'sk_live_outside0123456789';

/** Starts the clerkd that the variable CLERKD names. Its development instance has `development_key`. */
export async function start_clerkd({ store = 'memory:' } = {}) {
  const flags = ['--listen', '127.0.0.1:0', '--store', store, '--secret-key', development_key];
  return new Clerkd(await start_server(process.env.CLERKD, flags, /^ready (http:\S+)$/m));
}

/** Status and first code of the error that a call of the SDK fails with. */
export async function refusal_of(call) {
  const error = await call.then(
    () => assert.fail('the call did not fail'),
    (reason) => reason,
  );
  assert.equal(error.name, 'ClerkAPIResponseError', error.stack);
  return `${error.status} ${error.errors[0].code}`;
}

class Clerkd {
  #server;

  constructor(server) {
    this.#server = server;
    this.url = server.ready[1];
  }

  /** Calls one of clerkd's tools and returns what it answers. */
  async tool(method, path, { body, key = development_key } = {}) {
    const answer = await fetch(`${this.url}/__clerkd/${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    assert.equal(answer.status, 200, `${method} ${path}: ${await answer.clone().text()}`);
    return answer.json();
  }

  /** All settings of the key's instance, also those that no answer of the API shows. */
  settings(key) {
    return this.tool('GET', 'settings', { key });
  }

  /** Makes a production instance with `production_key`. */
  make_production_instance(traits = {}) {
    const body = { environment_type: 'production', secret_key: production_key, ...traits };
    return this.tool('POST', 'instances', { body });
  }

  /** Id of the role with that key. */
  async role_id(role_key) {
    const { data } = await this.tool('GET', 'roles');
    return data.find((role) => role.key === role_key).id;
  }

  async stop() {
    assert.equal(await this.#server.stop(), 0, this.#server.output);
  }
}
