import type { PushSubscriptionInput } from "../../../src/protocol/command.ts";

export const PUSH_SERVICE = "https://fcm.googleapis.com";

/** The point that the curve begins with (FIPS 186-4, D.1.2.3): as good a key as any, where nobody reads. */
const POINT = "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU";

/** One by a name, for tests in which nobody reads what is pushed. */
export function anySubscription(name: number | string): PushSubscriptionInput {
  return {
    endpoint: `${PUSH_SERVICE}/send/${name}`,
    keys: { p256dh: POINT, auth: "AAAAAAAAAAAAAAAAAAAAAA" },
  };
}
