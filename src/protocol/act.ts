/** The acts of order that a room keeps a log of. */
export const ACTS = [
  "kick",
  "ban",
  "unban",
  "allow",
  "role",
  "lock",
  "slow",
  "topic",
  "delete",
  "invite",
  "hook",
] as const;

export type ActType = (typeof ACTS)[number];
