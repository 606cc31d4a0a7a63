const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The hue (0..359 degrees) of a member's nickname: FNV-1a of the uid, so that every client picks the same. */
export function hueOf(uid: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < uid.length; at++) hash = Math.imul(hash ^ uid.charCodeAt(at), FNV_PRIME);
  return (hash >>> 0) % 360;
}
