import type { Address } from "../core/address.ts";
import { fileUrl, readUploaded, type UploadKeys, uploadRequest } from "../core/http/file-http.ts";
import { isProblem } from "../core/problem.ts";
import { toldProblem } from "./told-problem.ts";
import type { FileContent, SharedFile } from "./types/message.ts";
import type { Problem } from "./types/problem.ts";
import { libraryWords } from "./words/library-words.ts";

/** Bytes on their way by plain HTTP. */
export interface BytesPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface RoomFilesOptions {
  readonly address: Address;
  readonly keys: UploadKeys;
  /** Rejects where nobody answers. */
  post(request: BytesPost): Promise<{ status: number; body: string }>;
}

/** What a program brings to a room, and where what is there is read. */
export class RoomFiles {
  readonly #options: RoomFilesOptions;

  constructor(options: RoomFilesOptions) {
    this.#options = options;
  }

  async upload(content: FileContent, name: string): Promise<SharedFile | Problem> {
    const { address, keys, post } = this.#options;
    const body = await bytesIn(content);
    const { url, headers } = uploadRequest(address, name, keys);
    try {
      const { status, body: answer } = await post({
        url,
        headers: { ...headers, "Content-Type": "application/octet-stream" },
        body,
      });
      const file = readUploaded(status, answer);
      return isProblem(file) ? toldProblem(file) : file;
    } catch {
      const message = libraryWords.problems.offline(new URL(address.origin).host);
      return { code: "offline", message };
    }
  }

  urlOf(file: Pick<SharedFile, "id" | "name">): string {
    return fileUrl(this.#options.address, file);
  }
}

async function bytesIn(content: FileContent): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof content === "string") return new TextEncoder().encode(content);
  return content instanceof Uint8Array
    ? new Uint8Array(content)
    : new Uint8Array(await content.arrayBuffer());
}
