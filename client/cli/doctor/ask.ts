import * as v from "valibot";
import { version } from "../../../package.json";
import { health, summary } from "../../../src/protocol/http-answer.ts";
import { doorHeaders } from "../../core/http/door-headers.ts";
import type { HttpAnswer, HttpOutcome } from "../../core/http/exchange.ts";
import { parseJson } from "../../core/http/parse-json.ts";
import { readRefusal } from "../../core/http/refusal.ts";
import { oneLine } from "../../core/text/one-line.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { exchangeThrough } from "../net/http.ts";
import { answerTrouble, networkTrouble } from "../net/trouble.ts";
import { cliWords } from "../words/words.ts";
import type { Finding } from "./finding.ts";
import type { Patient } from "./patient.ts";

/** Milliseconds by which two clocks may differ: as many as a server allows for. */
const CLOCKS = 60_000;

/** Asks the server how it is, which every door lets through. */
export async function askHealth(patient: Patient): Promise<readonly Finding[]> {
  const { address, proxy, gate } = patient;
  const start = Date.now();
  const outcome = await exchangeThrough(proxy)({
    url: `${address.origin}/api/health`,
    method: "GET",
    headers: doorHeaders({ gate }),
  });
  const end = Date.now();
  const parsed =
    outcome.type === "answer" ? v.safeParse(health, parseJson(outcome.body)) : { success: false as const };
  if (outcome.type !== "answer" || !parsed.success) {
    return [{ step: "http", state: "failed", says: strange(outcome, address.origin) }];
  }
  const server = oneLine(parsed.output.version);
  const { doctor } = cliWords();
  return [
    { step: "http", state: "ok", says: doctor.answers({ version: server, ms: end - start }) },
    {
      step: "versions",
      state: "ok",
      says:
        server === version ? doctor.sameVersion(version) : doctor.otherVersion({ server, client: version }),
    },
    compareClocks(outcome.date, { start, end }),
  ];
}

/** By a header `Date`, which has whole seconds. */
export function compareClocks(
  date: string | undefined,
  { start, end }: { start: number; end: number },
): Finding {
  const { doctor } = cliWords();
  const server = Date.parse(date ?? "");
  if (Number.isNaN(server)) return { step: "clock", state: "skipped", says: doctor.noClock };
  // It was written within this time, and within that second.
  const ahead = start - (server + 999);
  const behind = end - server;
  const ms = ahead > 0 ? ahead : Math.min(0, behind);
  if (Math.abs(ms) <= CLOCKS) {
    const seconds = Math.max(1, Math.ceil(Math.abs(ms) / 1_000));
    return { step: "clock", state: "ok", says: doctor.clockRight(seconds) };
  }
  const told = new Date(server).toISOString().slice(0, "YYYY-MM-DDTHH:MM".length).replace("T", " ");
  return { step: "clock", state: "failed", says: doctor.clockWrong({ ms, server: told }) };
}

/** Asks for what is told of a room, which shows whether one is let in. */
export async function tryDoor(patient: Patient): Promise<Finding> {
  const { address, hasRoom, proxy, gate, pass } = patient;
  const headers = doorHeaders({ pass: pass.current, gate });
  const outcome = await exchangeThrough(proxy)({ url: address.apiUrl, method: "GET", headers });
  const body = outcome.type === "answer" ? outcome.body : "";
  const { doctor, end } = cliWords();
  const refusal = readRefusal(body);
  if (refusal !== undefined) {
    const why = sayProblem(refusal);
    const says = refusal.problem === "no_pass" ? end.giveLink(why) : why;
    return { step: "door", state: "failed", says, isRefused: true };
  }
  const parsed = v.safeParse(summary, parseJson(body));
  if (!parsed.success) return { step: "door", state: "failed", says: strange(outcome, address.origin) };
  const told = parsed.output;
  if (!hasRoom) return { step: "door", state: "ok", says: doctor.letIn };
  const { room } = address;
  const says = "members" in told ? doctor.open({ room, members: told.members }) : doctor.locked(room);
  return { step: "door", state: "ok", says };
}

/** An answer that is not papo's. */
function strange(outcome: HttpOutcome, origin: string): string {
  if (outcome.type === "failed") return networkTrouble(outcome.error, { origin });
  const { status, body } = outcome;
  if (isPage(outcome)) return cliWords().doctor.webPage({ host: new URL(origin).host, status });
  return answerTrouble({ status, refusal: readRefusal(body) }, { origin });
}

function isPage({ status, contentType }: HttpAnswer): boolean {
  return status < 300 && /^text\/html\b/i.test(contentType ?? "");
}
