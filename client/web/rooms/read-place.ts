import { roomName } from "../../../src/protocol/room-name.ts";
import { readLink } from "../../core/invited.ts";
import { isProblem } from "../../core/problem.ts";
import { homeWords } from "../words/home-words.ts";
import { panelWords } from "../words/panel-words.ts";

/** Where somebody wants to go who has written a room's name or its link, and with which invitation; or why that leads nowhere. */
export function readPlace(
  written: string,
  here: string,
): { room: string; fragment: string } | { complaint: string } {
  const name = roomName(written.replace(/^\/(?=[^/]*$)/, ""));
  if (name !== undefined) return { room: name, fragment: "" };
  // A host has a dot or a port; what has none before its first slash is no link.
  if (!/^[^/#?]*[.:]/.test(written)) return { complaint: homeWords.badRoom };
  const link = readLink(written);
  if (isProblem(link)) return { complaint: link.message };
  if (new URL(link.origin).host !== new URL(here).host) return { complaint: panelWords.rooms.elsewhere };
  if (link.room === undefined) return { complaint: homeWords.badRoom };
  return { room: link.room, fragment: link.pass === undefined ? "" : `#pass=${link.pass}` };
}
