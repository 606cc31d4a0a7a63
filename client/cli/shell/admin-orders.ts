/** What `papo admin` can be told to do, in the order of its `--help`. */
export const ADMIN_ORDERS = ["rooms", "room", "erase", "door", "invite"] as const;

export type AdminOrder = (typeof ADMIN_ORDERS)[number];
