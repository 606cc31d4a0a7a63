import type { Connect } from "../../core/connection/connection.ts";
import type { Problem } from "../../core/problem.ts";

/** Asks the server in plain HTTP why it does not let this page into a room; undefined where it does, or nobody says. */
export type AskDoor = (room: string) => Promise<Problem | undefined>;

/** Why nobody is let in at all, whoever they are: that is no question of nicknames. */
export function isShut({ problem }: Problem): boolean {
  return /^(no_pass|no_such_room|closed)$/.test(problem);
}

/** A browser tells nothing of an upgrade that was refused, so `ask` asks in plain HTTP why nothing was opened. */
export function askingWhy(connect: Connect, ask: () => Promise<Problem | undefined>): Connect {
  return (listener) => {
    let opened = false;
    return connect((event) => {
      if (event.type === "open") opened = true;
      if (event.type !== "closed" || opened) listener(event);
      else void ask().then((refusal) => listener(withReason(event, refusal)));
    });
  };
}

function withReason(event: Unopened, refusal: Problem | undefined): Unopened {
  const retryAfter = refusal?.retryAfter;
  return { ...event, ...(refusal && { refusal }), ...(retryAfter !== undefined && { retryAfter }) };
}

type Unopened = Extract<Parameters<Parameters<Connect>[0]>[0], { type: "closed" }>;
