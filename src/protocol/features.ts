/** What this room can do, as `welcome.features` tells: a client leaves out what is not in it. */
export function featuresOf({
  filesBytes,
  pushHosts,
}: {
  readonly filesBytes: number;
  readonly pushHosts: readonly unknown[];
}): string[] {
  const files = filesBytes > 0 ? ["files"] : [];
  const push = pushHosts.length > 0 ? ["push"] : [];
  return ["reactions", "seen", "away", ...files, ...push, "hooks"];
}
