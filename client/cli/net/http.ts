import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { decodeText } from "../text/decode.ts";

export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export interface HttpBounds {
  /** Milliseconds in which the whole answer must be here. */
  readonly within: number;
  /** Bytes of it. */
  readonly most: number;
}

export interface HttpAnswer {
  readonly type: "answer";
  readonly status: number;
  readonly isJson: boolean;
  readonly retryAfter: string | undefined;
  /** Empty if it is no text. */
  readonly body: string;
}

export type HttpOutcome =
  | HttpAnswer
  /** `reached`: whether somebody may have got the request before it failed. */
  | { readonly type: "failed"; readonly error: Error; readonly reached: boolean };

/** One request and its answer, wherever it leads: nothing is followed, and nothing tried again. */
export function exchange(
  url: string,
  { body, ...request }: HttpRequest,
  { within, most }: HttpBounds,
): Promise<HttpOutcome> {
  return new Promise((resolve) => {
    let reached = false;
    let late: Error | undefined;
    const sent = (url.startsWith("https:") ? httpsRequest : httpRequest)(url, request);
    const timer = setTimeout(() => {
      late = failure("ETIMEDOUT");
      sent.destroy(late);
    }, within);
    const done = (outcome: HttpOutcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    const failed = (error: Error) => {
      sent.destroy();
      done({ type: "failed", error: late ?? error, reached });
    };
    onConnected(sent, () => {
      reached = true;
    });
    sent.on("error", failed);
    sent.on("response", (response) => {
      collect(response, most).then((bytes) => done(answerOf(response, bytes)), failed);
    });
    // An upgrade that nobody has asked for would be silent for ever.
    sent.on("upgrade", (response, socket) => {
      socket.destroy();
      done(answerOf(response, Buffer.alloc(0)));
    });
    sent.end(body);
  });
}

/** Of TLS only the handshake shows that somebody is there to read what is sent. */
function onConnected(request: ClientRequest, connected: () => void): void {
  request.on("socket", (socket) => {
    if (request.reusedSocket) connected();
    else socket.once("encrypted" in socket ? "secureConnect" : "connect", connected);
  });
}

async function collect(response: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > most) throw failure("TOO_LARGE");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function answerOf({ statusCode = 0, headers }: IncomingMessage, bytes: Uint8Array): HttpAnswer {
  const text = decodeText(bytes);
  return {
    type: "answer",
    status: statusCode,
    isJson: /^application\/json\s*(;|$)/i.test(headers["content-type"] ?? ""),
    retryAfter: headers["retry-after"],
    body: typeof text === "string" ? text : "",
  };
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
