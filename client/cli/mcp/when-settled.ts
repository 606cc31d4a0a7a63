import { isProblem, localProblem, type Problem } from "../../core/problem.ts";
import type { Entry } from "../../core/sending/entry.ts";
import { cliWords } from "../words/words.ts";
import type { ToolRoom } from "./tool.ts";

/** What became of something that was put into the outbox. */
export type Settled = { readonly id?: number } | Problem | "waiting";

/** Milliseconds for which an answer keeps somebody waiting: clients of the protocol give up after a minute. */
const PATIENCE = 45_000;

/** Resolves when an entry is stored or refused; with "waiting", where that takes too long. */
export function whenSettled({ chat, clock, signal }: ToolRoom, entry: Entry | Problem): Promise<Settled> {
  if (isProblem(entry)) return Promise.resolve(entry);
  return new Promise((resolve) => {
    const end = (result: Settled) => {
      stop();
      cancel();
      resolve(result);
    };
    const stop = chat.subscribe((event) => {
      if (event.type === "stored" && event.entry.key === entry.key) {
        end(event.id === undefined ? {} : { id: event.id });
      }
      if (event.type === "failed" && event.entry.key === entry.key) end(event.problem);
      if (event.type === "unsure" && event.entries.some(({ key }) => key === entry.key)) {
        end(localProblem("no_answer", cliWords().mcp.unsure));
      }
      if (event.type !== "state") return;
      const { state } = event;
      if (state.state !== "refused" && state.state !== "stopped") return;
      // It would be sent in a later life, where nobody thinks of it any more.
      chat.drop(entry.key);
      end(state.problem ?? localProblem("offline"));
    });
    const cancel = clock.setTimer(PATIENCE, () => end("waiting"));
    signal.addEventListener("abort", () => end("waiting"));
  });
}

/** As an agent is told of it. What waits is sent later, and once: it is not to be said again. */
export function storedOf(settled: Settled): object | Problem {
  if (settled === "waiting") return { stored: false, note: cliWords().mcp.waits };
  return isProblem(settled) ? settled : { stored: true, ...settled };
}
