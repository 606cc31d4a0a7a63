const FORM = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;

/** A room's name as it is stored: lower case, 1 to 32 of `[a-z0-9-]`; undefined for any other. */
export function roomName(text: string): string | undefined {
  const name = text.toLowerCase();
  return FORM.test(name) ? name : undefined;
}
