/** Why the room closes a socket. */
export const CLOSE = {
  left: 1000,
  tooBig: 1009,
  replaced: 4001,
  kicked: 4003,
  banned: 4004,
  full: 4005,
  tooSlow: 4008,
  /** The room was erased, or the server closed. */
  erased: 4010,
  flooding: 4029,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

const FINAL: ReadonlySet<number> = new Set([
  CLOSE.tooBig,
  CLOSE.replaced,
  CLOSE.kicked,
  CLOSE.banned,
  CLOSE.erased,
  CLOSE.flooding,
]);

/** Whether a client that was closed with this code stays away until its person says otherwise. */
export function isFinal(code: number): boolean {
  return FINAL.has(code);
}
