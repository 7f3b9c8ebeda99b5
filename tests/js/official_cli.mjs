// The official CLI, as a script without an account runs it.
import { fileURLToPath } from 'node:url';

import { development_key } from './clerkd.mjs';
import { run } from './programs.mjs';

const program = fileURLToPath(new URL(`./node_modules/@clerk/cli-linux-${process.arch}/bin/clerk`, import.meta.url));

/** Runs it without a terminal, in a folder that is its home too, with nobody to call but the server at `url`. */
export async function run_official_cli(args, { home, url, key = development_key }) {
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    TMPDIR: home,
    CLERK_SECRET_KEY: key,
    CLERK_BACKEND_API_URL: url,
    CLERK_PLATFORM_API_URL: url,
    CLERK_TELEMETRY_DISABLED: '1',
    CLERK_TELEMETRY_URL: url,
  };
  const { status, stdout, stderr } = await run(program, args, { cwd: home, env });
  // Without a terminal it says what went wrong in a line of JSON.
  const failure = /^\{"error":.*\}$/m.exec(stderr);
  return { status, stdout, said: stderr, error: failure ? JSON.parse(failure[0]).error : undefined };
}

/** Each group that the CLI knows without an account, with something that a new development instance has otherwise. */
export const whole_config = {
  instance: {
    test_mode: false,
    hibp: false,
    support_email: 'help@example.com',
    clerk_js_version: '5.1.0',
    development_origin: 'http://localhost:3000',
    allowed_origins: ['capacitor://localhost', 'chrome-extension://abcdefgh'],
    url_based_session_syncing: false,
    preferred_sign_in_strategy_when_password_required: 'otp',
  },
  communication: { blocked_country_codes: ['KP', 'DE'] },
  restrictions: {
    allowlist: true,
    blocklist: true,
    allowlist_blocklist_disabled_on_sign_in: false,
    block_email_subaddresses: true,
    block_disposable_email_domains: true,
  },
  organization_settings: {
    enabled: true,
    max_allowed_memberships: 12,
    admin_delete_enabled: false,
    domains_enabled: true,
    slug_disabled: false,
    domains_enrollment_modes: ['automatic_suggestion', 'automatic_invitation'],
    force_organization_selection: true,
  },
  protect: { rules_enabled: true, specter_enabled: true },
  oauth_application_settings: {
    dynamic_oauth_client_registration: true,
    default_scopes: ['profile', 'email'],
    oauth_jwt_access_tokens: true,
    client_id_metadata_documents_advertised: true,
    client_id_metadata_documents_only_allow_pre_registered_clients: true,
    client_id_metadata_documents_block_implicitly_allowed_clients: true,
  },
  instance_settings: { from_email_address: 'team', progressive_sign_up: false },
};
