import type { Chat } from "../../client/core/chat.ts";
import type { ChatEvent, SeenEvent } from "../../client/core/chat-event.ts";
import type { Message } from "../../src/protocol/event.ts";
import { nickKey } from "../../src/protocol/text/nick.ts";
import { viewMessage } from "../../src/room/view.ts";
import type { SimulatedRoom } from "./simulated-room.ts";

/** What one chat has told its user, and what the user has told it. */
export class Witness {
  readonly name: string;
  readonly uid: string;
  readonly client: string;
  readonly chat: Chat;
  readonly seen: SeenEvent[] = [];
  /** Texts that were taken into the outbox, in order. */
  readonly said: string[] = [];
  readonly failed = new Set<string>();
  /** How far the user has read. */
  read = 0;
  /** Where the log stood at the first welcome: from there on, everything is to be seen. */
  baseline: number | undefined;
  /** Told that something may be missing, which is never so here. */
  broke: string | undefined;

  constructor({ uid, client, chat }: { uid: string; client: string; chat: Chat }) {
    this.name = `${uid}/${client}`;
    this.uid = uid;
    this.client = client;
    this.chat = chat;
    chat.subscribe((event) => this.#hear(event));
  }

  #hear(event: ChatEvent): void {
    switch (event.type) {
      case "message":
      case "edited":
      case "deleted":
      case "reacted":
        this.seen.push(event);
        break;
      case "failed":
        if (event.entry.draft.type === "say") this.failed.add(event.entry.draft.text);
        break;
      case "break":
      case "unsure":
        this.broke = event.type;
        break;
      default:
    }
  }
}

/** What must hold after every step. Throws what does not. */
export function checkStep(room: SimulatedRoom, witnesses: readonly Witness[]): void {
  const nicks = Array.from(room.room.people, ({ nick }) => nickKey(nick));
  if (new Set(nicks).size !== nicks.length) throw new Error(`a nickname is held twice: ${nicks.join(" ")}`);
  for (const { name, broke, seen } of witnesses) {
    if (broke) throw new Error(`${name} was told of a ${broke}`);
    const [before, last] = seen.slice(-2);
    if (before && last && before.id >= last.id) throw new Error(`${name} saw ${last.id} after ${before.id}`);
    const newest = seen.at(-1)?.id ?? 0;
    if (!room.survives(newest)) throw new Error(`${name} saw ${newest}, which a crash could undo`);
  }
}

/** What must hold when everybody is online and nothing is under way. Throws what does not. */
export function checkEnd(room: SimulatedRoom, witnesses: readonly Witness[]): void {
  for (const { name, uid, client, said, failed, seen, chat, baseline = 0 } of witnesses) {
    const roster = Array.from(room.room.people, (person) => room.room.describe(person));
    const [told, known] = [chat.room.members, roster].map((members) =>
      JSON.stringify(members.map(({ nick, away = "" }) => `${nick} ${away}`).sort()),
    );
    if (told !== known) throw new Error(`${name} takes for here ${told}, and the room ${known}`);

    const read = Math.max(...witnesses.map((witness) => (witness.uid === uid ? witness.read : 0)));
    const person = room.room.people.get(uid);
    const noted = person && room.room.people.seenOf(person);
    if (chat.room.seen !== read || noted !== read)
      throw new Error(`${name} has read ${read}, knows of ${chat.room.seen}, and the room of ${noted}`);
    if (chat.outbox.length > 0) throw new Error(`${name} still has ${chat.outbox.length} to send`);
    const { log } = room.room.store;
    const rows = log.after(0, uid, { through: log.cursor(), limit: log.cursor() });

    const own = rows.flatMap((row) =>
      row.type === "message" && row.uid === uid && row.client === client ? [row] : [],
    );
    const expected = said.filter((text) => !failed.has(text));
    const same =
      own.length === expected.length && own.every((row, index) => isForm(row.text, expected[index]));
    if (!same) {
      throw new Error(
        `${name} said ${expected.join(" ")}, stored is ${own.map(({ text }) => text).join(" ")}`,
      );
    }

    const seenIds = new Set(seen.map(({ id }) => id));
    const missing = rows.filter(({ id }) => id > baseline && !seenIds.has(id));
    if (missing.length > 0) throw new Error(`${name} never saw ${missing.map(({ id }) => id).join(" ")}`);
    const visible = new Set(rows.map(({ id }) => id));
    // An edit of what has been deleted since is no longer shown, nor a reaction that was taken back, and was rightly seen.
    const strange = seen.filter(
      ({ id, type }) => type !== "edited" && type !== "reacted" && !visible.has(id),
    );
    if (strange.length > 0)
      throw new Error(`${name} saw ${strange.map(({ id }) => id).join(" ")} without right`);

    for (const message of chat.recent) {
      const row = log.find(message.id, uid);
      const [shown, stored] = [message, row && viewMessage(row, uid)].map(reactionsIn);
      if (shown !== stored) throw new Error(`${name} has ${shown} at ${message.id}, stored is ${stored}`);
    }
  }
}

/** What somebody sees at a message, in no order: who was away does not know of every word in between. */
function reactionsIn(message: Message | undefined): string {
  const told = (message?.reactions ?? []).map(({ emoji, count, me = false, who }) => {
    return `${emoji} ${count} ${me} ${who.toSorted().join(" ")}`;
  });
  return told.toSorted().join(", ");
}

/** Whether a stored text is what was said, as it was, edited, or deleted. */
function isForm(stored: string | undefined, said: string | undefined): boolean {
  return stored === undefined || stored.split("!")[0] === said;
}
