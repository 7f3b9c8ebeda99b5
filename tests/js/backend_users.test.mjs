// The official JavaScript SDK, unchanged: users, what they are known by, and who may come in.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';

import { createClerkClient } from '@clerk/backend';

import { development_key, refusal_of, start_clerkd } from './clerkd.mjs';

let clerkd;
let clerk;

beforeEach(async () => {
  clerkd = await start_clerkd();
  clerk = createClerkClient({ secretKey: development_key, apiUrl: clerkd.url, telemetry: { disabled: true } });
});
afterEach(() => clerkd.stop());

test('a user is created, read, changed and deleted', async () => {
  const ada = await clerk.users.createUser({
    firstName: 'Ada',
    lastName: 'Lovelace',
    username: 'ada',
    externalId: 'customer-1',
    emailAddress: ['Ada@Example.com', 'ada.l@example.org'],
    phoneNumber: ['+15555550100'],
    password: 'an engine of analysis',
    publicMetadata: { plan: 'pro', seats: { used: 1, free: 4 } },
    privateMetadata: { note: 'first' },
  });
  assert.match(ada.id, /^user_\w{27}$/);
  assert.equal(ada.fullName, 'Ada Lovelace');
  assert.equal(ada.primaryEmailAddress.emailAddress, 'ada@example.com');
  assert.equal(ada.primaryEmailAddress.verification.status, 'verified');
  assert.equal(ada.primaryPhoneNumber.phoneNumber, '+15555550100');
  assert.equal(ada.passwordEnabled, true);
  assert.deepEqual(ada.publicMetadata, { plan: 'pro', seats: { used: 1, free: 4 } });

  const read = await clerk.users.getUser(ada.id);
  assert.deepEqual(read.raw, ada.raw);

  const changed = await clerk.users.updateUser(ada.id, {
    firstName: 'Augusta',
    primaryEmailAddressID: ada.emailAddresses[1].id,
  });
  assert.equal(changed.firstName, 'Augusta');
  assert.equal(changed.lastName, 'Lovelace');
  assert.equal(changed.primaryEmailAddress.emailAddress, 'ada.l@example.org');

  const merged = await clerk.users.updateUserMetadata(ada.id, { publicMetadata: { plan: null, seats: { free: 3 } } });
  assert.deepEqual(merged.publicMetadata, { seats: { used: 1, free: 3 } });
  assert.deepEqual(merged.privateMetadata, { note: 'first' });
  const replaced = await clerk.users.replaceUserMetadata(ada.id, { privateMetadata: { only: true } });
  assert.deepEqual(replaced.privateMetadata, { only: true });
  assert.deepEqual(replaced.publicMetadata, { seats: { used: 1, free: 3 } });

  const deleted = await clerk.users.deleteUser(ada.id);
  assert.equal(deleted.id, ada.id);
  assert.equal(await refusal_of(clerk.users.getUser(ada.id)), '404 resource_not_found');
});

test('what another user has is refused, and nothing of the request is kept', async () => {
  await clerk.users.createUser({ emailAddress: ['ada@example.com'], username: 'ada', externalId: 'one' });
  const taken = [{ emailAddress: ['ADA@example.com'] }, { username: 'Ada' }];
  for (const identifier of taken) {
    assert.equal(await refusal_of(clerk.users.createUser(identifier)), '422 form_identifier_exists');
  }
  assert.equal(
    await refusal_of(clerk.users.createUser({ emailAddress: ['bob@example.com'], externalId: 'one' })),
    '422 form_identifier_exists',
  );
  assert.equal(await clerk.users.getCount(), 1);
  assert.equal((await clerk.users.createUser({ emailAddress: ['bob@example.com'] })).emailAddresses.length, 1);
});

test('users are listed, filtered, ordered and counted', async () => {
  const made = {};
  for (const [name, domain] of [
    ['ada', 'example.com'],
    ['bob', 'example.org'],
    ['cyd', 'example.com'],
  ]) {
    made[name] = await clerk.users.createUser({ firstName: name, emailAddress: [`${name}@${domain}`] });
    await clerkd.tool('PATCH', 'clock', { body: { advance_ms: 1000 } });
  }
  const names = async (params) => {
    const page = await clerk.users.getUserList(params);
    return [page.data.map((user) => user.firstName).join(' '), page.totalCount];
  };
  assert.deepEqual(await names(), ['cyd bob ada', 3]);
  assert.deepEqual(await names({ orderBy: '+created_at' }), ['ada bob cyd', 3]);
  assert.deepEqual(await names({ orderBy: '-first_name', limit: 2 }), ['cyd bob', 3]);
  assert.deepEqual(await names({ limit: 1, offset: 1 }), ['bob', 3]);
  assert.deepEqual(await names({ emailAddress: ['ADA@example.com', 'nobody@example.com'] }), ['ada', 1]);
  assert.deepEqual(await names({ query: 'example.org' }), ['bob', 1]);
  assert.deepEqual(await names({ userId: [made.ada.id, made.cyd.id] }), ['cyd ada', 2]);
  await clerk.users.banUser(made.bob.id);
  assert.equal(await clerk.users.getCount({ emailAddress: ['bob@example.org'] }), 1);
});

test('users are banned, locked and let in again', async () => {
  const { id } = await clerk.users.createUser({ emailAddress: ['ada@example.com'] });
  assert.equal((await clerk.users.banUser(id)).banned, true);
  assert.equal((await clerk.users.unbanUser(id)).banned, false);
  const locked = await clerk.users.lockUser(id);
  assert.equal(locked.locked, true);
  assert.equal(locked.raw.lockout_expires_in_seconds, 3600);
  await clerkd.tool('PATCH', 'clock', { body: { advance_ms: 3600 * 1000 } });
  assert.equal((await clerk.users.getUser(id)).locked, false);
  await clerk.users.lockUser(id);
  assert.equal((await clerk.users.unlockUser(id)).locked, false);
});

test('a password is verified, and a wrong one is not', async () => {
  const { id } = await clerk.users.createUser({
    emailAddress: ['ada@example.com'],
    password: 'an engine of analysis',
  });
  assert.deepEqual(await clerk.users.verifyPassword({ userId: id, password: 'an engine of analysis' }), {
    verified: true,
  });
  assert.equal(
    await refusal_of(clerk.users.verifyPassword({ userId: id, password: 'another engine' })),
    '422 incorrect_password',
  );
  assert.equal((await clerk.users.getUser(id)).raw.verification_attempts_remaining, 99);
  await clerk.users.updateUser(id, { password: 'another engine altogether' });
  await clerk.users.verifyPassword({ userId: id, password: 'another engine altogether' });
  assert.equal(
    await refusal_of(clerk.users.createUser({ emailAddress: ['bob@example.com'], password: 'short' })),
    '422 form_password_length_too_short',
  );
  assert.equal(
    await refusal_of(clerk.users.createUser({ emailAddress: ['bob@example.com'], password: 'password123' })),
    '422 form_password_pwned',
  );
});

test('e-mail addresses and phone numbers are added, verified, made primary and taken away', async () => {
  const { id: userId } = await clerk.users.createUser({ emailAddress: ['ada@example.com'] });
  const address = await clerk.emailAddresses.createEmailAddress({ userId, emailAddress: 'ada@example.org' });
  assert.equal(address.verification, null);
  assert.deepEqual((await clerk.emailAddresses.getEmailAddress(address.id)).id, address.id);
  const verified = await clerk.emailAddresses.updateEmailAddress(address.id, { verified: true, primary: true });
  assert.equal(verified.verification.status, 'verified');
  assert.equal((await clerk.users.getUser(userId)).primaryEmailAddressId, address.id);
  await clerk.emailAddresses.deleteEmailAddress(address.id);
  assert.equal((await clerk.users.getUser(userId)).primaryEmailAddress.emailAddress, 'ada@example.com');

  const number = await clerk.phoneNumbers.createPhoneNumber({
    userId,
    phoneNumber: '+15555550101',
    verified: true,
    reservedForSecondFactor: true,
  });
  assert.equal(number.phoneNumber, '+15555550101');
  assert.equal(number.defaultSecondFactor, true);
  assert.equal((await clerk.users.getUser(userId)).twoFactorEnabled, true);
  await clerk.phoneNumbers.updatePhoneNumber(number.id, { reservedForSecondFactor: false });
  assert.equal((await clerk.users.getUser(userId)).twoFactorEnabled, false);
  assert.equal((await clerk.phoneNumbers.deletePhoneNumber(number.id)).deleted, true);
  assert.equal(await refusal_of(clerk.phoneNumbers.getPhoneNumber(number.id)), '404 resource_not_found');

  const replaced = await clerk.users.replaceUserEmailAddress(userId, { emailAddress: 'new@example.com' });
  const user = await clerk.users.getUser(userId);
  assert.deepEqual(user.emailAddresses.map((each) => each.emailAddress), ['new@example.com']);
  assert.equal(user.primaryEmailAddressId, replaced.id);
});

test('the allowlist and the blocklist decide who becomes a user', async () => {
  const create = (address) => clerk.users.createUser({ emailAddress: [address] });
  const allowed = await clerk.allowlistIdentifiers.createAllowlistIdentifier({
    identifier: '*@example.com',
    notify: false,
  });
  assert.equal((await clerk.allowlistIdentifiers.getAllowlistIdentifierList()).totalCount, 1);
  await create('before@example.org');
  await clerk.instance.updateRestrictions({ allowlist: true });
  assert.equal(await refusal_of(create('ada@example.org')), '403 not_allowed_access');
  await create('ada@example.com');
  await clerk.instance.updateRestrictions({ allowlist: false });
  await clerk.allowlistIdentifiers.deleteAllowlistIdentifier(allowed.id);

  const blocked = await clerk.blocklistIdentifiers.createBlocklistIdentifier({ identifier: 'eve@example.com' });
  assert.equal((await clerk.blocklistIdentifiers.getBlocklistIdentifierList()).data[0].id, blocked.id);
  await clerk.instance.updateRestrictions({ blocklist: true });
  assert.equal(await refusal_of(create('eve+1@example.com')), '403 not_allowed_access');
  await clerk.blocklistIdentifiers.deleteBlocklistIdentifier(blocked.id);
  await create('eve+1@example.com');
});
