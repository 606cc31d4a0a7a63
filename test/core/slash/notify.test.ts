import { describe, expect, test } from "vitest";
import type { NotifyWishes } from "../../../client/core/notify/wishes.ts";
import { notifyCommand } from "../../../client/core/slash/notify.ts";
import type { Ui } from "../../../client/core/slash/slash-command.ts";
import { commandLine } from "../../../client/core/slash/slash-commands.ts";
import { Trial } from "../../support/trial.ts";

const NOW = new Date(2026, 10, 27, 14, 30).getTime();
const MINUTE = 60_000;

interface DeskOptions {
  refusal?: string;
  hindrance?: string;
  isSlow?: boolean;
}

/** A command line, what it shows, and what is kept. */
function lobby(before: Partial<NotifyWishes> = {}, { refusal, hindrance, isSlow = false }: DeskOptions = {}) {
  let wishes: NotifyWishes = { wants: "calls", sound: false, ...before };
  let screen: string[] = [];
  const ui: Ui = {
    print: (text) => screen.push(...text.split("\n")),
    complain: (text) => screen.push(`! ${text}`),
    show: () => {},
    oldestShown: () => undefined,
    askSecret: () => Promise.resolve(undefined),
    showLink: () => {},
    become: () => {},
    ignored: new Map(),
    quit: () => {},
  };
  const desk = {
    wishes: () => wishes,
    wish(change: Partial<NotifyWishes>) {
      if (refusal === undefined) wishes = { ...wishes, ...change };
      return isSlow ? Promise.resolve(refusal) : refusal;
    },
    hindrance: () => hindrance,
  };
  const submit = commandLine(new Trial().chat("ana").chat, ui, [notifyCommand(desk, () => NOW)]);
  return {
    kept: () => wishes,
    async type(line: string) {
      screen = [];
      const submitted = submit(line);
      await Promise.resolve();
      await Promise.resolve();
      return { submitted, screen };
    },
  };
}

const CALLS = "Of this room you are told what calls you: your name, a reply, a message to you alone.";
const NO_HOURS = "There are no quiet hours.";
const MUTED = "This room is muted, and only counted, until 2026-11-27 15:30; /notify unmute ends that.";
const AT_NOON = "From 14:00 to 15:00 nothing rings or flashes, in any room; /notify quiet off ends that.";
const SILENT = "What you are told makes no sound.";

describe("what is chosen", () => {
  test.each<[string, Partial<NotifyWishes>]>([
    ["/notify all", { wants: "all" }],
    ["/notify calls", { wants: "calls" }],
    ["/NOTIFY  Nothing ", { wants: "nothing" }],
    ["/notify mute", { mutedUntil: NOW + 60 * MINUTE }],
    ["/notify mute 30m", { mutedUntil: NOW + 30 * MINUTE }],
    ["/notify mute 2D", { mutedUntil: NOW + 2_880 * MINUTE }],
    ["/notify mute 365d", { mutedUntil: NOW + 525_600 * MINUTE }],
    ["/notify unmute", { mutedUntil: undefined }],
    ["/notify quiet 22:00-07:00", { quietHours: { from: 1_320, to: 420 } }],
    ["/notify quiet 22 – 7", { quietHours: { from: 1_320, to: 420 } }],
    ["/notify quiet off", { quietHours: undefined }],
    ["/notify sound on", { sound: true }],
    ["/notify sound off", { sound: false }],
  ])("%s", async (line, change) => {
    const before = {
      wants: "calls",
      mutedUntil: NOW + 1,
      quietHours: { from: 0, to: 1 },
      sound: false,
    } as const;
    const { type, kept } = lobby(before);
    const { submitted, screen } = await type(line);
    expect(submitted).toBe("done");
    expect(kept()).toEqual({ ...before, ...change });
    expect(screen.join()).not.toContain("!");
  });

  test.each<[Partial<NotifyWishes>, string[]]>([
    [{}, [CALLS, NO_HOURS, SILENT]],
    [
      { wants: "all", sound: true },
      ["Of this room you are told everything.", NO_HOURS, "What you are told makes a sound."],
    ],
    [
      {
        wants: "nothing",
        mutedUntil: NOW + 60 * MINUTE,
        quietHours: { from: 1_320, to: 420 },
      },
      [
        "Of this room you are told nothing; it is only counted.",
        MUTED,
        "From 22:00 to 07:00 nothing rings or flashes, in any room; /notify quiet off ends that.",
        SILENT,
      ],
    ],
    // It is over.
    [{ mutedUntil: NOW }, [CALLS, NO_HOURS, SILENT]],
  ])("%o is told", async (wishes, told) => {
    expect(await lobby(wishes).type("/notify")).toEqual({ submitted: "done", screen: told });
  });

  test.each<[string, Partial<NotifyWishes>, string[]]>([
    ["all", {}, ["Of this room you are told everything."]],
    ["all", { quietHours: { from: 0, to: 1 } }, ["Of this room you are told everything."]],
    ["calls", { mutedUntil: NOW + 60 * MINUTE, quietHours: { from: 840, to: 900 } }, [CALLS, MUTED, AT_NOON]],
    ["mute", { sound: true }, [MUTED]],
    ["unmute", {}, ["This room is not muted."]],
    ["quiet 14-15", {}, [AT_NOON]],
    ["quiet off", {}, [NO_HOURS]],
    ["sound on", { mutedUntil: NOW + 60 * MINUTE }, [MUTED, "What you are told makes a sound."]],
  ])(
    "/notify %s, with %o, tells what is new, and what keeps it silent now",
    async (...[written, before, told]) => {
      const { screen } = await lobby(before).type(`/notify ${written}`);
      expect(screen).toEqual(told);
    },
  );

  test.each([true, false])("is told with what hinders it, at once or later: %s", async (isSlow) => {
    const { type } = lobby({}, { hindrance: "It is quiet here.", isSlow });
    expect((await type("/notify mute")).screen).toEqual([MUTED, "It is quiet here."]);
  });

  test.each([true, false])("is told where it can't be kept, at once or later: %s", async (isSlow) => {
    const { type, kept } = lobby({}, { refusal: "The disk is full.", isSlow });
    expect((await type("/notify all")).screen).toEqual(["! The disk is full."]);
    expect(kept().wants).toBe("calls");
  });
});

test.each<[string, RegExp]>([
  [
    "/notify al",
    /^! There is no \/notify al\. Did you mean \/notify all\? Write \/notify all, calls or nothing; /,
  ],
  ["/notify mutee 1h", /Did you mean \/notify mute\?/],
  ["/notify everybody", /^! There is no \/notify everybody\. Write \/notify all, calls or nothing; /],
  ["/notify all of it", /^! Write \/notify all alone\.$/],
  ["/notify unmute 1h", /^! Write \/notify unmute alone\.$/],
  ["/notify mute 0m", /^! Write for how long: /],
  ["/notify mute 366d", /^! Write for how long: /],
  ["/notify mute 999999999999999w", /^! Write for how long: /],
  ["/notify mute -1h", /^! Write for how long: /],
  ["/notify mute 1h please", /^! Write for how long: /],
  ["/notify mute 90", /^! Write for how long: /],
  ["/notify quiet", /^! Write two times of day: /],
  ["/notify quiet 22:00-22:00", /^! Write two times of day: /],
  ["/notify quiet 25:00-07:00", /^! Write two times of day: /],
  ["/notify sound", /^! Write \/notify sound on, or /],
  ["/notify sound loud", /^! Write \/notify sound on, or /],
  ["/notfy all", /^! There is no \/notfy\. Did you mean \/notify\?/],
])("%s changes nothing, and says what may be written", async (line, says) => {
  const { type, kept } = lobby();
  const before = kept();
  const { submitted, screen } = await type(line);
  expect({ submitted, kept: kept() }).toEqual({ submitted: "refused", kept: before });
  expect(screen).toEqual([expect.stringMatching(says)]);
});
