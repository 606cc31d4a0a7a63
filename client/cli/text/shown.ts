/** Code units of what was written that an error repeats. */
const MOST = 100;

/** What was written on a command line, as an error may repeat it: a name and a password before an @ are nobody's business. */
export function shown(written: string): string {
  const told = written.replace(/^.*(?:@|%40)/is, "…@");
  return told.length > MOST ? `${told.slice(0, MOST)}…` : told;
}
