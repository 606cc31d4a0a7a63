import { readOwn, withOwn, writtenOwn } from "../model/own-emoji.ts";
import { browserShelf } from "../session/shelf.ts";
import { TONES } from "./skin-tone.ts";

/** The emoji that this person has used last, in whichever tab; newest first. */
export function ownEmoji(): string[] {
  return readOwn(browserShelf.get("emoji") ?? "");
}

export function noteEmoji(emoji: string): void {
  browserShelf.set("emoji", writtenOwn(withOwn(ownEmoji(), emoji)));
}

/** The skin tone that they have chosen. */
export function skinTone(): string | undefined {
  const kept = browserShelf.get("tone");
  return TONES.find((tone) => tone === kept);
}

export function setSkinTone(tone: string): void {
  browserShelf.set("tone", tone || undefined);
}
