/** Code units of what was written that an error repeats. */
const MOST = 100;

/** Whatever stands before one is nobody's business; some keyboards write it full-width or small. */
const AT = /^.*(?:[@＠﹫]|%40)/is;
/** Nor is the invitation behind one of these. */
const FRAGMENT = /(?:#|%23|pass=|p1\.).*$/is;

/** What was written on a command line, as an error may repeat it: without a name and a password, and without an invitation. */
export function shown(written: string): string {
  const told = written.replace(AT, "…@").replace(FRAGMENT, "…");
  return told.length > MOST ? `${told.slice(0, MOST)}…` : told;
}
