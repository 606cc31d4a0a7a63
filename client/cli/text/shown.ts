/** Code units of what was written that an error repeats. */
const MOST = 100;

/** Whatever stands before one is nobody's business; some keyboards write it full-width or small. */
const AT = /^.*(?:[@＠﹫]|%40)/is;

/** What was written on a command line, as an error may repeat it: a name and a password before an @ are nobody's business. */
export function shown(written: string): string {
  const told = written.replace(AT, "…@");
  return told.length > MOST ? `${told.slice(0, MOST)}…` : told;
}
