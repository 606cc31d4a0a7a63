import { fileName } from "../../../src/protocol/file-name.ts";
import { randomClient } from "../../../src/protocol/identity.ts";
import { FILE_LIMITS } from "../../../src/protocol/limits.ts";
import { focusComposer } from "../compose/focus-composer.ts";
import { prepare } from "../pictures/prepare.ts";
import type { RoomSession } from "../session/room-session.ts";
import { pageText } from "../text/page-text.ts";
import { panelWords } from "../words/panel-words.ts";
import { type Attached, attachedIn, keysOf, putAttached } from "./attached.ts";
import { byteStore } from "./byte-store.ts";
import { withdraw } from "./withdraw.ts";

const { files: words } = panelWords;

interface GettingReady {
  /** How many are. */
  count: number;
  /** What is to be done once they are, if all can be sent. */
  next?: (() => void) | undefined;
}

const gettingReady = new WeakMap<RoomSession, GettingReady>();

function readyingIn(session: RoomSession): GettingReady {
  const there = gettingReady.get(session) ?? { count: 0 };
  gettingReady.set(session, there);
  return there;
}

export function preparingIn(session: RoomSession): number {
  return readyingIn(session).count;
}

/** Does something once all that is being made ready is attached; nothing, where something of it can't be. */
export function onceReady(session: RoomSession, act: () => void): void {
  readyingIn(session).next = act;
}

/** Whether the room takes files. */
export function canAttach({ chat }: RoomSession): boolean {
  return chat.room.features.includes("files");
}

/** Attaches files to what is being written, as far as they can be sent; says what is left out, and why. `folders`: names of what can't be one. */
export async function attach(
  session: RoomSession,
  given: readonly File[],
  folders: readonly string[] = [],
): Promise<void> {
  const { desk, ui } = session;
  const { to, edit } = desk.composer;
  const refusal = edit ? words.notToEdit : canAttach(session) ? undefined : words.none;
  if (refusal !== undefined) {
    ui.complain(refusal);
    return;
  }
  const left = folders.map((name) => words.folder(pageText(name)));
  const free = FILE_LIMITS.most - attachedIn(desk.composer).length - preparingIn(session);
  if (given.length > free) left.push(words.tooMany(FILE_LIMITS.most));
  const taken = given.slice(0, Math.max(0, free));
  const readying = readyingIn(session);
  readying.count += taken.length;
  ui.redraw();
  for (const file of taken) {
    const made = await readied(file, session.chat.room.limits.file ?? Number.POSITIVE_INFINITY);
    if (typeof made === "string") left.push(made);
    // To whom one writes may have changed meanwhile; what was meant for one stays theirs.
    else desk.set(putAttached(desk.composer, to, (list) => [...list, made]));
    readying.count -= 1;
    ui.redraw();
  }
  if (left.length > 0) ui.complain(left.join("\n"));
  if (left.length > 0) readying.next = undefined;
  if (readying.count > 0) return;
  readying.next?.();
  readying.next = undefined;
}

/** Takes one off again. */
export function detach(session: RoomSession, file: Attached): void {
  const { desk } = session;
  focusComposer();
  desk.set(
    putAttached(desk.composer, desk.composer.to, (list) => list.filter(({ key }) => key !== file.key)),
  );
  void byteStore.remove(keysOf(file));
  withdraw(session, [file]);
  for (const key of keysOf(file)) byteStore.forget(key);
}

/** A file as it goes, its bytes in the store; or why it can't. */
async function readied(file: File, most: number): Promise<Attached | string> {
  const shown = pageText(fileName(file.name));
  if (file.size === 0) return words.empty(shown);
  try {
    const { blob, name: given, original, ...size } = await prepare(file, most);
    const name = fileName(given);
    if (blob.size > most) {
      // Where it is only a little, the very numbers.
      const told = words.size(blob.size) === words.size(most) ? words.bytes : words.size;
      return words.tooLarge({ name: shown, size: told(blob.size), most: told(most) });
    }
    const key = randomClient();
    await byteStore.put(key, blob);
    const made = { key, name, size: blob.size, ...size };
    if (!original || original.blob.size > most) return made;
    const { blob: whole, ...asGiven } = original;
    const other = `${key}+`;
    await byteStore.put(other, whole);
    return { ...made, original: { key: other, name: fileName(file.name), size: whole.size, ...asGiven } };
  } catch {
    return words.unreadable(shown);
  }
}
