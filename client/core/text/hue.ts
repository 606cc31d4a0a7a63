const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** So many hues an eye tells apart by themselves. */
const HUES = 12;

/**
 * The hue of a member's nickname, in degrees of OKLCH: one of twelve, as far
 * from each other as can be. FNV-1a of the uid, so that every client picks the same.
 */
export function hueOf(uid: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < uid.length; at++) hash = Math.imul(hash ^ uid.charCodeAt(at), FNV_PRIME);
  return ((hash >>> 0) % HUES) * (360 / HUES);
}
