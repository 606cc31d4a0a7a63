import type { ClientSettings } from "../shell/settings.ts";
import type { Desk } from "../talk/desk.ts";
import { columnsOf } from "../view/lay-out.ts";
import { pictureWay } from "./picture-way.ts";
import { Pictures } from "./pictures.ts";

/** Rows of a terminal that does not tell. */
const ROWS = 24;

/** Pictures as somebody wants them at this process's terminal; undefined where there are to be none. */
export function picturesAt(settings: ClientSettings, desk: Desk): Pictures | undefined {
  const way = settings.pictures && process.stdout.isTTY ? pictureWay(settings.env) : undefined;
  if (way === undefined) return undefined;
  return new Pictures({
    requester: settings,
    canvas: () => ({ way, columns: columnsOf(process.stdout), rows: process.stdout.rows || ROWS }),
    isShown: () => desk.isInFront,
    print: (lines) => desk.print(lines),
  });
}
