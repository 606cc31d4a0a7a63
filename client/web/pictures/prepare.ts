import { drawn } from "./drawn.ts";
import type { PictureType } from "./picture.ts";
import { readPicture } from "./read-picture.ts";
import { type PixelSize, wantsDrawing } from "./size.ts";

/** What a file is sent as. */
export interface Prepared extends Partial<PixelSize> {
  readonly blob: Blob;
  readonly name: string;
  /** The same as it was given, where that is another: larger, or with what a camera writes into it. */
  readonly original?: Original;
}

export interface Original extends PixelSize {
  readonly blob: Blob;
}

/** PictureBytes of a file that is looked into: no server takes more, so nothing larger gets small enough. */
const MOST_LOOKED_INTO = 64 * 2 ** 20;

const ENDINGS: Readonly<Record<PictureType, string>> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/heic": "heic",
};

/** Makes a picture as small as it is to be, and takes out what it does not show; any other file stays as it is. */
export async function prepare(file: File, most: number): Promise<Prepared> {
  const { name } = file;
  if (file.size > MOST_LOOKED_INTO) return { blob: file, name };
  const picture = readPicture(new Uint8Array(await file.arrayBuffer()));
  if (!picture) return { blob: file, name };
  const { type, bare, turn } = picture;
  // Whoever shows it turns it.
  const [width, height] = turn > 4 ? [picture.height, picture.width] : [picture.width, picture.height];
  const original = { blob: file, width, height };
  const anew = wantsDrawing(picture) ? await drawn(file, type, most) : undefined;
  if (anew) return { ...anew, name: named(name, anew.blob.type), original };
  const blob = bare && new Blob([...bare], { type });
  // What this browser can't read, others may not either.
  if (!blob) return { blob: file, name };
  return blob.size === file.size
    ? { blob: file, name, width, height }
    : { blob, name, width, height, original };
}

/** With the ending of what it has become. */
function named(name: string, type: string): string {
  const [, ending] = Object.entries(ENDINGS).find(([each]) => each === type) ?? [];
  if (ending === undefined || new RegExp(`\\.${ending}$|^[^.]*$`, "i").test(name)) return name;
  if (ending === "jpg" && /\.jpe?g$/i.test(name)) return name;
  return name.replace(/\.[^.]*$/, `.${ending}`);
}
