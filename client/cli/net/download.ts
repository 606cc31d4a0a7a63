import type { IncomingMessage } from "node:http";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import { cliWords } from "../words/words.ts";
import type { Requester } from "./api.ts";
import { sendThrough } from "./http.ts";
import { answerTrouble, networkTrouble } from "./trouble.ts";

/** Milliseconds in which something must come. */
const STEP = 20_000;
/** Milliseconds for a file, and more by its bytes a millisecond: who is slower never ends. */
const AT_LEAST = 60_000;
const SLOWEST = 4;

export interface Downloading {
  readonly url: string;
  /** Bytes that there are to be. */
  readonly size: number;
  readonly signal: AbortSignal;
  /** Told how many of them are here. */
  got(bytes: number): void;
}

/**
 * What stands at an address of the room's own server: exactly as many bytes as
 * it is said to have. Nothing is followed elsewhere, and nobody is shown who
 * asks, for the address alone is the right to read. Fails with a Failure.
 */
export async function* download(
  { gate, proxy, address: { origin } }: Pick<Requester, "gate" | "proxy" | "address">,
  { url, size, signal, got }: Downloading,
): AsyncGenerator<Uint8Array> {
  const words = cliWords().files;
  const { request } = sendThrough(proxy)({
    url,
    method: "GET",
    headers: { ...gate, "Accept-Encoding": "identity" },
  });
  let isLate = false;
  const late = () => {
    isLate = true;
    request.destroy();
  };
  const step = setTimeout(late, STEP);
  const whole = setTimeout(late, AT_LEAST + size / SLOWEST);
  const stop = () => request.destroy();
  signal.addEventListener("abort", stop);
  let left = size;
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request.on("response", resolve).on("error", reject);
      request.on("upgrade", (answer, socket) => {
        socket.destroy();
        resolve(answer);
      });
      // Destroyed without an error, it only closes.
      request.on("close", () => reject(new Error("closed")));
      if (signal.aborted) stop();
      request.end();
    });
    const { statusCode: status = 0 } = response;
    if (status === 404 || status === 410) throw unsaved(words.gone);
    if (status !== 200) throw unsaved(answerTrouble({ status }, { origin }));
    for await (const chunk of response) {
      const bytes = Buffer.from(chunk);
      left -= bytes.length;
      if (left < 0) throw unsaved(words.tooLong);
      step.refresh();
      got(size - left);
      yield bytes;
    }
    if (left > 0 || !response.complete) throw unsaved(words.tooShort);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failure) throw error;
    if (isLate) throw unsaved(words.tooSlow);
    // What breaks off has begun.
    throw unsaved(left < size ? words.tooShort : networkTrouble(error, { origin }));
  } finally {
    clearTimeout(step);
    clearTimeout(whole);
    signal.removeEventListener("abort", stop);
    request.destroy();
  }
}

function unsaved(message: string): Failure {
  return new Failure(EXIT.failed, message);
}
