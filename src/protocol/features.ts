/** What this room can do, as `welcome.features` tells: a client leaves out what is not in it. */
export const FEATURES: readonly string[] = ["reactions", "seen", "away", "hooks"];
