import { systemClock } from "../../core/clock.ts";
import { uploadRequest } from "../../core/http/file-http.ts";
import { passes } from "../session/passes.ts";
import type { RoomSession } from "../session/room-session.ts";
import { tabShelf } from "../session/shelf.ts";
import { apiUrlOf } from "./api-url.ts";
import { formOf } from "./attached.ts";
import { byteStore } from "./byte-store.ts";
import { keptJobs } from "./kept-jobs.ts";
import { SendingFiles } from "./sending-files.ts";
import { uploadFile } from "./upload-file.ts";
import { withdraw } from "./withdraw.ts";

const all = new WeakMap<RoomSession, SendingFiles>();

/** What of a room's messages has files that are on their way. */
export function sendingFiles(session: RoomSession): SendingFiles {
  const there = all.get(session);
  if (there) return there;
  const { room, client, token, chat, desk, ui, over } = session;
  const made = new SendingFiles({
    ...{ chat, clock: systemClock, store: byteStore, kept: keptJobs(tabShelf, { room, client }), over },
    post: (file, blob, on) =>
      uploadFile({
        ...uploadRequest({ apiUrl: apiUrlOf(room) }, formOf(file).name, { token, pass: passes.for(room) }),
        blob,
        ...on,
      }),
    withdraw: (files) => withdraw(session, files),
    failed: () => desk.failed,
    discard: (failed) => desk.discard(failed),
    keep: () => session.keep(),
    changed: ui.redraw,
  });
  all.set(session, made);
  addEventListener("beforeunload", (event) => made.waiting.length > 0 && event.preventDefault(), {
    signal: over,
  });
  return made;
}
