import type { ClientRequest } from "node:http";
import type { ChosenFile } from "../files/chosen-file.ts";
import type { Pour } from "./http.ts";

export interface PouringOptions {
  readonly signal: AbortSignal;
  /** Told how many bytes are on their way. */
  sent(bytes: number): void;
  /** The file can't be read to its end: nothing is to be tried again. */
  failed(error: unknown): void;
}

/** Sends a file as fast as it is taken, and never more of it than fits into the way. */
export function pourFile(file: ChosenFile, { signal, sent, failed }: PouringOptions): Pour {
  return async (request, step) => {
    const stop = () => void request.destroy();
    signal.addEventListener("abort", stop);
    request.on("close", () => signal.removeEventListener("abort", stop));
    if (signal.aborted) stop();
    let bytes = 0;
    try {
      for await (const chunk of file.read()) {
        if (request.destroyed) return;
        if (!request.write(chunk)) await drained(request);
        bytes += chunk.length;
        sent(bytes);
        step();
      }
      request.end();
    } catch (error) {
      failed(error);
      request.destroy();
    }
  };
}

function drained(request: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      request.off("drain", done).off("close", done);
      resolve();
    };
    request.on("drain", done).on("close", done);
  });
}
