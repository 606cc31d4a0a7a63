import { type Agent, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";

/** Bytes of an answer. */
const LARGEST_ANSWER = 65_536;
/** Milliseconds in which something must happen. */
const SILENCE = 30_000;

export interface NodePost {
  readonly url: string;
  /** A character of a value stands for a byte. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly agent?: Agent | undefined;
}

/** Posts bytes, and follows nothing elsewhere. Rejects where nobody answers. */
export function nodePost({ url, headers, body, agent }: NodePost): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith("https:") ? httpsRequest : httpRequest;
    const length = { "Content-Length": body.length };
    const request = send(url, {
      method: "POST",
      headers: { ...headers, ...length },
      agent,
      timeout: SILENCE,
    });
    request.on("timeout", () =>
      request.destroy(Object.assign(new Error("ETIMEDOUT"), { code: "ETIMEDOUT" })),
    );
    request.on("error", reject);
    request.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
        if (text.length > LARGEST_ANSWER) response.destroy();
      });
      response.on("error", reject);
      response.on("close", () => {
        // Who answers before all was sent reads no further.
        if (!request.writableFinished) request.destroy();
        resolve({ status: response.statusCode ?? 0, body: text });
      });
    });
    request.end(body);
  });
}
