import { isProblem } from "../../core/problem.ts";
import { sayProblem } from "../../core/words/say-problem.ts";
import { noteEmoji } from "../emoji/own.ts";
import type { RoomSession } from "../session/room-session.ts";

/** A reaction to a message, or with `on` false its end. */
interface ReactionChange {
  id: number;
  emoji: string;
  on: boolean;
}

/** Whether the room takes reactions. */
export function canReact({ chat }: RoomSession): boolean {
  return chat.room.features.includes("reactions");
}

/** Reacts, and has the emoji at hand from then on; tells whether it is on its way. */
export function reactTo({ chat, ui }: RoomSession, { id, emoji, on }: ReactionChange): boolean {
  const result = chat.react(id, emoji, on);
  if (isProblem(result)) ui.complain(sayProblem(result));
  else if (on) noteEmoji(emoji);
  ui.redraw();
  return !isProblem(result);
}
