import type { SharedFile } from "../../protocol/event.ts";
import { PICTURE_TYPES } from "./file-type.ts";

/**
 * What is sent with a file, whoever made it: pictures are shown in their place and do nothing, all else is only handed
 * out. `isOpen`: pages of other origins may use this server, and show its pictures.
 */
export function fileHeaders({ id, name, type }: SharedFile, isOpen: boolean): Record<string, string> {
  const isPicture = PICTURE_TYPES.has(type);
  return {
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, max-age=31536000, immutable",
    "Content-Disposition": `${isPicture ? "inline" : "attachment"}; ${named(name)}`,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Content-Type": type === "text/plain" ? "text/plain;charset=utf-8" : type,
    "Cross-Origin-Resource-Policy": isOpen ? "cross-origin" : "same-origin",
    ETag: `"${id}"`,
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
  };
}

/** A file's name in a header: in ASCII for who reads no more (RFC 6266, section 4.3), and as it is (RFC 8187). */
function named(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, "_");
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** Whether somebody has the file already, by an `If-None-Match` (RFC 9110, section 13.1.2). */
export function isKnown(known: string | undefined, id: string): boolean {
  const tags = known?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return tags.includes("*") || tags.includes(`"${id}"`);
}
