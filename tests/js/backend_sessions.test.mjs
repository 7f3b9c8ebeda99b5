// The official JavaScript SDK, unchanged: invitations, the waitlist, sessions and their tokens, and what an instance has
// beside its users.
import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { afterEach, beforeEach, test } from 'node:test';

import { createClerkClient, verifyToken } from '@clerk/backend';

import { development_key, production_key, refusal_of, start_clerkd } from './clerkd.mjs';

let clerkd;
let clerk;

const client_of = (secretKey) =>
  createClerkClient({ secretKey, apiUrl: clerkd.url, telemetry: { disabled: true } });

beforeEach(async () => {
  clerkd = await start_clerkd();
  clerk = client_of(development_key);
});
afterEach(() => clerkd.stop());

const day = 24 * 3600 * 1000;
const wait = (milliseconds) => clerkd.tool('PATCH', 'clock', { body: { advance_ms: milliseconds } });

test('an invitation is made, listed, taken back, and expires', async () => {
  const invitation = await clerk.invitations.createInvitation({
    emailAddress: 'Ada@example.com',
    redirectUrl: 'https://app.example.com/welcome',
    publicMetadata: { plan: 'pro' },
    expiresInDays: 7,
  });
  assert.equal(invitation.status, 'pending');
  assert.equal(invitation.emailAddress, 'ada@example.com');
  assert.equal(invitation.url, `https://app.example.com/welcome?__clerk_ticket=${invitation.id}`);
  assert.equal(
    await refusal_of(clerk.invitations.createInvitation({ emailAddress: 'ada@example.com' })),
    '400 duplicate_record',
  );
  const bulk = await clerk.invitations.createInvitationBulk([
    { emailAddress: 'bob@example.com' },
    { emailAddress: 'cyd@example.com' },
  ]);
  assert.deepEqual(bulk.map((each) => each.emailAddress).sort(), ['bob@example.com', 'cyd@example.com']);
  const listed = async (status) => {
    const page = await clerk.invitations.getInvitationList(status && { status });
    return page.data.map((each) => each.emailAddress).sort().join(' ');
  };
  assert.equal((await clerk.invitations.revokeInvitation(bulk[0].id)).status, 'revoked');
  assert.equal(await listed(), 'ada@example.com cyd@example.com');
  assert.equal(await listed('revoked'), 'bob@example.com');
  await wait(7 * day);
  assert.equal(await listed('expired'), 'ada@example.com');
  assert.equal(await listed('pending'), 'cyd@example.com');
});

test('an invitation lets in whom a closed door keeps out', async () => {
  await clerkd.tool('PATCH', `instances/${(await clerk.instance.get()).id}`, { body: { sign_up_mode: 'restricted' } });
  const invitation = await clerk.invitations.createInvitation({
    emailAddress: 'ada@example.com',
    publicMetadata: { plan: 'pro' },
  });
  const sign_up = (body) =>
    fetch(`${clerkd.url}/__clerkd/sign_ups`, {
      method: 'POST',
      headers: { authorization: `Bearer ${development_key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const refused = await sign_up({ email_address: 'bob@example.com' });
  assert.equal(refused.status, 403);
  const reason = await refused.json();
  assert.equal(reason.errors[0].code, 'sign_up_mode_restricted');
  assert.equal(reason.meta.decided_by, 'sign_up_mode');

  const accepted = await (await sign_up({ ticket: invitation.id })).json();
  assert.equal(accepted.sign_up.status, 'complete');
  const user = await clerk.users.getUser(accepted.user.id);
  assert.equal(user.primaryEmailAddress.emailAddress, 'ada@example.com');
  assert.deepEqual(user.publicMetadata, { plan: 'pro' });
  const [kept] = (await clerk.invitations.getInvitationList({ status: 'accepted' })).data;
  assert.equal(kept.id, invitation.id);
  assert.equal((await sign_up({ ticket: invitation.id })).status, 400);
});

test('who waits is invited, rejected, or comes in', async () => {
  const ada = await clerk.waitlistEntries.create({ emailAddress: 'ada@example.com', notify: false });
  assert.equal(ada.status, 'pending');
  assert.equal((await clerk.waitlistEntries.create({ emailAddress: 'ADA@example.com' })).id, ada.id);
  const [bob] = await clerk.waitlistEntries.createBulk([{ emailAddress: 'bob@example.com' }]);
  const invited = await clerk.waitlistEntries.invite(ada.id);
  assert.equal(invited.status, 'invited');
  assert.equal(invited.invitation.emailAddress, 'ada@example.com');
  assert.equal(await refusal_of(clerk.waitlistEntries.invite(ada.id)), '409 waitlist_entry_already_invited');
  assert.equal((await clerk.waitlistEntries.reject(bob.id)).status, 'rejected');
  assert.equal(await refusal_of(clerk.waitlistEntries.reject(bob.id)), '409 waitlist_entry_already_rejected');
  await clerkd.tool('POST', 'sign_ups', { body: { ticket: invited.invitation.id } });
  const page = await clerk.waitlistEntries.list({ orderBy: '+email_address' });
  assert.equal(page.totalCount, 2);
  assert.deepEqual(page.data.map((each) => each.status), ['completed', 'rejected']);
  assert.equal((await clerk.waitlistEntries.delete(bob.id)).deleted, true);
});

test('a session is started, listed, revoked, and expires', async () => {
  const { id: userId } = await clerk.users.createUser({ emailAddress: ['ada@example.com'] });
  const session = await clerk.sessions.createSession({ userId });
  assert.equal(session.status, 'active');
  assert.equal(session.expireAt - session.createdAt, 7 * day);
  assert.equal((await clerk.sessions.getSession(session.id)).userId, userId);
  assert.ok((await clerk.users.getUser(userId)).lastSignInAt);
  const other = await clerk.sessions.createSession({ userId });
  assert.equal((await clerk.sessions.revokeSession(other.id)).status, 'revoked');
  const ids = async (status) =>
    (await clerk.sessions.getSessionList({ userId, status })).data.map((each) => each.id);
  assert.deepEqual(await ids('active'), [session.id]);
  assert.deepEqual(await ids('revoked'), [other.id]);
  await wait(7 * day);
  assert.deepEqual(await ids('active'), []);
  assert.deepEqual(await ids('expired'), [session.id]);
  assert.equal(await refusal_of(clerk.sessions.getToken(session.id)), '401 authentication_invalid');
});

test("verifyToken accepts the tokens of clerkd's sessions, by the network and by a key at hand", async () => {
  const { id: userId } = await clerk.users.createUser({ emailAddress: ['ada@example.com'] });
  const session = await clerk.sessions.createSession({ userId });
  const { jwt } = await clerk.sessions.getToken(session.id);
  const by_network = await verifyToken(jwt, { secretKey: development_key, apiUrl: clerkd.url, skipJwksCache: true });
  assert.equal(by_network.sub, userId);
  assert.equal(by_network.sid, session.id);
  assert.equal(by_network.exp - by_network.iat, 60);
  assert.match(by_network.iss, /^https:\/\/[a-z]+-[a-z]+-\d+\.clerk\.accounts\.dev$/);

  const { keys } = await clerk.jwks.getJwks();
  assert.deepEqual(keys.map((key) => key.kid), [(await clerk.instance.get()).id]);
  const jwtKey = createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  assert.equal((await verifyToken(jwt, { jwtKey })).sub, userId);
  await assert.rejects(verifyToken(`${jwt.slice(0, -6)}AAAAAA`, { jwtKey }));
});

test('tokens are made from templates', async () => {
  const { id: userId } = await clerk.users.createUser({
    firstName: 'Ada',
    emailAddress: ['ada@example.com'],
    publicMetadata: { plan: 'pro' },
  });
  const session = await clerk.sessions.createSession({ userId });
  const template = await clerk.jwtTemplates.create({
    name: 'backend',
    claims: { mail: '{{user.primary_email_address}}', plan: '{{user.public_metadata.plan}}', fixed: [1, 2] },
    lifetime: 600,
  });
  assert.match(template.id, /^jtmp_\w{27}$/);
  const { jwt } = await clerk.sessions.getToken(session.id, 'backend');
  const claims = await verifyToken(jwt, { secretKey: development_key, apiUrl: clerkd.url, skipJwksCache: true });
  assert.equal(claims.mail, 'ada@example.com');
  assert.equal(claims.plan, 'pro');
  assert.deepEqual(claims.fixed, [1, 2]);
  assert.equal(claims.exp - claims.iat, 600);
  const changed = await clerk.jwtTemplates.update({ templateId: template.id, name: 'backend', claims: {}, lifetime: 60 });
  assert.equal(changed.lifetime, 60);
  assert.equal((await clerk.jwtTemplates.get(template.id)).name, 'backend');
  assert.equal((await clerk.jwtTemplates.list()).totalCount, 1);
  assert.equal((await clerk.jwtTemplates.delete(template.id)).deleted, true);
  assert.equal(await refusal_of(clerk.sessions.getToken(session.id, 'backend')), '404 resource_not_found');
});

test('redirect URLs and domains are added and taken away', async () => {
  const url = await clerk.redirectUrls.createRedirectUrl({ url: 'my-app://signed-in' });
  assert.equal((await clerk.redirectUrls.getRedirectUrl(url.id)).url, 'my-app://signed-in');
  assert.equal((await clerk.redirectUrls.getRedirectUrlList()).data.length, 1);
  await clerk.redirectUrls.deleteRedirectUrl(url.id);
  assert.equal(await refusal_of(clerk.redirectUrls.getRedirectUrl(url.id)), '404 resource_not_found');

  const [primary] = (await clerk.domains.list()).data;
  assert.equal(primary.isSatellite, false);
  assert.equal(await refusal_of(clerk.domains.delete(primary.id)), '403 operation_not_allowed_on_primary_domain');
  const satellite = await clerk.domains.add({ name: 'shop.example.com', is_satellite: true });
  assert.equal(satellite.name, 'shop.example.com');
  assert.equal((await clerk.domains.list()).totalCount, 2);
  assert.equal((await clerk.domains.update({ domainId: satellite.id, name: 'store.example.com' })).name, 'store.example.com');
  assert.equal((await clerk.domains.delete(satellite.id)).deleted, true);
});

test('testing tokens are made, and sessions only while developing', async () => {
  const token = await clerk.testingTokens.createTestingToken();
  assert.match(token.token, /^\d{10}-c_\w{27}$/);
  await clerkd.make_production_instance();
  const production = client_of(production_key);
  const { id: userId } = await production.users.createUser({ emailAddress: ['ada@example.com'] });
  assert.equal(
    await refusal_of(production.sessions.createSession({ userId })),
    '400 request_invalid_for_environment',
  );
});
