/**
 * Stands in for the protocol's nicknames in the browser's bundle: their rules,
 * with all the scripts of the world, stay with the room, which refuses what
 * breaks them. Here names are only compared.
 */
export function nickKey(nick: string): string {
  return nick.normalize("NFKC").toLowerCase().toUpperCase().toLowerCase().normalize("NFKC");
}
