import * as v from "valibot";
import type { SharedFile } from "../../../src/protocol/event.ts";
import { uploaded } from "../../../src/protocol/http-answer.ts";
import type { Address } from "../address.ts";
import { localProblem, type Problem } from "../problem.ts";
import { bytesOf, type DoorKeys, doorHeaders } from "./door-headers.ts";
import { parseJson } from "./parse-json.ts";
import { readRefusal } from "./refusal.ts";

/** What opens a room for a file of somebody's. */
export interface UploadKeys extends DoorKeys {
  /** The person's secret. */
  readonly token: string;
  /** The room's passphrase. */
  readonly key?: string | undefined;
}

/** How a file is sent: a POST with its bytes as body. A character of a header stands for a byte. */
export interface UploadRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The request that sends a file. Its headers are for the room's own server only. */
export function uploadRequest(
  { apiUrl }: Pick<Address, "apiUrl">,
  name: string,
  { token, key, ...door }: UploadKeys,
): UploadRequest {
  return {
    url: `${apiUrl}/files?name=${pathPart(name)}`,
    headers: {
      ...doorHeaders(door),
      ...(key !== undefined && { "Papo-Key": bytesOf(key) }),
      Authorization: `Bearer ${token}`,
    },
  };
}

/** The request that takes back a file that was sent and not said: a DELETE. */
export function withdrawRequest(
  address: Pick<Address, "apiUrl">,
  id: string,
  keys: UploadKeys,
): UploadRequest {
  const { headers } = uploadRequest(address, "", keys);
  return { url: `${address.apiUrl}/files/${pathPart(id)}`, headers };
}

/** What came of it: the file, as a message will have it, or why there is none. */
export function readUploaded(status: number, body: string): SharedFile | Problem {
  const parsed = status === 201 ? v.safeParse(uploaded, parseJson(body)) : undefined;
  if (!parsed?.success) return readRefusal(body) ?? localProblem("unreadable");
  const { file, ...rest } = parsed.output;
  return { id: file, ...rest };
}

/** The address at which a file is read. Whoever has it may. */
export function fileUrl(
  { apiUrl }: Pick<Address, "apiUrl">,
  { id, name }: Pick<SharedFile, "id" | "name">,
): string {
  return `${apiUrl}/files/${pathPart(id)}/${pathPart(name)}`;
}

/** A text as a part of an address; what is no text in it is replaced. */
function pathPart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"));
}
