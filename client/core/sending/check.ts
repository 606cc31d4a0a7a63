import { codePoints, isReadable, isWithin } from "../../../src/protocol/text/text.ts";
import { localProblem, type Problem } from "../problem.ts";
import { utf8Length } from "../text/utf8.ts";
import { sharedWords } from "../words/shared-words.ts";
import type { Draft } from "./entry.ts";

/** What the room is known to refuse, before it is sent. */
export function checkDraft(draft: Draft, limits: { text: number; frame: number }): Problem | undefined {
  if ("text" in draft) {
    if (!isWithin(draft.text, limits.text)) {
      const length = codePoints(draft.text);
      const message = sharedWords.tooLong({ length, most: limits.text });
      return { problem: "too_long", message, isOurs: true };
    }
    if (draft.text === "" ? !mayBeEmpty(draft) : !isReadable(draft.text)) return localProblem("bad_text");
  }
  // The longest number that it may be sent under.
  return checkFrame(JSON.stringify({ ...draft, cid: Number.MAX_SAFE_INTEGER }), limits.frame);
}

/** Where files come with it; of an edit the room alone knows whether its message has any. */
function mayBeEmpty(draft: Draft): boolean {
  return draft.type === "edit" || (draft.type === "say" && draft.files !== undefined);
}

/** Whether a frame is larger than the room takes: that would end the connection. */
export function checkFrame(frame: string, most: number): Problem | undefined {
  const size = utf8Length(frame);
  return size > most ? localProblem("too_big", sharedWords.tooBig({ size, most })) : undefined;
}
