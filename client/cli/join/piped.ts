import type { ExitCode } from "../exit-code.ts";
import type { Settings } from "../settings.ts";

/** Joins a room in a pipe. */
export async function joinPiped(_settings: Settings, _options: { json: boolean }): Promise<ExitCode> {
  return 1;
}
