const FORM = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/;

/** A room's name as it is stored: lower case, 1 to 32 of `[a-z0-9-]`; undefined for any other. */
export function roomName(text: string): string | undefined {
  return FORM.test(text) ? text.toLowerCase() : undefined;
}
