import type { Message, SharedFile } from "../../../src/protocol/event.ts";
import { fileName } from "../../../src/protocol/file-name.ts";
import { FILE_ID } from "../../../src/protocol/identity.ts";
import { fileUrl } from "../../core/http/file-http.ts";
import { isShowable, type PixelSize } from "../pictures/size.ts";
import type { RoomSession } from "../session/room-session.ts";
import { beginning } from "../text/beginning.ts";
import { pageText } from "../text/page-text.ts";
import { apiUrlOf } from "./api-url.ts";
import { byteStore } from "./byte-store.ts";
import { sendingFiles } from "./of-session.ts";

/** A picture that can be shown, of a message. */
export type ShownPicture = SharedFile & PixelSize;

/** What a file is called, as a page shows it, whatever a server says. */
export function nameOf({ name }: Pick<SharedFile, "name">): string {
  return pageText(fileName(name));
}

/** Which picture is to be seen. */
export interface SeenPicture {
  session: RoomSession;
  message: number;
  file: string;
}

const PICTURES = /^image\/(png|jpeg|gif|webp|avif)$/;

/** Whether a file is shown, and not only named. */
export function isPicture(file: SharedFile): file is ShownPicture {
  return PICTURES.test(file.type) && isShowable(file);
}

/** Where a file lies on the page's own server; undefined where no such thing can be there. */
export function fileAddress(room: string, file: SharedFile): string | undefined {
  return FILE_ID.test(file.id) ? fileUrl({ apiUrl: apiUrlOf(room) }, file) : undefined;
}

/** The whole addresses of a message's files, a line each. */
export function addressesIn(room: string, { files = [] }: Pick<Message, "files">): string {
  const paths = files.flatMap((file) => fileAddress(room, file) ?? []);
  return paths.map((path) => location.origin + path).join("\n");
}

/** Where this page has it from: what it has sent itself, from itself. */
export function sourceOf(session: RoomSession, file: SharedFile): string | undefined {
  const key = sendingFiles(session).keyOf(file.id);
  const here = key === undefined ? undefined : byteStore.shown(key, session.ui.redraw);
  return here ?? fileAddress(session.room, file);
}

/** What a picture is to who can't see it: what its message says, or else its name. */
export function altOf({ text = "" }: Pick<Message, "text">, file: SharedFile): string {
  return text.trim() === "" ? nameOf(file) : beginning({ text });
}
