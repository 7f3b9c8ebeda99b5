// The official JavaScript SDK, unchanged: organizations with their members, invitations and domains.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';

import { createClerkClient, verifyToken } from '@clerk/backend';

import { development_key, refusal_of, start_clerkd } from './clerkd.mjs';

let clerkd;
let clerk;
let organizations;

beforeEach(async () => {
  clerkd = await start_clerkd();
  clerk = createClerkClient({ secretKey: development_key, apiUrl: clerkd.url, telemetry: { disabled: true } });
  organizations = clerk.organizations;
  await clerk.instance.updateOrganizationSettings({
    enabled: true,
    domainsEnabled: true,
    domainsEnrollmentModes: ['automatic_invitation'],
    slugDisabled: false,
  });
});
afterEach(() => clerkd.stop());

const make_user = (name) => clerk.users.createUser({ emailAddress: [`${name}@example.com`], firstName: name });

test('an organization is created, read by id and slug, changed and deleted', async () => {
  const ada = await make_user('ada');
  const acme = await organizations.createOrganization({
    name: 'Acme',
    slug: 'acme',
    createdBy: ada.id,
    maxAllowedMemberships: 7,
    publicMetadata: { plan: 'pro', seats: { used: 1 } },
    privateMetadata: { note: 1 },
  });
  assert.match(acme.id, /^org_\w{27}$/);
  assert.equal(acme.createdBy, ada.id);
  assert.equal(acme.maxAllowedMemberships, 7);
  assert.deepEqual((await organizations.getOrganization({ slug: 'acme' })).raw, acme.raw);
  const counted = await organizations.getOrganization({ organizationId: acme.id, includeMembersCount: true });
  assert.equal(counted.membersCount, 1);

  const changed = await organizations.updateOrganization(acme.id, { name: 'Engines', maxAllowedMemberships: 0 });
  assert.equal(changed.name, 'Engines');
  assert.equal(changed.slug, 'acme');
  const merged = await organizations.updateOrganizationMetadata(acme.id, {
    publicMetadata: { plan: null, seats: { free: 2 } },
  });
  assert.deepEqual(merged.publicMetadata, { seats: { used: 1, free: 2 } });
  assert.deepEqual(merged.privateMetadata, { note: 1 });

  const listed = await organizations.getOrganizationList({ query: 'ENGI', includeMembersCount: true });
  assert.equal(listed.totalCount, 1);
  assert.equal(listed.data[0].id, acme.id);
  assert.equal((await organizations.getOrganizationList({ userId: [ada.id] })).totalCount, 1);
  assert.equal((await organizations.getOrganizationList({ userId: [`-${ada.id}`] })).totalCount, 0);

  const deleted = await organizations.deleteOrganization(acme.id);
  assert.equal(deleted.id, acme.id);
  assert.equal(
    await refusal_of(organizations.getOrganization({ organizationId: acme.id })),
    '404 resource_not_found',
  );
});

test('a logo is uploaded and taken away', async () => {
  const acme = await organizations.createOrganization({ name: 'Acme' });
  const bytes = Buffer.from('89504e470d0a1a0a00', 'hex');
  const file = new File([bytes], 'logo.png', { type: 'image/png' });
  const with_logo = await organizations.updateOrganizationLogo(acme.id, { file });
  assert.equal(with_logo.hasImage, true);
  const image = await fetch(with_logo.imageUrl);
  assert.equal(image.headers.get('content-type'), 'image/png');
  assert.deepEqual(Buffer.from(await image.arrayBuffer()), bytes);
  assert.equal((await organizations.deleteOrganizationLogo(acme.id)).hasImage, false);
});

test('members come, get roles and metadata, are listed, and go', async () => {
  const ada = await make_user('ada');
  const bob = await make_user('bob');
  const acme = await organizations.createOrganization({ name: 'Acme', createdBy: ada.id });
  const membership = await organizations.createOrganizationMembership({
    organizationId: acme.id,
    userId: bob.id,
    role: 'org:member',
  });
  assert.equal(membership.publicUserData.identifier, 'bob@example.com');
  assert.equal(membership.organization.id, acme.id);
  assert.equal(
    await refusal_of(
      organizations.createOrganizationMembership({ organizationId: acme.id, userId: bob.id, role: 'org:member' }),
    ),
    '400 already_a_member_in_organization',
  );

  const listed = await organizations.getOrganizationMembershipList({
    organizationId: acme.id,
    orderBy: '+first_name',
    role: ['org:admin', 'org:member'],
  });
  assert.deepEqual(
    listed.data.map((each) => each.publicUserData.firstName),
    ['ada', 'bob'],
  );
  assert.equal(listed.totalCount, 2);
  assert.equal((await clerk.users.getOrganizationMembershipList({ userId: bob.id })).data[0].organization.id, acme.id);

  const where = { organizationId: acme.id, userId: bob.id };
  assert.equal((await organizations.updateOrganizationMembership({ ...where, role: 'org:admin' })).role, 'org:admin');
  const noted = await organizations.updateOrganizationMembershipMetadata({ ...where, publicMetadata: { desk: 4 } });
  assert.deepEqual(noted.publicMetadata, { desk: 4 });
  await organizations.deleteOrganizationMembership(where);
  assert.equal((await clerk.users.getOrganizationMembershipList({ userId: bob.id })).totalCount, 0);
});

test('invitations are sent, listed, revoked and accepted', async () => {
  const ada = await make_user('ada');
  const acme = await organizations.createOrganization({ name: 'Acme', createdBy: ada.id });
  const organizationId = acme.id;
  const invite = (name) => ({ emailAddress: `${name}@example.com`, role: 'org:member', inviterUserId: ada.id });
  const invitation = await organizations.createOrganizationInvitation({ organizationId, ...invite('bob') });
  assert.equal(invitation.status, 'pending');
  assert.equal(
    await refusal_of(organizations.createOrganizationInvitation({ organizationId, ...invite('bob') })),
    '400 organization_invitation_not_unique',
  );
  const more = await organizations.createOrganizationInvitationBulk(organizationId, [invite('cyd'), invite('dan')]);
  assert.equal(more.data.length, 2);

  const revoked = await organizations.revokeOrganizationInvitation({
    organizationId,
    invitationId: more.data[0].id,
    requestingUserId: ada.id,
  });
  assert.equal(revoked.status, 'revoked');
  const pending = await organizations.getOrganizationInvitationList({ organizationId, status: ['pending'] });
  assert.equal(pending.totalCount, 2);
  const one = await organizations.getOrganizationInvitation({ organizationId, invitationId: invitation.id });
  assert.deepEqual(one.raw, invitation.raw);

  const bob = await make_user('bob');
  await clerkd.tool('POST', `organization_invitations/${invitation.id}/accept`, { body: {} });
  assert.equal((await clerk.users.getOrganizationMembershipList({ userId: bob.id })).totalCount, 1);
});

test('a domain invites whoever has an address there', async () => {
  const acme = await organizations.createOrganization({ name: 'Acme' });
  const organizationId = acme.id;
  const domain = await organizations.createOrganizationDomain({
    organizationId,
    name: 'acme.test',
    enrollmentMode: 'automatic_invitation',
  });
  assert.equal(domain.name, 'acme.test');
  const user = await clerk.users.createUser({ emailAddress: ['ada@acme.test'] });
  const listed = await organizations.getOrganizationDomainList({ organizationId });
  // The SDK hands out the domains of organizations as they were answered.
  assert.equal(listed.data[0].total_pending_invitations, 1);
  await organizations.updateOrganizationDomain({
    organizationId,
    domainId: domain.id,
    enrollmentMode: 'manual_invitation',
  });
  await organizations.deleteOrganizationDomain({ organizationId, domainId: domain.id });
  assert.equal((await organizations.getOrganizationDomainList({ organizationId })).totalCount, 0);
  assert.ok(user.id);
});

test('a session in an organization has it in its token', async () => {
  const ada = await make_user('ada');
  const acme = await organizations.createOrganization({ name: 'Acme', createdBy: ada.id });
  const session = await clerk.sessions.createSession({ userId: ada.id });
  await clerkd.tool('POST', `sessions/${session.id}/organization`, { body: { organization_id: acme.id } });
  const { jwt } = await clerk.sessions.getToken(session.id);
  const claims = await verifyToken(jwt, { secretKey: development_key, apiUrl: clerkd.url });
  assert.equal(claims.o.id, acme.id);
  assert.equal(claims.o.rol, 'admin');
});

test('without organizations every call about them is refused', async () => {
  await clerk.instance.updateOrganizationSettings({ enabled: false });
  const refused = '403 organization_not_enabled_in_instance';
  assert.equal(await refusal_of(organizations.getOrganizationList()), refused);
  assert.equal(await refusal_of(organizations.createOrganization({ name: 'Acme' })), refused);
});
