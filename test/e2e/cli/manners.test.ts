import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { version } from "../../../package.json";
import { homeOf, joinPapo, openPapo, runPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";
import { deserted, mumblingServer, strangeServer } from "./support/strangers.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ MAX_MEMBERS: "2" });
});
afterAll(() => server.kill());

describe.concurrent("help", () => {
  test("--version", async () => {
    expect(await runPapo(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  test.each([[["--help"]], [["help"]], [["-h"]]])("%j tells the subcommands", async (args) => {
    const { code, stdout } = await runPapo(args);
    expect(code).toBe(0);
    for (const name of ["join", "send", "tail", "history", "names"]) expect(stdout).toContain(`papo ${name}`);
  });

  test.each(["join", "send", "tail", "history", "names"])("papo %s --help has examples", async (name) => {
    const { code, stdout } = await runPapo([name, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Examples:\n {2}papo/);
    expect((await runPapo(["help", name])).stdout).toBe(stdout);
  });
});

describe.concurrent("where nobody can be asked", () => {
  const room = () => server.room("unasked");
  test.each([
    { name: "no address", args: () => [], code: 2, says: "Which room?" },
    { name: "no nickname", args: () => [room()], code: 2, says: "--nick" },
    { name: "no nickname, in JSON", args: () => ["join", room(), "--json"], code: 2, says: "--nick" },
    { name: "no nickname to send", args: () => ["send", room(), "hi"], code: 2, says: "--nick" },
    { name: "no nickname to follow", args: () => ["tail", room()], code: 2, says: "--nick" },
    { name: "a bad nickname", args: () => [room(), "--nick", "a b"], code: 3, says: "A nickname has" },
    {
      name: "a bad nickname to send",
      args: () => ["send", room(), "--nick", "a b", "x"],
      code: 3,
      says: "A nickname",
    },
    { name: "an unknown option", args: () => [room(), "--nik", "ana"], code: 2, says: "--nik" },
    { name: "too many arguments", args: () => ["names", room(), "x"], code: 2, says: '"x"' },
    {
      name: "a bad --since",
      args: () => ["tail", room(), "--nick", "ana", "--since", "x"],
      code: 2,
      says: "--since x",
    },
    { name: "a bad --limit", args: () => ["history", room(), "--limit", "x"], code: 2, says: "--limit x" },
    { name: "a bad --time", args: () => ["history", room(), "--time", "x"], code: 2, says: "--time" },
    { name: "a bad profile", args: () => ["names", room(), "--profile", "../x"], code: 2, says: "profile" },
    { name: "no room", args: () => ["names", new URL(room()).origin], code: 2, says: "Which room?" },
    { name: "another scheme", args: () => ["names", "ftp://host/room"], code: 2, says: "https://" },
    {
      name: "no key file",
      args: () => ["names", room(), "--key-file", "/nowhere"],
      code: 4,
      says: "/nowhere",
    },
  ])("$name: exit $code", async ({ args, code, says }) => {
    const result = await runPapo(args());
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toContain(says);
    expect(result.stderr).not.toMatch(/^\s+at /m);
  });
});

describe.concurrent("a server that cannot be talked to is told in a sentence", () => {
  const page = strangeServer((_request, response) => response.end("<h1>It works!</h1>"));
  test.each([
    { name: "no such host", host: () => "no-such-host.invalid", says: /no host called|Cannot look up/ },
    { name: "nobody listens", host: deserted, says: /Nobody answers at/ },
    { name: "no HTTP", host: mumblingServer, says: /does not speak HTTP|hung up/ },
    { name: "no papo", host: () => page, says: /is no papo server/ },
    {
      name: "no TLS",
      scheme: "https",
      host: () => new URL(server.room("x")).host,
      says: /does not speak TLS/,
    },
  ])("$name", async ({ host, says, scheme = "http" }) => {
    const url = `${scheme}://${await host()}/lobby`;
    for (const args of [
      ["names", url],
      [url, "--nick", "ana"],
      ["send", url, "--nick", "ana", "hi"],
    ]) {
      const result = await runPapo(args);
      expect(result).toMatchObject({ code: 1, stdout: "" });
      expect(result.stderr).toMatch(says);
      // Where a post may have come in, it is tried again, and that is said once.
      const lines = result.stderr.trim().split("\n");
      expect(lines.filter((line) => !line.endsWith("; papo tries again."))).toHaveLength(1);
      expect(lines.length).toBeLessThanOrEqual(2);
    }
  });

  test("another version", async () => {
    const { code, stderr } = await runPapo([`http://${await page}/old`, "--nick", "ana"]);
    expect(code).toBe(1);
    expect(stderr).toContain("speaks another version of papo");
  });
});

describe.concurrent("a room that lets nobody in", () => {
  test("locked: 4 without its passphrase, which comes from PAPO_KEY or a file", async () => {
    const url = server.room("locked");
    const owner = await joinPapo(url, "ana");
    owner.type("/lock\r");
    await owner.waitFor("Passphrase for this room:");
    owner.type("open sesame\r");
    await owner.waitFor("locked the room");
    expect(owner.log().join("\n")).not.toContain("open sesame");

    for (const args of [
      ["names", url],
      [url, "--nick", "bob"],
      ["send", url, "--nick", "bob", "hi"],
    ]) {
      const { code, stderr } = await runPapo(args);
      expect(code).toBe(4);
      expect(stderr).toContain("PAPO_KEY");
    }
    const own = { PAPO_SECRETS_FOR: new URL(url).host };
    const wrong = await runPapo([url, "--nick", "bob"], { env: homeOf({ PAPO_KEY: "wrong", ...own }) });
    expect(wrong.code).toBe(4);
    const right = await runPapo(["names", url], { env: homeOf({ PAPO_KEY: "open sesame", ...own }) });
    expect(right).toMatchObject({ code: 0, stdout: "ana (owner)\n" });
    const env = homeOf();
    const file = `${env.XDG_CONFIG_HOME}/papo/key`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "open sesame\n");
    expect((await runPapo(["names", url, "--key-file", file], { env })).code).toBe(0);

    const guest = openPapo([url, "--nick", "bob"]);
    await guest.waitFor("Passphrase:");
    guest.type("wrong\r");
    await guest.waitFor("That is not this room's passphrase.");
    guest.type("open sesame\r");
    await guest.waitFor("bob@locked>");
    expect(guest.log().join("\n")).not.toContain("sesame");
  });

  test("banned: 3", async () => {
    const url = server.room("banned");
    const owner = await joinPapo(url, "ana");
    const env = homeOf();
    const guest = await joinPapo(url, "bob", { env });
    await owner.waitFor("bob joined");
    owner.type("/ban bob enough\r");
    await guest.waitFor("ana sent you out of the room: enough");
    expect((await guest.exit).code).toBe(3);
    const { code, stderr } = await runPapo([url, "--nick", "bob"], { env });
    expect(code).toBe(3);
    expect(stderr).toContain("banned");
  });

  test("full: 3", async () => {
    const url = server.room("full");
    await joinPapo(url, "ana");
    await joinPapo(url, "bob");
    const { code, stderr } = await runPapo([url, "--nick", "cyn"]);
    expect(code).toBe(3);
    expect(stderr).toContain("full");
  });
});

describe.concurrent("files", () => {
  test("the config file joins by itself, and an option counts before a variable before the file", async () => {
    const env = homeOf();
    writeConfig(env, { url: server.room("config"), nick: "file", time: "hms" });
    const file = openPapo([], { env });
    await file.waitFor("file@config>");
    await file.waitFor(/^\d\d:\d\d:\d\d You are file/m);
    const variable = openPapo([], { env: { ...env, PAPO_NICK: "var", PAPO_URL: server.room("other") } });
    await variable.waitFor("var@other>");
    const option = openPapo([server.room("third"), "--nick", "opt"], { env: { ...env, PAPO_NICK: "var" } });
    await option.waitFor("opt@third>");
  });

  test("a mistake in the config file is told with its field", async () => {
    const env = homeOf();
    writeConfig(env, { time: "noon", nik: "ana" });
    const { code, stderr } = await runPapo(["names", server.room("config")], { env });
    expect(code).toBe(2);
    expect(stderr).toContain('"time" must be one of off, hm, hms, iso');
    expect(stderr).toContain('"nik" is unknown');
  });

  test("who one is is kept for oneself alone, and two terminals under one nickname are one person", async () => {
    const url = server.room("twice");
    const env = homeOf();
    const first = await joinPapo(url, "ana", { env });
    const beside = openPapo([url, "--nick", "ANA"], { env });
    await beside.waitFor("ana@twice>");
    beside.type("from the second\r");
    await first.waitFor("ana: from the second");
    beside.type("/names\r");
    await beside.waitFor("1 here: ana (owner)");

    const file = identityFile(env, url);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
      people: [{ nick: "ana", token: expect.stringMatching(/^[\w-]{22,}$/) }],
    });
  });

  test("a damaged identity is told, and never replaced", async () => {
    const url = server.room("damaged");
    const env = homeOf();
    await runPapo(["send", url, "--nick", "ana", "hi"], { env });
    const file = identityFile(env, url);
    writeFileSync(file, "{");
    const { code, stderr } = await runPapo(["send", url, "--nick", "ana", "hi"], { env });
    expect(code).toBe(1);
    expect(stderr).toContain(`${file} is damaged`);
    expect(readFileSync(file, "utf8")).toBe("{");
  });

  test("/link makes one person of two machines", async () => {
    const url = server.room("link");
    const first = await joinPapo(url, "ana");
    first.type("/link\r");
    await first.waitFor(/^Code: [\w-]+$/m);
    const code = /^Code: ([\w-]+)$/m.exec(first.screen().join("\n"))?.[1] ?? "";
    first.press("enter");
    await first.waitFor((rows) => rows.join("\n").includes("ana@link>") && !rows.join("\n").includes(code));
    expect(first.log().join("\n")).not.toContain(code);

    const env = homeOf();
    const second = await joinPapo(url, "bob", { env });
    second.type("/link enter\r");
    await second.waitFor("Code that /link shows");
    second.type(`${code}\r`);
    await second.waitFor(/^ana@link>/m);
    second.type("it is me\r");
    await first.waitFor("ana: it is me");
    second.type("/close\r");
    await second.exit;
    const again = await joinPapo(url, "ana", { env });
    again.type("still me\r");
    await first.waitFor("ana: still me");
  });
});

type Home = ReturnType<typeof homeOf>;

function writeConfig(env: Home, config: object): void {
  const folder = `${env.XDG_CONFIG_HOME}/papo`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/config.json`, JSON.stringify(config));
}

function identityFile(env: Home, url: string): string {
  const { origin, pathname } = new URL(url);
  return `${env.XDG_STATE_HOME}/papo/default/${encodeURIComponent(origin)}${pathname}/identity.json`;
}
