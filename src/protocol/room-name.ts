const FORM = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/;

/** A room's name as it is stored: lower case, 1 to 32 of `[a-z0-9-]`; undefined for any other. */
export function roomName(text: string): string | undefined {
  return FORM.test(text) ? text.toLowerCase() : undefined;
}

/** The room that an address's path names: `/lobby`, or as people and those who check links write it, `/lobby/`. */
export function roomOfPath(path: string): string | undefined {
  return roomName(path.replace(/^\/|\/$/g, ""));
}
