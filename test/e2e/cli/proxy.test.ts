import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHttpProxy } from "./support/http-proxy.ts";
import { homeOf, joinPapo, runPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";
import { deserted } from "./support/strangers.ts";
import { startTlsFront } from "./support/tls-front.ts";

// No resolver knows chat.test: whoever reaches it has gone through the proxy.

const ROOM = "chat.test/lobby";
const API = "/api/rooms/lobby";
const PASSWORD = "ana:p@ss/w:rd";
const WRITTEN = "ana:p%40ss%2Fw:rd";

let server: TestServer;
let port: number;
beforeAll(async () => {
  server = await startServer();
  port = Number(new URL(server.room("lobby")).port);
});
afterAll(() => server.kill());

describe.concurrent("through a proxy that wants a password", () => {
  test("plain requests are passed on, and sockets go through a tunnel", async () => {
    const { host, seen } = await startHttpProxy({ ways: { "chat.test:80": port }, password: PASSWORD });
    const env = homeOf({ HTTP_PROXY: `http://${WRITTEN}@${host}` });
    const sent = await runPapo(["send", `http://${ROOM}`, "--nick", "ana", "hello"], { env });
    expect(sent).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(seen.splice(0)).toEqual([`POST http://chat.test${API}/messages`]);

    const lines = await runPapo(["send", `http://${ROOM}`, "--nick", "ana"], { env, input: "one\ntwo\n" });
    expect(lines).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(seen.splice(0)).toEqual(["CONNECT chat.test:80"]);

    const pty = await joinPapo(`http://${ROOM}`, "ana", { env });
    await pty.waitFor(/two/);
  });

  test("TLS goes through a tunnel, for requests and sockets", async () => {
    const url = "https://chat.test/tls";
    const front = await startTlsFront("chat.test", port);
    const proxy = await startHttpProxy({ ways: { "chat.test:443": front.port }, password: PASSWORD });
    const env = homeOf({
      https_proxy: `${WRITTEN}@${proxy.host}`,
      NODE_EXTRA_CA_CERTS: front.certificate,
    });
    const input = "three\nfour\n";
    expect(await runPapo(["send", url, "--nick", "bob"], { env, input })).toMatchObject({
      code: 0,
    });
    const { stdout } = await runPapo(["history", url], { env });
    expect(stdout).toMatch(/three\n.*four/);
    expect(new Set(proxy.seen)).toEqual(new Set(["CONNECT chat.test:443"]));
    const untrusted = await runPapo(["names", url], {
      env: { ...env, NODE_EXTRA_CA_CERTS: undefined },
    });
    expect(untrusted.stderr).toMatch(/certificate of chat\.test.*NODE_EXTRA_CA_CERTS/);
  });

  test("NO_PROXY goes past it", async () => {
    const { host, seen } = await startHttpProxy();
    const env = homeOf({ HTTP_PROXY: host, NO_PROXY: "127.0.0.0/8" });
    const { code } = await runPapo(["names", server.room("lobby")], { env });
    expect({ code, seen }).toEqual({ code: 0, seen: [] });
  });
});

describe.concurrent("a proxy that lets nobody through is told in words", () => {
  const refuse = { "chat.test:80": 1, "chat.test:443": 1 };
  const cases = [
    {
      name: "no password",
      proxy: { password: PASSWORD },
      login: "",
      says: /wants a name and a password \(HTTP 407\)/,
    },
    {
      name: "another",
      proxy: { password: PASSWORD },
      login: "bob:hunter2@",
      says: /does not take the name and the password in/,
    },
    {
      name: "Kerberos",
      proxy: { password: PASSWORD, challenge: "Negotiate" },
      login: "",
      says: /sign in by Negotiate/,
    },
  ];
  const ways = [
    { scheme: "https", args: ["names"] },
    { scheme: "http", args: ["names"] },
    { scheme: "https", args: ["send", "--nick", "ana"] },
    { scheme: "http", args: ["send", "--nick", "ana"] },
  ];
  test.each(cases.flatMap((each) => ways.map((way) => ({ ...each, ...way }))))(
    "$name: $scheme, $args",
    async ({ proxy, login, says, scheme, args }) => {
      const { host } = await startHttpProxy({ ways: refuse, ...proxy });
      const variable = `${scheme.toUpperCase()}_PROXY`;
      const env = homeOf({ [variable]: `http://${login}${host}` });
      const [command = "", ...options] = args;
      const { code, stdout, stderr } = await runPapo([command, `${scheme}://${ROOM}`, ...options], {
        env,
        input: "one\ntwo\n",
      });
      expect({ code: code !== 0, stdout }).toEqual({ code: true, stdout: "" });
      expect(stderr).toMatch(says);
      expect(stderr).toContain(host);
      expect(stderr).not.toContain("hunter2");
    },
  );

  const names = ["names"];
  const send = ["send", "--nick", "ana"];
  const forbids = /lets nobody through to chat\.test \(HTTP 403\).*NO_PROXY/;
  test.each([
    { scheme: "https", args: names, status: 403, says: forbids },
    { scheme: "http", args: names, status: 403, says: forbids },
    { scheme: "http", args: send, status: 403, says: forbids },
    { scheme: "http", args: ["doctor"], status: 403, says: /HTTP +FAILED +The proxy .* \(HTTP 403\)/ },
    { scheme: "https", args: names, status: 502, says: /cannot reach chat\.test \(HTTP 502\)/ },
    {
      scheme: "https",
      args: names,
      status: 404,
      says: /is no proxy that lets connections through \(HTTP 404\)/,
    },
  ])("$scheme, $args: $status", async ({ scheme, args, status, says }) => {
    const { host } = await startHttpProxy({ status, ways: refuse });
    const [command = "", ...options] = args;
    const { code, stdout, stderr } = await runPapo([command, `${scheme}://${ROOM}`, ...options], {
      env: homeOf({ [`${scheme.toUpperCase()}_PROXY`]: host }),
      input: "one\n",
    });
    expect(code).toBe(1);
    expect(stdout + stderr).toMatch(says);
  });

  test("one that is not there", async () => {
    const host = await deserted();
    for (const scheme of ["http", "https"]) {
      const env = homeOf({ ALL_PROXY: `ana:hunter2@${host}` });
      const { code, stderr } = await runPapo(["names", `${scheme}://${ROOM}`], { env });
      expect(code).toBe(1);
      expect(stderr).toContain(`Nobody answers at ${host}.`);
      expect(stderr).toContain("It is the proxy in ALL_PROXY");
      expect(stderr).not.toContain("hunter2");
    }
  });
});
