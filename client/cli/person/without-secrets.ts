import type { Environment } from "./directories.ts";

/** What opens doors. */
const SECRET = /^PAPO_(?:KEY|LINK|ADMIN_TOKEN|HEADERS)$/;

/** The variables that a program of the person's gets: what opens doors is none of its business. */
export function withoutSecrets(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !SECRET.test(name)));
}
