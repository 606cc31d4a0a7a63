import { TOKEN } from "../../src/protocol/identity.ts";
import { localProblem, type Problem } from "./problem.ts";
import { addressWords } from "./words/address-words.ts";

// A person's token as it is read from one screen and typed at another: Crockford's
// base 32 (no case, no letter that looks like a digit), in groups, with four
// characters at the end by which a slip is noticed.

const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";
const CHECK = 4;

/** The code of a token. It is as secret as the token. */
export function linkCode(token: string): string {
  const digits = [...token].map((char) => BASE64URL.indexOf(char));
  const code = regroup(digits, { from: 6, to: 5, rest: "kept" });
  return [...code, ...checksum(token)]
    .map((digit) => BASE32.charAt(digit))
    .join("")
    .replace(/.{4}(?=.)/g, "$&-");
}

/** The token of a code, however it is spaced or capitalised. */
export function tokenOfLink(written: string): string | Problem {
  const text = written.toLowerCase().replace(/[\s-]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
  const digits = [...text].map((char) => BASE32.indexOf(char));
  if (text === "" || digits.includes(-1)) return localProblem("bad_code");
  const body = regroup(digits.slice(0, -CHECK), { from: 5, to: 6, rest: "dropped" });
  const token = body.map((digit) => BASE64URL.charAt(digit)).join("");
  if (linkCode(token).replaceAll("-", "") !== text || !TOKEN.test(token)) {
    return localProblem("bad_code", addressWords.slipInCode);
  }
  return token;
}

/** The same bits in digits of another size; bits that fill no digit are padded with zeros, or dropped. */
function regroup(
  digits: number[],
  { from, to, rest }: { from: number; to: number; rest: "kept" | "dropped" },
): number[] {
  const bits = digits.map((digit) => digit.toString(2).padStart(from, "0")).join("");
  const groups = bits.match(new RegExp(`.{1,${to}}`, "g")) ?? [];
  return groups
    .filter((group) => rest === "kept" || group.length === to)
    .map((group) => Number.parseInt(group.padEnd(to, "0"), 2));
}

/** 20 bits of FNV-1a: catches slips, guards nothing. */
function checksum(token: string): number[] {
  let hash = 0x811c9dc5;
  for (const char of token) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  hash ^= hash >>> 15;
  return Array.from({ length: CHECK }, (_, index) => (hash >>> (5 * index)) & 31);
}
