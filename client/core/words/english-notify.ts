import { moment } from "./moment.ts";

// Apart from what other commands say, so that a page can load it later.

const EXAMPLES = "/notify all, calls or nothing; mute 1h or unmute; quiet 22:00-07:00; sound on";

export const notifyEnglish = {
  command: {
    usage: "[all|calls|nothing|mute|unmute|quiet|sound]",
    help: `Choose what of this room you are told (${EXAMPLES}); alone: what you have chosen.`,
  },
  wants: {
    all: "Of this room you are told everything.",
    calls: "Of this room you are told what calls you: your name, a reply, a message to you alone.",
    nothing: "Of this room you are told nothing; it is only counted.",
  },
  muted: (until: number | undefined) =>
    until === undefined
      ? "This room is not muted."
      : `This room is muted, and only counted, until ${moment(until)}; /notify unmute ends that.`,
  quietHours: (hours: string | undefined) =>
    hours === undefined
      ? "There are no quiet hours."
      : `From ${hours.replace("-", " to ")} nothing rings or flashes, in any room; /notify quiet off ends that.`,
  sound: (isOn: boolean): string =>
    isOn ? "What you are told makes a sound." : "What you are told makes no sound.",
  unknown: ({ word, meant }: { word: string; meant: string | undefined }) =>
    meant === undefined
      ? `There is no /notify ${word}. Write ${EXAMPLES}.`
      : `There is no /notify ${word}. Did you mean /notify ${meant}? Write ${EXAMPLES}.`,
  alone: (word: string) => `Write /notify ${word} alone.`,
  muteHow: "Write for how long: /notify mute 30m, 1h, 2d or 1w, for a year at most; alone, it is an hour.",
  quietHow: "Write two times of day: /notify quiet 22:00-07:00, or /notify quiet off.",
  soundHow: "Write /notify sound on, or /notify sound off.",
};
