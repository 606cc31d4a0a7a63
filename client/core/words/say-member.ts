import type { Role } from "../../../src/protocol/role.ts";
import { sharedWords } from "./shared-words.ts";

/** Somebody in a list of who is here; `nick` as it is to be shown. Most are plain members, which goes without saying. */
export function sayMember({ nick, role }: { nick: string; role: Role }): string {
  return role === "member" ? nick : sharedWords.withRole({ nick, role: sharedWords.roles[role] });
}
