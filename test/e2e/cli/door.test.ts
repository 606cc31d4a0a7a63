import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { homeOf, openPapo, runPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";

const ADMIN = "a".repeat(24);

let server: TestServer;
/** Whoever owns the server. */
let owner: ReturnType<typeof homeOf>;
let host: string;
beforeAll(async () => {
  server = await startServer({
    ...{ DOOR: "invited", PASS_SECRET: "s".repeat(32), ADMIN_TOKEN: ADMIN, NICK_HOLD_SECONDS: "0" },
  });
  ({ origin: host } = new URL(server.room("lobby")));
  owner = homeOf({ PAPO_ADMIN_TOKEN: ADMIN, PAPO_SECRETS_FOR: host });
});
afterAll(() => server.kill());

async function linkTo(room: string, ...options: string[]): Promise<string> {
  const { stdout, stderr, code } = await runPapo(["invite", server.room(room), ...options], { env: owner });
  expect([code, stderr]).toEqual([0, expect.stringMatching(new RegExp(`into ${room}, until 20`))]);
  return stdout.trim();
}

const passIn = (link: string) => link.replace(/^.*#pass=/, "");

describe.concurrent("nobody is let in without an invitation", () => {
  test.for([
    ["names"],
    ["history", "--json"],
    ["tail", "--nick", "ear"],
    ["send", "--nick", "ana", "hi"],
    ["join", "--nick", "ana"],
    ["join", "--nick", "ana", "--json"],
  ])("in a pipe: papo %s ends with 3, and says what to do", async ([command = "", ...rest]) => {
    const { code, stdout, stderr } = await runPapo([command, server.room("shut"), ...rest]);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/Ask for an invitation link\. Set PAPO_LINK to the link/);
  });

  test("a link in PAPO_LINK is the address too, and goes to no other room", async () => {
    const link = await linkTo("script", "--make");
    const env = homeOf({ PAPO_LINK: link });
    expect(await runPapo(["send", "--nick", "robot", "green"], { env })).toMatchObject({
      code: 0,
      stderr: "",
    });
    const history = await runPapo(["history", server.room("script"), "--json"], { env });
    expect(JSON.parse(history.stdout)).toMatchObject({ nick: "robot", text: "green" });
    expect(await runPapo(["names", server.room("shut")], { env })).toMatchObject({ code: 3 });
  });

  test("a link as an argument is taken with a word about arguments, and kept", async () => {
    const env = homeOf();
    const link = await linkTo("kept");
    const first = await runPapo(["history", link], { env });
    expect(first.code).toBe(0);
    expect(first.stderr).toMatch(/^papo: Others on this machine can read the arguments.*\n/);
    expect(first.stdout + first.stderr).not.toContain(passIn(link));
    expect(await runPapo(["history", server.room("kept")], { env })).toMatchObject({ code: 0 });
    expect(await runPapo(["history", server.room("shut")], { env })).toMatchObject({ code: 3 });
  });

  test.for([
    ["one for one person, taken up by another", ["--one"], /somebody else has taken it up/],
    ["one of another server", [], /damaged, or was not made by this server/],
  ] as const)("%s: 3, in a sentence", async ([what, options, said]) => {
    const link = await linkTo("taken", ...options);
    const given = what.includes("server") ? `${link.slice(0, -4)}AAAA` : link;
    if (given === link) await runPapo(["send", link, "--nick", "ana", "mine"], { env: homeOf() });
    const { code, stderr } = await runPapo(["send", "--nick", "bob", "hi"], {
      env: homeOf({ PAPO_LINK: given }),
    });
    expect(code).toBe(3);
    expect(stderr).toMatch(said);
    expect(stderr).not.toContain(passIn(given));
  });
});

test.concurrent("a redirect is not followed, and hears no pass", async () => {
  const link = await linkTo("moved");
  const seen: string[] = [];
  const thief = createServer((request, response) => {
    seen.push(JSON.stringify(request.headers) + request.url);
    response.end();
  });
  const away = createServer((_request, response) => {
    response.writeHead(302, { Location: `http://127.0.0.1:${portOf(thief)}/api/rooms/moved` }).end();
  });
  for (const each of [thief, away]) await new Promise<void>((done) => each.listen(0, "127.0.0.1", done));
  const moved = `http://127.0.0.1:${portOf(away)}/moved#pass=${passIn(link)}`;
  for (const args of [["names"], ["send", "--nick", "ana", "hi"], ["tail", "--nick", "ana"]]) {
    const { code, stderr } = await runPapo(args, { env: homeOf({ PAPO_LINK: moved }) });
    expect([code, stderr]).toEqual([1, expect.stringMatching(/sends its visitors elsewhere/)]);
  }
  expect(seen).toEqual([]);
  for (const each of [thief, away]) each.close();
});

function portOf(listening: ReturnType<typeof createServer>): number {
  const address = listening.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

describe.concurrent("at a terminal", () => {
  test("papo alone asks for the link, unseen, and joins", async () => {
    const link = await linkTo("alone");
    const env = homeOf();
    const ana = openPapo(["--nick", "ana"], { env });
    await ana.waitFor("Invitation or address (unseen):");
    ana.type(`${passIn(link)}\r`);
    await ana.waitFor("That invitation is not whole.");
    ana.type(`${link}\r`);
    await ana.waitFor(/^ana@alone>$/m);
    expect(ana.log().join("")).not.toContain("pass=");
    ana.type("/close\r");
    expect((await ana.exit).code).toBe(0);
    // It is kept.
    expect(await runPapo(["names", server.room("alone")], { env })).toMatchObject({ code: 0 });
  });

  test("where an invitation is for all rooms, the room is asked for", async () => {
    const { stdout } = await runPapo(["invite", host], { env: owner });
    const ana = openPapo(["--nick", "ana"], { env: homeOf() });
    await ana.waitFor(/unseen/);
    ana.type(`${stdout.trim()}\r`);
    await ana.waitFor(/^Room:$/m);
    ana.type("no room\r");
    await ana.waitFor("A room's name has 1 to 32 of a-z");
    ana.press("ctrl-u");
    ana.type("any\r");
    await ana.waitFor(/^ana@any>$/m);
  });

  test("a room that wants an invitation asks for one, until it fits", async () => {
    const [link, other] = [await linkTo("asks"), await linkTo("elsewhere")];
    const ana = openPapo([server.room("asks"), "--nick", "ana"], { env: homeOf() });
    await ana.waitFor(/^Invitation link \(unseen\):$/m);
    ana.type(`${other}\r`);
    await ana.waitFor("That invitation is for elsewhere, and not for asks.");
    ana.type(`https://other.example/asks#pass=${passIn(link)}\r`);
    await ana.waitFor("That invitation is for other.example");
    ana.type(`${passIn(link)}\r`);
    await ana.waitFor(/^ana@asks>$/m);
  });

  test.for([["names"], ["tail", "--nick", "ear"]])(
    "papo %s asks, too; Ctrl-C ends with 3",
    async ([command = "", ...rest]) => {
      const ana = openPapo([command, server.room("asks"), ...rest], { env: homeOf() });
      await ana.waitFor(/^Invitation link \(unseen\):$/m);
      ana.press("ctrl-c");
      expect((await ana.exit).code).toBe(3);
    },
  );
});

// One of them shuts the door for all.
describe("the owner's console", () => {
  test("a room is seen, and erased once its name is typed; who was there is told, and stays away", async () => {
    const link = await linkTo("gone", "--make");
    const ana = openPapo([link, "--nick", "ana"], { env: homeOf() });
    await ana.waitFor(/^ana@gone>$/m);
    ana.type("hello\r");
    await ana.waitFor("ana: hello");
    const room = await runPapo(["admin", host, "room", "gone", "--json"], { env: owner });
    expect(JSON.parse(room.stdout)).toMatchObject({ room: "gone", summary: { members: 1, cursor: 1 } });
    expect(await runPapo(["admin", host, "erase", "gone"], { env: owner })).toMatchObject({ code: 2 });
    const console = openPapo(["admin", host, "erase", "gone"], { env: owner });
    await console.waitFor("Type the room's name to erase it:");
    console.type("gnoe\r");
    expect((await console.exit).code).toBe(1);
    const again = openPapo(["admin", host, "erase", "gone"], { env: owner });
    await again.waitFor("Type the room's name to erase it:");
    again.type("gone\r");
    expect((await again.exit).code).toBe(0);
    expect((await ana.exit).code).toBe(3);
    expect(ana.log().join("\n")).toContain("its server's owner has erased it");
    expect(await runPapo(["admin", host, "room", "gone"], { env: owner })).toMatchObject({ code: 3 });
  });

  test("the admin token is asked for, unseen, where there is none", async () => {
    const console = openPapo(["admin", host, "rooms"], { env: homeOf() });
    await console.waitFor(/^Admin token \(unseen\):$/m);
    console.type(`${ADMIN}\r`);
    expect((await console.exit).code).toBe(0);
    expect(console.log().join("")).not.toContain(ADMIN);
  });

  test("another token is refused", async () => {
    const env = homeOf({ PAPO_ADMIN_TOKEN: "b".repeat(24), PAPO_SECRETS_FOR: host });
    for (const order of [["rooms"], ["door", "open"], ["erase", "lobby", "--yes"], ["invite"]]) {
      const { code, stdout, stderr } = await runPapo(["admin", host, ...order], { env });
      expect([code, stdout]).toEqual([3, ""]);
      expect(stderr).toMatch(/admin token/);
    }
  });

  test("a closed door tells everybody, and is put back", async () => {
    const env = homeOf({ PAPO_LINK: await linkTo("open") });
    expect(await runPapo(["admin", host, "door", "closed"], { env: owner })).toMatchObject({ code: 0 });
    for (const args of [["names"], ["send", "--nick", "ana", "hi"], ["tail", "--nick", "ana"]]) {
      expect(await runPapo(args, { env })).toMatchObject({
        code: 3,
        stderr: "papo: This server is closed for now.\n",
      });
    }
    const back = await runPapo(["admin", host, "door", "invited", "--json"], { env: owner });
    expect(back.stdout).toBe('{"door":"invited"}\n');
    expect(await runPapo(["names"], { env })).toMatchObject({ code: 0 });
  });
});
