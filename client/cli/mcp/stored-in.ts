import type { Problem as CoreProblem } from "../../core/problem.ts";
import type { Entry } from "../../core/sending/entry.ts";
import { isPapoProblem } from "../../library/is-papo-problem.ts";
import type { Problem } from "../../library/types/problem.ts";
import { passed } from "../gateway/passed.ts";
import { cliWords } from "../words/words.ts";
import type { ToolRoom } from "./tool.ts";

/** Milliseconds for which an answer keeps somebody waiting: clients of the protocol give up after a minute. */
const PATIENCE = 45_000;

/** What became of something that was put into the outbox. What waits is sent later, and once: it is not to be said again. */
export async function storedIn(room: ToolRoom, entry: Entry | CoreProblem): Promise<object | Problem> {
  const outcome = await Promise.race([room.receipts.of(entry), passed(room.clock, PATIENCE)]);
  if (outcome === undefined) return { stored: false, note: cliWords().mcp.waits };
  return isPapoProblem(outcome) ? outcome : { stored: true, ...outcome };
}
