import { LIMITS } from "../../../../src/protocol/limits.ts";

/** Colours, bold and the like, as IRC clients write them: https://modern.ircdocs.horse/formatting. */
const FORMATS =
  /\x03(?:\d{1,2}(?:,\d{1,2})?)?|\x04(?:[\da-f]{6}(?:,[\da-f]{6})?)?|[\x02\x0f\x11\x16\x1d\x1e\x1f]/gi;
/** What else no text of papo's has. */
const CONTROLS = /(?![\t\n])\p{Cc}/gu;

function plain(written: string): string {
  return written.replace(FORMATS, "").replace(CONTROLS, "");
}

/** A message of an IRC client as papo has it; undefined for what is no talk (CTCP other than ACTION). */
export function saidIn(written: string): { readonly text: string; readonly me: boolean } | undefined {
  const [, ctcp, action = ""] = /^\x01(\S*)(?: (.*?))?\x01?$/s.exec(written) ?? [];
  if (ctcp !== undefined && ctcp.toUpperCase() !== "ACTION") return undefined;
  return { text: plain(ctcp === undefined ? written : action), me: ctcp !== undefined };
}

/** A topic, a reason or where somebody is, as papo has it: no longer than that may be. Undefined for none. */
export function noteIn(written: string | undefined): string | undefined {
  const note = Array.from(plain(written ?? ""))
    .slice(0, LIMITS.note)
    .join("");
  return note.trim() === "" ? undefined : note;
}
