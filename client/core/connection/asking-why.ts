import type { Problem } from "../problem.ts";
import type { Connect, ConnectionEvent } from "./connection.ts";

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

type Unopened = Extract<ConnectionEvent, { type: "closed" }>;
