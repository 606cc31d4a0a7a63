import { systemClock } from "../../core/clock.ts";
import { outboxBelow } from "../../core/sending/place.ts";
import { Orders } from "../../library/orders.ts";
import { Receipts } from "../../library/receipts.ts";
import { toldProblem } from "../../library/told-problem.ts";
import type { Problem } from "../../library/types/problem.ts";
import { endingOf, endingOfRefusal } from "../end/ending.ts";
import { EXIT, type ExitCode } from "../end/exit-code.ts";
import { LEAVE_WITHIN } from "../end/leave-within.ts";
import { output } from "../end/output.ts";
import { onSignal } from "../end/signals.ts";
import { passed } from "../gateway/passed.ts";
import { enter } from "../net/enter.ts";
import { Self } from "../person/self.ts";
import { readLines } from "../pipe/lines.ts";
import type { Call } from "../shell/call.ts";
import { nickOf, settingsOf } from "../shell/settings.ts";
import { jsonLine } from "../text/json-line.ts";
import { McpServer } from "./mcp-server.ts";
import { ORDER_TOOLS } from "./order-tools.ts";
import { TALK_TOOLS } from "./talk-tools.ts";

/** Milliseconds that what is not stored yet may take once nobody asks for anything more. */
const LAST_WORDS = 5_000;

/** `papo mcp`: a room for an agent, by the Model Context Protocol on standard input and output. */
export async function run(call: Call): Promise<ExitCode> {
  const settings = settingsOf(call);
  const self = new Self(settings, nickOf(settings));
  const { chat } = enter(settings, { self, bot: true });
  const receipts = new Receipts(chat);
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const complain = (sentence: string) => void process.stderr.write(`papo: ${sentence}\n`);

  /** Why nothing can be done in the room; undefined while that may still change. */
  let trouble: Problem | undefined;
  let isLeaving = false;
  const ready = new Promise<void>((resolve) => {
    chat.subscribe((event) => {
      receipts.follow(event);
      const notice = self.follow(event, chat.room);
      if (notice !== undefined) complain(notice);
      if (event.type === "caught_up") resolve();
      if (event.type !== "state") return;
      const { state } = event;
      if (state.state === "refused") {
        trouble = toldProblem(state.problem);
        complain(endingOfRefusal(state.problem, settings.keyWithheld).message ?? "");
      }
      if (state.state === "stopped") {
        const { message = "" } = endingOf(state, { told: false });
        trouble = state.problem ? toldProblem(state.problem) : { code: "left", message };
        if (!isLeaving) complain(message);
      }
      if (trouble !== undefined) {
        receipts.end(trouble);
        end();
      }
      // Offline, a tool says so by itself.
      if (state.state === "refused" || state.state === "stopped" || state.state === "waiting") resolve();
    });
  });
  const server = new McpServer({
    tools: call.values.moderate === true ? [...TALK_TOOLS, ...ORDER_TOOLS] : TALK_TOOLS,
    room: {
      chat,
      receipts,
      orders: new Orders({ chat, clock: systemClock, ended: over }),
      clock: systemClock,
    },
    ready: () => ready.then(() => trouble),
    send: (message) => output.write(jsonLine(message)),
  });

  chat.start();
  const ended = new Promise<ExitCode>((resolve) => {
    onSignal(resolve);
    output.onLost(({ exitCode }) => resolve(exitCode));
  });
  const feed = async (): Promise<ExitCode> => {
    for await (const line of readLines(process.stdin)) {
      // What cannot be read is answered as what it is: no JSON.
      void server.take("text" in line ? line.text : "?");
    }
    // What was said just before is still to be stored.
    const done = server.finish().then(() => outboxBelow(chat, 0));
    await Promise.race([done, passed(systemClock, LAST_WORDS)]);
    return EXIT.fine;
  };
  const exitCode = await Promise.race([feed(), ended]);
  server.close();
  isLeaving = true;
  await chat.leave(LEAVE_WITHIN);
  return exitCode;
}
