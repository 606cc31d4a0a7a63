import { FILE_LIMITS } from "../../../src/protocol/limits.ts";
import { draftOf, put } from "../model/writing.ts";
import type { RoomSession } from "../session/room-session.ts";
import { panelWords } from "../words/panel-words.ts";
import { type Attached, attachedIn, putAttached } from "./attached.ts";
import type { SendingJob } from "./kept-jobs.ts";
import { sendingFiles } from "./of-session.ts";

const { files: words } = panelWords;

/** What was refused and stands in the field again has its files in the tray again. */
export function backToTray(session: RoomSession): void {
  const { desk } = session;
  const { files: ids, ...draft } = draftOf(desk.composer);
  if (!ids) return;
  desk.set(put(desk.composer, draft));
  add(session, sendingFiles(session).release(ids));
}

/** Stops a message on its way: it stands in the field again, with its files. */
export function stopSending(session: RoomSession, job: SendingJob): void {
  const { desk, ui } = session;
  const { at, saying, files } = job;
  const { drafts } = desk.composer;
  const there = attachedIn({ drafts, ...(saying.to !== undefined && { to: { uid: saying.to, nick: "" } }) });
  if (there.length + files.length > FILE_LIMITS.most) {
    ui.complain(words.noPlace);
    return;
  }
  sendingFiles(session).take(job);
  desk.revise({ entry: { key: 0, at, state: "waiting", draft: { type: "say", ...saying } }, why: "" });
  add(session, files);
}

function add({ desk }: RoomSession, files: readonly Attached[]): void {
  const { to } = desk.composer;
  desk.set(putAttached(desk.composer, to, (list) => [...list, ...files]));
}
