import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { writeRooms } from "../../../client/cli/person/kept-rooms.ts";
import { startingRooms } from "../../../client/cli/shell/starting-rooms.ts";

beforeEach(() => {
  const home = mkdtempSync(join(tmpdir(), "papo-start-"));
  vi.stubEnv("XDG_STATE_HOME", home);
  vi.stubEnv("XDG_CONFIG_HOME", home);
  for (const name of ["PAPO_URL", "PAPO_LINK", "PAPO_NICK", "PAPO_PROFILE"]) vi.stubEnv(name, undefined);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true });
  });
  const rooms = [
    { url: "https://host/lobby", nick: "ana" },
    { url: "https://host/dev", nick: "anna", quiet: true },
  ];
  writeRooms({ env: process.env, profile: "default" }, { rooms });
});

test.each<{
  positionals: string[];
  env?: Record<string, string>;
  values?: object;
  start: (string | undefined)[];
}>([
  { positionals: [], start: ["lobby ana", "dev anna quiet"] },
  { positionals: ["lobby"], start: ["lobby ana"] },
  { positionals: ["https://host/dev"], start: ["dev anna quiet"] },
  { positionals: [], env: { PAPO_URL: "https://host/dev" }, start: ["dev anna quiet"] },
  // Whoever goes to one more comes as who they are beside it, as with /join.
  { positionals: ["ops", "dev"], start: ["ops anna", "dev anna quiet"] },
  { positionals: ["ops"], start: ["ops"] },
  { positionals: ["https://elsewhere/lobby"], start: ["lobby"] },
  // What is said now counts.
  { positionals: ["lobby"], values: { nick: "zoe" }, start: ["lobby zoe"] },
  { positionals: ["lobby"], env: { PAPO_NICK: "zoe" }, start: ["lobby zoe"] },
])(
  "papo $positionals, with $env $values, begins in $start",
  ({ positionals, env = {}, values = {}, start }) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const rooms = startingRooms({ positionals, values, takes: "addresses" })?.rooms ?? [];
    const told = rooms.map(({ settings, nick, quiet }) => {
      return [settings.address.room, nick ?? settings.nick, quiet === true ? "quiet" : undefined];
    });
    expect(told.map((each) => each.filter((part) => part !== undefined).join(" "))).toEqual(start);
  },
);
