/** From least to most: each may do what those before it may. */
export const ROLES = ["member", "mod", "owner"] as const;

export type Role = (typeof ROLES)[number];

/** Whether `role` is at least `wanted`. */
export function isAtLeast(role: Role, wanted: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(wanted);
}

/** Whether `role` stands above `other`. */
export function isAbove(role: Role, other: Role): boolean {
  return ROLES.indexOf(role) > ROLES.indexOf(other);
}
