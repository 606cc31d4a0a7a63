/** Of which rooms it is told who comes and goes: all, the one in front, or none. */
export const COMINGS = ["all", "front", "none"] as const;
export type Comings = (typeof COMINGS)[number];
