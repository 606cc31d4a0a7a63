import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { PushErrand } from "./load/push-service.ts";
import { middleRuns, tableOf } from "./middle-run.ts";
import { papoWith } from "./peers/papo.ts";
import type { Peer } from "./peers/peer.ts";

/**
 * What pushes do to the talk of their room: the same lively room with nobody who is to be told while away, with 500
 * people who have gone and are told of everything, and with a push service that hangs. And how long it takes until a
 * closed page is told.
 */

const SERVICE = fileURLToPath(new URL("load/push-service.ts", import.meta.url));
const SUBSCRIBERS = 500;
const CALLED = 100;
/** The talk may take as many times as long for one of a hundred messages. */
const GOAL = 1.5;
/** Milliseconds within which a closed page is told of what calls. */
const SOON = 1_000;

type Errand = PushErrand extends infer Each ? (Each extends PushErrand ? Omit<Each, "port"> : never) : never;

/** A push service that runs beside papo. */
class Service {
  readonly peer: Peer;
  readonly #child: ChildProcess;
  #port = 0;

  private constructor(child: ChildProcess, host: string, people: number) {
    this.#child = child;
    const papo = papoWith({ PUSH_HOSTS: host });
    this.peer = {
      ...papo,
      start: async () => {
        const server = await papo.start();
        this.#port = server.port;
        if (people > 0) await this.run({ errand: "go", room: "room0", people, for: "all" });
        return server;
      },
    };
  }

  /** `people`: how many have gone from the room before the others come. */
  static async start(people: number, manner: "answers" | "hangs" = "answers"): Promise<Service> {
    const child = fork(SERVICE, [manner]);
    process.once("exit", () => child.kill("SIGKILL"));
    const [host] = await once(child, "message");
    return new Service(child, String(host), people);
  }

  async run(errand: Errand): Promise<number[]> {
    const done = once(this.#child, "message");
    this.#child.send({ ...errand, port: this.#port });
    const [times] = await done;
    return times;
  }

  stop(): void {
    this.#child.kill("SIGKILL");
  }
}

const idle = await Service.start(0);
const services: [string, Service][] = [
  ["nobody is to be told", idle],
  [`${SUBSCRIBERS} who are gone are told of everything`, await Service.start(SUBSCRIBERS)],
];
const runs = await middleRuns(services.map(([, { peer }]) => peer));
console.log(
  tableOf(
    runs.map((run, index) => [services[index]?.[0] ?? "", run] as const),
    GOAL,
  ),
);

const server = await idle.peer.start();
try {
  await idle.run({ errand: "go", room: "quiet", people: CALLED, for: "calls" });
  const times = await idle.run({ errand: "call", room: "quiet", people: CALLED });
  const [p50 = 0, p99 = 0] = [0.5, 0.99].map((part) => times.toSorted((a, b) => a - b)[part * CALLED]);
  console.log(
    `\nFrom a post that calls somebody to the push service: ${p50.toFixed(0)} ms, 99th percentile ${p99.toFixed(0)} ms ` +
      `(goal: ${SOON} ms, ${p99 <= SOON ? "met" : "**not met**"})`,
  );
  await idle.run({ errand: "go", room: "all", people: SUBSCRIBERS, for: "all" });
  const [first = 0, last = 0] = await idle.run({ errand: "tell", room: "all", people: SUBSCRIBERS });
  console.log(
    `To the first of ${SUBSCRIBERS} that one message is for: ${first.toFixed(0)} ms, to the last: ${last.toFixed(0)} ms`,
  );
} finally {
  await server.stop();
  for (const [, service] of services) service.stop();
}
