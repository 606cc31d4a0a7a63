import * as v from "valibot";
import { CLIENT } from "../../../src/protocol/identity.ts";
import { count, listOf, moment, name, text } from "../../../src/protocol/untrusted.ts";
import { parseJson } from "../../core/http/parse-json.ts";
import type { Shelf } from "../session/shelf.ts";
import { type Attached, attachedList } from "./attached.ts";

/** Messages with files that wait, at most. */
export const MOST_JOBS = 50;

const job = v.object({
  key: text,
  at: moment,
  saying: v.object({
    text,
    to: v.exactOptional(name),
    re: v.exactOptional(count),
    me: v.exactOptional(v.boolean()),
  }),
  files: attachedList,
  /** Why it goes no further until somebody says how. */
  why: v.exactOptional(text),
  /** The outbox has it. */
  isSaid: v.exactOptional(v.boolean()),
  /** Its files went up a second time. */
  isAgain: v.exactOptional(v.boolean()),
});

const kept = v.object({ client: v.pipe(v.string(), v.regex(CLIENT)), jobs: listOf(job, MOST_JOBS) });

/** A message whose files are on their way. */
export type SendingJob = Readonly<
  Omit<v.InferOutput<typeof job>, "files" | "why" | "isSaid"> & {
    files: readonly Attached[];
    why?: string | undefined;
    isSaid?: boolean | undefined;
  }
>;

/** What a tab keeps of them, so that a reload loses nothing. */
export interface KeptJobs {
  read(): readonly SendingJob[];
  write(jobs: readonly SendingJob[]): void;
}

/** A client's own: what one has to send, no other may. */
export function keptJobs(shelf: Shelf, { room, client }: { room: string; client: string }): KeptJobs {
  const place = `files:${room}`;
  return {
    read() {
      const parsed = v.safeParse(kept, parseJson(shelf.get(place) ?? ""));
      return parsed.success && parsed.output.client === client ? parsed.output.jobs : [];
    },
    write: (jobs) => shelf.set(place, jobs.length > 0 ? JSON.stringify({ client, jobs }) : undefined),
  };
}
