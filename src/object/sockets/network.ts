/** Characters of an address that is none: enough to tell it by. */
const MOST = 64;

/**
 * What counts as one network: an IPv4 address, however it is wrapped into IPv6,
 * or an IPv6 /64. Ports and zones tell nothing of it. What is no address counts
 * as it is; undefined where nothing is told.
 */
export function networkOf(address: string | undefined): string | undefined {
  const text = address?.trim().toLowerCase() ?? "";
  if (text === "") return undefined;
  const host = /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([^:]+):\d+$/.exec(text)?.[1] ?? text;
  const bare = host.replace(/%.*$/, "");
  const quad = quadOf(bare);
  if (quad) return quad.join(".");
  const groups = groupsOf(bare);
  if (!groups) return text.slice(0, MOST);
  const wrapped = wrappedIn(groups);
  if (wrapped) return wrapped.flatMap((group) => [group >> 8, group & 255]).join(".");
  const prefix = groups.slice(0, 4).map((group) => group.toString(16));
  return `${prefix.join(":")}::/64`;
}

/** The four bytes of an IPv4 address. */
function quadOf(text: string): number[] | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return undefined;
  const bytes = text.split(".").map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

/** The eight groups of an IPv6 address (RFC 4291, section 2.2). */
function groupsOf(text: string): number[] | undefined {
  const halves = text.split("::").map((half) => (half === "" ? [] : half.split(":").flatMap(groupOf)));
  const [head = [], tail] = halves;
  const given = halves.flat();
  const isWhole = tail === undefined ? given.length === 8 : halves.length === 2 && given.length < 8;
  if (!isWhole || given.some(Number.isNaN)) return undefined;
  return [...head, ...Array<number>(8 - given.length).fill(0), ...(tail ?? [])];
}

/** One group, or the two of an IPv4 address at the end; NaN for what is none. */
function groupOf(text: string): number[] {
  if (/^[0-9a-f]{1,4}$/.test(text)) return [Number.parseInt(text, 16)];
  const [a = Number.NaN, b = 0, c = 0, d = 0] = quadOf(text) ?? [];
  return [a * 256 + b, c * 256 + d];
}

/**
 * The groups of the IPv4 address that stands behind an IPv6 one: mapped or
 * compatible (RFC 4291), translated (RFC 2765, RFC 6052, RFC 8215), 6to4 (RFC
 * 3056) or Teredo, which writes it inverted (RFC 4380).
 */
function wrappedIn([a, b = 0, c = 0, d, e, f, g = 0, h = 0]: number[]): number[] | undefined {
  const isZero = [a, b, c, d].every((group) => group === 0);
  const isMapped = isZero && e === 0 && f === 0xffff;
  const isTranslated = isZero && e === 0xffff && f === 0;
  // `::` and `::1` are no IPv4 addresses.
  const isCompatible = isZero && e === 0 && f === 0 && g !== 0;
  const isNat64 = a === 0x64 && b === 0xff9b && (c === 1 || [c, d, e, f].every((group) => group === 0));
  if (isMapped || isTranslated || isCompatible || isNat64) return [g, h];
  if (a === 0x2001 && b === 0) return [g ^ 0xffff, h ^ 0xffff];
  return a === 0x2002 ? [b, c] : undefined;
}
