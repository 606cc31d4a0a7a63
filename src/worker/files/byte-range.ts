import type { ByteSpan } from "../../object/files/file-bytes.ts";

/** One range of bytes: from, to, or the last so many. */
const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/i;

/**
 * The part of a file that a `Range` asks for (RFC 9110, section 14): the whole
 * where it names several or can't be read, "none" where it is behind the end.
 */
export function spanOf(range: string | undefined, size: number): ByteSpan | "whole" | "none" {
  const [, first = "", last = ""] = RANGE.exec(range?.replace(/[ \t]/g, "") ?? "") ?? [];
  if (first === "" && last === "") return "whole";
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "none" : { offset: size - length, length };
  }
  const offset = Number(first);
  const end = last === "" ? size : Math.min(Number(last) + 1, size);
  if (last !== "" && Number(last) < offset) return "whole";
  return offset < size ? { offset, length: end - offset } : "none";
}
