import { cliWords } from "../words/words.ts";
import type { IrcClient } from "./irc-client.ts";
import { MULTILINE, type OpenBatch } from "./wire/open-batch.ts";

/** Tells a client, once, that its lines will be no message. */
export function refuseBatch(client: IrcClient, open: OpenBatch): void {
  const { trouble } = open;
  if (trouble === undefined || open.isRefused) return;
  open.isRefused = true;
  const reply = client.answer(open.opening.tags.label);
  const { irc } = cliWords();
  const limits = {
    MULTILINE_MAX_BYTES: [String(MULTILINE.bytes), irc.batchTooLong],
    MULTILINE_MAX_LINES: [String(MULTILINE.lines), irc.batchTooLong],
    MULTILINE_INVALID: [irc.batchMixed],
  };
  reply.fail("BATCH", trouble, ...limits[trouble]);
  reply.end();
}
