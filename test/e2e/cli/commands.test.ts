import { afterAll, beforeAll, expect, test } from "vitest";
import type { Pty } from "../../support/pty.ts";
import { joinPapo, runPapo } from "./support/papo.ts";
import { startServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let ana: Pty;
let bob: Pty;
let url: string;

beforeAll(async () => {
  server = await startServer({ MESSAGE_BURST: "100", MESSAGES_PER_SECOND: "100" });
});
afterAll(() => server.kill());

/** ana, who owns the room, and bob. */
async function meet(room: string): Promise<void> {
  url = server.room(room);
  ana = await joinPapo(url, "ana", { cols: 100, rows: 90 });
  bob = await joinPapo(url, "bob", { cols: 100, rows: 90 });
  await ana.waitFor("→ bob joined");
}

test("/help shows every command that one may use", async () => {
  await meet("help");
  ana.type("/help\r");
  const names =
    "help close nick me msg reply names edit delete kick ban bannet unban allow bans op deop topic lock unlock slow history search ignore link away join part rooms go quiet";
  for (const name of names.split(" ")) await ana.waitFor(new RegExp(`^/${name}\\b`, "m"));
  expect(ana.screen().join("\n")).toMatch(/\/quit, \/exit/);
});

test("an unknown command is never sent, and //x says /x", async () => {
  await meet("unknown");
  ana.type("/nonsense words\r//shrug\r");
  await ana.waitFor("! There is no /nonsense.");
  await bob.waitFor("ana: /shrug");
  expect(bob.log().join("\n")).not.toContain("nonsense");
});

test("/me /msg /reply /edit /delete", async () => {
  await meet("talk");
  ana.type("/me waves\r");
  await bob.waitFor(/\d\d:\d\d \* ana waves$/m);
  ana.type("/msg bob psst\r");
  await bob.waitFor("[private] ana → bob: psst");
  bob.type("/reply ana yes?\r");
  await ana.waitFor("[private] bob → ana (re ana: “psst”): yes?");
  ana.type("helo\r");
  await ana.waitFor("ana: helo");
  ana.type("/edit hello\r");
  await bob.waitFor(/✎ ana changed a message of \d\d:\d\d “helo” to: hello$/m);
  await ana.waitFor("to: hello");
  ana.type("/delete\r");
  await bob.waitFor(/✎ ana deleted a message of \d\d:\d\d “hello”$/m);
  bob.type("rude\r");
  await ana.waitFor("bob: rude");
  ana.type("/delete bob\r");
  await bob.waitFor(/✎ ana deleted bob's message of \d\d:\d\d “rude”$/m);
  bob.type("/msg nobody hi\r");
  await bob.waitFor("! Nobody here is called nobody.");
});

test("/names /nick /topic /slow", async () => {
  await meet("room");
  bob.type("/nick rob\r");
  await ana.waitFor("bob is now rob");
  await bob.waitFor(/^rob@room>/m);
  ana.type("/names\r");
  await ana.waitFor("2 here: ana (owner), rob");
  ana.type("/topic tests and more\r");
  await bob.waitFor("ana set the topic: tests and more");
  bob.type("/topic mine\r");
  await bob.waitFor("! Only the room's mods may do that.");
  ana.type("/slow 5\r");
  await bob.waitFor("ana set slow mode: members wait 5 s between messages");
  ana.type("/slow off\r");
  await bob.waitFor("ana ended slow mode");
});

test("/op /deop /kick /ban /bans /unban", async () => {
  await meet("order");
  ana.type("/op bob\r");
  await bob.waitFor("ana made bob a mod");
  ana.type("/deop bob\r");
  await bob.waitFor("ana made bob a plain member");
  ana.type("/kick bob too loud\r");
  await bob.waitFor("ana sent you out of the room: too loud");
  expect((await bob.exit).code).toBe(3);
  await ana.waitFor("← bob was kicked");
  bob = await joinPapo(url, "bob");
  await ana.waitFor((rows) => rows.filter((row) => row.includes("→ bob joined")).length === 2);
  ana.type("/ban bob\r");
  await ana.waitFor("← bob was banned");
  ana.type("/bans\r");
  await ana.waitFor(/^bob \(.{12}\), by ana$/m);
  ana.type("/unban bob\r");
  await ana.waitFor("ana let bob in again");
});

test("/op, /ban and /unban of somebody who has gone are told, too", async () => {
  await meet("gone");
  bob.type("bye\r/close\r");
  await ana.waitFor("← bob left");
  ana.type("/op bob\r");
  await ana.waitFor("ana made bob a mod");
  ana.type("/ban bob\r");
  await ana.waitFor("bob is banned.");
  ana.type("/unban bob\r");
  await ana.waitFor("ana let bob in again");
});

test("/lock and /unlock, the passphrase out of sight, the draft's history kept", async () => {
  await meet("lock");
  ana.type("said before\r");
  await ana.waitFor("ana: said before");
  ana.type("/lock\r");
  await ana.waitFor("Passphrase for this room:");
  ana.type("opensesame\r");
  await bob.waitFor("ana locked the room");
  ana.type("/unlock\r");
  await bob.waitFor("ana unlocked the room");
  ana.press("up", "up", "up");
  await ana.waitFor(/^ana@lock> said before$/m);
  expect(ana.log().join("\n")).not.toContain("opensesame");
});

test("/history /search", async () => {
  await meet("look");
  const input = Array.from({ length: 60 }, (_, index) => `line ${index + 1}\n`).join("");
  await runPapo(["send", url, "--nick", "robot"], { input });
  const late = await joinPapo(url, "late", { rows: 200 });
  expect(late.screen().join("\n")).not.toContain("robot: line 10\n");
  late.type("/history 5\r");
  await late.waitFor((rows) => rows.some((row) => row.endsWith("robot: line 6")));
  late.type("/history 100\r");
  await late.waitFor((rows) => rows.some((row) => row.endsWith("robot: line 1")));
  late.type("/history\r");
  await late.waitFor("There is nothing older.");
  late.type("/search LINE 42\r");
  await late.waitFor("— found —");
});

test("/ignore hides somebody, for good until it is taken back", async () => {
  await meet("ignore");
  bob.type("/ignore ana\r");
  await bob.waitFor("You ignore ana now, in this room.");
  ana.type("unheard\r/msg bob unheard too\r");
  await ana.waitFor("ana → bob: unheard too");
  // What comes to bob comes in order: behind this, he would have shown them.
  bob.type("so quiet here\r");
  await bob.waitFor("bob: so quiet here");
  bob.type("/ignore ana\r");
  await bob.waitFor("You hear ana again.");
  ana.type("heard\r");
  await bob.waitFor("ana: heard");
  expect(bob.log().join("\n")).not.toContain("unheard");
});
