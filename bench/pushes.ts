import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { PushErrand } from "./load/push-service.ts";
import { middleRun, ratioRow, rowOf, TABLE_HEAD } from "./middle-run.ts";
import { papoWith } from "./peers/papo.ts";
import type { Peer } from "./peers/peer.ts";

/**
 * What pushes do to the talk of their room: the same lively room, once with nobody who is to be told while away, and
 * once with 500 people who have gone and are told of everything. And how long it takes until a closed page is told.
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
  static async start(people: number): Promise<Service> {
    const child = fork(SERVICE);
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
const busy = await Service.start(SUBSCRIBERS);
console.log(TABLE_HEAD);
const alone = await middleRun(idle.peer);
console.log(rowOf("nobody is to be told", alone));
const beside = await middleRun(busy.peer);
console.log(rowOf(`${SUBSCRIBERS} who are gone are told of everything`, beside));
console.log(ratioRow(alone, beside, GOAL));

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
  idle.stop();
  busy.stop();
}
