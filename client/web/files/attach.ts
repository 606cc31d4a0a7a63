import { fileName } from "../../../src/protocol/file-name.ts";
import { randomClient } from "../../../src/protocol/identity.ts";
import { FILE_LIMITS } from "../../../src/protocol/limits.ts";
import { prepare } from "../pictures/prepare.ts";
import type { RoomSession } from "../session/room-session.ts";
import { pageText } from "../text/page-text.ts";
import { panelWords } from "../words/panel-words.ts";
import { type Attached, attachedIn, keysOf, putAttached } from "./attached.ts";
import { byteStore } from "./byte-store.ts";

const { files: words } = panelWords;

/** How many are being made ready. */
const preparing = new WeakMap<RoomSession, number>();

export function preparingIn(session: RoomSession): number {
  return preparing.get(session) ?? 0;
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
  const count = (by: number) => {
    preparing.set(session, preparingIn(session) + by);
    ui.redraw();
  };
  count(taken.length);
  for (const file of taken) {
    const made = await readied(file, session.chat.room.limits.file ?? Number.POSITIVE_INFINITY);
    if (typeof made === "string") left.push(made);
    // To whom one writes may have changed meanwhile; what was meant for one stays theirs.
    else desk.set(putAttached(desk.composer, to, (list) => [...list, made]));
    count(-1);
  }
  if (left.length > 0) ui.complain(left.join("\n"));
}

/** Takes one off again. */
export function detach({ desk }: RoomSession, file: Attached): void {
  desk.set(
    putAttached(desk.composer, desk.composer.to, (list) => list.filter(({ key }) => key !== file.key)),
  );
  void byteStore.remove(keysOf(file));
  for (const key of keysOf(file)) byteStore.forget(key);
}

/** A file as it goes, its bytes in the store; or why it can't. */
async function readied(file: File, most: number): Promise<Attached | string> {
  const shown = pageText(fileName(file.name));
  if (file.size === 0) return words.empty(shown);
  try {
    const { blob, name: given, original, ...size } = await prepare(file, most);
    const name = fileName(given);
    if (blob.size > most)
      return words.tooLarge({ name: shown, size: words.size(blob.size), most: words.size(most) });
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
