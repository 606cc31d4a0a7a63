/** Colours, bold and the like, as IRC clients write them: https://modern.ircdocs.horse/formatting. */
const FORMATS =
  /\x03(?:\d{1,2}(?:,\d{1,2})?)?|\x04(?:[\da-f]{6}(?:,[\da-f]{6})?)?|[\x02\x0f\x11\x16\x1d\x1e\x1f]/gi;

/** A message of an IRC client as papo has it; undefined for what is no talk (CTCP other than ACTION). */
export function saidIn(written: string): { readonly text: string; readonly me: boolean } | undefined {
  const [, ctcp, action = ""] = /^\x01(\S*)(?: (.*?))?\x01?$/s.exec(written) ?? [];
  if (ctcp !== undefined && ctcp.toUpperCase() !== "ACTION") return undefined;
  const text = (ctcp === undefined ? written : action).replace(FORMATS, "");
  return { text, me: ctcp !== undefined };
}
