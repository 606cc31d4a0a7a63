import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { joinPapo, runPapo, spawnPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.kill());

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

interface Gateway {
  readonly port: number;
  readonly process: ReturnType<typeof spawnPapo>;
  /** What it tells, as far as it has. */
  readonly log: string[];
}

async function openGateway(room: string): Promise<Gateway> {
  const child = spawnPapo(["lines", server.room(room), "--listen", "0", "--json"]);
  const log: string[] = [];
  const lines = createInterface({ input: child.stdout }).on("line", (line) => log.push(line));
  const [first] = await once(lines, "line");
  return { port: Number(JSON.parse(String(first)).at.split(":").at(-1)), process: child, log };
}

/** A program that knows nothing but a socket: what it reads comes as it came, packet by packet. */
class Program {
  readonly #socket: Socket;
  readonly packets: string[] = [];
  isOver = false;

  constructor(port: number) {
    this.#socket = connect(port, "127.0.0.1");
    sockets.push(this.#socket);
    this.#socket
      .setNoDelay()
      .setEncoding("utf8")
      .on("data", (text: string) => this.packets.push(text))
      .on("close", () => {
        this.isOver = true;
      })
      .on("error", () => {});
  }

  send(text: string | Uint8Array): this {
    this.#socket.write(text);
    return this;
  }

  finish(): void {
    this.#socket.end();
  }

  /** Reads nothing more. */
  pause(): void {
    this.#socket.pause();
  }

  /** Waits until something has come, or it is over. */
  async until(isThere: (all: string) => boolean): Promise<string> {
    while (!isThere(this.packets.join(""))) {
      if (this.isOver) throw new Error(`Only came: ${JSON.stringify(this.packets)}`);
      await Promise.race([once(this.#socket, "data"), once(this.#socket, "close")]);
    }
    return this.packets.join("");
  }

  hears(part: string): Promise<string> {
    return this.until((all) => all.includes(part));
  }

  async over(): Promise<void> {
    if (!this.isOver) await once(this.#socket, "close");
  }
}

test("the client of a first course joins as it is, and talks with a terminal", async () => {
  const { port, process, log } = await openGateway("lines-course");
  const carol = await joinPapo(server.room("lines-course"), "carol");
  const ana = new Program(port).send("an");
  await ana.hears("FALSE");
  // A nickname that is taken, in whatever case.
  ana.send("Carol");
  await ana.until((all) => all === "FALSEFALSE");
  ana.send("ana");
  await ana.hears("TRUE");
  await ana.hears("Welcome to lines-course, ana.");
  expect(ana.packets.join("")).toMatch(/^FALSEFALSETRUEWelcome to /);
  ana.send("olá, mundo");
  await carol.waitFor("ana: olá, mundo");
  carol.type("hello ana\r");
  await ana.hears("carol: hello ana\n");
  // With line feeds, as nc sends them, and all at once.
  const bob = new Program(port).send("bob\none\ntwo\n/me waves\n");
  await ana.hears("bob: one\nbob: two\n* bob waves\n");
  expect(bob.packets.join("")).not.toContain("bob: one");
  bob.finish();
  await ana.hears("bob left\n");
  ana.send("/close");
  await ana.over();
  await carol.waitFor("ana left");
  const dan = new Program(port).send("dan");
  await dan.hears("Welcome");
  process.kill("SIGTERM");
  // By then all is read that it has told.
  expect(await once(process, "close")).toEqual([143, null]);
  const { stdout } = await runPapo(["names", server.room("lines-course")]);
  expect(stdout).toBe("carol (owner)\n");
  const told = log.map((line) => JSON.parse(line));
  // Who goes is told when that is over, which may be behind what others do meanwhile.
  expect(told.map(({ event, nick }) => (nick ? `${event} ${nick}` : event)).toSorted()).toEqual([
    ...["came", "came", "came"],
    ...["gone ana", "gone bob", "gone dan"],
    ...["joined ana", "joined bob", "joined dan"],
    "listening",
  ]);
  expect(JSON.stringify(told)).not.toContain("mundo");
});

test("what is sent while the server is down is said once it is back, and once", async () => {
  const { port } = await openGateway("lines-down");
  const ana = new Program(port).send("ana\n");
  const bob = new Program(port).send("bob\n");
  await Promise.all([ana.hears("Welcome"), bob.hears("Welcome")]);
  await server.kill();
  await ana.hears("connection lost");
  ana.send("meanwhile\n");
  await server.start();
  await bob.hears("ana: meanwhile\n");
  const { stdout } = await runPapo(["history", server.room("lines-down"), "--time", "off"]);
  expect(stdout).toBe("ana: meanwhile\n");
});

test("whatever else comes harms nobody", async () => {
  const { port } = await openGateway("lines-bad");
  const ana = new Program(port).send("ana");
  await ana.hears("Welcome");
  const bad = new Program(port).send("bad");
  await bad.hears("Welcome");
  bad.send("y".repeat(100_000));
  await bad.hears("\n! ");
  bad.send(Buffer.from([0x00, 0xc3, 0x0a, 0xff, 0xfd, 0x01, 0x0d]));
  const http = new Program(port).send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  await http.over();
  expect(http.packets).toEqual([]);
  const silent = new Program(port);
  silent.pause();
  bad.send("still here");
  expect(await ana.hears("bad: still here\n")).not.toContain("yyyy");
});
