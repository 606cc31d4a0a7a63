import { duration } from "./units.ts";

/** A run in a pipe, which tells on standard error what is not said in the room. */
export const pipe = {
  noJson: "That line begins like JSON, but isn't.",
  asksAtTerminal: (question: string) => `"${question}" can be asked at a terminal only.`,
  codeAtTerminal: "The code of /link is shown at a terminal only.",
  linkAtTerminal: "/link works at a terminal only.",
  maybeNotSent: (what: string) =>
    `Maybe not sent: ${what} — the room was erased meanwhile, or restored, or keeps no more of that time.`,
  paused: (ms: number) =>
    `The room asks for patience: the next line waits ${duration(Math.ceil(ms / 1_000) * 1_000)}.`,
  lost: "The connection is lost; papo goes on trying.",
  back: "Connected again.",
};
