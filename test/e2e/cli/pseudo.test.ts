import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { CONFIG_KEYS } from "../../../client/cli/shell/config.ts";
import { SUBCOMMANDS } from "../../../client/cli/shell/subcommands.ts";
import { freePort } from "../../support/free-port.ts";
import { unmarked } from "../../support/pseudo/pseudo.ts";
import { pseudoClient } from "../../support/pseudo/pseudo-build.ts";
import type { Pty, ScreenCondition } from "../../support/pty.ts";
import { homeOf, NODE, openTerminal } from "./support/papo.ts";
import { relayTo } from "./support/relay.ts";
import { startServer, type TestServer } from "./support/server.ts";
import { temporaryFolder } from "./support/temporary.ts";

const COLUMNS = 60;
const ADMIN = "a".repeat(24);
const NOWHERE = "http://127.0.0.1:1/x";

let server: TestServer;
let client: string;
beforeAll(async () => {
  client = await pseudoClient(temporaryFolder());
  server = await startServer({
    NICK_HOLD_SECONDS: "0",
    MESSAGE_BURST: "1000000",
    MESSAGES_PER_SECOND: "1000000",
    PASS_SECRET: "s".repeat(32),
    ADMIN_TOKEN: ADMIN,
  });
  return () => server.kill();
});

/** To be copied, so it is left to the terminal to wrap it. */
const COPIED = new Set(SUBCOMMANDS.flatMap(({ examples }) => examples));
const ADDRESS = /^https?:\/\//;
/** What is being typed, behind what tells where. */
const DRAFT = /^((?:\[.*\] |⟦.*⟧ ?)?\w+@[\w-]+>) .*$/;
/** What stands in no catalogue, by why. */
const ALLOWED = {
  "people and rooms": /^\W*(ana|bob|eve|r-[a-z]+)\W*$|@/,
  "what they say": /^said-\S+$/,
  addresses: ADDRESS,
  times: /^(\^C)?\d{4}-\d\d-\d\dT[\d:.]+Z$/,
  "commands, options, variables, paths": /^(papo:?|\/\w+|--?[a-z-]+,?|[A-Z_]+,?|\$[\w/.]+|\/\S+)$/,
  "subcommands and keys": new RegExp(
    `^(${[...SUBCOMMANDS.map(({ name }) => name), ...CONFIG_KEYS, "help", "keys"].join("|")}):?$`,
  ),
};

/** The client in the pseudo-language, in a narrow terminal. */
function openPseudo(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Pty {
  const env = { ...homeOf(), PAPO_LANG: "pt", ...variables };
  return openTerminal({ command: NODE, args: [client, ...args], cols: COLUMNS, rows: 60, env });
}

/** What stands in no ⟦ ⟧, and what is wider than the terminal, among all that it has shown. */
function faultsOf(pty: Pty): string[] {
  const lines = pty.lines().filter((line) => !COPIED.has(line.trim()));
  const wide = lines.filter((line) => [...line].length > COLUMNS && !ADDRESS.test(line));
  const { rest, open } = unmarked(lines.map((line) => line.replace(DRAFT, "$1")).join("\n"));
  const words = rest
    .split(/\s+/)
    .filter((word) => /\p{L}{2}/u.test(word) && !Object.values(ALLOWED).some((known) => known.test(word)));
  return [
    ...wide.map((line) => `wide: ${line}`),
    ...words.map((word) => `unmarked: ${word}`),
    ...(open === 0 ? [] : [`not all of ${open} sentences: ${lines.slice(-3).join("\n")}`]),
  ];
}

/** Somebody who goes from one thing to the next; what is wrong with what they see meanwhile is kept. */
class Player {
  readonly faults = new Set<string>();
  readonly pty: Pty;

  constructor(pty: Pty) {
    this.pty = pty;
  }

  /** Types something, and looks at what comes of it. */
  async does(typed: string, ...shown: readonly ScreenCondition[]): Promise<void> {
    this.pty.type(typed);
    for (const each of shown) await this.sees(each);
  }

  async sees(shown: ScreenCondition): Promise<void> {
    await this.pty.waitFor(shown);
    // It comes in pieces: what has begun is to end.
    await this.pty.waitFor(() => unmarked(this.pty.log().join("\n")).open === 0);
    for (const fault of faultsOf(this.pty)) this.faults.add(fault);
  }

  async ends(typed = ""): Promise<string[]> {
    this.pty.type(typed);
    await this.pty.exit;
    for (const fault of faultsOf(this.pty)) this.faults.add(fault);
    return [...this.faults];
  }
}

describe.concurrent("what comes before a room", () => {
  test.each(
    [
      ["--help"],
      ["help", "--man"],
      ...SUBCOMMANDS.map(({ name }) => [name, "--help"]),
      ...[["help", "xyz"], ["xyz"], ["sned"], ["send", "--hlep"], ["send", "--nick"], ["tail", "--json=x"]],
      ...[["tail"], ["tail", "a", "b"], ["tail", "lobby"], ["tail", "ftp://x/y"], ["tail", "http://u:p@x/y"]],
      ...[
        ["tail", "http://x"],
        ["tail", "http://x/Bad"],
        ["tail", NOWHERE, "--since", "soon"],
      ],
      ...[
        ["tail", NOWHERE, "--time", "x"],
        ["history", NOWHERE, "--limit", "x"],
        ["send", NOWHERE, "--once", "!"],
      ],
      ...[
        ["--lang", "xx"],
        ["--profile", "!", NOWHERE],
        ["tail", NOWHERE, "--key-file", "/none"],
      ],
      ...[["config"], ["config", "nick"], ["config", "xyz"], ["config", "nick", ""], ["config", "time", "x"]],
      ...[
        ["config", "lang", "x"],
        ["config", "--unset"],
        ["config", "--unset", "nick", "x"],
      ],
      ...[
        ["config", "quiet-hours", "x"],
        ["config", "log-days", "x"],
        ["config", "notify", ""],
      ],
      ...[["completion"], ["completion", "bush"], ["invite"], ["admin"], ["admin", "http://x"]],
      ...[
        ["admin", "http://x", "rom"],
        ["admin", "http://x", "door", "ajar"],
        ["admin", "http://x", "erase"],
      ],
      ...[
        ["irc", NOWHERE, "--listen", "x"],
        ["lines", NOWHERE, "--listen", "x"],
        ["doctor"],
        ["doctor", NOWHERE],
      ],
      ...[
        ["tail", NOWHERE, "--nick", "ana"],
        ["send", NOWHERE, "hi", "--nick", "ana"],
        ["history", NOWHERE],
      ],
      ...[
        ["names", NOWHERE],
        ["mcp", NOWHERE, "--help"],
      ],
    ].map((args) => ({ args })),
  )("papo $args", async ({ args }) => {
    expect(await new Player(openPseudo(args)).ends()).toEqual([]);
  });

  test("a config file that is wrong", async () => {
    const folder = temporaryFolder();
    const variables = { APPDATA: folder, XDG_CONFIG_HOME: folder };
    const papo = openPseudo(["config", "nick", "ana"], variables);
    await papo.exit;
    writeFileSync(`${folder}/papo/config.json`, '{ "nick": 1, "tiem": "hm", "notify": [], "lang": "x" }');
    expect(await new Player(openPseudo(["config"], variables)).ends()).toEqual([]);
    writeFileSync(`${folder}/papo/config.json`, '{ "nick": ');
    expect(await new Player(openPseudo(["config"], variables)).ends()).toEqual([]);
  });

  test("who looks after a server", async () => {
    const origin = new URL(server.room("x")).origin;
    const bob = new Player(openPseudo([server.room("r-admin"), "--nick", "bob"]));
    await bob.sees("bob@");
    const own = { PAPO_ADMIN_TOKEN: ADMIN, PAPO_SECRETS_FOR: new URL(origin).host };
    for (const order of [
      ["rooms"],
      ["room", "r-admin"],
      ["room", "r-none"],
      ["invite"],
      ["invite", "r-admin", "--one"],
      ["door", "open"],
    ])
      expect(await new Player(openPseudo(["admin", origin, ...order], own)).ends()).toEqual([]);
    expect(await new Player(openPseudo(["invite", server.room("r-admin")], own)).ends()).toEqual([]);
    const unknown = new Player(openPseudo(["admin", origin, "rooms"]));
    await unknown.sees("token");
    expect(await unknown.ends("wrong\r")).toEqual([]);
    for (const typed of ["no", "r-admin"]) {
      const erase = new Player(openPseudo(["admin", origin, "erase", "r-admin"], own));
      await erase.sees("Type the room's name");
      expect(await erase.ends(`${typed}\r`)).toEqual([]);
    }
    expect(await bob.ends()).toEqual([]);
  });
});

describe.concurrent("in a room", () => {
  /** In a room of one's own, with a prompt. */
  const arrive = async (url: string, nick: string) => {
    const player = new Player(openPseudo([url, "--nick", nick]));
    await player.sees(new RegExp(`^${nick}@`, "m"));
    return player;
  };

  test("what is ordered and answered", async () => {
    const url = server.room("r-orders");
    const ana = await arrive(url, "ana");
    const bob = await arrive(url, "bob");
    await bob.does("said-hello\r");
    await ana.sees("bob: said-hello");
    const orders = [
      ...[
        "/help",
        "/help keys",
        "/help lock",
        "/help xyz",
        "/xyz",
        "/helo",
        "/names",
        "/topic",
        "/whois bob",
      ],
      ...["/whois eve", "/notify", "/notify mute 1h", "/notify unmute", "/notify quiet 22:00-07:00"],
      ...[
        "/notify quiet off",
        "/notify xyz",
        "/notify mute x",
        "/notify calls x",
        "/hooks",
        "/hook ci",
        "/hooks",
      ],
      ...["/unhook ci", "/bans", "/acts", "/acts 0", "/ignore", "/ignore bob", "/ignore", "/ignore bob"],
      ...["/ignore ana", "/history 0", "/history 5", "/history more", "/history yesterday", "/search"],
      ...[
        "/search xyz",
        "/search said",
        "/slow 9999",
        "/slow 5",
        "/slow",
        "/slow off",
        "/react xyz",
        "/unreact",
      ],
      ...["/react bob :+1:", "/unreact", "/reply", "/reply bob said-back", "/edit ^9 x", "/edit said-better"],
      ...[
        "/delete",
        "/delete ^99",
        "/msg eve hi",
        "/msg bob said-psst",
        "/nick x",
        "/lock now",
        "/invite 9999",
      ],
      ...["/invite", "/invite 1 one", "/unban eve", "/allow eve", "/op eve", "/op bob", "/deop bob", "/acts"],
      ...["/ban eve --for x y", "/me", "/link no", "/unread", "/away", "/away said-out", "/away"],
      ...[
        "/topic said-bees",
        "/topic",
        "/untopic",
        "/rooms",
        "/go",
        "/go xyz",
        "/join",
        "/join Bad!",
        "/quiet",
      ],
      ...["/quiet", "/part xyz", "/send", "/send /none", "/save", "/open", "/cancel", "/show 99", "/show x"],
    ];
    for (const [at, order] of orders.entries()) {
      ana.pty.type(`${order}\r/me said-${at}\r`);
      const done = new RegExp(`ana said-${at}$`, "m");
      const waits = new RegExp(`said-${at}⏎$`, "m");
      await ana.pty.waitFor((rows) => [done, waits].some((each) => each.test(rows.join("\n"))));
      // Behind what leads on, nothing is taken that was typed at once.
      if (!done.test(ana.pty.screen().join("\n"))) ana.pty.press("enter");
      await ana.sees(done);
    }
    expect(await ana.ends("/close said-bye\r")).toEqual([]);
    await bob.sees("ana left");
    expect(await bob.ends("/close\r")).toEqual([]);
  });

  test("questions, and the states of the prompt", async () => {
    const url = server.room("r-asked");
    const ana = new Player(openPseudo([]));
    await ana.sees("unseen");
    await ana.does("nothing\r", "That names no room");
    await ana.does(`${url}\r`, "Nickname");
    await ana.does("x\r", "apelido");
    ana.pty.press("ctrl-u");
    const idle = /^ana@r-asked>$/m;
    await ana.does("ana\r", idle);
    await ana.does("/lock\r", "Passphrase for");
    await ana.does("x\r", "4 to 64");
    await ana.does("/lock\r", /^⟦Passphrase for/m);
    await ana.does("opensesame\r", "locked the room", idle);
    // The code itself is in no language.
    for (const [typed, shown] of [
      ["/link\r", "1/2: "],
      ["\r", "2/2: "],
    ] as const) {
      ana.pty.type(typed);
      await ana.pty.waitFor(shown);
    }
    await ana.does("\r", idle);
    await ana.does("/link enter\r", "Code that");
    await ana.does("nothing\r", "slip", idle);
    ana.pty.paste("one\ntwo\nthree\nfour\nfive\nsix\nseven");
    await ana.sees("Paste 7");
    await ana.does("n", (rows) => !rows.join().includes("Paste 7"));
    ana.pty.press("ctrl-u");
    await ana.does("\x12lock", "find: lock");
    await ana.does("xyz", "not found: lockxyz");
    await ana.does("\x07\x15", idle);
    await ana.does("/hel\t", "/help");
    ana.pty.press("ctrl-u");

    const bob = new Player(openPseudo([url, "--nick", "bob"]));
    await bob.sees("Passphrase");
    await bob.does("wrong\r", "Essa não é", /^⟦Passphrase/m);
    await bob.does("opensesame\r", "bob@");
    const knows = { PAPO_KEY: "opensesame", PAPO_SECRETS_FOR: new URL(url).origin };
    const eve = new Player(openPseudo([url, "--nick", "bob"], knows));
    await eve.sees(/^⟦Nickname.*⟧bob$/m);
    await eve.does("\x03", /^⟦Nickname.*⟧$/m);
    expect(await eve.ends("\x03")).toEqual([]);
    await bob.does("/join r-other\r", "bob@r-other");
    await bob.does("\x03", "Press Ctrl-C");
    await ana.does("bob: said-hello\r", "said-hello");
    await bob.sees("@1");
    await bob.does("/rooms\r", "1 to you");
    await bob.does("/go r-asked\r", "said-hello");
    await bob.does("/part r-other\r", "You have left");
    await ana.does("/kick bob said-enough\r", "was kicked");
    expect(await bob.ends()).toEqual([]);
    const back = new Player(openPseudo([url, "--nick", "bob"], knows));
    await back.sees(/^bob@r-asked>$/m);
    await ana.sees(/was kicked.*bob joined/s);
    await ana.does("/ban bob --for 2h said-enough\r", "was banned");
    expect(await back.ends()).toEqual([]);
    await ana.does("/bans\r", "until");
    expect(await ana.ends("/close\r")).toEqual([]);
  });

  test("without a connection", async () => {
    const own = await startServer({ NICK_HOLD_SECONDS: "0" });
    onTestFinished(() => own.kill());
    const way = await relayTo(own.room("r-off"));
    const ana = await arrive(way.url, "ana");
    await ana.does("said-before\r", "ana: said-before");
    const stuck = way.hold();
    await ana.does("said-doubt\r");
    await stuck;
    await own.kill();
    own.erase();
    await ana.sees("connection lost");
    await ana.does("said-later\r", "2 waiting");
    expect(await ana.ends("/close\r")).toEqual([]);
    await own.start();
  });

  test("a terminal that takes nothing back", async () => {
    const ana = new Player(openPseudo([server.room("r-dumb"), "--nick", "ana"], { TERM: "dumb" }));
    await ana.sees("Enter sends");
    await ana.does("said-hello\r", "ana: said-hello");
    await ana.does("/link\r", "can't be shown");
    await ana.does("/lock\r", "Passphrase for");
    await ana.does("opensesame\r", "locked the room");
    expect(await ana.ends("/close\r")).toEqual([]);
  });
});

test("the door of the invited", async () => {
  const own = await startServer({ DOOR: "invited", PASS_SECRET: "s".repeat(32), ADMIN_TOKEN: ADMIN });
  onTestFinished(() => own.kill());
  const url = own.room("r-party");
  const admin = { PAPO_ADMIN_TOKEN: ADMIN, PAPO_SECRETS_FOR: new URL(url).host };
  const invite = openPseudo(["invite", url], admin);
  await invite.exit;
  const link = invite.lines().find((line) => line.includes("#pass=")) ?? "";
  expect(faultsOf(invite)).toEqual([]);
  for (const args of [
    ["history", url],
    ["tail", url, "--nick", "bob"],
    [url, "--nick", "bob"],
  ]) {
    const bob = new Player(openPseudo(args));
    await bob.sees("Invitation");
    await bob.does("nothing\r", "no invitation in that");
    await bob.does(`${link.slice(0, -3)}\r`);
    expect([args, await bob.ends("\x03\x03\x03")]).toEqual([args, []]);
  }
  const ana = new Player(openPseudo([url, "--nick", "ana"]));
  await ana.sees("Invitation");
  await ana.does(`${link}\r`, "ana@");
  expect(await ana.ends("/close\r")).toEqual([]);
});

test.each([
  { gateway: "irc", room: "", says: "NICK ana\r\nUSER ana 0 * :ana\r\nJOIN #r-gate\r\n" },
  { gateway: "lines", room: "/r-gate", says: "ana\r\n" },
])("papo $gateway, for other programs", async ({ gateway, room, says }) => {
  const { origin } = new URL(server.room("r-gate"));
  const port = await freePort();
  const gate = new Player(openPseudo([gateway, `${origin}${room}`, "--listen", `127.0.0.1:${port}`]));
  await gate.sees(`${port}`);
  const socket = connect(port, "127.0.0.1");
  socket.write(says);
  await gate.sees("is ana");
  socket.destroy();
  expect(await gate.ends("\x03")).toEqual([]);
});

test("what is read and sent without a prompt", async () => {
  const url = server.room("r-read");
  const file = `${temporaryFolder()}/said-notes.txt`;
  writeFileSync(file, "notes\n");
  for (const args of [
    ["history", url],
    ["names", url],
    ["send", url, "said-once", "--nick", "bob"],
    ["send", url, "--file", file, "--nick", "bob"],
    ["send", url, "--to", "eve", "psst", "--nick", "bob"],
    ["send", url, "--nick", "x", "psst"],
    ["history", url],
    ["tail", url, "--no-follow", "--nick", "bob"],
    ["doctor", url],
    ["doctor", new URL(url).origin],
  ])
    expect([args, await new Player(openPseudo(args)).ends()]).toEqual([args, []]);
  const bob = new Player(openPseudo([url, "--nick", "bob"]));
  await bob.sees("bob@");
  const tail = new Player(openPseudo(["tail", url, "--nick", "ana"]));
  await bob.sees("ana joined");
  await bob.does("ana: said-ping\r");
  await tail.sees("said-ping");
  expect(await tail.ends("\x03")).toEqual([]);
  expect(await bob.ends("/close\r")).toEqual([]);
});
