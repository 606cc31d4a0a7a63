import type { Member } from "../../../src/protocol/event.ts";
import type { RoomSession } from "../session/room-session.ts";
import { panelWords } from "../words/panel-words.ts";

/** Asks for what a slash command needs, and runs it. */
export async function askFor({ ui }: RoomSession, question: string, command: string): Promise<void> {
  const answer = await ui.question(question, false);
  if (answer) void ui.run(`${command} ${answer}`);
}

/** Asks why somebody is to go, and puts them out. */
export async function askToKick({ ui, chat }: RoomSession, { uid, nick }: Member): Promise<void> {
  const reason = await ui.question(panelWords.people.kickWhy(nick), false);
  if (reason !== undefined) ui.check(chat.kick(uid, reason || undefined));
}
