import type { SharedFile } from "../../../src/protocol/event.ts";
import { uploaded } from "../../../src/protocol/http-answer.ts";
import { Asker, type Delay } from "../../core/http/asker.ts";
import { type UploadKeys, uploadRequest } from "../../core/http/file-http.ts";
import { isUnmet } from "../../core/http/unmet.ts";
import { EXIT } from "../end/exit-code.ts";
import { Failure } from "../end/failure.ts";
import type { ChosenFile } from "../files/chosen-file.ts";
import { cliWords } from "../words/words.ts";
import { met, type Requester, Unanswered } from "./api.ts";
import { exchangeThrough } from "./http.ts";
import { pourFile } from "./pour-file.ts";

export interface BringingOptions {
  readonly requester: Requester;
  readonly credentials: Pick<UploadKeys, "key" | "token">;
  readonly file: ChosenFile;
  readonly signal: AbortSignal;
  /** Told how many bytes are on their way. */
  sent(bytes: number): void;
  /** It waits, and tries again. */
  waits(delay: Delay): void;
}

/**
 * Brings a file to a room, for a message to take up. What is tried again is
 * only there twice for a while, and in no message. Fails with a Failure;
 * stopped, with the signal's reason.
 */
export async function bringFile({
  requester,
  credentials,
  file,
  signal,
  sent,
  waits,
}: BringingOptions): Promise<SharedFile> {
  const { address, pass, admin, gate, proxy } = requester;
  let broken: unknown;
  const failed = (error: unknown) => {
    broken ??= error;
  };
  const exchange = exchangeThrough(proxy, pourFile(file, { signal, sent, failed }));
  const asker = new Asker({
    exchange: async (asked) => {
      const outcome = await exchange(asked);
      if (broken !== undefined) throw broken;
      signal.throwIfAborted();
      return outcome;
    },
    now: () => performance.now(),
    sleep: (ms) => stoppable(ms, signal),
    waits,
  });
  const { url, headers } = uploadRequest(address, file.name, {
    ...credentials,
    pass: pass.current,
    admin,
    gate,
  });
  const answer = await asker.ask({
    url,
    method: "POST",
    headers: {
      ...headers,
      "Content-Type": "application/octet-stream",
      "Content-Length": String(file.size),
    },
    isPost: true,
    status: 201,
    schema: uploaded,
  });
  const refusal = isUnmet(answer) && answer.unmet === "request" ? answer.refusal?.problem : undefined;
  const words = cliWords().files;
  if (refusal === "not_found") throw new Failure(EXIT.failed, words.noFilesHere);
  if (refusal === "no_such_room") throw new Failure(EXIT.refused, words.noRoomYet);
  try {
    const { file: id, ...told } = met(answer);
    return { id, ...told };
  } catch (error) {
    // Whether the file is there or not, no message has it.
    if (error instanceof Unanswered) throw new Failure(error.exitCode, error.message);
    throw error;
  }
}

function stoppable(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}
