import type { Member } from "../../../src/protocol/event.ts";
import { isolate } from "../text/isolate.ts";
import { unbroken } from "../text/unbroken.ts";
import { sharedWords } from "./shared-words.ts";

/** Somebody in a list of who is here; `nick` as it is to be shown. Most are plain members, which goes without saying. */
export function sayMember({ nick, role, bot, away }: Omit<Member, "uid">): string {
  const marks = [
    role === "member" ? "" : sharedWords.roles[role],
    bot ? sharedWords.bot : "",
    away ? sharedWords.away(isolate(unbroken(away))) : "",
  ].filter((mark) => mark !== "");
  return marks.length === 0 ? nick : sharedWords.withMarks({ nick, marks });
}
