/** What this room can do, as `welcome.features` tells: a client leaves out what is not in it. */
export function featuresOf({ filesBytes }: { readonly filesBytes: number }): string[] {
  return ["reactions", "seen", "away", ...(filesBytes > 0 ? ["files"] : []), "hooks"];
}
