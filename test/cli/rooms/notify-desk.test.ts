import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { KeptWishes } from "../../../client/cli/person/kept-wishes.ts";
import { notifyDesk } from "../../../client/cli/rooms/notify-desk.ts";
import { TerminalWishes } from "../../../client/cli/told/terminal-wishes.ts";
import { addressOf } from "../../../client/core/address.ts";
import type { NotifyWishes } from "../../../client/core/notify/wishes.ts";

/** What is kept on a machine, and a terminal there as often as it is opened. */
function machine(config?: string) {
  const folder = mkdtempSync(join(tmpdir(), "papo-notify-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const env = { XDG_STATE_HOME: join(folder, "state"), XDG_CONFIG_HOME: join(folder, "config") };
  const configFile = join(folder, "config", "papo", "config.json");
  if (config !== undefined) {
    mkdirSync(join(folder, "config", "papo"), { recursive: true });
    writeFileSync(configFile, config);
  }
  const complaints: string[] = [];
  const open = ({ room = "lobby", quiet = false, env: place = env } = {}) => {
    const address = addressOf("https://host", room);
    const wishes = new KeptWishes({ env: place, profile: "default", address }, (trouble) =>
      complaints.push(trouble),
    );
    const terminal = new TerminalWishes(place, { sound: true });
    let changes = 0;
    const desk = notifyDesk({ name: room, quiet, wishes }, { terminal, changed: () => changes++ });
    return { desk, changes: () => changes };
  };
  return {
    open,
    folder,
    complaints,
    stateFile: join(env.XDG_STATE_HOME, "papo", "default", "https%3A%2F%2Fhost", "lobby", "notify.json"),
    config: () => JSON.parse(readFileSync(configFile, "utf8")),
  };
}

test("what is chosen for a room is kept for that room alone", () => {
  const { open } = machine();
  const { desk, changes } = open();
  expect(desk.wishes()).toEqual({ wants: "calls", sound: true });
  expect(desk.wish({ wants: "nothing" })).toBeUndefined();
  expect(desk.wish({ mutedUntil: 5_000 })).toBeUndefined();
  expect(changes()).toBe(2);
  expect(open().desk.wishes()).toEqual({ wants: "nothing", mutedUntil: 5_000, sound: true });
  expect(open({ room: "dev" }).desk.wishes().wants).toBe("calls");
  void desk.wish({ mutedUntil: undefined });
  expect(open().desk.wishes()).toEqual({ wants: "nothing", sound: true });
});

test.each<[change: Partial<NotifyWishes>, config: object]>([
  [{ quietHours: { from: 1_320, to: 420 } }, { "quiet-hours": "22:00-07:00", time: "iso" }],
  [{ quietHours: undefined }, { time: "iso" }],
  [{ sound: false }, { "quiet-hours": "1-2", time: "iso", bell: false }],
  [{ sound: true }, { "quiet-hours": "1-2", time: "iso", bell: true }],
])("%o holds at once, and stands in the config file", (change, config) => {
  const at = machine('{"quiet-hours":"1-2","time":"iso"}');
  const { desk, changes } = at.open();
  expect(desk.wish(change)).toBeUndefined();
  expect(desk.wishes()).toMatchObject(change);
  expect(changes()).toBe(1);
  expect(at.config()).toEqual(config);
});

test.each<Partial<NotifyWishes>>([{ wants: "all" }, { sound: false }])(
  "where it can't be kept, %o holds until the end, which is said",
  (change) => {
    const { open, folder } = machine();
    writeFileSync(join(folder, "none"), "");
    const env = { XDG_STATE_HOME: join(folder, "none"), XDG_CONFIG_HOME: join(folder, "none") };
    const { desk } = open({ env });
    expect(desk.wish(change)).toMatch(/^That holds until you leave, for it cannot be kept\. /);
    expect(desk.wishes()).toMatchObject(change);
  },
);

test.each(["", "{}", "[]", '{"wants":"some"}', '{"wants":"all","mutedUntil":"soon"}', "\0"])(
  "what is damaged is as nothing: %j",
  (written) => {
    const { open, stateFile, complaints } = machine();
    void open().desk.wish({ wants: "all" });
    writeFileSync(stateFile, written);
    expect(open().desk.wishes()).toEqual({ wants: "calls", sound: true });
    expect(complaints).toEqual([]);
  },
);

test("a quiet room says that nothing is told of it", () => {
  const { open } = machine();
  expect(open().desk.hindrance?.()).toBeUndefined();
  expect(open({ quiet: true }).desk.hindrance?.()).toBe(
    "lobby is quiet, so you are told nothing of it: /quiet lobby ends that.",
  );
});
