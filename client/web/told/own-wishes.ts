import { mutedUntil, type NotifyWishes } from "../../core/notify/wishes.ts";
import { listedRooms } from "../rooms/kept-rooms.ts";
import { languageNow } from "../session/language.ts";
import { ignoredIn } from "../session/remembered.ts";
import { browserShelf } from "../session/shelf.ts";
import { readWishes, wishesFor, withWish, writtenWishes } from "./browser-wishes.ts";
import { tagOf } from "./news.ts";
import { toWorker } from "./to-worker.ts";

const NAME = "wishes";

const kept = () => readWishes(browserShelf.get(NAME) ?? "");

/** What somebody wants to be told of a room in this browser, in whichever tab they chose it. */
export function wishesIn(room: string): NotifyWishes {
  return wishesFor(kept(), room);
}

/** Whether a room asks for nobody now but who is called there. */
export function isMuted(room: string): boolean {
  const wishes = wishesIn(room);
  return wishes.wants === "nothing" || mutedUntil(wishes, Date.now()) !== undefined;
}

export function setWish(room: string, change: Partial<NotifyWishes>): void {
  browserShelf.set(NAME, writtenWishes(withWish(kept(), room, change), Date.now()) || undefined);
  shareWishes();
}

/** What is pushed while no page is open is shown as it was wished, and nothing of whom somebody ignores. */
export function shareWishes(): void {
  const ignored = listedRooms().flatMap((room) =>
    Array.from(ignoredIn(room).values(), (nick) => tagOf({ room, nick, private: true })),
  );
  toWorker({ wishes: browserShelf.get(NAME) ?? "", ignored, language: languageNow() });
}
