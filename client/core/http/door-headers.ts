import { ADMIN_HEADER, PASS_HEADER } from "../../../src/protocol/pass.ts";

/** What somebody shows at the door of a server. */
export interface DoorKeys {
  readonly pass?: string | undefined;
  /** The deployment's admin token. */
  readonly admin?: string | undefined;
  /** What opens something that stands in front of the server. */
  readonly gate?: Readonly<Record<string, string>> | undefined;
}

/** The headers that open a door. A token that no header can hold opens none. */
export function doorHeaders({ pass, admin, gate }: DoorKeys): Record<string, string> {
  return {
    ...gate,
    ...(pass !== undefined && { [PASS_HEADER]: pass }),
    ...(admin !== undefined && !/\p{Cc}/u.test(admin) && { [ADMIN_HEADER]: bytesOf(admin) }),
  };
}

/** A header's characters are sent as bytes; the bytes of a secret are its UTF-8. */
export function bytesOf(secret: string): string {
  return String.fromCharCode(...new TextEncoder().encode(secret));
}
