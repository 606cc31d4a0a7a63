import { existsSync } from "node:fs";
import type { RequestListener } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { version } from "../../../package.json";
import { startHttpProxy } from "./support/http-proxy.ts";
import { homeOf, runPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";
import { deserted, mumblingServer, strangeServer } from "./support/strangers.ts";
import { startTlsFront } from "./support/tls-front.ts";

const ADMIN = "a".repeat(24);

let server: TestServer;
let port: number;
beforeAll(async () => {
  server = await startServer({ DOOR: "invited", PASS_SECRET: "s".repeat(32), ADMIN_TOKEN: ADMIN });
  port = Number(new URL(server.room("lobby")).port);
});
afterAll(() => server.kill());

/** What is said of each step: `name: ok`, and why one has failed. */
async function examine(url: string, env = homeOf()): Promise<{ code: number | null; steps: string[] }> {
  const { code, stdout, stderr } = await runPapo(["doctor", url, "--json"], { env });
  expect(stderr).not.toMatch(/unexpected/);
  const steps = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .map(({ step, state, says }) => (state === "failed" ? `${step}: ${says}` : `${step}: ${state}`));
  expect(existsSync(`${env.XDG_STATE_HOME}`)).toBe(false);
  return { code, steps };
}

const WAY = ["proxy: ok", "name: ok", "connection: ok"];
const HEALTHY = ["http: ok", "versions: ok", "clock: ok"];

test.concurrent("all the way to a room, and past a door that is shut", async () => {
  const { hostname } = new URL(server.room("x"));
  const owner = homeOf({ PAPO_ADMIN_TOKEN: ADMIN, PAPO_SECRETS_FOR: `${hostname}:${port}` });
  const link = (await runPapo(["invite", server.room("lobby")], { env: owner })).stdout.trim();
  expect(await examine(server.room("lobby"), homeOf({ PAPO_LINK: link }))).toEqual({
    code: 0,
    steps: [...WAY, "tls: skipped", ...HEALTHY, "door: ok", "webSocket: ok"],
  });
  for (const url of [server.room("lobby"), new URL(server.room("x")).origin]) {
    const { code, steps } = await examine(url);
    expect({ code, steps: steps.slice(0, 7) }).toEqual({
      code: 3,
      steps: [...WAY, "tls: skipped", ...HEALTHY],
    });
    expect(steps.slice(7)).toEqual([expect.stringMatching(/^door: .*PAPO_LINK/), "webSocket: skipped"]);
  }
  const shown = await runPapo(["doctor", link]);
  expect(shown.stderr).toContain("Others on this machine");
  expect(shown.stdout).toMatch(/^door +ok {6}You are let into lobby, where 0 people are\.$/m);
  expect(shown.stdout).not.toContain("p1.");
});

test.concurrent("by TLS through a proxy, and not past a certificate that nobody knows", async () => {
  const front = await startTlsFront("chat.test", port);
  const { host } = await startHttpProxy({ ways: { "chat.test:443": front.port }, password: "ana:hunter2" });
  const env = homeOf({ HTTPS_PROXY: `http://ana:hunter2@${host}`, NODE_EXTRA_CA_CERTS: front.certificate });
  const { steps } = await examine("https://chat.test", env);
  expect(steps.slice(0, 8)).toEqual([...WAY, "tunnel: ok", "tls: ok", ...HEALTHY]);
  const stranger = await runPapo(["doctor", "https://chat.test"], {
    env: { ...env, NODE_EXTRA_CA_CERTS: undefined },
  });
  expect(stranger.code).toBe(1);
  expect(stranger.stdout).toMatch(/TLS +FAILED .*NODE_EXTRA_CA_CERTS.*chat\.test has signed it, from 20/);
  expect(stranger.stdout).not.toContain("hunter2");
  const other = homeOf({ HTTPS_PROXY: `http://ana:hunter3@${host}` });
  const wrong = await examine("https://chat.test", other);
  expect(wrong.code).toBe(1);
  expect(wrong.steps.at(-1)).toMatch(/^tunnel: .*does not take the name and the password/);
  expect(wrong.steps.join()).not.toContain("hunter3");
});

/** papo, as far as plain HTTP goes; `strangeServer` lets no upgrade through. */
const papoBehind =
  ({ date = new Date(), ...answer }: { date?: Date; health?: unknown; room?: unknown }): RequestListener =>
  (request, response) => {
    const isHealth = request.url === "/api/health";
    const { health = { ok: true, version }, room = { room: "lobby", locked: true } } = answer;
    response.writeHead(200, { "Content-Type": "application/json", Date: date.toUTCString() });
    response.end(JSON.stringify(isHealth ? health : room));
  };
const HOUR = 3_600_000;

test.concurrent.each<{ name: string; listener: RequestListener; fails: RegExp[] }>([
  {
    name: "a page that wants one to sign in",
    listener: (_, response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<h1>Hotel</h1>"),
    fails: [/^http: A web page answers \(HTTP 200\).*sign in first/],
  },
  {
    name: "a page elsewhere",
    listener: (_, response) => response.writeHead(302, { Location: "http://hotel.test" }).end(),
    fails: [/^http: .*sends its visitors elsewhere/],
  },
  {
    name: "no papo",
    listener: papoBehind({ health: { ok: "yes" } }),
    fails: [/^http: .*is no papo server/],
  },
  {
    name: "no WebSockets",
    listener: papoBehind({}),
    fails: [/^webSocket: .*no WebSocket\. Whoever runs the proxy/],
  },
  {
    name: "a clock behind",
    listener: papoBehind({ date: new Date(Date.now() - 3.5 * HOUR) }),
    fails: [/^clock: The clock of this machine is 3h ahead of the server's/, /^webSocket/],
  },
  {
    name: "a clock ahead",
    listener: papoBehind({ date: new Date(Date.now() + 49.5 * HOUR) }),
    fails: [/^clock: The clock of this machine is 2d behind the server's/, /^webSocket/],
  },
])("what stands between: $name", async ({ listener, fails }) => {
  const { code, steps } = await examine(`http://${await strangeServer(listener)}/lobby`);
  expect(code).toBe(1);
  expect(steps.filter((step) => !/: (?:ok|skipped)$/.test(step))).toEqual(
    fails.map((each) => expect.stringMatching(each)),
  );
});

test.concurrent("where there is no way at all", async () => {
  const deaf = await examine(`http://${await deserted()}/lobby`);
  expect(deaf).toEqual({
    code: 1,
    steps: [...WAY.slice(0, 2), expect.stringMatching(/^connection: Nobody/)],
  });
  const unknown = await examine("https://nowhere.invalid/lobby");
  expect(unknown.steps.at(-1)).toMatch(/^name: .*nowhere\.invalid/);
  const mail = await mumblingServer();
  expect((await examine(`http://${mail}`)).steps.at(-1)).toMatch(/^http: .*does not speak HTTP/);
  expect((await examine(`https://${mail}`)).steps.at(-1)).toMatch(/^tls: .*does not speak TLS/);
});
