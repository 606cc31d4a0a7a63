import { setTimeout as sleep } from "node:timers/promises";
import { Connection } from "./load/connection.ts";
import { WebSocketFraming } from "./load/websocket-framing.ts";
import { type ServerUsage, serverUsage } from "./measure/server-usage.ts";
import { plainDo } from "./peers/plain-do/index.ts";
import { kibibytes, micros } from "./report/format.ts";

/**
 * What permessage-deflate costs and saves when one frame goes to a thousand sockets. The sockets either
 * offer it, as browsers do, or they don't; the frames are batches of messages as papo sends them.
 */

const SOCKETS = 1000;
const FRAMES = 20;
const PAUSE_MS = 20;
const GIVE_UP_MS = 60_000;
const BATCHES = [1, 10, 60];
/** Members differ, and so do their words. */
const WORDS =
  "the room has one thread and every frame has its price so we send many at once and say why".split(" ");

interface Outcome {
  cpuMicros: number;
  bytes: number;
  memoryEach: number;
}

/** A frame with so many messages, no two alike. */
function batch(messages: number, seed: number): string {
  const events = Array.from({ length: messages }, (_, index) => {
    const n = seed * 1000 + index;
    const text = Array.from(
      { length: 11 },
      (_, word) => WORDS[(n * 7 + word * (3 + (n % 5))) % WORDS.length],
    ).join(" ");
    const uid = (n * 2654435761).toString(36).padStart(12, "u").slice(-12);
    return { type: "message", id: 1000 + n, at: 1_790_000_000_000 + n * 37, nick: `m${n % 997}`, uid, text };
  });
  return JSON.stringify(events);
}

async function measure(extensions: Record<string, string>, messages: number): Promise<Outcome> {
  const server = await plainDo.start();
  try {
    const before = serverUsage(server.pids);
    const { members, heard } = await connect(server.port, extensions);
    const joined = serverUsage(server.pids);
    const received = bytesOf(members);
    heard.count = 0;
    for (let frame = 0; frame < FRAMES; frame++) {
      members[0]?.send(batch(messages, frame));
      await sleep(PAUSE_MS);
    }
    await until(() => heard.count >= SOCKETS * FRAMES);
    const after: ServerUsage = serverUsage(server.pids);
    const outcome = {
      cpuMicros: (after.cpuMicros - joined.cpuMicros) / (SOCKETS * FRAMES),
      bytes: (bytesOf(members) - received) / (SOCKETS * FRAMES),
      memoryEach: (after.residentBytes - before.residentBytes) / SOCKETS,
    };
    for (const member of members) member.end();
    return outcome;
  } finally {
    await server.stop();
  }
}

async function connect(port: number, headers: Record<string, string>) {
  const heard = { count: 0 };
  const onLost = (reason: string) => {
    throw new Error(reason);
  };
  const members = Array.from({ length: SOCKETS }, () => {
    const framing = new WebSocketFraming({ path: "/room", headers });
    return new Connection({ port, framing, onOpen: () => {}, onFrame: () => heard.count++, onLost });
  });
  await until(() => heard.count >= SOCKETS); // each is greeted
  await sleep(500);
  return { members, heard };
}

const bytesOf = (members: Connection[]) => members.reduce((sum, member) => sum + member.received, 0);

async function until(done: () => boolean): Promise<void> {
  for (const end = performance.now() + GIVE_UP_MS; !done(); await sleep(10)) {
    if (performance.now() > end) throw new Error("not all arrived in time");
  }
}

console.log(
  "| messages in the frame | compressed | server CPU per socket | bytes per socket | memory per socket |",
);
console.log("| ---: | --- | ---: | ---: | ---: |");
for (const messages of BATCHES) {
  for (const [name, headers] of [
    ["no", {}],
    ["yes", { "Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits" }],
  ] as const) {
    const { cpuMicros, bytes, memoryEach } = await measure(headers, messages);
    console.log(
      `| ${messages} | ${name} | ${micros(cpuMicros)} | ${Math.round(bytes)} | ${kibibytes(memoryEach)} |`,
    );
  }
}
