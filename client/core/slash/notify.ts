import { durationIn } from "../duration.ts";
import { isQuietAt, readQuietHours, writtenHours } from "../notify/quiet-hours.ts";
import { LONGEST_MUTE, mutedUntil, NOTIFY_CHOICES, type NotifyWishes, USUAL_MUTE } from "../notify/wishes.ts";
import { nearest } from "../text/nearest.ts";
import { notifyWords } from "../words/notify-words.ts";
import { splitWord } from "./pointing.ts";
import type { SlashCommand, SlashOutcome } from "./slash-command.ts";

/** Where it is kept what somebody wants to be told of the room at hand. */
export interface NotifyDesk {
  wishes(): NotifyWishes;
  /** Keeps what is other than before, from now on; a sentence where it can't be kept. */
  wish(change: Partial<NotifyWishes>): string | undefined | Promise<string | undefined>;
  /** A sentence about what keeps somebody from being told all the same, if something does. */
  hindrance?(): string | undefined;
}

const WORDS = [...NOTIFY_CHOICES, "mute", "unmute", "quiet", "sound"] as const;

/** `/notify`, which no table of all clients has: a page may have it later than the rest. */
export function notifyCommand(desk: NotifyDesk, now: () => number = Date.now): SlashCommand {
  return {
    name: "notify",
    ...notifyWords.command,
    firstWords: () => WORDS,
    run({ ui }, argument) {
      const change = argument === "" ? {} : changeIn(argument.toLowerCase(), now());
      if (typeof change === "string") return change;
      const tell = (refusal: string | undefined): SlashOutcome => {
        if (refusal !== undefined) return refusal;
        const told = stateOf(desk.wishes(), change, now());
        ui.print([...told, desk.hindrance?.() ?? []].flat().join("\n"));
      };
      const kept = argument === "" ? undefined : desk.wish(change);
      return kept instanceof Promise ? kept.then(tell) : tell(kept);
    },
  };
}

/** Sentences about a change, or about all where there is none; and about what keeps everything silent now. */
function stateOf(wishes: NotifyWishes, change: Partial<NotifyWishes>, now: number): string[] {
  const { wants, quietHours, sound } = wishes;
  const isAsked = Object.keys(change).length === 0;
  const until = mutedUntil(wishes, now);
  const isQuiet = quietHours !== undefined && isQuietAt(quietHours, now);
  const rows: [isTold: boolean, sentence: string][] = [
    [isAsked || "wants" in change, notifyWords.wants[wants]],
    [until !== undefined || "mutedUntil" in change, notifyWords.muted(until)],
    [
      isAsked || isQuiet || "quietHours" in change,
      notifyWords.quietHours(quietHours && writtenHours(quietHours)),
    ],
    [isAsked || "sound" in change, notifyWords.sound(sound)],
  ];
  return rows.filter(([isTold]) => isTold).map(([, sentence]) => sentence);
}

/** What is to be other than before; a complaint where nothing is. */
function changeIn(written: string, now: number): Partial<NotifyWishes> | string {
  const [first, behind] = splitWord(written);
  const word = WORDS.find((each) => each === first);
  switch (word) {
    case undefined:
      return notifyWords.unknown({ word: first, meant: nearest(first, WORDS) });
    case "mute": {
      const ms = behind === "" ? USUAL_MUTE : (durationIn(behind) ?? 0);
      return ms > 0 && ms <= LONGEST_MUTE ? { mutedUntil: now + ms } : notifyWords.muteHow;
    }
    case "quiet": {
      const quietHours = readQuietHours(behind);
      return behind === "off" || quietHours ? { quietHours } : notifyWords.quietHow;
    }
    case "sound":
      return behind === "on" || behind === "off" ? { sound: behind === "on" } : notifyWords.soundHow;
    case "unmute":
    case "all":
    case "calls":
    case "nothing": {
      if (behind !== "") return notifyWords.alone(word);
      return word === "unmute" ? { mutedUntil: undefined } : { wants: word };
    }
    default:
      return word satisfies never;
  }
}
